#include "ui/pages/rotationcard.h"

#include "ui/models/texts.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/styling.h"

#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace countersign::ui {
namespace {

const keys::KeyVersion *standbyOf(const recipes::Property &property)
{
    const auto &versions = property.keys.versions();
    const auto found = std::ranges::find(versions.rbegin(), versions.rend(), keys::KeyStatus::Standby,
                                         &keys::KeyVersion::status);
    return found == versions.rend() ? nullptr : &*found;
}

/// A numbered step, or a tick for one that is done.
QWidget *makeStep(int number, const QString &text, bool isDone)
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::medium);
    auto *badge = new Chip(isDone ? u"✓"_s : QString::number(number), isDone ? Tone::Good : Tone::Accent);
    badge->setProperty("shape", u"badge"_s);
    badge->setAlignment(Qt::AlignCenter);
    badge->setAccessibleName(isDone ? RotationCard::tr("Step %1, done").arg(number)
                                    : RotationCard::tr("Step %1").arg(number));
    layout->addWidget(badge, 0, Qt::AlignTop);
    layout->addWidget(makeLabel(text, isDone ? TextRole::Muted : TextRole::Body), 1);
    return row;
}

} // namespace

RotationCard::RotationCard(QWidget *parent)
    : QWidget(parent)
    , m_card(new Card(tr("Rotation")))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_card);
    clear();
}

void RotationCard::clear()
{
    rebuild();
}

void RotationCard::rebuild()
{
    delete m_content;
    m_content = new QWidget;
    auto *layout = new QVBoxLayout(m_content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::small);
    m_card->body()->addWidget(m_content);
}

void RotationCard::showProperty(const recipes::Property &property, const recipes::Recipe &recipe)
{
    rebuild();
    const keys::KeyVersion *standby = standbyOf(property);
    m_card->setTitle(standby ? tr("Rotation in progress") : tr("Rotation"));
    m_content->layout()->addWidget(makeLabel(recipe.rotation.consequence, TextRole::Muted));
    addButtons(property, standby); // above the steps, where they are seen without scrolling
    addSteps(recipe, standby != nullptr);
}

void RotationCard::addSteps(const recipes::Recipe &recipe, bool isUnderWay)
{
    const QStringList &steps = recipe.rotation.steps;
    for (int i = 0; i < steps.size(); ++i) {
        m_content->layout()->addWidget(makeStep(i + 1, pathText(steps[i]), isUnderWay && i == 0));
    }
}

void RotationCard::addButtons(const recipes::Property &property, const keys::KeyVersion *standby)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(space::small);
    const auto add = [&](const QString &text, ButtonKind kind, const QString &name, auto action) {
        QPushButton *button = makeButton(text, kind);
        button->setObjectName(name);
        connect(button, &QPushButton::clicked, this, action);
        row->addWidget(button);
    };
    if (standby) {
        const int version = standby->number;
        add(tr("Promote v%1…").arg(version), ButtonKind::Primary, u"promoteStandby"_s,
            [this, version] { Q_EMIT promoteRequested(version); });
        if (standby->description.type != crypto::KeyType::Secret) {
            add(tr("Copy public key of v%1").arg(version), ButtonKind::Secondary, u"copyStandbyPublicKey"_s,
                [this, version] { Q_EMIT copyPublicKeyRequested(version); });
        }
        add(tr("Set v%1 aside").arg(version), ButtonKind::Secondary, u"setStandbyAside"_s,
            [this, version] { Q_EMIT setAsideRequested(version); });
    } else if (property.keys.isEmpty()) {
        add(tr("Add the first key…"), ButtonKind::Primary, u"addFirstKey"_s,
            [this] { Q_EMIT rotateRequested(); });
    } else {
        add(tr("Rotate…"), ButtonKind::Secondary, u"startRotation"_s, [this] { Q_EMIT rotateRequested(); });
        add(tr("Rotate and revoke now…"), ButtonKind::Danger, u"rotateAndRevoke"_s,
            [this] { Q_EMIT revokingRotationRequested(); });
    }
    row->addStretch();
    static_cast<QVBoxLayout *>(m_content->layout())->addLayout(row);
}

} // namespace countersign::ui
