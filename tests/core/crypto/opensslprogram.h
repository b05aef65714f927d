#pragma once

#include <QByteArray>
#include <QStringList>

namespace countersign::test {

/// Whether the openssl program is there to be compared with.
bool haveOpensslProgram();

/// What `openssl <arguments>` writes for this input; empty when it fails.
QByteArray runOpenssl(const QStringList &arguments, const QByteArray &input = {});

/// The DER inside a PEM text.
QByteArray derInPem(const QByteArray &pem);

} // namespace countersign::test

#define REQUIRE_OPENSSL_PROGRAM(what)                                                                        \
    if (!countersign::test::haveOpensslProgram()) {                                                          \
        QSKIP("the openssl program is missing: did not run " what);                                          \
    }
