#include "app/cli/verbs/listinput.h"

#include "core/base/filestream.h"
#include "core/bulk/listbeginning.h"

#include <QFileInfo>

#include <cstring>

using namespace Qt::StringLiterals;

namespace countersign::cli {

namespace {

CliResult<bulk::ByteSource> sourceOf(Session &session, const QString &path)
{
    if (path == "-"_L1) {
        if (auto claimed = session.claimInput(u"the list"_s); !claimed) {
            return std::unexpected(claimed.error());
        }
    }
    auto opened = FileReader::open(path);
    if (!opened) {
        return std::unexpected(opened.error());
    }
    const auto reader = std::make_shared<FileReader>(*std::move(opened));
    return [reader](std::span<unsigned char> block) { return reader->read(block); };
}

/// What was looked at first, then the rest.
bulk::ByteSource joined(QByteArray beginning, bulk::ByteSource rest)
{
    return [first = std::move(beginning), at = qsizetype(0),
            rest = std::move(rest)](std::span<unsigned char> block) mutable -> Result<std::size_t> {
        if (at >= first.size()) {
            first.clear();
            return rest(block);
        }
        const auto count = std::min(static_cast<qsizetype>(block.size()), first.size() - at);
        std::memcpy(block.data(), first.constData() + at, static_cast<std::size_t>(count));
        at += count;
        return static_cast<std::size_t>(count);
    };
}

char delimiterNamed(const QString &name)
{
    return name == "tab"_L1 ? '\t' : name == "semicolon"_L1 ? ';' : name == "bar"_L1 ? '|' : ',';
}

bulk::DialectChoice choiceOf(const Arguments &arguments)
{
    bulk::DialectChoice choice;
    if (const auto name = arguments.optional(u"delimiter"_s)) {
        choice.delimiter = delimiterNamed(*name);
    }
    if (const auto name = arguments.optional(u"encoding"_s)) {
        choice.encoding = *name == "utf-8"_L1 ? bulk::TextEncoding::Utf8 : bulk::TextEncoding::Windows1252;
    }
    if (const auto name = arguments.optional(u"header"_s)) {
        choice.header = *name == "yes"_L1 ? bulk::HeaderRow::First : bulk::HeaderRow::None;
    }
    return choice;
}

QString columnList(const bulk::ListPreview &preview)
{
    QStringList names;
    for (int column = 0; column < preview.fieldCount; ++column) {
        names.append(u"%1 %2"_s.arg(column + 1).arg(preview.columnName(column)));
    }
    return names.join(u", "_s);
}

/// The column an option names, or the one found by looking.
CliResult<int> columnOf(Session &session, const QString &option, int guess, const bulk::ListPreview &preview)
{
    const auto typed = session.arguments().optional(option);
    if (!typed) {
        return guess;
    }
    if (const auto column = preview.column(*typed)) {
        return *column;
    }
    return usageFailure(
        u"--%1: the list has no column \"%2\". It has: %3."_s.arg(option, *typed, columnList(preview)));
}

std::unexpected<Failure> missing(const QString &what, const QString &option, const bulk::ListPreview &preview)
{
    return usageFailure(
        u"Say which column holds %1 with --%2 (a name, or a number from 1). The list has: %3."_s.arg(
            what, option, columnList(preview)));
}

} // namespace

std::unexpected<Failure> unreadableList(const QString &path, const QString &reason)
{
    return std::unexpected(Failure{
        ExitCode::UnreadableInput, u"InvalidList"_s,
        u"The list could not be read (%1: %2). Save it as CSV (UTF-8) and try again."_s.arg(path, reason)});
}

CliResult<ListInput> openList(Session &session)
{
    const QString path = session.arguments().value(u"csv"_s);
    auto source = sourceOf(session, path);
    if (!source) {
        return std::unexpected(source.error());
    }
    auto beginning = bulk::readBeginning(*source);
    if (!beginning) {
        return std::unexpected(beginning.error());
    }
    auto preview = bulk::previewList(beginning->bytes, beginning->extent, choiceOf(session.arguments()));
    if (!preview) {
        return unreadableList(path, preview.error().detail);
    }
    ListInput input{*std::move(preview), joined(std::move(beginning->bytes), *std::move(source)),
                    std::nullopt};
    if (const QFileInfo info(path); path != "-"_L1 && info.isFile()) {
        input.size = static_cast<quint64>(info.size());
    }
    return input;
}

CliResult<bulk::ListColumns> columnsOf(Session &session, const recipes::Recipe &recipe,
                                       const bulk::ListPreview &preview)
{
    const QString proofOption =
        session.arguments().has(u"token-column"_s) ? u"token-column"_s : u"hash-column"_s;
    const auto id = columnOf(session, u"id-column"_s, preview.guess.id, preview);
    const auto email = columnOf(session, u"email-column"_s, preview.guess.email, preview);
    const auto proof = columnOf(session, proofOption, preview.guess.proof, preview);
    for (const auto *column : {&id, &email, &proof}) {
        if (!*column) {
            return std::unexpected(column->error());
        }
    }
    if (*proof < 0) {
        return missing(u"the hash or token"_s, proofOption, preview);
    }
    const recipes::ProofRule *rule = recipe.proof(session.arguments().value(u"proof"_s));
    const recipes::MacRule *mac = rule ? rule->mac() : nullptr;
    if (mac && recipe.hashesEmail(*mac) && *email < 0) {
        return missing(u"the e-mail"_s, u"email-column"_s, preview);
    }
    // An e-mail alone decides nothing, but the causes it can be compared with are found, as of one visitor.
    if (mac && !recipe.hashesEmail(*mac) && *id < 0 && *email < 0) {
        return missing(u"the user id"_s, u"id-column"_s, preview);
    }
    return bulk::ListColumns{*id, *email, *proof};
}

} // namespace countersign::cli
