#pragma once

#include "ui/pages/propertypage.h"

class QLabel;
class QLineEdit;
class QStackedWidget;
class QTableView;

namespace countersign::ui {

class ActivityModel;
class MessageBanner;

/// Who did what with this property, newest first.
class ActivityPage final : public PropertyPage
{
    Q_OBJECT

public:
    explicit ActivityPage(const PageContext &context, QWidget *parent = nullptr);

    void showProperty(const recipes::Property *property, const recipes::Recipe *recipe) override;
    void clear() override;

protected:
    /// Reads again whenever the page comes into view: verifying and copying leave the property as it was.
    void showEvent(QShowEvent *event) override;

private:
    QTableView *makeTable();
    void reload();
    void showCount();

    recipes::PropertyId m_propertyId;
    ActivityModel *m_model;
    QLineEdit *m_search;
    QLabel *m_count;
    QTableView *m_table;
    MessageBanner *m_banner;
};

} // namespace countersign::ui
