#pragma once

#include "core/base/encoding.h"
#include "core/base/json.h"
#include "core/crypto/algorithm.h"
#include "core/keys/keyversion.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>
#include <variant>

namespace countersign::recipes {

/// How well a fact about a vendor is known; shown beside it.
enum class Evidence { Sourced, PublicCode, Inferred, Unverified };

enum class Presence { Required, Optional };
enum class FieldType { Text, Email, Phone, Url, UnixTime, Number, Boolean, EmbedCode };

/// One value a person fills in: of the property (app id) or of the visitor (user id).
struct FieldRule
{
    QString id;    ///< "userId"; the key in Property::fields and Subject::fields
    QString label; ///< the vendor's or the standard's word for it: "User id"
    FieldType type = FieldType::Text;
    Presence presence = Presence::Optional;
    QString pattern;     ///< a regular expression the whole value must match; empty for any
    QString patternHint; ///< what the pattern means to a person: "24 characters, 0-9 and a-f"
    QString hint;        ///< what the vendor expects, shown before a mistake is made
    QString example;
    QString defaultValue;     ///< "true" for Orlo's isLoggedIn
    QStringList placeholders; ///< EmbedCode only: what the pasted code must hold, "JWT_TOKEN"
};

/// tag = HMAC(hash, key, the value of a visitor field), as text.
struct MacRule
{
    crypto::HashAlgorithm hash = crypto::HashAlgorithm::Sha256;
    QString messageField; ///< "userId"
    Encoding encoding = Encoding::Hex;
};

struct ClaimRule
{
    QString name;    ///< "jti"
    QString fieldId; ///< the visitor field whose value it carries
    Presence presence = Presence::Required;
};

enum class CustomClaims { Refused, Allowed };

/// What custom claims are to the vendor; empty texts when they are refused.
struct CustomClaimTexts
{
    QString label;        ///< "Shown to agents"
    QString note;         ///< "Agents read these names as they stand."
    QString avoidPattern; ///< names that contain this draw a hint, never an error
    QString avoidHint;    ///< "Agents read this name as it stands: write \"User ID\", not \"userId\"."

    bool operator==(const CustomClaimTexts &) const = default;
};

/// Whether a person may set `exp` on a token of this vendor.
enum class ExpirySetting { Refused, Allowed };

struct JwtRule
{
    crypto::JwsAlgorithm algorithm = crypto::JwsAlgorithm::HS256;
    QStringList header;      ///< the members in order: "typ", "alg"
    QList<ClaimRule> claims; ///< in the order they are written
    CustomClaims customClaims = CustomClaims::Refused;
    QString expirationNote; ///< "Never. Orlo documents no expiry, and shows unknown claims to agents."
    Presence expiration = Presence::Optional; ///< Required: a token without `exp` fails
    ExpirySetting expirySetting = ExpirySetting::Refused;
    CustomClaimTexts customClaimTexts;
};

/// One kind of proof the vendor takes. tawk.to has two: over userId, and the older one over email.
struct ProofRule
{
    QString id;      ///< "login"
    QString label;   ///< "login() and setAttributes()"
    QString tagName; ///< what the vendor calls the result: "hash", "userHash", "JWT_TOKEN"
    QString note;
    std::variant<MacRule, JwtRule> mechanism;
    QStringList fields; ///< ids of the visitor fields of this proof, in form order
    Evidence evidence = Evidence::Sourced;

