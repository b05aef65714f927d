#pragma once

#include "ui/pages/propertypage.h"

class QGridLayout;
class QVBoxLayout;

namespace countersign::ui {

class Card;

/// What is known about the property: its fields, what the vendor's dashboard must show, and what its error
/// codes mean.
class OverviewPage final : public PropertyPage
{
    Q_OBJECT

public:
    explicit OverviewPage(const PageContext &context, QWidget *parent = nullptr);

    void showProperty(const recipes::Property *property, const recipes::Recipe *recipe) override;
    void clear() override;

private:
    void showFields(const recipes::Property &property, const recipes::Recipe &recipe);
    void addField(const QString &label, const QString &value, const QString &fieldId, bool code);
    void showDashboard(const recipes::Recipe &recipe);
    void addDashboardEntry(const recipes::DashboardEntry &entry);
    void showNotes(const recipes::Property &property, const recipes::Recipe &recipe);
    void showErrors(const recipes::Recipe &recipe);

    Card *m_fields;
    Card *m_dashboard;
    Card *m_notes;
    Card *m_errors;
    QVBoxLayout *m_left;
    QVBoxLayout *m_right;
};

} // namespace countersign::ui
