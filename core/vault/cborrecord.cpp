#include "core/vault/cborrecord_p.h"

#include <algorithm>

namespace countersign::vault {

CborRecordWriter::CborRecordWriter()
    : m_writer(&m_bytes)
{
    m_writer.startArray();
}

void CborRecordWriter::write(const QStringList &texts)
{
    m_writer.startArray(static_cast<quint64>(texts.size()));
    for (const QString &text : texts) {
        write(text);
    }
    m_writer.endArray();
}

void CborRecordWriter::write(const QMap<QString, QString> &texts)
{
    m_writer.startArray(static_cast<quint64>(2 * texts.size()));
    for (auto text = texts.begin(); text != texts.end(); ++text) {
        write(text.key());
        write(text.value());
    }
    m_writer.endArray();
}

QByteArray CborRecordWriter::finish()
{
    m_writer.endArray();
    return m_bytes;
}

CborRecordReader::CborRecordReader(ByteView bytes)
    : m_bytes(QByteArray::fromRawData(viewOf(bytes).data(), viewOf(bytes).size()))
    , m_reader(m_bytes)
{
    enterList();
}

bool CborRecordReader::expect(bool isOfType)
{
    // After a fault in what follows a text, Qt goes on giving empty ones, as many as a list says it has.
    m_good = m_good && isOfType && m_reader.lastError() == QCborError::NoError;
    return m_good;
}

QString CborRecordReader::text()
{
    QString text;
    if (expect(m_reader.isString())) {
        auto part = m_reader.readString();
        for (; part.status == QCborStreamReader::Ok; part = m_reader.readString()) {
            text = text.isEmpty() ? std::move(part.data) : text + part.data;
        }
        m_good = part.status == QCborStreamReader::EndOfString;
    }
    return text;
}

QByteArray CborRecordReader::bytes()
{
    QByteArray bytes;
    if (expect(m_reader.isByteArray())) {
        auto part = m_reader.readByteArray();
        for (; part.status == QCborStreamReader::Ok; part = m_reader.readByteArray()) {
            bytes = bytes.isEmpty() ? std::move(part.data) : bytes + part.data;
        }
        m_good = part.status == QCborStreamReader::EndOfString;
    }
    return bytes;
}

qint64 CborRecordReader::number()
{
    if (!expect(m_reader.isInteger())) {
        return 0;
    }
    const qint64 number = m_reader.toInteger();
    m_good = m_reader.next();
    return number;
}

QStringList CborRecordReader::texts()
{
    QStringList texts;
    enterList();
    while (hasNext()) {
        texts.append(text());
    }
    leaveList();
    return texts;
}

QMap<QString, QString> CborRecordReader::textMap()
{
    QMap<QString, QString> texts;
    enterList();
    while (hasNext()) {
        const QString key = text();
        texts.insert(key, text());
    }
    leaveList();
    return texts;
}

qsizetype CborRecordReader::enterList()
{
    if (!expect(m_reader.isArray())) {
        return 0;
    }
    const quint64 length = m_reader.isLengthKnown() ? m_reader.length() : 0;
    m_good = m_reader.enterContainer();
    return static_cast<qsizetype>(std::min<quint64>(length, 64));
}

void CborRecordReader::leaveList()
{
    if (expect(!m_reader.hasNext())) {
        m_good = m_reader.leaveContainer();
    }
}

} // namespace countersign::vault
