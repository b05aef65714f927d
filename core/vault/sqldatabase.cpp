#include "core/vault/sqldatabase.h"

#include <QFileInfo>
#include <QSqlError>
#include <QUuid>

#include <utility>

using namespace Qt::StringLiterals;

namespace countersign::vault {
namespace {

// Result codes of the SQLite C API (sqlite3.h); the driver reports extended ones, whose low byte these are.
enum SqliteCode {
    Busy = 5,
    Locked = 6,
    ReadOnly = 8,
    IoError = 10,
    Corrupt = 11,
    Full = 13,
    CantOpen = 14,
    NotADatabase = 26
};

Error errorOf(const QSqlError &error)
{
    const QString text = error.databaseText();
    switch (error.nativeErrorCode().toInt() & 0xff) {
    case Busy:
    case Locked:
        return {ErrorCode::VaultInUse, u"another process has held it for five seconds"_s};
    case Corrupt:
    case NotADatabase:
        return {ErrorCode::VaultDamaged, u"SQLite: %1"_s.arg(text)};
    case Full:
        return {ErrorCode::WriteFailed, u"the disk is full"_s};
    case ReadOnly:
        return {ErrorCode::WriteFailed, u"the file or its folder cannot be written"_s};
    case CantOpen:
        return {ErrorCode::ReadFailed, u"the file cannot be opened"_s};
    case IoError:
        return {ErrorCode::WriteFailed, u"the disk reported an error: %1"_s.arg(text)};
    default: // a missing table or column: the file is not what it says
        return {ErrorCode::VaultDamaged, u"SQLite: %1"_s.arg(text)};
    }
}

const QStringList &settings()
{
    static const QStringList statements = {
        u"PRAGMA journal_mode=DELETE"_s, // one file at rest, no second one to forget when copying
        u"PRAGMA synchronous=EXTRA"_s,   // also the folder, after the journal is deleted
        u"PRAGMA secure_delete=ON"_s,    u"PRAGMA trusted_schema=OFF"_s, u"PRAGMA cell_size_check=ON"_s,
    };
    return statements;
}

} // namespace

Result<SqlDatabase> SqlDatabase::open(const QString &path)
{
    SqlDatabase database(u"vault-"_s + QUuid::createUuid().toString(QUuid::Id128));
    QSqlDatabase connection = QSqlDatabase::addDatabase(u"QSQLITE"_s, database.m_connectionName);
    connection.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=5000"_s);
    connection.setDatabaseName(path);
    if (!connection.isValid()) {
        return failure(ErrorCode::ReadFailed, u"Qt's SQLite driver is not installed"_s);
    }
    if (!connection.open()) {
        return std::unexpected(errorOf(connection.lastError()));
    }
    for (const QString &statement : settings()) {
        if (auto done = database.run(statement); !done) {
            return std::unexpected(done.error());
        }
    }
    return database;
}

SqlDatabase::SqlDatabase(SqlDatabase &&other) noexcept
    : m_connectionName(std::exchange(other.m_connectionName, {}))
{
}

SqlDatabase::~SqlDatabase()
{
    if (!m_connectionName.isEmpty()) {
        QSqlDatabase::database(m_connectionName, false).close();
        QSqlDatabase::removeDatabase(m_connectionName);
    }
}

Result<QSqlQuery> SqlDatabase::run(const QString &sql, const QVariantList &values) const
{
    QSqlQuery query(QSqlDatabase::database(m_connectionName, false));
    query.setForwardOnly(true);
    if (!query.prepare(sql)) {
        return std::unexpected(errorOf(query.lastError()));
    }
    for (const QVariant &value : values) {
        query.addBindValue(value);
    }
    if (!query.exec()) {
        return std::unexpected(errorOf(query.lastError()));
    }
    return query;
}

Result<QVariant> SqlDatabase::value(const QString &sql, const QVariantList &values) const
{
    auto query = run(sql, values);
    if (!query) {
        return std::unexpected(query.error());
    }
    return query->next() ? query->value(0) : QVariant();
}

Result<SqlTransaction> SqlTransaction::begin(const SqlDatabase &database, TransactionKind kind)
{
    const auto begun = database.run(kind == TransactionKind::Write ? u"BEGIN IMMEDIATE"_s : u"BEGIN"_s);
    if (!begun) {
        return std::unexpected(begun.error());
    }
    return SqlTransaction(database);
}

SqlTransaction::SqlTransaction(SqlTransaction &&other) noexcept
    : m_database(std::exchange(other.m_database, nullptr))
{
}

SqlTransaction::~SqlTransaction()
{
    if (m_database) {
        (void)m_database->run(u"ROLLBACK"_s); // nothing was changed either way
    }
}

Result<void> SqlTransaction::commit()
{
    const auto done = m_database->run(u"COMMIT"_s);
    if (!done) {
        return std::unexpected(done.error()); // rolled back by the destructor
    }
    m_database = nullptr;
    return {};
}

} // namespace countersign::vault
