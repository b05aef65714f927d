#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

#include <optional>

namespace countersign::cli {

/// What was typed, by the name of the option or operand. Holds no secret: those come from files.
class Arguments final
{
public:
    void add(const QString &name, const QString &value) { m_values[name].append(value); }

    bool has(const QString &name) const { return m_values.contains(name); }
    /// The value, or the last of several; empty when absent.
    QString value(const QString &name) const
    {
        return m_values.value(name).value(m_values.value(name).size() - 1);
    }
    QStringList values(const QString &name) const { return m_values.value(name); }
    /// A number the parser has checked already.
    qint64 number(const QString &name) const { return value(name).toLongLong(); }
    std::optional<QString> optional(const QString &name) const
    {
        return has(name) ? std::optional(value(name)) : std::nullopt;
    }

private:
    QHash<QString, QStringList> m_values;
};

} // namespace countersign::cli
