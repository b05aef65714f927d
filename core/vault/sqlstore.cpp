#include "core/vault/sqlstore_p.h"

#include <QSqlError>
#include <QSqlQuery>
#include <QSqlRecord>
#include <QUrl>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace countersign::vault {

namespace {

/// How long a change waits for another process to finish its own.
constexpr int busyTimeoutMilliseconds = 3000;

/// SQLite's primary result codes; https://www.sqlite.org/rescode.html
enum SqliteCode {
    SqlError = 1, ///< a table or column that is missing
    Busy = 5,
    Locked = 6,
    ReadOnly = 8,
    Corrupt = 11,
    Full = 13,
    Constraint = 19,
    Mismatch = 20,
    NotADatabase = 26
};

std::unexpected<Error> failed(const QSqlError &error)
{
    const QString detail = error.databaseText().isEmpty() ? error.driverText() : error.databaseText();
    switch (error.nativeErrorCode().toInt() & 0xff) {
    case Busy:
    case Locked:
        return failure(ErrorCode::VaultInUse, detail);
    case ReadOnly:
    case Full:
        return failure(ErrorCode::WriteFailed, detail);
    case SqlError:
    case Corrupt:
    case Constraint:
    case Mismatch:
    case NotADatabase:
        return failure(ErrorCode::VaultDamaged, detail);
    default: // the disk, permissions, memory, or no driver at all: nothing that says the file is bad
        return failure(ErrorCode::ReadFailed, detail);
    }
}

std::unexpected<Error> asWriting(const Error &error)
{
    return failure(error.code == ErrorCode::ReadFailed ? ErrorCode::WriteFailed : error.code, error.detail);
}

Result<QSqlQuery> run(const QSqlDatabase &database, const QString &sql, const Row &values)
{
    QSqlQuery query(database);
    query.setForwardOnly(true);
    if (!query.prepare(sql)) {
        return failed(query.lastError());
    }
    for (const QVariant &value : values) {
        query.addBindValue(value);
    }
    if (!query.exec()) {
        return failed(query.lastError());
    }
    return query;
}

Row currentRow(const QSqlQuery &query, int columns)
{
    Row row;
    row.reserve(static_cast<std::size_t>(columns));
    for (int column = 0; column < columns; ++column) {
        row.push_back(query.value(column));
    }
    return row;
}

/// Never makes a file: a path that is missing must not become an empty vault.
QString addressOf(const QString &path, SqlStore::Mode mode)
{
    const QString file = QString::fromLatin1(QUrl::fromLocalFile(path).toEncoded(QUrl::FullyEncoded));
    return file + (mode == SqlStore::Mode::ReadOnly ? u"?mode=ro"_s : u"?mode=rw"_s);
}

} // namespace

std::unexpected<Error> damaged(const QString &what)
{
    return failure(ErrorCode::VaultDamaged, what);
}

SqlStore::SqlStore(QSqlDatabase database)
    : m_database(std::move(database))
{
}

SqlStore::~SqlStore()
{
    const QString name = m_database.connectionName();
    m_database.close();
    m_database = {};
    QSqlDatabase::removeDatabase(name);
}

Result<std::unique_ptr<SqlStore>> SqlStore::open(const QString &path, Mode mode)
{
    std::unique_ptr<SqlStore> store(
        new SqlStore(QSqlDatabase::addDatabase(u"QSQLITE"_s, QUuid::createUuid().toString())));
    QSqlDatabase &database = store->m_database;
    database.setConnectOptions(u"QSQLITE_OPEN_URI;QSQLITE_BUSY_TIMEOUT=%1"_s.arg(busyTimeoutMilliseconds));
    database.setDatabaseName(addressOf(path, mode));
    if (!database.open()) {
        return failed(database.lastError());
    }
    if (auto configured = store->configure(mode); !configured) {
        return std::unexpected(configured.error());
    }
    return store;
}

