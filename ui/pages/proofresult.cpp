#include "ui/pages/proofresult.h"

#include "core/keys/fingerprint.h"
#include "ui/models/texts.h"
#include "ui/pages/factlist.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/codeview.h"
#include "ui/widgets/messagebanner.h"
#include "ui/widgets/svgicon.h"
#include "ui/widgets/tokenview.h"

#include <QBoxLayout>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {

QString indented(const QByteArray &json)
{
    const Result<JsonValue> value = parseJson(json);
    return QString::fromUtf8(value ? writeJson(*value, JsonLayout::Indented) : json);
}

CodeView *addCode(Card *card, const QString &objectName)
{
    auto *view = new CodeView(CodeView::Wrap::Anywhere);
    view->setObjectName(objectName);
    view->fitToContent(1, 14);
    card->body()->addWidget(view);
    return view;
}

} // namespace

ProofResult::ProofResult(QWidget *parent)
    : QWidget(parent)
    , m_banner(new MessageBanner)
    , m_valueCard(new Card)
    , m_algorithm(new Chip)
    , m_token(new TokenView)
    , m_copy(makeButton(tr("Copy")))
    , m_headerCard(new Card(tr("Header")))
    , m_claimsCard(new Card)
    , m_header(addCode(m_headerCard, u"proofHeader"_s))
    , m_claims(addCode(m_claimsCard, u"proofClaims"_s))
    , m_signedNote(makeLabel({}, TextRole::Hint))
    , m_madeCard(new Card(tr("Made with")))
    , m_facts(new FactList)
{
    m_header->setAccessibleName(tr("Header"));
    m_claims->setAccessibleName(tr("What is signed"));
    m_copy->setObjectName(u"copyProof"_s);
    m_copy->setIcon(themedIcon(u"copy"_s));
    m_token->setObjectName(u"proofValue"_s);
    m_valueCard->header()->addWidget(m_algorithm);
    m_valueCard->header()->addStretch();
    m_valueCard->header()->addWidget(m_copy);
    m_valueCard->body()->addWidget(m_token);
    m_madeCard->body()->addWidget(m_facts);
    setStyleProperty(m_headerCard->titleLabel(), "part", u"header"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::large);
    layout->addWidget(m_banner);
    layout->addWidget(m_valueCard);
    m_parts = makeParts();
    layout->addWidget(m_parts);
    layout->addWidget(m_madeCard);
    layout->addStretch(1);
    connect(m_copy, &QPushButton::clicked, this, &ProofResult::copyRequested);
    clear();
}

QWidget *ProofResult::makeParts()
{
    m_headerCard->body()->addStretch();
    m_claimsCard->body()->addWidget(m_signedNote);
    m_claimsCard->body()->addStretch();
    auto *parts = new QWidget;
    auto *layout = new QHBoxLayout(parts);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::large);
    layout->addWidget(m_headerCard, 2);
    layout->addWidget(m_claimsCard, 3);
    return parts;
}

void ProofResult::setRule(const recipes::ProofRule &rule)
{
    m_rule = &rule;
    const bool isToken = rule.jwt();
    m_valueCard->setTitle(isToken ? tr("Signed token") : tr("Hash"));
    m_headerCard->setVisible(isToken);
    m_claimsCard->setTitle(isToken ? tr("Claims") : tr("What is hashed"));
    setStyleProperty(m_claimsCard->titleLabel(), "part", isToken ? u"claims"_s : QString());
    m_algorithm->set(isToken ? crypto::algorithmName(rule.jwt()->algorithm) : crypto::macName(rule.hash()),
                     Tone::Neutral);
}

void ProofResult::setKey(const keys::KeyVersion *version,
                         const std::optional<std::chrono::seconds> &expiresIn)
{
    m_madeCard->setVisible(version && m_rule);
    if (!version || !m_rule) {
        return;
    }
    Shown shown{m_rule, *version, expiresIn};
    if (m_shown == shown) { // as with every character typed
        return;
    }
    m_shown = std::move(shown);
    m_facts->clear();
    addKeyFacts(*version);
    //: what the vendor calls the hash or token: userHash, JWT_TOKEN
    m_facts->addCode(tr("Passed as"), m_rule->tagName);
    if (const recipes::JwtRule *jwt = m_rule->jwt()) {
        addExpiryFact(*jwt, expiresIn);
    }
    m_facts->addFact(tr("Evidence"), evidenceExplanation(m_rule->evidence));
}

void ProofResult::addKeyFacts(const keys::KeyVersion &version)
{
    m_facts->addFact(tr("Key version"),
                     tr("v%1, %2").arg(version.number).arg(statusText(version.status).toLower()),
                     keys::describeKey(version.description), Tone::Neutral);
    m_facts->addCode(tr("Fingerprint"), keys::shortFingerprint(version.description.fingerprint));
    if (version.status != keys::KeyStatus::Current) {
        m_facts->addFact({},
                         tr("Not the current version: the vendor takes this proof only while its dashboard "
                            "holds this key."));
    }
}

void ProofResult::addExpiryFact(const recipes::JwtRule &rule,
                                const std::optional<std::chrono::seconds> &expiresIn)
{
    m_facts->addFact(tr("Expires"), expiresIn ? tr("%1 after it is made").arg(describeDuration(*expiresIn))
                                              : rule.expirationNote);
}

void ProofResult::awaitProof()
{
    m_copy->setEnabled(false);
}

void ProofResult::showProof(const recipes::Proof &proof)
{
    m_banner->clear();
    m_proof = proof;
    m_copy->setEnabled(true);
    m_token->setToken(proof.value);
    const QString size = tr("%n bytes", nullptr, int(proof.signedBytes.size()));
    if (proof.headerJson.isEmpty()) {
        m_claims->setText(QString::fromUtf8(proof.signedBytes));
        m_signedNote->setText(tr("%1 in UTF-8, nothing before or after.").arg(size));
    } else {
        m_header->setText(indented(proof.headerJson));
        m_claims->setText(indented(proof.payloadJson));
        m_signedNote->setText(
            tr("Signed: the first two parts of the token and the dot between them, %1.").arg(size));
    }
    m_parts->show();
}

void ProofResult::showNothing(const QString &reason)
{
    m_banner->clear();
    m_proof = {};
    m_copy->setEnabled(false);
    m_token->clear();
    m_token->setPlaceholderText(reason);
    m_header->setText({});
    m_claims->setText({});
    m_parts->hide();
}

void ProofResult::showError(const Error &error)
{
    showNothing({});
    m_banner->showError(error);
}

void ProofResult::clear()
{
    showNothing({});
    m_facts->clear();
    m_shown.reset();
    m_madeCard->hide();
    m_rule = nullptr;
}

} // namespace countersign::ui
