#pragma once

#include "core/base/chain.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariantList>

namespace countersign::vault {

/// One connection to one SQLite file, with the settings a vault needs and SQLite's errors as ours.
/// Belongs to the thread that made it.
class SqlDatabase final
{
public:
    /// Opens an existing file. A commit returns once the data and the folder entry are on the disk; what is
    /// deleted is overwritten.
    static Result<SqlDatabase> open(const QString &path);

    SqlDatabase(SqlDatabase &&other) noexcept;
    SqlDatabase &operator=(SqlDatabase &&) = delete;
    SqlDatabase(const SqlDatabase &) = delete;
    ~SqlDatabase();

    /// Runs one statement. Fails with VaultInUse (locked by another process for longer than the busy
    /// timeout), VaultDamaged, ReadFailed or WriteFailed.
    Result<QSqlQuery> run(const QString &sql, const QVariantList &values = {}) const;
    /// The first column of the first row; an invalid QVariant when there is none.
    Result<QVariant> value(const QString &sql, const QVariantList &values = {}) const;

private:
    explicit SqlDatabase(QString connectionName)
        : m_connectionName(std::move(connectionName))
    {
    }

    QString m_connectionName;
};

enum class TransactionKind { Read, Write };

/// A transaction that is rolled back unless committed. A write transaction takes the write lock at once, so
/// that what it reads is what it changes.
class SqlTransaction final
{
public:
    static Result<SqlTransaction> begin(const SqlDatabase &database, TransactionKind kind);

    SqlTransaction(SqlTransaction &&other) noexcept;
    SqlTransaction &operator=(SqlTransaction &&) = delete;
    ~SqlTransaction();

    Result<void> commit();

private:
    explicit SqlTransaction(const SqlDatabase &database)
        : m_database(&database)
    {
    }

    const SqlDatabase *m_database;
};

} // namespace countersign::vault
