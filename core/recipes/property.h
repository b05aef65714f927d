#pragma once

#include "core/keys/keyset.h"
#include "core/recipes/recipe.h"
#include "core/recipes/remark.h"

#include <QMap>
#include <QStringList>

#include <optional>

namespace countersign::recipes {

using PropertyId = QString; ///< 32 lower-case hex digits, random

enum class Enforcement { Unknown, Off, On };

/// One widget on one site: whose visitors are proved, with which keys. Holds no key material.
struct Property
{
    PropertyId id;
    QString recipeId;
    QString name;
    QString environment;           ///< "Production", "Staging", …: free text, suggested values
    QString platform;              ///< "Web", "iOS", "Android", …
    QMap<QString, QString> fields; ///< by FieldRule::id
    QStringList tags;
    QString notes;
    Enforcement enforcement = Enforcement::Unknown; ///< whether verification is switched on at the vendor
    int rotateAfterDays = 365;                      ///< 0: never reminded
    bool archived = false;
    std::optional<Timestamp> removedAt; ///< in the bin since
    keys::KeySet keys;
    Timestamp createdAt{};
    Timestamp updatedAt{};
    int revision = 0; ///< of the vault's record; raised by every save

    bool operator==(const Property &) const = default;
};

/// The order in which properties are listed: by name, and those of one name by where they are.
bool comesBefore(const Property &left, const Property &right);

/// What is wrong with one field. Its text is marked for translation in "FieldProblem".
struct FieldProblem
{
    QString fieldId; ///< "name" for the property's own name
    Remark remark;

    QString sentence() const { return remark.inEnglish(); }

    bool operator==(const FieldProblem &) const = default;
};

inline constexpr int maximumNameLength = 64;
inline constexpr int maximumFieldLength = 65536;

std::optional<FieldProblem> validateField(const FieldRule &rule, const QString &value);
QList<FieldProblem> validateProperty(const Recipe &recipe, const Property &property);
/// Whether a secret has the form the vendor's keys were seen in; the remark, whose text is marked for
/// translation in "KeyForm", says how it differs.
std::optional<Remark> keyFormWarning(const KeyRule &rule, ByteView secretText);

/// Why a key needs a person's attention: the badge in the list.
enum class Attention { None, NoKey, RotationDue, Rotating };
Attention attentionFor(const Property &property, Timestamp now);

/// Where the embed code lacks what the recipe replaces in it, for example "JWT_TOKEN".
std::optional<Remark> embedCodeProblem(const FieldRule &rule, const QString &code);

} // namespace countersign::recipes