/// trusted_schema and cell_size_check: a planted file gets no say beyond its rows. secure_delete: what is
/// deleted is overwritten.
Result<void> SqlStore::configure(Mode mode) const
{
    QStringList settings{u"trusted_schema=OFF"_s, u"cell_size_check=ON"_s, u"foreign_keys=ON"_s,
                         u"temp_store=MEMORY"_s, u"secure_delete=ON"_s};
    if (mode == Mode::ReadWrite) {
        settings << u"journal_mode=DELETE"_s << u"synchronous=EXTRA"_s;
    }
    for (const QString &setting : settings) {
        if (auto done = select(u"PRAGMA "_s + setting); !done) {
            return std::unexpected(done.error());
        }
    }
    return {};
}

Result<void> SqlStore::each(const QString &sql, const Row &values, const RowVisitor &visit) const
{
    auto query = run(m_database, sql, values);
    if (!query) {
        return std::unexpected(query.error());
    }
    while (query->next()) {
        if (auto visited = visit(*query); !visited) {
            return visited;
        }
    }
    if (query->lastError().isValid()) {
        return failed(query->lastError());
    }
    return {};
}

Result<Rows> SqlStore::select(const QString &sql, const Row &values) const
{
    Rows rows;
    auto read = each(sql, values, [&rows](const QSqlQuery &query) -> Result<void> {
        rows.push_back(currentRow(query, query.record().count()));
        return {};
    });
    if (!read) {
        return std::unexpected(read.error());
    }
    return rows;
}

Result<Row> SqlStore::selectOne(const QString &sql, const Row &values) const
{
    auto rows = select(sql, values);
    if (!rows) {
        return std::unexpected(rows.error());
    }
    if (rows->size() != 1) {
        return damaged(u"one row expected, %1 found"_s.arg(rows->size()));
    }
    return std::move(rows->front());
}

Result<QSqlQuery> SqlStore::prepare(const QString &sql) const
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    return query.prepare(sql) ? Result<QSqlQuery>(std::move(query)) : failed(query.lastError());
}

Result<void> SqlStore::execute(QSqlQuery *prepared, const Row &values) const
{
    for (std::size_t i = 0; i < values.size(); ++i) {
        prepared->bindValue(static_cast<int>(i), values[i]);
    }
    return prepared->exec() ? Result<void>() : asWriting(failed(prepared->lastError()).error());
}

Result<int> SqlStore::execute(const QString &sql, const Row &values) const
{
    auto query = run(m_database, sql, values);
    if (!query) {
        return asWriting(query.error());
    }
    return query->numRowsAffected();
}

Result<qint64> SqlStore::number(const QString &sql) const
{
    auto row = selectOne(sql);
    if (!row) {
        return std::unexpected(row.error());
    }
    return row->front().toLongLong();
}

Transaction::Transaction(const SqlStore *store)
    : m_store(store)
{
}

Transaction::Transaction(Transaction &&other) noexcept
    : m_store(std::exchange(other.m_store, nullptr))
{
}

Transaction::~Transaction()
{
    if (m_store) {
        (void)m_store->execute(u"ROLLBACK"_s);
    }
}

Result<Transaction> Transaction::begin(const SqlStore &store, Kind kind)
{
    // A write lock from the start: two changes at once wait for each other instead of failing at the end.
    if (kind == Kind::Write) {
        if (auto begun = store.execute(u"BEGIN IMMEDIATE"_s); !begun) {
            return std::unexpected(begun.error());
        }
    } else if (auto begun = store.select(u"BEGIN"_s); !begun) {
        return std::unexpected(begun.error());
    }
    return Transaction(&store);
}

Result<void> Transaction::commit()
{
    auto committed = m_store->execute(u"COMMIT"_s);
    if (!committed) {
        return std::unexpected(committed.error());
    }
    m_store = nullptr;
    return {};
}

} // namespace countersign::vault
