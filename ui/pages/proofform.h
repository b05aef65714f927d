#pragma once

#include "core/recipes/proof.h"

#include <QSet>
#include <QWidget>

class QComboBox;
class QLayout;
class QLineEdit;
class QVBoxLayout;

namespace countersign::ui {

class Card;
class CustomClaimsEdit;
class FieldRow;

/// The left half of the proof page: which proof, for whom, with which key. What is typed stays while the
/// proof rule is switched back and forth, and goes with clear().
class ProofForm final : public QWidget
{
    Q_OBJECT

public:
    explicit ProofForm(QWidget *parent = nullptr);

    /// `recipe` must outlive what is shown of it.
    void setRecipe(const recipes::Recipe &recipe);
    /// Offers the versions that may sign; keeps the one chosen where it still may, else takes the current
    /// one.
    void setKeys(const keys::KeySet &keys);
    void clear();

    const recipes::ProofRule *rule() const;
    recipes::Subject subject() const;
    int keyVersion() const; ///< 0: none
    /// Puts each problem beside its field, once the field was touched.
    void setProblems(const QList<recipes::FieldProblem> &problems);

Q_SIGNALS:
    void changed();

private:
    QLayout *makeChoices();
    void showRule();
    void showFields();
    FieldRow *makeField(const recipes::FieldRule &field, recipes::Presence presence);
    void showExpiry();

    const recipes::Recipe *m_recipe = nullptr;
    Card *m_card;
    QVBoxLayout *m_fieldLayout;
    QComboBox *m_rules;
    FieldRow *m_ruleRow;
    QMap<QString, FieldRow *> m_fields;
    QMap<QString, QString> m_values; ///< typed so far, also for the rules not shown now
    QSet<QString> m_touched;
    CustomClaimsEdit *m_claims;
    QComboBox *m_expiry;
    FieldRow *m_expiryRow;
    QComboBox *m_versions;
    FieldRow *m_versionRow;
    int m_currentVersion = 0;
};

} // namespace countersign::ui
