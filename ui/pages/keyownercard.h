#pragma once

#include "core/verify/whose.h"

#include <QWidget>

namespace countersign::ui {

/// A property whose key made the proof: where it stands, what its own page says of the proof, and the way
/// there.
class KeyOwnerCard final : public QWidget
{
    Q_OBJECT

public:
    explicit KeyOwnerCard(const verify::KeyOwner &owner, QWidget *parent = nullptr);

Q_SIGNALS:
    void verifyRequested();
    void keysRequested();

private:
    QWidget *makeFacts(const verify::KeyOwner &owner);
    QWidget *makeCauses(const verify::KeyOwner &owner);
    QLayout *makeButtons(const verify::KeyOwner &owner);
};

} // namespace countersign::ui
