#include "ui/dialogs/rotatekeydialog.h"

#include "ui/dialogs/keyentry.h"

#include <QButtonGroup>
#include <QRadioButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace countersign::ui {
namespace {

QString titleFor(const recipes::Property &property, Rotation kind)
{
    if (property.keys.isEmpty()) {
        return RotateKeyDialog::tr("Add the first key of %1").arg(property.name);
    }
    return kind == Rotation::RotateAndRevoke
               ? RotateKeyDialog::tr("Rotate %1 and revoke now").arg(property.name)
               : RotateKeyDialog::tr("Rotate the key of %1").arg(property.name);
}

QString primaryFor(const recipes::Property &property, Rotation kind)
{
    if (property.keys.isEmpty()) {
        return RotateKeyDialog::tr("Add key");
    }
    return kind == Rotation::RotateAndRevoke ? RotateKeyDialog::tr("Rotate and revoke")
                                             : RotateKeyDialog::tr("Rotate");
}

} // namespace

RotateKeyDialog::RotateKeyDialog(const recipes::Recipe &recipe, const recipes::Property &property,
                                 Rotation kind, QWidget *parent)
    : RequestDialog(titleFor(property, kind), primaryFor(property, kind), parent)
    , m_key(new KeyEntry(recipe, LaterChoice::Absent))
    , m_standby(new QRadioButton(tr("Keep the new version on standby"), this))
    , m_kind(kind)
{
    setObjectName(u"rotateKeyDialog"_s);
    m_standby->setObjectName(u"keepOnStandby"_s);
    m_standby->hide();
    body()->addWidget(m_key);
    const keys::KeyVersion *current = property.keys.current();
    if (kind == Rotation::RotateAndRevoke) {
        addRevocationWarning(recipe, property);
    } else if (current) {
        addTiming(recipe, *current);
    }
    connect(m_key, &KeyEntry::changed, this, &RotateKeyDialog::refresh);
    connect(m_key, &KeyEntry::submitted, this, &RotateKeyDialog::submit);
    setMinimumWidth(560);
    m_key->setFocus();
    refresh();
}

/// Where the customer makes the key it is made first and used later; a key that the vendor shows is in force.
void RotateKeyDialog::addTiming(const recipes::Recipe &recipe, const keys::KeyVersion &current)
{
    auto *now = new QRadioButton(tr("Make the new version current now"), this);
    now->setObjectName(u"makeCurrentNow"_s);
    // Without a group of their own, the buttons of the key entry further down would count among them.
    auto *group = new QButtonGroup(this);
    group->addButton(m_standby);
    group->addButton(now);
    const bool isMadeHere = recipe.key.issuer == recipes::KeyIssuer::Customer;
    (isMadeHere ? m_standby : now)->setChecked(true);
    auto *explanation = makeLabel(tr("v%1 becomes previous: proofs made with it still verify here, new ones "
                                     "are made with the new version.")
                                          .arg(current.number) +
                                      u' ' + recipe.rotation.consequence,
                                  TextRole::Hint);
    auto *standbyExplanation =
        makeLabel(tr("v%1 stays current until you promote the new version, when %2 and your server have it.")
                      .arg(current.number)
                      .arg(recipe.vendor),
                  TextRole::Hint);
    m_standby->show();
    body()->addWidget(makeLine());
    for (const auto &[choice, text] :
         {std::pair{m_standby, standbyExplanation}, std::pair{now, explanation}}) {
        text->setContentsMargins(24, 0, 0, space::tiny);
        choice->setAccessibleDescription(text->text());
        auto *pair = new QVBoxLayout;
        pair->setSpacing(space::small);
        pair->addWidget(choice);
        pair->addWidget(text);
        body()->addLayout(pair);
    }
}

void RotateKeyDialog::addRevocationWarning(const recipes::Recipe &recipe, const recipes::Property &property)
{
    setButtonKind(primary(), ButtonKind::Danger);
    cancel()->setDefault(true);
    QStringList revoked;
    for (const keys::KeyVersion &version : property.keys.versions()) {
        if (keys::canVerify(version.status)) {
            revoked << u"v%1"_s.arg(version.number);
        }
    }
    addNotice(Tone::Bad, tr("Every proof made with %1 fails from now on.").arg(revoked.join(u", "_s)),
              recipe.rotation.consequence);
}

KeyRequest RotateKeyDialog::request() const
{
    return m_key->request();
}

Rotation RotateKeyDialog::rotation() const
{
    return m_kind == Rotation::Rotate && m_standby->isChecked() ? Rotation::Standby : m_kind;
}

void RotateKeyDialog::submit()
{
    if (m_key->isComplete()) {
        RequestDialog::submit();
    }
}

void RotateKeyDialog::refresh()
{
    primary()->setEnabled(m_key->isComplete());
}

} // namespace countersign::ui
