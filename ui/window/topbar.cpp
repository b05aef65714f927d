#include "ui/window/topbar.h"

#include "ui/widgets/chip.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/styling.h"

#include <QFileInfo>
#include <QHBoxLayout>

using namespace Qt::StringLiterals;

namespace countersign::ui {

TopBar::TopBar(const QList<Tool> &tools, QWidget *parent)
    : QWidget(parent)
    , m_name(new ElidedLabel)
    , m_state(new Chip)
    , m_lock(makeButton(tr("Lock")))
{
    setAttribute(Qt::WA_StyledBackground);
    setProperty("surface", u"bar"_s);
    m_name->setProperty("role", u"strong"_s);
    m_name->setObjectName(u"vaultName"_s);
    m_state->setObjectName(u"vaultState"_s);
    m_lock->setObjectName(u"lockButton"_s);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(space::medium, 6, space::medium, 6);
    layout->setSpacing(space::small);
    layout->addWidget(m_name);
    layout->addWidget(m_state);
    layout->addStretch();
    for (const Tool &tool : tools) {
        QPushButton *button = makeButton(tool.title);
        button->setObjectName(tool.id + u"Button"_s);
        connect(button, &QPushButton::clicked, this, [this, id = tool.id] { Q_EMIT toolChosen(id); });
        layout->addWidget(button);
        if (tool.needs == ToolNeeds::OpenVault) {
            m_vaultTools << button;
        }
    }
    layout->addWidget(m_lock);
    showNoVault();
}

void TopBar::showNoVault()
{
    m_name->setText(u"Countersign"_s);
    m_state->set({}, Tone::Neutral);
    setUnlocked(false);
}

void TopBar::showVault(const QString &path, bool unlocked)
{
    m_name->setText(QFileInfo(path).completeBaseName());
    m_name->setToolTip(path);
    m_state->set(unlocked ? tr("Unlocked") : tr("Locked"), unlocked ? Tone::Good : Tone::Neutral);
    setUnlocked(unlocked);
}

void TopBar::setUnlocked(bool unlocked)
{
    m_lock->setVisible(unlocked);
    for (QPushButton *button : m_vaultTools) {
        button->setVisible(unlocked);
    }
}

} // namespace countersign::ui
