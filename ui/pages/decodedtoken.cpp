#include "ui/pages/decodedtoken.h"

#include "core/verify/tokencauses.h"
#include "core/verify/unwrap.h"
#include "core/verify/wording.h"
#include "ui/pages/causelist.h"
#include "ui/pages/claimtimes.h"
#include "ui/pages/factlist.h"
#include "ui/pages/translation.h"
#include "ui/widgets/card.h"
#include "ui/widgets/codeview.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/messagebanner.h"
#include "ui/widgets/styling.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {

constexpr int longestPart = 24;           // lines before a part scrolls
constexpr qsizetype longestShown = 32768; // characters before a part is cut

/// JSON as a person reads it; what is no JSON as it stands.
QString readable(const QByteArray &bytes)
{
    const Result<JsonValue> json = parseJson(bytes);
    QString text = QString::fromUtf8(json ? writeJson(*json, JsonLayout::Indented) : bytes);
    if (text.size() <= longestShown) {
        return text;
    }
    return text.left(longestShown) +
           DecodedToken::tr("\n… and %1 more characters").arg(QLocale().toString(text.size() - longestShown));
}

/// Where the token is wrong; what the cause means where that is not known.
QString detailOf(const verify::Cause &cause)
{
    const QString detail = cause.values.value(u"detail"_s);
    return detail.isEmpty() ? verify::causeSentence(cause, translated) : verify::capitalised(detail) + u'.';
}

CodeView *makeCodeView(const QString &objectName, const QString &name)
{
    auto *view = new CodeView(CodeView::Wrap::Anywhere);
    view->setObjectName(objectName);
    view->setAccessibleName(name);
    view->setSecret(true); // claims are a customer's data
    view->fitToContent(1, longestPart);
    return view;
}

} // namespace

DecodedToken::DecodedToken(const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_stack(new QStackedWidget)
    , m_summary(new MessageBanner)
    , m_header(makeCodeView(u"decodedHeader"_s, tr("Header")))
    , m_claims(makeCodeView(u"decodedClaims"_s, tr("Claims")))
    , m_signature(new FactList)
    , m_timesCard(new Card(tr("Times")))
    , m_times(new FactList)
    , m_findingsCard(new Card(tr("What is wrong with its form")))
    , m_findings(new CauseList)
{
    m_summary->setObjectName(u"decodeSummary"_s);
    m_summary->setDismissible(false);
    m_parts = makeParts();
    m_timesCard->body()->addWidget(m_times);
    m_findingsCard->body()->addWidget(m_findings);
    auto *cards = new QWidget;
    auto *layout = new QVBoxLayout(cards);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::medium);
    for (QWidget *widget :
         {static_cast<QWidget *>(m_summary), static_cast<QWidget *>(m_findingsCard), m_parts,
          static_cast<QWidget *>(m_timesCard), static_cast<QWidget *>(m_signatureCard)}) {
        layout->addWidget(widget);
    }
    layout->addStretch(1);
    m_stack->addWidget(
        new EmptyState(u"decode"_s, tr("Nothing pasted yet"),
                       tr("The token's header and claims appear here, its times in words, and what is wrong "
                          "with its form. Nothing is sent anywhere.")));
    m_stack->addWidget(cards);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_stack);
}

QWidget *DecodedToken::makeParts()
{
    auto *parts = new QWidget;
    auto *layout = new QHBoxLayout(parts);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::medium);
    layout->addWidget(makePart(tr("Header"), "header", m_header), 2);
    layout->addWidget(makePart(tr("Claims"), "claims", m_claims), 3);
    m_signatureCard = new Card(tr("Signature"));
    setStyleProperty(m_signatureCard->titleLabel(), "part", u"signature"_s);
    m_signatureCard->body()->addWidget(m_signature);
    return parts;
}

