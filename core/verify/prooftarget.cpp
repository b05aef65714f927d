#include "core/verify/prooftarget_p.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace countersign::verify {

namespace {

/// The user id goes first, since most vendors ask for it.
SubjectValues subjectOf(const WhoseRequest &request)
{
    if (request.userId.isEmpty()) {
        return {SubjectKind::Email, request.email, {}, {}, {}};
    }
    return {SubjectKind::UserId, request.userId, request.email, {}, {}};
}

/// The signing input comes from the token, so hardly anything can be wrong with it.
std::vector<MessageForm> formsOfSigningInput(const QByteArray &input)
{
    const Cause lineBreak{
        CauseId::MessageLineBreak,
        {{u"subject"_s, u"header and payload"_s}, {u"difference"_s, u"a line break (LF) at its end"_s}},
        {},
        {}};
    return {{input, {}}, {input + '\n', {lineBreak}}};
}

} // namespace

bool ProofTarget::couldBe(crypto::HashAlgorithm tried) const
{
    return std::ranges::any_of(readings, [tried](const TagReading &reading) {
        return static_cast<std::size_t>(reading.bytes.size()) == crypto::hashSize(tried);
    });
}

bool ProofTarget::isTag(ByteView tag) const
{
    return std::ranges::any_of(readings, [tag](const TagReading &reading) {
        return equalConstantTime(bytesOf(reading.bytes), tag);
    });
}

ProofTarget targetOfHash(const WhoseRequest &request)
{
    ProofTarget target{readTag(request.proof, Encoding::Hex), formsOfMessage(subjectOf(request)), {}};
    for (const QString &value : {request.userId, request.email}) {
        if (!value.isEmpty()) {
            target.rightMessages.append(value.toUtf8());
        }
    }
    return target;
}

ProofTarget targetOfToken(const jose::UnverifiedJwt &jwt)
{
    const auto algorithm = crypto::algorithmNamed(jwt.algorithm());
    return {{{jwt.signature, {}, jwt.signature.size()}},
            formsOfSigningInput(jwt.signingInput),
            {jwt.signingInput},
            algorithm ? crypto::hashFor(*algorithm) : crypto::HashAlgorithm::Sha256};
}

} // namespace countersign::verify
