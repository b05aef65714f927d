#pragma once

#include "core/base/error.h"
#include "core/base/secretbytes.h"

#include <QByteArray>

#include <vector>

namespace countersign::keys {

/// The text of a JWK or JWK Set with its private values taken out, so that the one strict JSON reader,
/// which keeps strings in Qt types, can read the rest.
///
/// Every string value is taken out but those of the public members RFC 7517 and 7518 name: each is replaced
/// by its number in `values`, filled up with spaces so that places in error messages stay true. What is
/// taken out is kept as written: the base64url of a JWK needs no JSON escapes.
struct RedactedJson
{
    QByteArray text;
    std::vector<SecretBytes> values;

    /// The value a string of `text` stands for, or null when it stands for none.
    const SecretBytes *valueFor(QStringView placeholder) const;
};

/// Fails with InvalidJson when the text cannot be JSON: a string without an end, or a character outside
/// strings that JSON does not have.
Result<RedactedJson> redactJson(ByteView text);

} // namespace countersign::keys
