#pragma once

#include "core/recipes/property.h"
#include "ui/pages/propertypage.h"

class QStackedWidget;

namespace countersign::ui {

class EmptyState;
class ProofForm;
class ProofMaker;
class ProofResult;

/// Proof: a hash or token for a visitor, made as one types.
class ProofPage final : public PropertyPage
{
    Q_OBJECT

public:
    explicit ProofPage(const PageContext &context, QWidget *parent = nullptr);

    void showProperty(const recipes::Property *property, const recipes::Recipe *recipe) override;
    void clear() override;

private:
    QWidget *makeColumns();
    void refresh();
    void copyProof();

    recipes::Property m_property;
    const recipes::Recipe *m_recipe = nullptr;
    QStackedWidget *m_stack;
    EmptyState *m_noKey;
    ProofForm *m_form;
    ProofResult *m_result;
    ProofMaker *m_maker;
};

} // namespace countersign::ui
