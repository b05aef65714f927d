#include "ui/dialogs/confirmkeydialog.h"

#include "ui/widgets/fieldrow.h"

#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace countersign::ui {
namespace {

struct Words
{
    QString title;
    QString action;
    QString sentence;
    QString detail;
};

Words promotionWords(const recipes::Recipe &recipe, const recipes::Property &property, int version)
{
    const keys::KeyVersion *current = property.keys.current();
    const QString old =
        current ? ConfirmKeyDialog::tr("v%1 becomes previous: it still verifies, and no longer signs.")
                      .arg(current->number)
                : QString();
    return {ConfirmKeyDialog::tr("Make v%1 current").arg(version), ConfirmKeyDialog::tr("Make current"),
            ConfirmKeyDialog::tr("New proofs of %1 are made with v%2.")
                .arg(property.name, QString::number(version)),
            (old + u' ' + recipe.rotation.consequence).trimmed()};
}

Words revocationWords(const recipes::Property &property, int version)
{
    const keys::KeyVersion *current = property.keys.current();
    const bool isCurrent = current && current->number == version;
    return {ConfirmKeyDialog::tr("Revoke v%1").arg(version), ConfirmKeyDialog::tr("Revoke"),
            ConfirmKeyDialog::tr("Every proof made with v%1 fails from now on.").arg(version),
            isCurrent ? ConfirmKeyDialog::tr(
                            "It is the current version: %1 then has no key to sign with until another "
                            "version is made current.")
                            .arg(property.name)
                      : ConfirmKeyDialog::tr(
                            "The key stays in the vault, so that a proof made with it can be named. It "
                            "can be made current again.")};
}

Words destructionWords(int version)
{
    return {ConfirmKeyDialog::tr("Destroy v%1").arg(version), ConfirmKeyDialog::tr("Destroy for good"),
            ConfirmKeyDialog::tr("The key of v%1 is erased. This cannot be undone.").arg(version),
            ConfirmKeyDialog::tr(
                "Nothing made with it can be verified or explained any more; only its fingerprint and "
                "dates stay.")};
}

Words wordsFor(const recipes::Recipe &recipe, const recipes::Property &property, int version, KeyStep step)
{
    switch (step) {
    case KeyStep::Promote:
        return promotionWords(recipe, property, version);
    case KeyStep::Revoke:
        return revocationWords(property, version);
    case KeyStep::Destroy:
        return destructionWords(version);
    }
    return {};
}

} // namespace

ConfirmKeyDialog::ConfirmKeyDialog(const recipes::Recipe &recipe, const recipes::Property &property,
                                   int version, KeyStep step, QWidget *parent)
    : RequestDialog(wordsFor(recipe, property, version, step).title,
                    wordsFor(recipe, property, version, step).action, parent)
{
    setObjectName(u"confirmKeyDialog"_s);
    const Words words = wordsFor(recipe, property, version, step);
    const bool isDangerous = step != KeyStep::Promote;
    addNotice(isDangerous ? Tone::Bad : Tone::Accent, words.sentence, words.detail);
    if (isDangerous) {
        setButtonKind(primary(), ButtonKind::Danger);
        cancel()->setDefault(true);
    }
    if (step == KeyStep::Destroy) {
        addTypedConfirmation(version);
    }
    body()->addStretch();
    setMinimumWidth(480);
    check();
}

void ConfirmKeyDialog::addTypedConfirmation(int version)
{
    m_expected = tr("destroy v%1").arg(version);
    m_typed = new QLineEdit;
    m_typed->setObjectName(u"typedConfirmation"_s);
    auto *row = new FieldRow(tr("Type “%1” to go on").arg(m_expected), m_typed);
    body()->addWidget(row);
    connect(m_typed, &QLineEdit::textChanged, this, &ConfirmKeyDialog::check);
}

void ConfirmKeyDialog::check()
{
    primary()->setEnabled(!m_typed || m_typed->text().trimmed() == m_expected);
}

void ConfirmKeyDialog::showError(const Error &error)
{
    RequestDialog::showError(error);
    check();
}

} // namespace countersign::ui
