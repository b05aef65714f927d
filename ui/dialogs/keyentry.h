#pragma once

#include "ui/dialogs/keyrequest.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QRadioButton;

namespace countersign::ui {

class FieldRow;
class PassphraseEdit;
class SecretPasteEdit;

enum class LaterChoice {
    Offered, ///< the key can be given another time
    Absent,
};

/// How a property gets a key: made here where the customer makes it, pasted or opened from a file, or later.
/// Says as one types what the key is, how many bytes, its fingerprint, and what is odd about it.
class KeyEntry final : public QWidget
{
    Q_OBJECT

public:
    KeyEntry(const recipes::Recipe &recipe, LaterChoice later, QWidget *parent = nullptr);

    bool isComplete() const;
    /// A copy of what was entered, secret included, so that a refused request can be put right and sent
    /// again.
    KeyRequest request() const;
    KeySource source() const;

Q_SIGNALS:
    void changed();
    void submitted(); ///< Return in a field

private:
    int choiceIndent() const;
    void build(LaterChoice later);
    QWidget *makeProvidedPart();
    void addChoice(QRadioButton *button, const QString &explanation);
    void refresh();
    void showPreview(const KeyPreview &preview);
    keys::SecretEncoding encoding() const;

    const recipes::KeyRule m_rule;
    const QString m_vendor;
    QRadioButton *m_generate;
    QRadioButton *m_provided;
    QRadioButton *m_later;
    QWidget *m_providedPart = nullptr;
    SecretPasteEdit *m_content;
    QComboBox *m_encoding;
    PassphraseEdit *m_passphrase;
    FieldRow *m_contentRow;
    FieldRow *m_passphraseRow;
    FieldRow *m_encodingRow;
    QLabel *m_summary;
    QLabel *m_warnings;
    bool m_hasChoice = false;
    bool m_isUsable = false;
};

} // namespace countersign::ui
