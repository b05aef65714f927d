#include "app/cli/inputs.h"
#include "app/cli/keyinput.h"
#include "app/cli/verbs.h"
#include "app/cli/verbs/maccommon.h"

using namespace Qt::StringLiterals;

namespace countersign::cli {

namespace {

VerbResult run(Session &session)
{
    const auto setup = readMacSetup(session);
    if (!setup) {
        return std::unexpected(setup.error());
    }
    const auto message = readOperand(session, u"MESSAGE"_s, LineBreak::Kept);
    if (!message) {
        return std::unexpected(message.error());
    }
    noteWeaknesses(session, setup->key.material, setup->hash);
    const QByteArray tag = setup->mac.computeMac(bytesOf(*message));
    const QString text = QString::fromLatin1(encode(bytesOf(tag), setup->encoding));
    session.print({{u"tag"_s, text},
                   {u"alg"_s, setup->algorithmName},
                   {u"encoding"_s, session.arguments().value(u"encoding"_s)},
                   {u"key"_s, keyToJson(keys::describe(setup->key.material))}},
                  {text});
    return ExitCode::Done;
}

} // namespace

Verb macComputeVerb()
{
    return {
        .path = u"mac compute"_s,
        .summary = u"Compute the HMAC of a message: what vendors call the hash"_s,
        .operands = {{u"MESSAGE"_s, u"what is hashed, usually the user id; \"-\" reads standard input"_s}},
        .options = macOptions(),
        .examples = {u"countersign-cli mac compute --key-file k user123"_s,
                     u"printf user123 | countersign-cli mac compute --key-file k --encoding base64 -"_s},
        .jsonKeys = {u"tag"_s, u"alg"_s, u"encoding"_s, u"key"_s},
        .run = run};
}

} // namespace countersign::cli
