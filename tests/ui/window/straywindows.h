#pragma once

#include <QObject>
#include <QStringList>

namespace countersign::test {

/// Notes every window that belongs to nobody: a part that is shown before it has a parent flashes up on its
/// own.
class StrayWindows final : public QObject
{
public:
    StrayWindows();

    /// The class and object name of each, in the order they were shown.
    const QStringList &seen() const { return m_seen; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QStringList m_seen;
};

} // namespace countersign::test
