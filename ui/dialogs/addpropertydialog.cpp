#include "ui/dialogs/addpropertydialog.h"

#include "ui/dialogs/keyentry.h"
#include "ui/dialogs/propertyform.h"
#include "ui/dialogs/vendorcard.h"

#include <QButtonGroup>
#include <QGridLayout>
#include <QScrollArea>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace countersign::ui {

AddPropertyDialog::AddPropertyDialog(const recipes::RecipeCatalog &catalog, QWidget *parent)
    : RequestDialog(tr("Add a property"), tr("Next"), parent)
    , m_catalog(catalog)
    , m_progress(makeLabel({}, TextRole::Muted))
    , m_steps(new QStackedWidget)
    , m_vendors(new QButtonGroup(this))
    , m_back(makeButton(tr("Back")))
{
    setObjectName(u"addPropertyDialog"_s);
    m_back->setObjectName(u"backButton"_s);
    m_progress->setObjectName(u"stepLabel"_s);
    body()->addWidget(m_progress);
    body()->addWidget(m_steps, 1);
    buttons()->insertWidget(0, m_back);
    m_steps->addWidget(makeVendorStep());
    connect(m_back, &QPushButton::clicked, this, [this] { goTo(Step(m_steps->currentIndex() - 1)); });
    resize(620, 600);
    goTo(VendorStep);
    m_vendors->buttons().constFirst()->setFocus();
}

QWidget *AddPropertyDialog::makeVendorStep()
{
    auto *page = new QWidget;
    auto *grid = new QGridLayout(page);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(space::medium);
    int cell = 0;
    for (const recipes::Recipe &recipe : m_catalog.recipes()) {
        grid->addWidget(makeVendorCard(recipe), cell / 2, cell % 2);
        ++cell;
    }
    grid->setRowStretch(cell / 2 + 1, 1);
    return makeScrollArea(page);
}

QPushButton *AddPropertyDialog::makeVendorCard(const recipes::Recipe &recipe)
{
    auto *card = new VendorCard(recipe);
    card->setObjectName(u"vendor-"_s + recipe.id);
    m_vendors->addButton(card);
    connect(card, &QPushButton::clicked, this, [this, &recipe] { chooseRecipe(recipe); });
    connect(card, &VendorCard::chosen, this, [this, &recipe] {
        chooseRecipe(recipe);
        submit();
    });
    return card;
}

void AddPropertyDialog::chooseRecipe(const recipes::Recipe &recipe)
{
    if (m_recipe != &recipe) {
        m_recipe = &recipe;
        while (m_steps->count() > 1) {
            QWidget *old = m_steps->widget(1);
            m_steps->removeWidget(old);
            old->deleteLater();
        }
        m_form = new PropertyForm(recipe, FormExtent::Short);
        m_key = new KeyEntry(recipe, LaterChoice::Offered);
        m_steps->addWidget(makeScrollArea(m_form));
        m_steps->addWidget(makeScrollArea(m_key));
        connect(m_key, &KeyEntry::changed, this, &AddPropertyDialog::refresh);
        connect(m_key, &KeyEntry::submitted, this, &AddPropertyDialog::submit);
    }
    refresh();
}

void AddPropertyDialog::goTo(Step step)
{
    m_steps->setCurrentIndex(step);
    if (step == DetailsStep) {
        m_form->focusField(u"name"_s);
    } else if (step == KeyStep) {
        m_key->setFocus();
    }
    refresh();
}

void AddPropertyDialog::refresh()
{
    const int step = m_steps->currentIndex();
    const QStringList names = {tr("Choose the vendor"), tr("Details"), tr("Key")};
    const QString vendor = m_recipe && step > 0 ? u" · "_s + m_recipe->vendor : QString();
    m_progress->setText(tr("Step %1 of 3: %2").arg(step + 1).arg(names.at(step)) + vendor);
    m_back->setVisible(step > VendorStep);
    primary()->setText(step == KeyStep ? tr("Add property") : tr("Next"));
    primary()->setEnabled(step == VendorStep ? m_recipe != nullptr : step != KeyStep || m_key->isComplete());
}

void AddPropertyDialog::submit()
{
    switch (Step(m_steps->currentIndex())) {
    case VendorStep:
        if (m_recipe) {
            goTo(DetailsStep);
        }
        break;
    case DetailsStep:
        if (m_form->isValid()) {
            goTo(KeyStep);
        } else {
            m_form->showAllProblems();
        }
        break;
    case KeyStep:
        if (m_key->isComplete()) {
            Q_EMIT submitted();
        }
        break;
    }
}

AddPropertyRequest AddPropertyDialog::request() const
{
    return {m_form->enteredProperty(), m_key->request()};
}

void AddPropertyDialog::showError(const Error &error)
{
    RequestDialog::showError(error);
    refresh();
}

} // namespace countersign::ui