Card *DecodedToken::makePart(const QString &title, const char *part, CodeView *view)
{
    auto *card = new Card(title);
    setStyleProperty(card->titleLabel(), "part", QString::fromLatin1(part));
    card->body()->addWidget(view);
    card->body()->addStretch();
    return card;
}

void DecodedToken::showToken(const QString &token)
{
    if (token.trimmed().isEmpty()) {
        m_header->setText({});
        m_claims->setText({});
        m_times->clear();
        m_signature->clear();
        m_findings->clear();
        m_stack->setCurrentIndex(0);
        return;
    }
    const verify::Unwrapped bare = verify::unwrap(token);
    const jose::DecodedToken decoded = jose::decodeToken(bare.text.toUtf8());
    m_parts->setVisible(decoded.jwt.has_value());
    m_signatureCard->setVisible(decoded.jwt.has_value());
    m_timesCard->hide();
    if (decoded.jwt) {
        showParts(*decoded.jwt);
    }
    showFindings(token, decoded, bare);
    showSummary(decoded, bare);
    m_stack->setCurrentIndex(1);
}

void DecodedToken::showParts(const jose::UnverifiedJwt &jwt)
{
    m_header->setText(readable(jwt.headerJson));
    m_claims->setText(readable(jwt.payload));
    showSignature(jwt);
    showTimes(jwt);
}

void DecodedToken::showSignature(const jose::UnverifiedJwt &jwt)
{
    m_signature->clear();
    const QString algorithm = jwt.algorithm();
    m_signature->addFact(tr("Algorithm"), algorithm.isEmpty() ? tr("not stated") : algorithm.left(80));
    if (const QString keyId = jwt.keyId(); !keyId.isEmpty()) {
        m_signature->addCode(tr("Key id"), keyId.left(80));
    }
    m_signature->addFact(tr("Size"), jwt.signature.isEmpty()
                                         ? tr("no signature")
                                         : tr("%n bytes", nullptr, int(jwt.signature.size())));
}

void DecodedToken::showTimes(const jose::UnverifiedJwt &jwt)
{
    m_times->clear();
    const QList<ClaimTime> times = jwt.claims ? claimTimes(*jwt.claims, m_clock.now()) : QList<ClaimTime>();
    for (const ClaimTime &time : times) {
        m_times->addFact(time.name, time.text);
    }
    m_timesCard->setVisible(!times.isEmpty());
}

void DecodedToken::showFindings(const QString &token, const jose::DecodedToken &decoded,
                                const verify::Unwrapped &bare)
{
    m_findings->clear();
    const auto shape = decoded.jwt ? std::nullopt : verify::causeOfShape(token, tr("a signed token"));
    QList<verify::Cause> causes = shape ? QList{*shape} : verify::causesOf(decoded, {});
    if (!bare.isUnchanged() && !shape) {
        causes.prepend(verify::wrappingCause(bare));
    }
    for (const verify::Cause &cause : causes) {
        m_findings->addRow(verify::causeCode(cause.id),
                           verify::isRemark(cause.id) ? Tone::Attention : Tone::Bad,
                           verify::causeTitle(cause, translated), detailOf(cause));
    }
    m_findingsCard->setVisible(m_findings->count() > 0);
}

void DecodedToken::showSummary(const jose::DecodedToken &decoded, const verify::Unwrapped &bare)
{
    if (!decoded.jwt) {
        m_summary->showMessage(Tone::Bad, tr("This cannot be read as a token"),
                               tr("What it is instead, or where it is damaged, stands below."));
    } else if (!decoded.isAcceptable() || !bare.isUnchanged()) {
        m_summary->showMessage(Tone::Bad, tr("Readable, but no vendor should take it"),
                               tr("Nothing here was checked with a key."));
    } else {
        m_summary->showMessage(
            Tone::Neutral, tr("Read, not verified"),
            tr("Anybody can write these claims. To check the signature, open the property and go "
               "to Verify."));
    }
}

} // namespace countersign::ui
