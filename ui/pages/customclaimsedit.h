#pragma once

#include "core/recipes/proof.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace countersign::ui {

class ClaimRow;

/// The further claims of a token, as rows that are added and removed.
class CustomClaimsEdit final : public QWidget
{
    Q_OBJECT

public:
    explicit CustomClaimsEdit(QWidget *parent = nullptr);

    /// What the vendor says about further claims.
    void setTexts(const recipes::CustomClaimTexts &texts);
    /// In order; rows left wholly empty are no claims.
    QList<std::pair<QString, JsonValue>> claims() const;
    void setProblems(const QList<recipes::FieldProblem> &problems);
    ClaimRow *addRow();
    void clear();

Q_SIGNALS:
    void changed();

private:
    void removeRow(ClaimRow *row);
    void refreshHints();

    recipes::CustomClaimTexts m_texts;
    QLabel *m_title;
    QLabel *m_note;
    QVBoxLayout *m_rowLayout;
    QList<ClaimRow *> m_rows;
};

} // namespace countersign::ui
