#pragma once

#include "core/verify/whose.h"
#include "ui/widgets/card.h"

class QLineEdit;
class QPushButton;

namespace countersign::ui {

class FieldRow;
class PasteEdit;

/// What support has in hand of a proof whose property nobody knows.
class FindKeyForm final : public QWidget
{
    Q_OBJECT

public:
    explicit FindKeyForm(QWidget *parent = nullptr);

    verify::WhoseRequest request() const;
    bool isComplete() const; ///< a hash or token is there
    void clear();
    void setBusy(bool busy);

Q_SIGNALS:
    void changed();
    void submitted();

private:
    void connectFields();
    void describePaste();
    void refreshButton();

    PasteEdit *m_proof;
    QLineEdit *m_userId;
    QLineEdit *m_email;
    FieldRow *m_proofRow;
    FieldRow *m_userIdRow;
    FieldRow *m_emailRow;
    QPushButton *m_submit;
    bool m_busy = false;
};

} // namespace countersign::ui
