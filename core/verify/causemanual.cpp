#include "core/verify/causemanual.h"

#include "core/verify/causetable_p.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace countersign::verify {

namespace {

constexpr const char *opening = R"(# Causes

Every reason for which a proof fails, and every remark beside one that verifies, has an id that never changes. It is
the same in the window, on the command line, in a checked list and in a report. Words in *italics* stand for what was
found in the case at hand.

<!-- Written by the target update-causes-manual from the table of causes; do not edit. -->
)";

struct Chapter
{
    const char *title;
    const char *lead;
    std::span<const CauseRow> rows;
};

/// {claim} becomes *claim*, and what Markdown would take for its own is shown as it stands.
QString markdown(const char *text)
{
    static const QRegularExpression placeholder(u"\\{([a-zA-Z]+)\\}"_s);
    QString shown = QString::fromUtf8(text);
    shown.replace(u"*"_s, u"\\*"_s).replace(u"_"_s, u"\\_"_s).replace(u"<"_s, u"\\<"_s);
    shown.remove(u"{hint}"_s).remove(u"{advice}"_s);
    shown.replace(placeholder, u"*\\1*"_s);
    return shown.replace(u"*keyVersion*"_s, u"*number*"_s).replace(u"*since*"_s, u"*date*"_s);
}

QString capitalized(QString text)
{
    for (QChar &character : text) {
        if (character.isLetter()) {
            character = character.toUpper();
            break;
        }
        if (character == u'*') { // a placeholder comes first: it stays as it is
            break;
        }
    }
    return text;
}

QString entry(const CauseRow &row)
{
    const QString kind = isRemark(row.id) ? u" A remark: alone it is no reason to fail."_s : QString();
    return u"\n### %1\n\n**%2.** %3%4\n\n*What to do:* %5\n"_s.arg(
        QString::fromLatin1(row.texts.code), capitalized(markdown(row.texts.title)),
        capitalized(markdown(row.texts.sentence)), kind, markdown(row.texts.remedy));
}

} // namespace

QByteArray causesManual()
{
    const Chapter chapters[] = {
        {"Which key", "About the key the proof was made with.", keyCauses()},
        {"Which text", "About the text that was hashed.", messageCauses()},
        {"How the hash was made", "About the hash function and how its result is written.",
         constructionCauses()},
        {"Tokens", "About the token itself: its form, its header and its signature.", tokenCauses()},
        {"Claims", "About what a token says.", claimCauses()},
        {"Not a proof, or nothing to check with", "About what was pasted, and what is missing here.",
         otherCauses()},
    };
    QString page = QString::fromUtf8(opening);
    for (const Chapter &chapter : chapters) {
        page +=
            u"\n## %1\n\n%2\n"_s.arg(QString::fromLatin1(chapter.title), QString::fromLatin1(chapter.lead));
        for (const CauseRow &row : chapter.rows) {
            page += entry(row);
        }
    }
    return page.toUtf8();
}

} // namespace countersign::verify
