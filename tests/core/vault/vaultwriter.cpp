#include "core/base/encoding.h"
#include "core/crypto/random.h"
#include "core/vault/vaultprivate_p.h"

#include <QCoreApplication>

#include <cstdio>
#include <thread>

using namespace Qt::StringLiterals;
using namespace countersign;
using namespace countersign::vault;

namespace {

/// A change of each kind in turn: a note, a rotation, a proof made.
Result<void> changeOnce(Vault &vault, const recipes::PropertyId &id, int round)
{
    auto property = vault.property(id);
    if (!property) {
        return std::unexpected(property.error());
    }
    if (round % 3 == 0) {
        return vault.record(ActivityKind::ProofMade, &*property, property->keys.current()->number, {});
    }
    Result<recipes::Property> changed;
    if (round % 3 == 1) {
        property->notes = QString::number(round);
        changed = vault.updateProperty(*property);
    } else {
        // Another each time: the same key is refused, also where another process put it.
        const QByteArray key = "round " + QByteArray::number(round) + crypto::randomBytes(8).toHex();
        changed = vault.rotateKey(
            *property, keys::SecretKey{SecretBytes::copyOf(bytesOf(key)), keys::SecretEncoding::Text},
            keys::KeyOrigin::Imported, keys::RevokeOld::No);
    }
    return changed ? Result<void>() : std::unexpected(changed.error());
}

/// Refused because the other process was first, or is at it: what a person would try again.
bool isTurnedAway(const Error &error)
{
    return error.code == ErrorCode::VaultConflict || error.code == ErrorCode::VaultInUse;
}

int write(Vault &vault, int changes)
{
    const recipes::PropertyId id = vault.properties()->front().id;
    for (int done = 0; done < changes;) {
        const auto changed = changeOnce(vault, id, done);
        if (changed) {
            std::printf("%d\n", ++done);
            std::fflush(stdout);
        } else if (isTurnedAway(changed.error())) {
            std::this_thread::yield();
        } else {
            std::fprintf(stderr, "%s\n", qPrintable(changed.error().detail));
            return 1;
        }
    }
    return 0;
}

} // namespace

/// Changes a vault's first property again and again, saying each commit on its standard output:
/// vaultwriter PATH DERIVED-KEY-IN-HEX CHANGES
int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const auto derived = decodeSecret(bytesOf(arguments.at(2).toLatin1()), Encoding::Hex);
    const SystemClock clock;
    const auto vault = VaultOpening::open(
        arguments.at(1),
        [&](const QByteArray &, const crypto::ScryptParameters &) {
            return Result<SecretBytes>(derived->clone());
        },
        {u"writer"_s, u"desk"_s}, clock);
    return vault ? write(**vault, arguments.at(3).toInt()) : 2;
}
