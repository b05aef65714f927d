#pragma once

#include "app/cli/session.h"
#include "app/cli/terminal.h"
#include "core/base/clock.h"
#include "core/base/json.h"
#include "core/recipes/recipecatalog.h"

#include <QByteArray>
#include <QStringList>
#include <QTemporaryDir>

namespace countersign::cli {

/// What a run of the command line left behind.
struct CliRun
{
    int exitCode = -1;
    QByteArray output;
    QByteArray errors;

    /// The document on standard output; a test failure and an empty object when it is none.
    JsonObject json() const;
    /// The last line of standard output, without its line break.
    QByteArray line() const;
};

/// A person at a terminal who gives prepared answers.
class ScriptedTerminal final : public Terminal
{
public:
    void answer(const QByteArray &text) { m_answers.append(text); }
    const QStringList &questions() const { return m_questions; }

    bool isAvailable() const override { return !m_answers.isEmpty(); }
    Result<SecretBytes> askSecret(const QString &question) override;
    Result<QString> askLine(const QString &question) override;

private:
    QByteArray take(const QString &question);

    QList<QByteArray> m_answers;
    QStringList m_questions;
};

/// Runs the command line in this process, in a folder of its own, at a fixed time.
class CliRunner final
{
public:
    CliRunner();

    CliRun run(const QStringList &arguments, const QByteArray &input = {});
    /// The same on the vault "v.countersign" with the passphrase of the demo.
    CliRun runOnVault(const QStringList &arguments, const QByteArray &input = {});

    ScriptedTerminal &terminal() { return m_terminal; }
    FixedClock &clock() { return m_clock; }

    QString path(const QString &name) const { return m_folder.filePath(name); }
    /// Writes a file of the folder and returns its path.
    QString write(const QString &name, const QByteArray &content) const;
    QByteArray read(const QString &name) const;
    QString vaultPath() const { return path(QStringLiteral("v.countersign")); }
    /// Changes the vault's file as somebody without the passphrase can.
    void editVault(const QString &statement) const;
    /// What this machine remembers of vaults.
    QString seenFolder() const { return path(QStringLiteral("seen")); }

    /// An empty vault, its key derivation as cheap as a vault may have it.
    void makeVault();
    /// A demo vault.
    void makeDemoVault();

private:
    QTemporaryDir m_folder;
    ScriptedTerminal m_terminal;
    FixedClock m_clock;
    recipes::RecipeCatalog m_catalog;
};

} // namespace countersign::cli
