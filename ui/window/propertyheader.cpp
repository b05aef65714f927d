#include "ui/window/propertyheader.h"

#include "ui/models/texts.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/styling.h"

#include <QHBoxLayout>

using namespace Qt::StringLiterals;

namespace countersign::ui {

PropertyHeader::PropertyHeader(QWidget *parent)
    : QWidget(parent)
    , m_name(new ElidedLabel)
    , m_vendor(new Chip)
    , m_environment(new Chip)
    , m_enforcement(new Chip)
    , m_archived(new Chip)
    , m_edit(makeButton(tr("Edit…")))
    , m_rotate(makeButton(tr("Rotate…")))
    , m_export(makeButton(tr("Export code…"), ButtonKind::Primary))
{
    m_name->setProperty("role", u"title"_s);
    m_name->setObjectName(u"propertyTitle"_s);
    m_edit->setObjectName(u"editProperty"_s);
    m_rotate->setObjectName(u"rotateKey"_s);
    m_export->setObjectName(u"exportCode"_s);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    layout->addWidget(m_name);
    for (Chip *chip : {m_vendor, m_environment, m_enforcement, m_archived}) {
        layout->addWidget(chip);
    }
    layout->addStretch(1);
    layout->addWidget(m_edit);
    layout->addWidget(m_rotate);
    layout->addWidget(m_export);
}

void PropertyHeader::show(const recipes::Property &property, const recipes::Recipe *recipe)
{
    m_name->setText(property.name);
    m_vendor->set(recipe ? recipe->vendor : property.recipeId, Tone::Neutral);
    m_environment->set(property.environment, Tone::Neutral);
    m_enforcement->set(recipe ? enforcementText(*recipe, property.enforcement) : QString(),
                       property.enforcement == recipes::Enforcement::On ? Tone::Good : Tone::Attention);
    m_archived->set(property.archived ? tr("Archived") : QString(), Tone::Neutral);
}

void PropertyHeader::clear()
{
    m_name->clear();
    for (Chip *chip : {m_vendor, m_environment, m_enforcement, m_archived}) {
        chip->set({}, Tone::Neutral);
    }
}

} // namespace countersign::ui
