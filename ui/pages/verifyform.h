#pragma once

#include "core/recipes/property.h"
#include "core/verify/identityverifier.h"
#include "ui/widgets/card.h"

class QComboBox;
class QLineEdit;
class QPushButton;

namespace countersign::ui {

class FieldRow;
class PasteEdit;

/// What support has in hand: which call, user id, e-mail, and the hash or token as it was pasted.
class VerifyForm final : public QWidget
{
    Q_OBJECT

public:
    explicit VerifyForm(QWidget *parent = nullptr);

    /// Names the fields as the vendor does; what was typed stays.
    void setRecipe(const recipes::Recipe &recipe);
    verify::VerificationRequest request() const;
    /// The call stays chosen where the request names none.
    void fill(const verify::VerificationRequest &request);
    bool isComplete() const; ///< a hash or token is there
    void clear();
    void setBusy(bool busy);

Q_SIGNALS:
    void changed();
    void submitted();

private:
    void connectFields();
    void fillCalls(const recipes::Recipe &recipe);
    void noteWhatHelps();
    void describePaste();
    void refreshButton();

    Card *m_card;
    QComboBox *m_call;
    QLineEdit *m_userId;
    QLineEdit *m_email;
    PasteEdit *m_proof;
    FieldRow *m_callRow;
    FieldRow *m_userIdRow;
    FieldRow *m_emailRow;
    FieldRow *m_proofRow;
    QPushButton *m_submit;
    bool m_busy = false;
};

} // namespace countersign::ui
