#pragma once

#include "core/base/error.h"
#include "core/base/secretbytes.h"

#include <QString>

#include <memory>

namespace countersign::cli {

/// The person at the keyboard, apart from standard input, which may be a pipe.
class Terminal
{
public:
    virtual ~Terminal() = default;

    /// Whether anybody can be asked.
    virtual bool isAvailable() const = 0;
    /// Asks without echo. Fails with Cancelled at the end of input.
    virtual Result<SecretBytes> askSecret(const QString &question) = 0;
    /// Asks for a line of text.
    virtual Result<QString> askLine(const QString &question) = 0;
};

/// Nobody: what a test or a service has.
class NoTerminal final : public Terminal
{
public:
    bool isAvailable() const override { return false; }
    Result<SecretBytes> askSecret(const QString &question) override;
    Result<QString> askLine(const QString &question) override;
};

/// The controlling terminal of this process.
class ControllingTerminal final : public Terminal
{
public:
    ControllingTerminal();
    ~ControllingTerminal() override;

    bool isAvailable() const override;
    Result<SecretBytes> askSecret(const QString &question) override;
    Result<QString> askLine(const QString &question) override;

private:
    Result<SecretBytes> readLine();
    void write(const QString &text);

    struct Handles;
    std::unique_ptr<Handles> m_handles;
};

/// Gives the terminal its echo back; safe to call from a signal handler.
void restoreTerminal();

} // namespace countersign::cli