    const MacRule *mac() const { return std::get_if<MacRule>(&mechanism); }
    const JwtRule *jwt() const { return std::get_if<JwtRule>(&mechanism); }
    /// What the tag or the signature is made with.
    crypto::HashAlgorithm hash() const { return mac() ? mac()->hash : crypto::hashFor(jwt()->algorithm); }
};

enum class KeyIssuer { Vendor, Customer };

struct KeyRule
{
    KeyIssuer issuer = KeyIssuer::Vendor;
    crypto::KeyType type = crypto::KeyType::Secret;
    int bits = 256; ///< of a key made here
    keys::SecretEncoding secretEncoding = keys::SecretEncoding::Text;
    QString pattern;     ///< the form the vendor's keys were seen in; another form is a warning, not an error
    QString patternHint; ///< "40 characters, 0-9 and a-f"
    QString dashboardPath; ///< where the key is shown, or where the public key is pasted
    Evidence evidence = Evidence::Sourced;
    QString name;                ///< the vendor's word: "Key", "secret key", "RSA public key"
    QString environmentVariable; ///< where server code reads it: "TAWK_TO_KEY"
};

/// Whether the vendor accepts an old and a new key side by side.
enum class KeyOverlap { None, Several };

struct RotationRule
{
    KeyOverlap overlap = KeyOverlap::None;
    QString consequence; ///< what happens at the vendor at the moment of change, in a sentence
    QStringList steps;   ///< what a person does, in order; the console shows them as a checklist
    Evidence evidence = Evidence::Sourced;
};

/// Something to set or find in the vendor's dashboard.
struct DashboardEntry
{
    QString what;     ///< "Secure Mode"
    QString path;     ///< "Administration > Overview > JavaScript API"
    QString expected; ///< "on"; "the whole of public.pem"
    Evidence evidence = Evidence::Sourced;
};

struct VendorError
{
    QString code;    ///< "401", "INVALID_ATTRIBUTES"
    QString context; ///< "browser console", "setAttributes callback"
    QString meaning;
    QString remedy;
    Evidence evidence = Evidence::Sourced;
};

enum class SnippetSide { Server, Page, Mobile };

/// A word in pasted embed code and what stands in its place in the snippet.
struct EmbedReplacement
{
    QString placeholder;   ///< "JWT_TOKEN"
    QString text;          ///< fixed text, for what the server fills in; or
    QString propertyField; ///< the property field whose value it takes
};

struct SnippetRule
{
    QString id;    ///< "server-python"; the NAME of `snippet P show NAME`
    QString title; ///< "Python"
    SnippetSide side = SnippetSide::Server;
    QString language;     ///< "python", "javascript", "php", "html", "url": for highlighting and file endings
    QString fileName;     ///< "countersign_hash.py"
    QString templateFile; ///< in resources/snippets; empty when the text is the property's own embed code
    QString embedField;   ///< the property field that holds pasted embed code with placeholders
    QString proofRule;    ///< the ProofRule it is for
    QString note;         ///< "Set this before the widget's script loads."
    QList<EmbedReplacement> replacements; ///< with embedField only
};

struct Source
{
    QString title;
    QString address;
};

/// One vendor's scheme. Data: a new vendor is a new file in resources/recipes and no C++.
struct Recipe
{
    QString id;     ///< "tawk-to"
    QString vendor; ///< "tawk.to"
    QString summary;
    QString monogram;         ///< two letters for the list
    QString color;            ///< "#17a34a", behind the monogram
    QString verificationName; ///< what the vendor calls being switched on: "Secure Mode"
    QList<FieldRule> propertyFields;
    QList<FieldRule> visitorFields;
    QString visitorIdField;  ///< the visitor field that says who the visitor is; empty where none does (Orlo)
    QList<ProofRule> proofs; ///< the first is the one to use today
    KeyRule key;
    RotationRule rotation;
    QList<DashboardEntry> dashboard;
    QList<VendorError> errors;
    QList<SnippetRule> snippets;
    QStringList notes; ///< traps worth knowing
    QList<Source> sources;
    Evidence evidence = Evidence::Sourced; ///< the weakest mark the main path rests on

    const FieldRule *propertyField(QStringView id) const;
    const FieldRule *visitorField(QStringView id) const;
    const ProofRule *proof(QStringView id) const; ///< the first for an empty id
    const SnippetRule *snippet(QStringView id) const;
    /// Whether the visitor's e-mail is hashed, not the user id.
    bool hashesEmail(const MacRule &rule) const;
};

/// Required for what a proof cannot be made without: also where the vendor's object could do without the
/// field.
Presence presenceIn(const ProofRule &rule, const FieldRule &field);

/// Reads a recipe file strictly: unknown members, missing members, wrong types, dangling field ids and bad
/// regular expressions fail with InvalidRecipe and a detail like "proofs[1].messageField: no visitor field
/// is named \"mail\"". The build runs this over resources/recipes.
Result<Recipe> parseRecipe(QByteArrayView json);

QString evidenceName(Evidence evidence); ///< "sourced", "public-code", "inferred", "unverified"

} // namespace countersign::recipes
