#pragma once

#include "core/base/clock.h"
#include "core/jose/jwt.h"

#include <QWidget>

class QLabel;
class QStackedWidget;

namespace countersign::verify {
struct Unwrapped;
}

namespace countersign::ui {

class Card;
class CauseList;
class CodeView;
class FactList;
class MessageBanner;

/// The three parts of a token under their names and in their colours, its times in words, and everything that
/// is wrong with its form.
class DecodedToken final : public QWidget
{
    Q_OBJECT

public:
    explicit DecodedToken(const Clock &clock, QWidget *parent = nullptr);

    void showToken(const QString &token);

private:
    QWidget *makeParts();
    Card *makePart(const QString &title, const char *part, CodeView *view);
    void showParts(const jose::UnverifiedJwt &jwt);
    void showSignature(const jose::UnverifiedJwt &jwt);
    void showTimes(const jose::UnverifiedJwt &jwt);
    void showFindings(const QString &token, const jose::DecodedToken &decoded, const verify::Unwrapped &bare);
    void showSummary(const jose::DecodedToken &decoded, const verify::Unwrapped &bare);

    const Clock &m_clock;
    QStackedWidget *m_stack;
    MessageBanner *m_summary;
    QWidget *m_parts;
    CodeView *m_header;
    CodeView *m_claims;
    FactList *m_signature;
    Card *m_signatureCard = nullptr;
    Card *m_timesCard;
    FactList *m_times;
    Card *m_findingsCard;
    CauseList *m_findings;
};

} // namespace countersign::ui
