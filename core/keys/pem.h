#pragma once

#include "core/base/error.h"
#include "core/base/secretbytes.h"

#include <QStringList>

#include <vector>

namespace countersign::keys {

/// One armoured block (RFC 7468).
struct PemBlock
{
    QString label;   ///< "PRIVATE KEY"
    SecretBytes der; ///< may be a private key: never leaves secret memory
};

struct PemText
{
    std::vector<PemBlock> blocks;
    QStringList notes; ///< what was put right, each once
};

/// Whether there is a BEGIN or END line, well formed or damaged.
bool hasPemArmour(ByteView text);

/// Reads every block. Windows line ends, literal "\n", indentation, quotes and text around the blocks are
/// put right and noted. Fails with InvalidKey when a block is cut short, its labels differ or its body is
/// not base64, and with UnsupportedKey for the old "Proc-Type: 4,ENCRYPTED" encryption.
Result<PemText> parsePem(ByteView text);

} // namespace countersign::keys
