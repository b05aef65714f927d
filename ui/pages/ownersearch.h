#pragma once

#include "core/recipes/recipecatalog.h"
#include "core/verify/whose.h"
#include "ui/actions/backgroundwork.h"
#include "ui/actions/vaultsession.h"

namespace countersign::ui {

/// Looks through the keys of the whole vault for the one that made a hash or token, and notes the owners in
/// the vault's activity. One at a time.
class OwnerSearch final : public QObject
{
    Q_OBJECT

public:
    /// An answer may name thousands of properties that share a key; so many are shown and noted.
    static constexpr std::size_t mostOwners = 20;

    OwnerSearch(VaultSession &session, const recipes::RecipeCatalog &recipes, const Clock &clock,
                QObject *parent = nullptr);

    void start(verify::WhoseRequest request);
    /// Ends what is under way within a fraction of a second; the answer says so.
    void cancel() { m_work.cancel(); }
    /// Ends it and waits until it has; nothing is handed over, and no key of it stays in memory.
    void drop() { m_work.drop(); }

Q_SIGNALS:
    void progressed(const countersign::verify::WhoseProgress &progress);
    /// `leftOut` names the properties whose recipe this program does not have.
    void finished(const countersign::verify::WhoseAnswer &answer, const QStringList &leftOut);
    void failed(const countersign::Error &error);

private:
    struct Searched;

    static Result<Searched> readVault(vault::Vault &vault, const recipes::RecipeCatalog &recipes);
    void search(Searched searched, const verify::WhoseRequest &request, int run);
    void record(const verify::WhoseAnswer &answer);

    VaultSession &m_session;
    const recipes::RecipeCatalog &m_recipes;
    const Clock &m_clock;
    BackgroundWork m_work;
};

} // namespace countersign::ui
