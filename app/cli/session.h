#pragma once

#include "app/cli/arguments.h"
#include "app/cli/failure.h"
#include "app/cli/streams.h"
#include "app/cli/terminal.h"
#include "core/recipes/recipecatalog.h"
#include "core/vault/vault.h"

#include <chrono>
#include <thread>

namespace countersign::cli {

/// All the program gets from outside. Tests put their own in.
struct Environment
{
    Streams &streams;
    Terminal &terminal;
    const Clock &clock;
    const recipes::RecipeCatalog &catalog;
    vault::Actor actor;
    QString defaultVaultPath;
    std::chrono::milliseconds keyDerivationTime{1000}; ///< what a new vault's KDF is calibrated to
    QString demoVaultPath = {};                        ///< empty: as defaultVaultPath
    QString seenFolder = {}; ///< where the states of vaults seen last are noted; empty: nowhere
    std::optional<vault::BackupPolicy> backups = {}; ///< none: no backups by themselves
    void (*pause)(std::chrono::seconds) = [](std::chrono::seconds time) {
        std::this_thread::sleep_for(time);
    };
};

/// One run of one verb: its arguments, and the vault once it is needed.
class Session final
{
public:
    Session(Environment &environment, Arguments arguments)
        : m_environment(environment)
        , m_arguments(std::move(arguments))
    {
    }

    const Arguments &arguments() const { return m_arguments; }
    Streams &streams() { return m_environment.streams; }
    Terminal &terminal() { return m_environment.terminal; }
    const Clock &clock() const { return m_environment.clock; }
    const recipes::RecipeCatalog &catalog() const { return m_environment.catalog; }
    const vault::Actor &actor() const { return m_environment.actor; }
    std::chrono::milliseconds keyDerivationTime() const { return m_environment.keyDerivationTime; }

    bool wantsJson() const { return m_arguments.has(QStringLiteral("json")); }
    /// Prints the document `--json` asked for.
    void printJson(const JsonObject &document);
    /// The document or the lines, as asked.
    void print(const JsonObject &document, const QStringList &lines);

    /// Which state of the vault was seen last, and whether --accept-older-copy was given.
    vault::VaultMemory memory() const;
    /// Makes the daily backup of a vault that was just opened, if one is due. A failure is told, not fatal.
    void backUpWhenDue(vault::Vault &vault);
    QString vaultPath() const;
    QString demoVaultPath() const; ///< for a vault that is made to try things on
    /// Asks for or reads the passphrase and unlocks the vault, the first time it is called.
    CliResult<vault::Vault *> vault();
    /// The same with a passphrase at hand.
    Result<std::unique_ptr<vault::Vault>> openVault(const SecretBytes &passphrase);
    /// Before every try to open a vault: after several that failed it takes a while, and says so.
    void waitAfterFailures();
    /// The property the verb's operand P means.
    CliResult<recipes::Property> property();
    /// Its recipe; a vault may name one that this program does not have.
    CliResult<const recipes::Recipe *> recipeOf(const recipes::Property &property) const;

    /// Claims standard input for one purpose; a second one is refused.
    CliResult<void> claimInput(const QString &purpose);
    /// A line of it leaves the next to others, but there is none after a claim: the whole was read.
    CliResult<void> claimInputLine(const QString &purpose) const;

private:
    Environment &m_environment;
    Arguments m_arguments;
    std::unique_ptr<vault::Vault> m_vault;
    QString m_inputPurpose;
};

} // namespace countersign::cli
