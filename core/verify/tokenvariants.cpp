#include "core/verify/tokenvariants_p.h"

#include "core/base/encoding.h"
#include "core/crypto/digest.h"
#include "core/verify/shownname_p.h"

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace countersign::verify {

namespace {

constexpr qsizetype mostClaims = 24; ///< of a token worth varying claim by claim
constexpr std::int64_t mostThousands = std::numeric_limits<std::int64_t>::max() / 1000;

QByteArray base64Url(const QByteArray &bytes)
{
    return encode(bytesOf(bytes), Encoding::Base64Url);
}

/// Python's json.dumps without separators.
QByteArray spaced(const QByteArray &compact)
{
    QByteArray text;
    bool isQuoted = false;
    for (qsizetype i = 0; i < compact.size(); ++i) {
        const char c = compact[i];
        isQuoted ^= c == '"' && (i == 0 || compact[i - 1] != '\\');
        text += c;
        if (!isQuoted && (c == ',' || c == ':')) {
            text += ' ';
        }
    }
    return text;
}

/// PHP's json_encode.
QByteArray withEscapedSlashes(QByteArray compact)
{
    return compact.replace("/", "\\/");
}

/// Python's and PHP's text beyond ASCII.
QByteArray inAscii(const QByteArray &compact)
{
    QByteArray text;
    for (const QChar c : QString::fromUtf8(compact)) {
        text += c.unicode() < 128 ? QByteArray(1, c.toLatin1())
                                  : "\\u" + QByteArray::number(c.unicode(), 16).rightJustified(4, '0');
    }
    return text;
}

class Variants
{
public:
    Variants(const Verification &verification, const recipes::JwtRule &rule, const jose::UnverifiedJwt &jwt)
        : m_request(verification.request)
        , m_recipe(verification.recipe)
        , m_rule(rule)
        , m_jwt(jwt)
        , m_header(jwt.signingInput.left(jwt.signingInput.indexOf('.')))
        , m_payload(jwt.signingInput.mid(m_header.size() + 1))
    {
    }

    std::vector<MessageForm> run()
    {
        m_forms.push_back({m_jwt.signingInput, {}});
        addOtherInputs();
        if (!m_jwt.header.isEmpty()) {
            addHeaders();
        }
        if (m_jwt.claims && m_jwt.claims->size() <= mostClaims) {
            addSpellings(*m_jwt.claims);
            addRemovals(*m_jwt.claims);
            addChanges(*m_jwt.claims);
        }
        return std::move(m_forms);
    }

private:
    void add(const QByteArray &input, CauseId id, const QString &difference, const QString &advice = {})
    {
        if (std::ranges::find(m_forms, input, &MessageForm::bytes) == m_forms.end()) {
            const QMap<QString, QString> values{{u"subject"_s, u"header and payload"_s},
                                                {u"difference"_s, difference},
                                                {u"advice"_s, advice}};
            m_forms.push_back({input, {{id, values, {}, {}}}});
        }
    }

    /// A change that somebody made on purpose, whoever it was.
    void addChange(const QByteArray &input, const QString &difference)
    {
        const char *advice =
            QT_TRANSLATE_NOOP("CauseValue", " If nobody here changed it, treat it as an attack.");
        add(input, CauseId::TokenAltered, difference, QString::fromLatin1(advice));
    }

    void addInput(const QByteArray &input, const char *difference)
    {
        add(input, CauseId::TokenSigningInput, QString::fromLatin1(difference));
    }

    void addOtherInputs()
    {
        add(m_jwt.signingInput + '\n', CauseId::MessageLineBreak,
            QString::fromLatin1(QT_TRANSLATE_NOOP("CauseValue", "a line break (LF) at its end")));
        addInput(m_payload, QT_TRANSLATE_NOOP("CauseValue", "the payload alone"));
        addInput(m_header, QT_TRANSLATE_NOOP("CauseValue", "the header alone"));
        addInput(m_header + m_payload, QT_TRANSLATE_NOOP("CauseValue", "header and payload without the dot"));
        addInput(m_jwt.signingInput + '.',
                 QT_TRANSLATE_NOOP("CauseValue", "header and payload with one more dot"));
        const char *json = QT_TRANSLATE_NOOP("CauseValue", "the JSON text, not its base64url form");
        addInput(m_jwt.payload, json);
        addInput(m_jwt.headerJson + '.' + m_jwt.payload, json);
        addInput(m_jwt.headerJson + m_jwt.payload, json);
        addInput(m_jwt.headerJson.toBase64() + '.' + m_jwt.payload.toBase64(),
                 QT_TRANSLATE_NOOP("CauseValue", "header and payload in padded base64"));
        addHashedInputs();
    }

    /// RSA functions hash by themselves what they sign.
    void addHashedInputs()
    {
        const QByteArray digest =
            crypto::digest(crypto::hashFor(m_rule.algorithm), bytesOf(m_jwt.signingInput));
        const char *difference =
            QT_TRANSLATE_NOOP("CauseValue", "a hash of header and payload, not themselves");
        addInput(digest, difference);
        addInput(digest.toHex(), difference);
    }

    void addHeader(const QByteArray &json, const QString &difference)
    {
        addChange(base64Url(json) + '.' + m_payload, difference);
    }

    void addHeaders()
    {
        for (const auto &[name, value] : m_jwt.header) {
            if (name != u"alg") {
                addHeader(writeJson(without(m_jwt.header, name)),
                          u"a header without \"%1\""_s.arg(shownName(name)));
            }
        }
        for (const QString &algorithm : {m_jwt.algorithm(), crypto::algorithmName(m_rule.algorithm)}) {
            const QByteArray alg = '"' + algorithm.toUtf8() + '"';
            const QString difference = u"a header that says %1"_s.arg(shownName(algorithm));
            addHeader(R"({"alg":)" + alg + R"(,"typ":"JWT"})", difference);
            addHeader(R"({"typ":"JWT","alg":)" + alg + '}', difference);
            addHeader(R"({"alg":)" + alg + '}', difference);
            addHeader(writeJson(with(m_jwt.header, u"alg"_s, JsonValue(algorithm))), difference);
        }
    }

    void addClaims(const JsonObject &claims, const QString &difference)
    {
        const QByteArray compact = writeJson(claims);
        for (const QByteArray &json : {compact, withEscapedSlashes(compact), spaced(compact)}) {
            addChange(m_header + '.' + base64Url(json), difference);
        }
    }

    /// The same claims: nobody forges a token so.
    void addSpellings(const JsonObject &claims)
    {
        JsonObject sorted = claims;
        std::ranges::stable_sort(sorted, {}, [](const auto &member) { return member.first; });
        const QByteArray compact = writeJson(claims);
        const QByteArray compactSorted = writeJson(sorted);
        const char *difference =
            QT_TRANSLATE_NOOP("CauseValue", "the same claims in another spelling of JSON");
        for (const QByteArray &json :
             {compact, withEscapedSlashes(compact), spaced(compact), inAscii(compact),
              writeJson(claims, JsonLayout::Indented), compactSorted, withEscapedSlashes(compactSorted),
              spaced(compactSorted)}) {
            add(m_header + '.' + base64Url(json), CauseId::TokenAltered, QString::fromLatin1(difference));
        }
    }

    void addRemovals(const JsonObject &claims)
    {
        for (const auto &[name, value] : claims) {
            addClaims(without(claims, name), u"a payload without \"%1\""_s.arg(shownName(name)));
        }
    }

    /// Another value of the same customer, a switch the other way round.
    void addChanges(const JsonObject &claims)
    {
        for (const auto &[name, value] : claims) {
            const QString difference = u"a payload with another \"%1\""_s.arg(shownName(name));
            if (const bool *boolean = value.asBool()) {
                addClaims(with(claims, name, JsonValue(!*boolean)), difference);
                addClaims(with(claims, name, JsonValue(QString(*boolean ? u"true"_s : u"false"_s))),
                          difference);
            } else if (value.asString()) {
                for (const QString &other : knownTexts(*value.asString())) {
                    addClaims(with(claims, name, JsonValue(other)), difference);
                }
            } else if (const std::int64_t *number = value.asInteger()) {
                if (*number >= -mostThousands && *number <= mostThousands) {
                    addClaims(with(claims, name, JsonValue(*number * 1000)), difference);
                }
                addClaims(with(claims, name, JsonValue(*number / 1000)), difference);
                addClaims(with(claims, name, JsonValue(QString::number(*number))), difference);
            }
        }
    }

    /// What may have stood there before, as far as it is known here.
    QStringList knownTexts(const QString &text) const
    {
        QStringList texts{m_request.userId, m_request.email, text.toLower(), text.trimmed(), QString()};
        for (const recipes::FieldRule &field : m_recipe.visitorFields) {
            texts.append(field.example);
        }
        texts.removeDuplicates();
        return texts;
    }

    static JsonObject without(JsonObject object, const QString &name)
    {
        object.removeIf([&name](const auto &member) { return member.first == name; });
        return object;
    }

    static JsonObject with(JsonObject object, const QString &name, const JsonValue &value)
    {
        for (auto &member : object) {
            if (member.first == name) {
                member.second = value;
            }
        }
        return object;
    }

    const VerificationRequest &m_request;
    const recipes::Recipe &m_recipe;
    const recipes::JwtRule &m_rule;
    const jose::UnverifiedJwt &m_jwt;
    QByteArray m_header;
    QByteArray m_payload;
    std::vector<MessageForm> m_forms;
};

} // namespace

std::vector<MessageForm> signingInputsOf(const Verification &verification, const recipes::JwtRule &rule,
                                         const jose::UnverifiedJwt &jwt)
{
    return Variants(verification, rule, jwt).run();
}

} // namespace countersign::verify
