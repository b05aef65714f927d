#include "core/vault/activitylog_p.h"

#include "core/vault/cborrecord_p.h"

using namespace Qt::StringLiterals;

namespace countersign::vault {

namespace {

/// Read in pieces: a long record is not needed whole to show its end.
constexpr qint64 blockSize = 512;

QByteArray serialize(const LoggedEntry &logged)
{
    const ActivityEntry &entry = logged.entry;
    CborRecordWriter out;
    out.write(entry.at);
    out.write(entry.actor.user);
    out.write(entry.actor.machine);
    out.write(static_cast<qint64>(entry.kind));
    out.write(entry.propertyId);
    out.write(entry.propertyName);
    out.write(qint64{entry.keyVersion});
    out.write(entry.detail);
    out.write(logged.recordMark);
    return out.finish();
}

QByteArray linkOf(const Envelope &envelope, qint64 sequence, const QByteArray &previous,
                  const QByteArray &sealed)
{
    QByteArray bytes = "activity";
    appendNumber(&bytes, sequence);
    return envelope.mac(bytesOf(bytes.append(previous).append(sealed)));
}

/// Where the walk stands: what the next older entry must be.
struct Expected
{
    qint64 sequence;
    QByteArray link;
};

Result<LoggedEntry> openRow(const Envelope &envelope, const Row &row, const QByteArray &previousLink,
                            const Expected &expected)
{
    const qint64 sequence = row[0].toLongLong();
    if (sequence != expected.sequence) {
        return damaged(u"activity entry %1 is missing"_s.arg(expected.sequence));
    }
    const QByteArray sealed = row[1].toByteArray();
    if (!equalConstantTime(bytesOf(linkOf(envelope, sequence, previousLink, sealed)),
                           bytesOf(expected.link))) {
        return damaged(u"activity entry %1 was changed"_s.arg(sequence));
    }
    const auto opened = envelope.open(sealed, {RecordKind::Activity, {}, sequence});
    if (!opened) {
        return damaged(u"activity entry %1 was changed"_s.arg(sequence));
    }
    return deserializeActivity(opened->bytes(), sequence);
}

} // namespace

Result<LoggedEntry> deserializeActivity(ByteView bytes, qint64 sequence)
{
    CborRecordReader in(bytes);
    LoggedEntry logged;
    ActivityEntry &entry = logged.entry;
    entry.sequence = sequence;
    entry.at = in.time();
    entry.actor.user = in.text();
    entry.actor.machine = in.text();
    entry.kind = in.enumerator(ActivityKind::PropertyDeleted);
    entry.propertyId = in.text();
    entry.propertyName = in.text();
    entry.keyVersion = static_cast<int>(in.number());
    entry.detail = in.text();
    logged.recordMark = in.bytes();
    in.leaveList();
    if (!in.isGood()) {
        return damaged(u"activity entry %1 is malformed"_s.arg(sequence));
    }
    return logged;
}

Result<void> appendActivity(const SqlStore &store, const Envelope &envelope, LoggedEntry logged,
                            Manifest *manifest)
{
    const qint64 sequence = manifest->activityCount + 1;
    const auto sealed = envelope.seal(bytesOf(serialize(logged)), {RecordKind::Activity, {}, sequence});
    if (!sealed) {
        return std::unexpected(sealed.error());
    }
    const QByteArray link = linkOf(envelope, sequence, manifest->activityHead, *sealed);
    auto inserted = store.execute(u"INSERT INTO activity(sequence, sealed, link) VALUES(?, ?, ?)"_s,
                                  {sequence, *sealed, link});
    if (!inserted) {
        return std::unexpected(inserted.error());
    }
    manifest->activityCount = sequence;
    manifest->activityHead = link;
    return {};
}

Result<void> walkActivity(const SqlStore &store, const Envelope &envelope, const Manifest &manifest,
                          const std::function<bool(const LoggedEntry &)> &visit)
{
    Expected expected{manifest.activityCount, manifest.activityHead};
    const auto count = store.number(u"SELECT count(*) FROM activity"_s);
    if (!count) {
        return std::unexpected(count.error());
    }
    if (*count != expected.sequence) {
        return damaged(u"the activity has %1 of its %2 entries"_s.arg(*count).arg(expected.sequence));
    }
    while (expected.sequence > 0) {
        // One row more than is visited: a link covers the one before it.
        const auto rows = store.select(
            u"SELECT sequence, sealed, link FROM activity WHERE sequence <= ? ORDER BY sequence DESC LIMIT ?"_s,
            {expected.sequence, blockSize + 1});
        if (!rows) {
            return std::unexpected(rows.error());
        }
        if (rows->empty()) {
            return damaged(u"activity entry %1 is missing"_s.arg(expected.sequence));
        }
        const std::size_t visited = std::min<std::size_t>(rows->size(), blockSize);
        for (std::size_t i = 0; i < visited; ++i) {
            const bool isFirst = i + 1 == rows->size();
            const QByteArray previous =
                isFirst ? emptyManifest().activityHead : (*rows)[i + 1][2].toByteArray();
            const auto logged = openRow(envelope, (*rows)[i], previous, expected);
            if (!logged) {
                return std::unexpected(logged.error());
            }
            if (!visit(*logged)) {
                return {};
            }
            expected = {expected.sequence - 1, previous};
        }
    }
    return {};
}

} // namespace countersign::vault
