#include "app/cli/inputs.h"

#include "core/base/files.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace countersign::cli {

namespace {

constexpr qsizetype longestPassphrase = 4096;
constexpr qsizetype longestOperand = 16 << 20;
constexpr std::size_t advisedPassphrase = 12;

bool isStandardInput(const QString &path)
{
    return path == "-"_L1;
}

void cutAfterFirstLine(SecretBytes &text)
{
    const ByteView bytes = text.bytes();
    const auto end = std::ranges::find(bytes, static_cast<unsigned char>('\n'));
    auto size = static_cast<std::size_t>(end - bytes.begin());
    if (size > 0 && bytes[size - 1] == '\r') {
        --size;
    }
    text.truncate(size);
}

CliResult<SecretBytes> asked(Result<SecretBytes> answer)
{
    if (!answer) {
        return std::unexpected(answer.error());
    }
    return *std::move(answer);
}

std::unexpected<Failure> noPassphrase(const QString &option)
{
    return usageFailure(
        u"A passphrase is needed and there is no terminal to ask on. Put it in a file of your own and name "
        "the file with --%1."_s.arg(option));
}

CliResult<SecretBytes> askTwice(Session &session)
{
    auto first = asked(session.terminal().askSecret(u"New passphrase: "_s));
    if (!first) {
        return first;
    }
    const auto second = asked(session.terminal().askSecret(u"The same again: "_s));
    if (!second) {
        return std::unexpected(second.error());
    }
    if (!first->equals(*second)) {
        return usageFailure(u"The two passphrases differ. Nothing was changed; try again."_s);
    }
    return first;
}

QByteArray withoutLineBreak(QByteArray text)
{
    if (text.endsWith('\n')) {
        text.chop(1);
    }
    if (text.endsWith('\r')) {
        text.chop(1);
    }
    return text;
}

} // namespace

CliResult<SecretBytes> readSecretInput(Session &session, const QString &path, const QString &purpose)
{
    if (!isStandardInput(path)) {
        return asked(readSecretFile(path));
    }
    if (auto claimed = session.claimInput(purpose); !claimed) {
        return std::unexpected(claimed.error());
    }
    return asked(session.streams().readAllSecret(maximumKeyFileSize));
}

CliResult<SecretBytes> readPassphraseFile(Session &session, const QString &path)
{
    if (isStandardInput(path)) {
        if (auto claimed = session.claimInputLine(u"a passphrase"_s); !claimed) {
            return std::unexpected(claimed.error());
        }
        return asked(session.streams().readSecretLine(longestPassphrase));
    }
    auto content = readSecretFile(path);
    if (!content) {
        return std::unexpected(content.error());
    }
    cutAfterFirstLine(*content);
    return *std::move(content);
}

CliResult<SecretBytes> readVaultPassphrase(Session &session)
{
    const QString option = u"passphrase-file"_s;
    if (const auto path = session.arguments().optional(option)) {
        return readPassphraseFile(session, *path);
    }
    if (!session.terminal().isAvailable()) {
        return noPassphrase(option);
    }
    return asked(session.terminal().askSecret(u"Passphrase of %1: "_s.arg(session.vaultPath())));
}

CliResult<SecretBytes> readNewPassphrase(Session &session, const QString &option)
{
    const auto path = session.arguments().optional(option);
    if (!path && !session.terminal().isAvailable()) {
        return noPassphrase(option);
    }
    auto passphrase = path ? readPassphraseFile(session, *path) : askTwice(session);
    if (!passphrase) {
        return passphrase;
    }
    if (passphrase->isEmpty()) {
        return usageFailure(u"The passphrase is empty. Choose one; a sentence of several words is best."_s);
    }
    if (passphrase->size() < advisedPassphrase) {
        session.streams().note(u"Note: this passphrase is short. A sentence of several words is safer."_s);
    }
    return passphrase;
}

CliResult<QByteArray> readOperand(Session &session, const QString &name, LineBreak lineBreak)
{
    const QString typed = session.arguments().value(name);
    if (!isStandardInput(typed)) {
        return typed.toUtf8();
    }
    if (auto claimed = session.claimInput(name); !claimed) {
        return std::unexpected(claimed.error());
    }
    auto text = session.streams().readAll(longestOperand);
    if (!text) {
        return std::unexpected(text.error());
    }
    if (lineBreak == LineBreak::Dropped) {
        return withoutLineBreak(*std::move(text));
    }
    if (text->endsWith('\n')) {
        session.streams().note(
            u"Note: %1 ends with a line break, which counts. printf '%s' writes none."_s.arg(name));
    }
    return *std::move(text);
}

CliResult<JsonObject> parseObjectArgument(QByteArrayView text, const QString &name)
{
    auto object = parseJsonObject(text);
    if (!object) {
        return std::unexpected(Error{object.error().code, name + u": "_s + object.error().detail});
    }
    return *std::move(object);
}

CliResult<Timestamp> parseTime(const QString &text)
{
    bool isNumber = false;
    const qint64 seconds = text.toLongLong(&isNumber);
    if (isNumber) {
        return Timestamp{std::chrono::seconds{seconds}};
    }
    const QDateTime time = QDateTime::fromString(text, Qt::ISODate);
    // Without a zone the text would mean another moment on every machine.
    static const QRegularExpression zone(u"(Z|[+-][0-9]{2}:[0-9]{2})$"_s);
    if (!time.isValid() || !zone.match(text).hasMatch()) {
        return usageFailure(
            u"\"%1\" is not a time. Write 2026-11-20T23:00:00Z, or seconds since 1970."_s.arg(text));
    }
    return fromDateTime(time.toUTC());
}

CliResult<std::chrono::seconds> parseDuration(const QString &text, const QString &option)
{
    static const QRegularExpression form(u"^([0-9]{1,9})([smhd]?)$"_s);
    const auto match = form.match(text);
    if (!match.hasMatch()) {
        return usageFailure(
            u"--%1: \"%2\" is not a length of time. Write 90s, 30m, 1h or 7d."_s.arg(option, text));
    }
    const QString unit = match.captured(2);
    const std::int64_t factor = unit == "m"_L1 ? 60 : unit == "h"_L1 ? 3600 : unit == "d"_L1 ? 86400 : 1;
    return std::chrono::seconds{match.captured(1).toLongLong() * factor};
}

} // namespace countersign::cli
