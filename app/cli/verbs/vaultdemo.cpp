#include "app/cli/verbs.h"
#include "app/cli/verbs/vaultcommon.h"
#include "core/vault/demovault.h"

using namespace Qt::StringLiterals;

namespace countersign::cli {

namespace {

VerbResult run(Session &session)
{
    const QString path = session.demoVaultPath();
    if (auto room = makeRoomForVault(path); !room) {
        return std::unexpected(room.error());
    }
    const auto vault = vault::createDemoVault(path, session.catalog(), session.actor(), session.clock());
    if (!vault) {
        return std::unexpected(vault.error());
    }
    const auto properties = (*vault)->properties();
    if (!properties) {
        return std::unexpected(properties.error());
    }
    const QString passphrase = QString::fromLatin1(vault::demoPassphrase);
    session.print({{u"file"_s, path},
                   {u"passphrase"_s, passphrase},
                   {u"properties"_s, static_cast<int>(properties->size())}},
                  {u"Created %1 with %2 sample properties."_s.arg(path, QString::number(properties->size())),
                   u"Its passphrase is \"%1\", so keep nothing of your own in it."_s.arg(passphrase)});
    return ExitCode::Done;
}

} // namespace

Verb vaultDemoVerb()
{
    return {.path = u"vault demo"_s,
            .summary = u"Make a vault of samples, with passphrase \"demo\", to try the rest on"_s,
            .examples = {u"countersign-cli --vault demo.countersign vault demo"_s},
            .jsonKeys = {u"file"_s, u"passphrase"_s, u"properties"_s},
            .run = run};
}

} // namespace countersign::cli
