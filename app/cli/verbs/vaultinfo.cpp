#include "app/cli/verbs.h"
#include "app/cli/verbs/vaultcommon.h"

using namespace Qt::StringLiterals;

namespace countersign::cli {

namespace {

VerbResult run(Session &session)
{
    const QString path = session.vaultPath();
    const auto header = vault::Vault::readHeader(path);
    if (!header) {
        return std::unexpected(header.error());
    }
    session.print(headerToJson(path, *header),
                  {u"File     "_s + path, u"Vault    "_s + header->vaultId,
                   u"Format   %1"_s.arg(header->formatVersion), u"Created  "_s + toRfc3339(header->createdAt),
                   u"KDF      scrypt, N = %1, r = %2, p = %3"_s.arg(header->kdf.cost)
                       .arg(header->kdf.blockSize)
                       .arg(header->kdf.parallelization),
                   u"Recovery key  %1"_s.arg(header->hasRecoveryKey ? u"yes"_s : u"no"_s)});
    return ExitCode::Done;
}

} // namespace

Verb vaultInfoVerb()
{
    return {.path = u"vault info"_s,
            .summary = u"Show what a vault says about itself; needs no passphrase"_s,
            .description =
                u"None of it is authenticated until the vault is unlocked; \"vault check\" does that."_s,
            .examples = {u"countersign-cli --vault my.countersign vault info"_s},
            .jsonKeys = headerJsonKeys(),
            .run = run};
}

} // namespace countersign::cli
