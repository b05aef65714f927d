#pragma once

#include "ui/pages/propertypage.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTableView;

namespace countersign::ui {

class ActivityModel;
class MessageBanner;

/// Who did what with this property, or in the whole vault, newest first; to be narrowed, checked and
/// exported.
class ActivityPage final : public PropertyPage
{
    Q_OBJECT

public:
    explicit ActivityPage(const PageContext &context, QWidget *parent = nullptr);

    void showProperty(const recipes::Property *property, const recipes::Recipe *recipe) override;
    void clear() override;
    /// Writes all that the choice admits, however long ago: JSON where the name ends in .json, else CSV.
    void exportTo(const QString &path);

protected:
    /// Reads again whenever the page comes into view: verifying and copying leave the property as it was.
    void showEvent(QShowEvent *event) override;

private:
    QTableView *makeTable();
    QLayout *makeTopLine();
    void connectParts();
    /// Empty for the whole vault.
    recipes::PropertyId chosenProperty() const;
    void reload();
    void showEntries(QList<vault::ActivityEntry> entries);
    void offerKinds();
    void choose();
    void checkChain();
    void chooseExportFile();
    void showCount();

    recipes::PropertyId m_propertyId;
    ActivityModel *m_model;
    QLineEdit *m_search;
    QComboBox *m_scope;
    QComboBox *m_kind;
    QLabel *m_count;
    QTableView *m_table;
    QPushButton *m_check;
    MessageBanner *m_banner;
};

} // namespace countersign::ui
