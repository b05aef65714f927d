#include "ui/pages/decodepage.h"

#include "core/verify/proofform.h"
#include "ui/pages/decodedtoken.h"
#include "ui/pages/pasteedit.h"
#include "ui/pages/translation.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/fieldrow.h"

#include <QHBoxLayout>
#include <QScrollArea>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace countersign::ui {

namespace {

constexpr int tokenWidth = 380;
constexpr auto pauseInTyping = 120ms;

} // namespace

DecodePage::DecodePage(const PageContext &context, QWidget *parent)
    : ToolPage(context, parent)
    , m_token(new PasteEdit)
    , m_tokenRow(new FieldRow(tr("Token"), m_token))
    , m_decoded(new DecodedToken(context.clock))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::wide);
    layout->addWidget(makeTokenCard());
    layout->addWidget(makeScrollArea(m_decoded), 1);
    m_delay.setSingleShot(true);
    m_delay.setInterval(pauseInTyping);
    connect(&m_delay, &QTimer::timeout, this, &DecodePage::decode);
    connect(m_token, &PasteEdit::edited, this, &DecodePage::scheduleDecoding);
    setFocusProxy(m_token);
    decode();
}

QWidget *DecodePage::makeTokenCard()
{
    m_token->setObjectName(u"decodeToken"_s);
    m_token->setPlaceholderText(tr("Paste a token (JWT). It stays on this computer."));
    auto *card = new Card(tr("Pasted"));
    card->header()->addStretch();
    card->header()->addWidget(new Chip(tr("Uses no key"), Tone::Neutral));
    card->setFixedWidth(tokenWidth);
    card->body()->addWidget(m_tokenRow, 1);
    return card;
}

void DecodePage::setToken(const QString &token)
{
    m_token->setText(token);
    decode();
}

void DecodePage::clear()
{
    m_token->clearForGood();
    decode();
}

void DecodePage::scheduleDecoding()
{
    m_delay.start();
}

void DecodePage::decode()
{
    m_delay.stop();
    const QString omission = m_token->omission();
    const QString form = verify::describeProofForm(m_token->text(), translated);
    m_tokenRow->setHint(omission.isEmpty() ? form : form + u' ' + omission);
    m_decoded->showToken(m_token->text());
}

} // namespace countersign::ui
