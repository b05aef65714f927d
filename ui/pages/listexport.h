#pragma once

#include "core/base/error.h"
#include "ui/actions/backgroundwork.h"
#include "ui/models/listresults.h"

namespace countersign::ui {

/// Writes rows of a list as CSV on a thread of its own: line, id, e-mail, verdict, causes. Never the hash or
/// the token.
class ListExport final : public QObject
{
    Q_OBJECT

public:
    explicit ListExport(QObject *parent = nullptr);

    void start(std::shared_ptr<const ListResults> results, std::vector<quint32> rows, const QString &path);
    /// Ends it, leaving no file behind, and waits until it has.
    void drop() { m_work.drop(); }

Q_SIGNALS:
    void finished(quint64 rows);
    void failed(const countersign::Error &error);

private:
    BackgroundWork m_work;
};

} // namespace countersign::ui
