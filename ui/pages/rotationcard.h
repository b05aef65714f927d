#pragma once

#include "core/recipes/property.h"
#include "ui/widgets/card.h"

class QPushButton;

namespace countersign::ui {

/// How the key of this property is rotated at its vendor: the steps in order, what breaks and when, and the
/// next thing to do here.
class RotationCard final : public QWidget
{
    Q_OBJECT

public:
    explicit RotationCard(QWidget *parent = nullptr);

    void showProperty(const recipes::Property &property, const recipes::Recipe &recipe);
    void clear();

Q_SIGNALS:
    void rotateRequested();
    void revokingRotationRequested();
    void promoteRequested(int version);
    void setAsideRequested(int version);
    void copyPublicKeyRequested(int version);

private:
    void addSteps(const recipes::Recipe &recipe, bool isUnderWay);
    void addButtons(const recipes::Property &property, const keys::KeyVersion *standby);
    void rebuild();

    Card *m_card;
    QWidget *m_content = nullptr;
};

} // namespace countersign::ui
