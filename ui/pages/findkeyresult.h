#pragma once

#include "core/verify/whose.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace countersign::ui {

class Card;
class CauseList;
class FactList;
class VerdictCard;

/// The answer to "which property and version made this?", with a card for each owner.
class FindKeyResult final : public QWidget
{
    Q_OBJECT

public:
    explicit FindKeyResult(QWidget *parent = nullptr);

    /// `leftOut` names the properties that could not be searched.
    void showAnswer(const verify::WhoseAnswer &answer, const QStringList &leftOut);
    /// The fields were changed after the answer was given.
    void markOutdated(bool isOutdated);
    void clear();

Q_SIGNALS:
    void verifyRequested(const countersign::recipes::PropertyId &id);
    void keysRequested(const countersign::recipes::PropertyId &id);

private:
    void showOwners(const std::vector<verify::KeyOwner> &owners);
    void showCauses(const verify::WhoseAnswer &answer);
    void clearOwners();

    VerdictCard *m_headline;
    QVBoxLayout *m_owners;
    QLabel *m_more;
    Card *m_causesCard;
    CauseList *m_causes;
    QLabel *m_advice;
    FactList *m_facts;
};

} // namespace countersign::ui
