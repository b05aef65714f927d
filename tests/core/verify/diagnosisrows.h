#pragma once

#include "core/verify/identityverifier.h"

#include <QJsonArray>
#include <QJsonObject>

namespace countersign::verify {

/// When the rows' tokens were made: 2026-11-20T23:00:00Z.
inline constexpr Timestamp now{std::chrono::seconds(1795215600)};

/// The vendors' schemes in small, by the name a row gives: "huggy", "orlo", "expiring"; a hash for any other.
recipes::Recipe macRecipe();
recipes::ProofRule jwtRule(crypto::JwsAlgorithm algorithm, const QList<recipes::ClaimRule> &claims);
recipes::Recipe recipeNamed(const QString &name);

QJsonObject readCases(const QString &fileName);
std::vector<CandidateKey> keysOf(const QJsonArray &array);
/// The vault's other properties, as the file gives them.
std::vector<OtherProperty> othersOf(const QJsonObject &document);
/// The property that is checked.
recipes::Property propertyOf(const QJsonObject &document);
VerificationRequest requestOf(const QJsonObject &row);

/// "IDV-MESSAGE-EMAIL IDV-KEY-PREVIOUS"
QString codesOf(const Verdict &verdict);

/// A row with all it needs.
struct DiagnosisRow
{
    QString name; ///< "token, huggy right"
    QString recipe;
    QJsonObject row;
    QJsonArray keys;
    QJsonObject document; ///< of the file
};

/// All rows of all files of tests/data/verify.
QList<DiagnosisRow> allDiagnosisRows();
Verdict verdictOf(const DiagnosisRow &row);
/// Whether the row's verdict, key version and causes are all named as the row says.
bool isNamedRightly(const DiagnosisRow &row, const Verdict &verdict);

} // namespace countersign::verify
