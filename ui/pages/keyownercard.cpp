#include "ui/pages/keyownercard.h"

#include "core/keys/fingerprint.h"
#include "core/verify/wording.h"
#include "ui/models/texts.h"
#include "ui/pages/causelist.h"
#include "ui/pages/factlist.h"
#include "ui/pages/translation.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/styling.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {

using verify::KeyOwner;

QString remediesText(const verify::Verdict &verdict)
{
    const QStringList remedies = verify::remedies(verdict, translated);
    return remedies.size() > 1 ? u"• "_s + remedies.join(u"\n• "_s) : remedies.join(QString());
}

} // namespace

KeyOwnerCard::KeyOwnerCard(const KeyOwner &owner, QWidget *parent)
    : QWidget(parent)
{
    const recipes::Property &property = owner.property;
    auto *name = new ElidedLabel;
    name->setObjectName(u"ownerName"_s);
    name->setProperty("role", u"strong"_s);
    name->setText(property.name);
    auto *card = new Card;
    card->setAccessibleName(property.name);
    card->header()->addWidget(name);
    card->header()->addWidget(new Chip(owner.recipe->vendor));
    for (const QString &text : {property.environment, property.platform}) {
        if (!text.isEmpty()) {
            card->header()->addWidget(new Chip(text));
        }
    }
    if (property.archived) {
        card->header()->addWidget(new Chip(tr("Archived")));
    }
    card->header()->addStretch(1);
    card->body()->setSpacing(space::medium);
    card->body()->addWidget(makeFacts(owner));
    if (!owner.verdict.causes.isEmpty()) {
        card->body()->addWidget(makeCauses(owner));
    }
    if (const QString text = remediesText(owner.verdict); !text.isEmpty()) {
        card->body()->addWidget(makeLabel(tr("What to tell the developer"), TextRole::Strong));
        QLabel *advice = makeLabel(text);
        advice->setObjectName(u"ownerAdvice"_s);
        advice->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        card->body()->addWidget(advice);
    }
    card->body()->addLayout(makeButtons(owner));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(card);
}

QWidget *KeyOwnerCard::makeFacts(const KeyOwner &owner)
{
    auto *facts = new FactList;
    if (const keys::KeyVersion *version = owner.property.keys.find(owner.keyVersion)) {
        facts->addFact(tr("Key version"),
                       tr("v%1, %2").arg(version->number).arg(statusText(version->status).toLower()),
                       keys::describeKey(version->description), Tone::Neutral);
        facts->addCode(tr("Fingerprint"), keys::shortFingerprint(version->description.fingerprint));
    }
    facts->addFact(tr("Checked there"), verify::headline(owner.verdict, translated));
    return facts;
}

QWidget *KeyOwnerCard::makeCauses(const KeyOwner &owner)
{
    auto *causes = new CauseList;
    causes->showCauses(owner.verdict);
    return causes;
}

QLayout *KeyOwnerCard::makeButtons(const KeyOwner &owner)
{
    QPushButton *verify = makeButton(tr("Verify there"));
    verify->setObjectName(u"ownerVerify"_s);
    verify->setAccessibleName(tr("Verify with %1").arg(owner.property.name));
    QPushButton *keys = makeButton(tr("Show its keys"));
    keys->setObjectName(u"ownerKeys"_s);
    keys->setAccessibleName(tr("Show the keys of %1").arg(owner.property.name));
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(verify);
    buttons->addWidget(keys);
    buttons->addStretch(1);
    connect(verify, &QPushButton::clicked, this, &KeyOwnerCard::verifyRequested);
    connect(keys, &QPushButton::clicked, this, &KeyOwnerCard::keysRequested);
    return buttons;
}

} // namespace countersign::ui
