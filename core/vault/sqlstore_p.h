#pragma once

#include "core/base/error.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariant>

#include <functional>
#include <memory>
#include <vector>

namespace countersign::vault {

using Row = std::vector<QVariant>;
using Rows = std::vector<Row>;
using RowVisitor = std::function<Result<void>(const QSqlQuery &)>;

/// One connection to one SQLite file. Used from the thread that opened it.
///
/// Journal: the rollback journal, not a write-ahead log. With a log the newest changes live in a second file
/// until a checkpoint, so a person who copies the vault's one file would lose them, and it needs shared
/// memory, which network folders lack. synchronous=EXTRA also syncs the folder after the journal is dropped.
class SqlStore final
{
public:
    enum class Mode { ReadWrite, ReadOnly };

    static Result<std::unique_ptr<SqlStore>> open(const QString &path, Mode mode);
    ~SqlStore();

    SqlStore(const SqlStore &) = delete;
    SqlStore &operator=(const SqlStore &) = delete;

    /// Hands over one row after the other, without keeping them; stops at the first failure.
    Result<void> each(const QString &sql, const Row &values, const RowVisitor &visit) const;
    Result<Rows> select(const QString &sql, const Row &values = {}) const;
    /// Fails with VaultDamaged unless there is exactly one row.
    Result<Row> selectOne(const QString &sql, const Row &values = {}) const;
    /// For a statement that is run thousands of times.
    Result<QSqlQuery> prepare(const QString &sql) const;
    Result<void> execute(QSqlQuery *prepared, const Row &values) const;
    /// Returns how many rows it touched.
    Result<int> execute(const QString &sql, const Row &values = {}) const;
    Result<qint64> number(const QString &sql) const;

private:
    explicit SqlStore(QSqlDatabase database);
    Result<void> configure(Mode mode) const;

    QSqlDatabase m_database;
};

/// Rolls back unless committed. A reading one holds one state of the file for as long as it lives.
class Transaction final
{
public:
    enum class Kind { Read, Write };

    static Result<Transaction> begin(const SqlStore &store, Kind kind);
    Transaction(Transaction &&other) noexcept;
    Transaction &operator=(Transaction &&) = delete;
    ~Transaction();

    Result<void> commit();

private:
    explicit Transaction(const SqlStore *store);

    const SqlStore *m_store;
};

std::unexpected<Error> damaged(const QString &what);

} // namespace countersign::vault
