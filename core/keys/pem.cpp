#include "core/keys/pem.h"

#include "core/base/encoding.h"
#include "core/keys/keytext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace countersign::keys {
namespace {

constexpr std::string_view beginMark = "-----BEGIN ";
constexpr std::string_view endMark = "-----END ";
constexpr std::string_view dashes = "-----";
constexpr std::size_t maximumLabelSize = 64;

struct Boundary
{
    std::size_t start = 0; ///< of the first dash
    std::size_t end = 0;   ///< behind the last dash
    QString label;
};

int lineNumber(std::string_view text, std::size_t position)
{
    return 1 + static_cast<int>(std::ranges::count(text.substr(0, position), '\n'));
}

std::unexpected<Error> failureAt(std::string_view text, std::size_t position, const QString &reason)
{
    return failure(ErrorCode::InvalidKey, u"line %1: %2"_s.arg(lineNumber(text, position)).arg(reason));
}

Result<Boundary> readBoundary(std::string_view text, std::size_t start, std::string_view mark)
{
    const std::size_t labelStart = start + mark.size();
    const std::size_t labelEnd = text.find(dashes, labelStart);
    const std::string_view label = text.substr(labelStart, labelEnd - labelStart);
    if (labelEnd == std::string_view::npos || label.size() > maximumLabelSize || label.contains('\n')) {
        return failureAt(text, start, u"the line does not end in five hyphens"_s);
    }
    return Boundary{start, labelEnd + dashes.size(),
                    QString::fromLatin1(label.data(), static_cast<qsizetype>(label.size()))};
}

/// The END line of the block whose BEGIN line is given.
Result<Boundary> findEnd(std::string_view text, const Boundary &begin)
{
    const std::size_t start = text.find(endMark, begin.end);
    if (start == std::string_view::npos || text.find(beginMark, begin.end) < start) {
        return failureAt(text, begin.start,
                         u"BEGIN %1 has no END line: the key is cut short"_s.arg(begin.label));
    }
    auto end = readBoundary(text, start, endMark);
    if (end && end->label != begin.label) {
        return failureAt(text, start,
                         u"BEGIN says \"%1\" and END says \"%2\""_s.arg(begin.label, end->label));
    }
    return end;
}

/// RFC 1421 headers stand between the BEGIN line and the body; only old encrypted keys have them.
std::optional<Error> refusedHeaders(std::string_view body)
{
    if (body.contains("Proc-Type:") && body.contains("ENCRYPTED")) {
        return Error{ErrorCode::UnsupportedKey,
                     u"encrypted in the old PEM way (Proc-Type: 4,ENCRYPTED); convert it with: "
                     "openssl pkcs8 -topk8 -in old.pem -out new.pem"_s};
    }
    if (body.contains(':')) {
        return Error{ErrorCode::UnsupportedKey, u"PEM headers before the key's text"_s};
    }
    return std::nullopt;
}

void noteBodyLayout(std::string_view body, QStringList *notes)
{
    if (!body.contains('\n')) {
        addNote(notes, u"no line breaks"_s);
    } else if (body.contains("\n ") || body.contains("\n\t")) {
        addNote(notes, u"indented lines"_s);
    }
}

Result<SecretBytes> decodeBody(const QString &label, std::string_view body)
{
    const SecretBytes text = withoutSpaces(body);
    if (text.isEmpty()) {
        return failure(ErrorCode::InvalidKey, u"%1: nothing between BEGIN and END"_s.arg(label));
    }
    auto der = decodeSecret(text.bytes(), Encoding::Base64);
    if (!der) {
        return failure(ErrorCode::InvalidKey, u"%1, body: %2"_s.arg(label, der.error().detail));
    }
    return der;
}

Result<PemBlock> readBlock(std::string_view text, const Boundary &begin, const Boundary &end,
                           QStringList *notes)
{
    const std::string_view body = text.substr(begin.end, end.start - begin.end);
    if (const auto refused = refusedHeaders(body)) {
        return failure(refused->code, u"%1: %2"_s.arg(begin.label, refused->detail));
    }
    auto der = decodeBody(begin.label, body);
    if (!der) {
        return std::unexpected(der.error());
    }
    noteBodyLayout(body, notes);
    return PemBlock{begin.label, std::move(*der)};
}

/// What stands before, between and after the blocks.
void noteTextOutside(std::string_view outside, QStringList *notes)
{
    static constexpr std::string_view quotes = "\"'`";
    const std::string_view text = trimmed(outside);
    if (text.find_first_not_of(" \t\n\f\v\"'`,;") != std::string_view::npos) {
        addNote(notes, u"text around the key left out"_s);
    } else if (text.find_first_of(quotes) != std::string_view::npos) {
        addNote(notes, u"quotes around the key"_s);
    }
    if (!outside.empty() && (outside.back() == ' ' || outside.back() == '\t')) {
        addNote(notes, u"indented lines"_s);
    }
}

Result<PemText> readBlocks(std::string_view text, QStringList notes)
{
    PemText result{{}, std::move(notes)};
    std::size_t position = 0;
    for (std::size_t start = text.find(beginMark); start != std::string_view::npos;
         start = text.find(beginMark, position)) {
        const auto begin = readBoundary(text, start, beginMark);
        const auto end = begin ? findEnd(text, *begin) : begin;
        if (!end) {
            return std::unexpected(end.error());
        }
        auto block = readBlock(text, *begin, *end, &result.notes);
        if (!block) {
            return std::unexpected(block.error());
        }
        noteTextOutside(text.substr(position, start - position), &result.notes);
        result.blocks.push_back(std::move(*block));
        position = end->end;
    }
    if (const std::size_t stray = text.find(endMark, position); stray != std::string_view::npos) {
        return failureAt(text, stray, u"an END line without its BEGIN line: the key is cut short"_s);
    }
    noteTextOutside(text.substr(position), &result.notes);
    return result;
}

} // namespace

bool hasPemArmour(ByteView text)
{
    const std::string_view view = textOf(text);
    return view.contains("-BEGIN ") || view.contains("-END ") || view.contains("- BEGIN ") ||
           view.contains("- END ");
}

Result<PemText> parsePem(ByteView text)
{
    QStringList notes;
    const SecretBytes plain = withPlainLineEnds(textOf(text), &notes);
    auto result = readBlocks(textOf(plain.bytes()), std::move(notes));
    if (result && result->blocks.empty()) {
        return failure(ErrorCode::InvalidKey,
                       u"the BEGIN line is damaged: it starts with exactly five hyphens"_s);
    }
    return result;
}

} // namespace countersign::keys
