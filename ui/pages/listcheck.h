#pragma once

#include "core/bulk/listpreview.h"
#include "ui/actions/backgroundwork.h"
#include "ui/actions/vaultsession.h"
#include "ui/models/listresults.h"

namespace countersign::ui {

/// What is to be checked, with copies of all it needs: the check runs on a thread of its own.
struct ListCheckRequest
{
    recipes::Recipe recipe;
    recipes::Property property;
    QString path;
    bulk::ListRequest list;
};

/// Verifies a list with every key version of a property and notes the count in the vault's activity. One at a
/// time.
class ListCheck final : public QObject
{
    Q_OBJECT

public:
    ListCheck(VaultSession &session, const Clock &clock, QObject *parent = nullptr);

    void start(ListCheckRequest request);
    /// Ends what is under way within a fraction of a second; what was checked until then is handed over.
    void cancel() { m_work.cancel(); }
    /// Ends it and waits until it has; nothing is handed over, and no key of it stays in memory.
    void drop() { m_work.drop(); }

Q_SIGNALS:
    void progressed(quint64 rows, quint64 bytes, std::chrono::milliseconds elapsed);
    void finished(const std::shared_ptr<const countersign::ui::ListResults> &results);
    void failed(const countersign::Error &error);

private:
    struct Keys
    {
        std::vector<verify::CandidateKey> own;
        std::vector<verify::OtherProperty> others; ///< only to name the one that was used by mistake
    };

    static Result<Keys> readKeys(vault::Vault &vault, const recipes::Property &property);
    void check(const ListCheckRequest &request, Keys keys, int run);
    void record(const ListCheckRequest &request, const bulk::ListSummary &summary);

    VaultSession &m_session;
    const Clock &m_clock;
    BackgroundWork m_work;
};

} // namespace countersign::ui
