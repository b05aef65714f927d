#include "ui/dialogs/newpassphrase.h"

#include "ui/widgets/fieldrow.h"
#include "ui/widgets/passphraseedit.h"
#include "ui/widgets/passphrasestrength.h"
#include "ui/widgets/secretbuffer.h"
#include "ui/widgets/styling.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {

constexpr int minimumCharacters = 8;

} // namespace

NewPassphrase::NewPassphrase(QWidget *parent)
    : NewPassphrase(tr("Passphrase"), tr("Passphrase again"), parent)
{
}

NewPassphrase::NewPassphrase(const QString &label, const QString &labelAgain, QWidget *parent)
    : QWidget(parent)
    , m_first(new PassphraseEdit)
    , m_second(new PassphraseEdit)
    , m_firstRow(new FieldRow(label, m_first))
    , m_secondRow(new FieldRow(labelAgain, m_second))
    , m_meter(new StrengthMeter)
{
    m_first->setObjectName(u"newPassphrase"_s);
    m_second->setObjectName(u"newPassphraseAgain"_s);
    m_firstRow->setHint(tr("Four or more unrelated words are easy to keep in mind and hard to guess."));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::small);
    layout->addWidget(m_firstRow);
    layout->addWidget(m_meter);
    layout->addSpacing(space::tiny);
    layout->addWidget(m_secondRow);
    setFocusProxy(m_first);
    connect(m_first, &PassphraseEdit::changed, this, &NewPassphrase::check);
    connect(m_second, &PassphraseEdit::changed, this, &NewPassphrase::check);
    connect(m_first, &PassphraseEdit::submitted, m_second,
            [this] { m_second->setFocus(Qt::TabFocusReason); });
    connect(m_second, &PassphraseEdit::submitted, this, &NewPassphrase::submitted);
}

bool NewPassphrase::isLongEnough() const
{
    return SecretBuffer::charactersIn(m_first->secret().bytes()) >= minimumCharacters;
}

bool NewPassphrase::isComplete() const
{
    return isLongEnough() && m_first->secret().equals(m_second->secret());
}

SecretBytes NewPassphrase::passphrase() const
{
    return m_first->secret().clone();
}

void NewPassphrase::check()
{
    m_meter->show(estimateStrength(m_first->secret()));
    m_firstRow->setProblem({});
    const bool differs = !m_second->isEmpty() && !m_first->secret().equals(m_second->secret());
    // While the second is still shorter it is being typed.
    const bool isTyped = m_second->secret().size() >= m_first->secret().size();
    m_secondRow->setProblem(differs && isTyped ? tr("The passphrases differ. Type the second again.")
                                               : QString());
    Q_EMIT changed();
}

void NewPassphrase::showProblems()
{
    if (!isLongEnough()) {
        m_firstRow->setProblem(tr("Use at least %n characters.", nullptr, minimumCharacters));
        m_first->setFocus();
    } else if (!isComplete()) {
        m_secondRow->setProblem(tr("The passphrases differ. Type the second again."));
        m_second->setFocus();
    }
}

void NewPassphrase::clear()
{
    m_first->clear();
    m_second->clear();
    m_firstRow->setProblem({});
    m_secondRow->setProblem({});
}

} // namespace countersign::ui
