#pragma once

#include "core/base/secretbytes.h"

#include <QWidget>

namespace countersign::ui {

class FieldRow;
class PassphraseEdit;
class StrengthMeter;

/// A new passphrase, typed twice, with how well it would stand up.
class NewPassphrase final : public QWidget
{
    Q_OBJECT

public:
    explicit NewPassphrase(QWidget *parent = nullptr);
    NewPassphrase(const QString &label, const QString &labelAgain, QWidget *parent = nullptr);

    /// Long enough, and the same both times.
    bool isComplete() const;
    SecretBytes passphrase() const;
    /// Says beside the fields what is missing and goes there.
    void showProblems();
    void clear();

Q_SIGNALS:
    void changed();
    void submitted();

private:
    void check();
    bool isLongEnough() const;

    PassphraseEdit *m_first;
    PassphraseEdit *m_second;
    FieldRow *m_firstRow;
    FieldRow *m_secondRow;
    StrengthMeter *m_meter;
};

} // namespace countersign::ui
