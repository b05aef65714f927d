#include "ui/pages/causelist.h"

#include "core/verify/wording.h"
#include "ui/pages/translation.h"

#include <QGridLayout>
#include <QVariant>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {

constexpr int codeWidth = 190;

/// "IDV-NOT-A-PROOF-USERID" breaks at its hyphens where it is too long for its column.
QLabel *makeCode(const QString &code, Tone tone)
{
    QLabel *label = makeCodeLabel(code);
    label->setFixedWidth(codeWidth);
    label->setProperty("verdict", QString::fromLatin1(toneName(tone)));
    label->setObjectName(u"causeCode"_s);
    return label;
}

QLabel *makeText(const QString &title, const QString &sentence)
{
    auto *label = makeLabel({});
    label->setTextFormat(Qt::RichText);
    label->setText(u"<b>%1.</b> %2"_s.arg(title.toHtmlEscaped(), sentence.toHtmlEscaped()));
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setAccessibleName(title);
    label->setAccessibleDescription(sentence);
    return label;
}

} // namespace

CauseList::CauseList(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QGridLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setHorizontalSpacing(space::large);
    m_layout->setVerticalSpacing(space::medium);
    m_layout->setColumnStretch(1, 1);
}

void CauseList::showCauses(const verify::Verdict &verdict)
{
    clear();
    for (const verify::Cause &cause : verdict.causes) {
        const bool isFault = verdict.kind == verify::VerdictKind::Failed && !verify::isRemark(cause.id);
        addRow(verify::causeCode(cause.id), isFault ? Tone::Bad : Tone::Attention,
               verify::causeTitle(cause, translated), verify::causeSentence(cause, translated));
    }
}

void CauseList::addRow(const QString &code, Tone tone, const QString &title, const QString &sentence)
{
    m_layout->addWidget(makeCode(code, tone), m_rows, 0, Qt::AlignTop);
    m_layout->addWidget(makeText(title, sentence), m_rows, 1, Qt::AlignTop);
    ++m_rows;
}

void CauseList::clear()
{
    while (QLayoutItem *item = m_layout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_rows = 0;
}

} // namespace countersign::ui
