#include "app/cli/session.h"

#include "app/cli/inputs.h"
#include "app/cli/verb.h"
#include "app/services/propertyfinder.h"
#include "core/vault/unlockattempts.h"

using namespace Qt::StringLiterals;

namespace countersign::cli {

void Session::printJson(const JsonObject &document)
{
    const QByteArray text = writeJson(document, JsonLayout::Indented) + '\n';
    streams().write(bytesOf(text));
}

void Session::print(const JsonObject &document, const QStringList &lines)
{
    if (wantsJson()) {
        printJson(document);
        return;
    }
    for (const QString &line : lines) {
        streams().printLine(line);
    }
}

QString Session::vaultPath() const
{
    return m_arguments.optional(u"vault"_s).value_or(m_environment.defaultVaultPath);
}

QString Session::demoVaultPath() const
{
    const bool hasOwnPlace = !m_arguments.has(u"vault"_s) && !m_environment.demoVaultPath.isEmpty();
    return hasOwnPlace ? m_environment.demoVaultPath : vaultPath();
}

vault::VaultMemory Session::memory() const
{
    const bool accepts = m_arguments.has(u"accept-older-copy"_s);
    return {m_environment.seenFolder, accepts ? vault::OlderCopy::Accept : vault::OlderCopy::Refuse};
}

void Session::backUpWhenDue(vault::Vault &vault)
{
    if (!m_environment.backups) {
        return;
    }
    if (const auto made = vault.backUpWhenDue(*m_environment.backups); !made) {
        streams().note(u"Note: no backup could be made today. %1"_s.arg(Failure(made.error()).message));
    }
}

CliResult<vault::Vault *> Session::vault()
{
    if (m_vault) {
        return m_vault.get();
    }
    // Before asking: whoever mistyped the path should not have to type a passphrase first.
    if (auto header = vault::Vault::readHeader(vaultPath()); !header) {
        return std::unexpected(header.error());
    }
    const auto passphrase = readVaultPassphrase(*this);
    if (!passphrase) {
        return std::unexpected(passphrase.error());
    }
    auto opened = openVault(*passphrase);
    if (!opened) {
        return std::unexpected(opened.error());
    }
    m_vault = *std::move(opened);
    backUpWhenDue(*m_vault);
    return m_vault.get();
}

Result<std::unique_ptr<vault::Vault>> Session::openVault(const SecretBytes &passphrase)
{
    waitAfterFailures();
    return vault::Vault::open(vaultPath(), passphrase, actor(), clock(), memory());
}

void Session::waitAfterFailures()
{
    const vault::UnlockAttempts attempts(m_environment.seenFolder, vaultPath());
    if (const auto wait = attempts.waitFrom(clock().now()); wait.count() > 0) {
        streams().note(
            u"%1: The vault was not opened %2 times in a row. Waiting %3 before the next try."_s.arg(
                QLatin1StringView(programName), QString::number(attempts.failures()),
                describeDuration(wait)));
        m_environment.pause(wait);
    }
}

CliResult<recipes::Property> Session::property()
{
    const auto opened = vault();
    if (!opened) {
        return std::unexpected(opened.error());
    }
    const auto all = (*opened)->properties();
    if (!all) {
        return std::unexpected(all.error());
    }
    auto found = services::findProperty(*all, m_arguments.value(u"P"_s));
    if (!found) {
        return std::unexpected(found.error());
    }
    return *std::move(found);
}

CliResult<const recipes::Recipe *> Session::recipeOf(const recipes::Property &property) const
{
    const recipes::Recipe *recipe = catalog().find(property.recipeId);
    if (recipe == nullptr) {
        // Here it is the vault that names it, not the person.
        Failure failed(Error{ErrorCode::UnknownRecipe, property.recipeId});
        failed.exitCode = ExitCode::NothingDecided;
        return std::unexpected(failed);
    }
    return recipe;
}

CliResult<void> Session::claimInput(const QString &purpose)
{
    auto claimed = claimInputLine(purpose);
    if (claimed) {
        m_inputPurpose = purpose;
    }
    return claimed;
}

CliResult<void> Session::claimInputLine(const QString &purpose) const
{
    if (!m_inputPurpose.isEmpty()) {
        return usageFailure(u"Standard input cannot be both %1 and %2. Put one of them in a file."_s.arg(
            m_inputPurpose, purpose));
    }
    return {};
}

} // namespace countersign::cli
