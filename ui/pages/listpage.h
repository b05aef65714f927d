#pragma once

#include "ui/pages/propertypage.h"

class QStackedWidget;

namespace countersign::ui {

class ListCheck;
class ListDrop;
class ListExport;
class ListProgressView;
class ListResults;
class ListResultView;
class ListSetup;

/// Why do these customers fail? A list dropped, read, checked row by row and summed up by cause.
class ListPage final : public PropertyPage
{
    Q_OBJECT

public:
    explicit ListPage(const PageContext &context, QWidget *parent = nullptr);
    ~ListPage() override;

    void showProperty(const recipes::Property *property, const recipes::Recipe *recipe) override;
    void clear() override;
    /// A file that was dropped or chosen.
    void open(const QString &path);
    /// Writes the rows shown as CSV.
    void exportTo(const QString &path);

private:
    void verify();
    void showResults(const std::shared_ptr<const ListResults> &results);
    void showError(const Error &error);
    void startOver();
    void exportRows();

    QStackedWidget *m_stack;
    ListDrop *m_drop;
    ListSetup *m_setup;
    ListProgressView *m_progress;
    ListResultView *m_results;
    ListCheck *m_check;
    ListExport *m_export;
    recipes::Property m_property;
    const recipes::Recipe *m_recipe = nullptr;
};

} // namespace countersign::ui
