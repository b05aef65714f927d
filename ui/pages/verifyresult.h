#pragma once

#include "core/recipes/property.h"
#include "core/verify/report.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace countersign {
struct Error;
}

namespace countersign::ui {

class Card;
class CauseList;
class EmptyState;
class FactList;
class MessageBanner;
class VerdictCard;

/// The right side of Verify: the verdict, its causes, what to tell the developer, and what it rests on.
class VerifyResult final : public QWidget
{
    Q_OBJECT

public:
    explicit VerifyResult(QWidget *parent = nullptr);

    void showVerdict(const verify::Verdict &verdict, const recipes::Recipe &recipe,
                     const recipes::Property &property);
    void showError(const Error &error);
    /// The fields were changed after the verdict was given.
    void markOutdated();
    void clear();
    bool hasVerdict() const;

Q_SIGNALS:
    void copyReportRequested(countersign::verify::ReportFormat format);

private:
    QWidget *makeVerdictSide();
    void showAdvice(const verify::Verdict &verdict, const recipes::Recipe &recipe);
    void showFacts(const verify::Verdict &verdict, const recipes::Property &property);

    QStackedWidget *m_stack;
    EmptyState *m_empty;
    MessageBanner *m_banner;
    VerdictCard *m_verdict;
    Card *m_causesCard;
    CauseList *m_causes;
    Card *m_adviceCard;
    QLabel *m_advice;
    QPushButton *m_copy;
    QPushButton *m_copyJson;
    Card *m_factsCard;
    FactList *m_facts;
};

} // namespace countersign::ui
