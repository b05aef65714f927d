#include "benchmarks.h"
#include "measure.h"

#include "core/crypto/macbatch.h"
#include "core/vault/vault.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace countersign::bench {

namespace {

constexpr int rows = 1'000'000;
constexpr int rowsAtOnce = 4096;
/// By then the vault is unlocked, whose key derivation takes 128 MiB for a moment and gives them back.
constexpr int rowsBeforeCounting = 50'000;
constexpr const char *passphrase = "a sentence of several words";
constexpr const char *secret = "0123456789abcdef0123456789abcdef01234567";

template<typename T>
T must(Result<T> result)
{
    if (!result) {
        qFatal("%s", qPrintable(result.error().detail));
    }
    return *std::move(result);
}

void makeVault(const QString &path)
{
    const SystemClock clock;
    auto vault = must(vault::Vault::create(path, SecretBytes::copyOf(bytesOf(passphrase)), {},
                                           {u"bench"_s, u"bench"_s}, clock));
    std::vector<vault::NewProperty> added(1);
    added.front().property.recipeId = u"tawk-to"_s;
    added.front().property.name = u"Shop EU"_s;
    added.front().keys.emplace_back(
        keys::SecretKey{SecretBytes::copyOf(bytesOf(secret)), keys::SecretEncoding::Text},
        keys::KeyOrigin::Imported);
    if (const auto done = vault->addProperties(std::move(added)); !done) {
        qFatal("%s", qPrintable(done.error().detail));
    }
}

/// Some rows of the list, from `first` on.
QByteArray someRows(const crypto::MacBatch &batch, int first)
{
    QByteArray list = first == 0 ? QByteArray("id,hash\n") : QByteArray();
    for (int row = first; row < std::min(first + rowsAtOnce, rows); ++row) {
        const QByteArray id = "customer-" + QByteArray::number(row).rightJustified(11, '0');
        const ByteView message = bytesOf(id);
        crypto::MacTag tag;
        batch.computeMacs({&message, 1}, {&tag, 1});
        list += id + ',' + encode(ByteView(tag).first(batch.tagSize()), Encoding::Hex) + '\n';
    }
    return list;
}

/// What a process has in memory now; nothing where the system does not say.
std::optional<double> residentMebibytes(qint64 process)
{
    QFile file(u"/proc/%1/status"_s.arg(process));
    if (!file.open(QIODevice::ReadOnly)) {
        return std::nullopt;
    }
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith("VmRSS:")) {
            return line.mid(6).trimmed().split(' ').first().toDouble() / 1024;
        }
    }
    return std::nullopt;
}

/// Hands the list to the program piece by piece and looks at its memory in between.
std::optional<double> mostMemory(QProcess &program)
{
    const auto batch = must(crypto::MacBatch::create(crypto::HashAlgorithm::Sha256, bytesOf(secret)));
    std::optional<double> most;
    for (int first = 0; first < rows; first += rowsAtOnce) {
        program.write(someRows(batch, first));
        while (program.bytesToWrite() > 0 && program.waitForBytesWritten(-1)) {
        }
        if (first >= rowsBeforeCounting) {
            most = std::max(most, residentMebibytes(program.processId()));
        }
    }
    program.closeWriteChannel();
    program.waitForFinished(-1);
    return most;
}

} // namespace

void measureListMemory()
{
    printHeading(u"Memory of the command line"_s);
    const QString program = QStringLiteral(COUNTERSIGN_CLI);
    if (!QFile::exists(program)) {
        printNote(u"The command line is not built here; nothing was measured."_s);
        return;
    }
    const QTemporaryDir folder;
    const QString vault = folder.filePath(u"bench.countersign"_s);
    makeVault(vault);
    QFile passphraseFile(folder.filePath(u"passphrase"_s));
    if (!passphraseFile.open(QIODevice::WriteOnly) || passphraseFile.write(passphrase) < 0) {
        qFatal("%s", qPrintable(passphraseFile.errorString()));
    }
    passphraseFile.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    passphraseFile.close();
    QProcess cli;
    cli.start(program, {u"--vault"_s, vault, u"--passphrase-file"_s, passphraseFile.fileName(), u"verify"_s,
                        u"Shop EU"_s, u"--csv"_s, u"-"_s, u"--out"_s, folder.filePath(u"results.csv"_s)});
    const std::optional<double> most = mostMemory(cli);
    if (cli.exitCode() != 0) {
        qFatal("the command line did not verify every row: %s", cli.readAllStandardError().constData());
    }
    if (!most) {
        printNote(u"This system does not say what a process has in memory."_s);
        return;
    }
    printFigure(u"verify --csv, 1,000,000 hashes"_s, u"%1 MiB"_s.arg(*most, 0, 'f', 1),
                u"the list: %1 MiB"_s.arg(rows * 86 / 1024.0 / 1024.0, 0, 'f', 0), u"under 64 MiB"_s,
                *most < 64);
}

} // namespace countersign::bench
