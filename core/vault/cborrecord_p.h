#pragma once

#include "core/base/bytes.h"
#include "core/base/clock.h"
#include "core/base/error.h"

#include <QCborStreamReader>
#include <QCborStreamWriter>
#include <QMap>
#include <QStringList>

namespace countersign::vault {

/// Writes the plain text of a record: one CBOR array (RFC 8949) of values by position.
class CborRecordWriter final
{
public:
    CborRecordWriter();

    void write(const QString &text) { m_writer.append(QStringView(text)); }
    void write(const QByteArray &bytes) { m_writer.append(bytes); }
    void write(qint64 number) { m_writer.append(number); }
    void write(Timestamp time) { write(qint64{time.time_since_epoch().count()}); }
    void write(const QStringList &texts);
    void write(const QMap<QString, QString> &texts);
    void beginList(qsizetype size) { m_writer.startArray(static_cast<quint64>(size)); }
    void endList() { m_writer.endArray(); }

    QByteArray finish();

private:
    QByteArray m_bytes;
    QCborStreamWriter m_writer;
};

/// Reads it again. What does not fit sticks: everything after it is empty, and isGood() is false.
class CborRecordReader final
{
public:
    explicit CborRecordReader(ByteView bytes);

    QString text();
    QByteArray bytes();
    qint64 number();
    Timestamp time() { return Timestamp{std::chrono::seconds{number()}}; }
    QStringList texts();
    QMap<QString, QString> textMap();
    /// Returns its length as far as the reader knows it: for reserving, never for trusting.
    qsizetype enterList();
    bool hasNext() const { return m_good && m_reader.hasNext(); }
    void leaveList();

    /// An enumerator up to `last`, all of which count from 0.
    template<typename Enum>
    Enum enumerator(Enum last)
    {
        const qint64 value = number();
        m_good = m_good && value >= 0 && value <= static_cast<qint64>(last);
        return m_good ? static_cast<Enum>(value) : Enum{};
    }

    bool isGood() const { return m_good; }

private:
    bool expect(bool isOfType);

    QByteArray m_bytes;
    QCborStreamReader m_reader;
    bool m_good = true;
};

} // namespace countersign::vault
