#include "tests/core/crypto/opensslprogram.h"

#include <QProcess>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace countersign::test {

bool haveOpensslProgram()
{
    return !QStandardPaths::findExecutable(u"openssl"_s).isEmpty();
}

QByteArray runOpenssl(const QStringList &arguments, const QByteArray &input)
{
    QProcess openssl;
    openssl.start(u"openssl"_s, arguments);
    openssl.write(input);
    openssl.closeWriteChannel();
    if (!openssl.waitForFinished() || openssl.exitCode() != 0) {
        qWarning("openssl %s: %s", qPrintable(arguments.join(u' ')),
                 openssl.readAllStandardError().constData());
        return {};
    }
    return openssl.readAllStandardOutput();
}

QByteArray derInPem(const QByteArray &pem)
{
    QByteArray base64;
    for (const QByteArray &line : pem.split('\n')) {
        if (!line.startsWith("-----")) {
            base64 += line;
        }
    }
    return QByteArray::fromBase64(base64);
}

} // namespace countersign::test
