#include "app/cli/terminal.h"

#include <windows.h>

using namespace Qt::StringLiterals;

namespace countersign::cli {

namespace {

constexpr std::size_t longestLine = 4096;

HANDLE silencedConsole = INVALID_HANDLE_VALUE;
DWORD modeBefore = 0;

/// The echo is off while this lives.
class Silence final
{
public:
    explicit Silence(HANDLE console)
    {
        DWORD mode = 0;
        if (GetConsoleMode(console, &mode) == 0) {
            return;
        }
        modeBefore = mode;
        silencedConsole = console;
        m_isSilent = SetConsoleMode(console, mode & ~static_cast<DWORD>(ENABLE_ECHO_INPUT)) != 0;
    }
    ~Silence() { restoreTerminal(); }
    Silence(const Silence &) = delete;
    Silence &operator=(const Silence &) = delete;

    bool isSilent() const { return m_isSilent; }

private:
    bool m_isSilent = false;
};

/// One UTF-16 code unit pair at most becomes up to four bytes of UTF-8.
void appendUtf8(SecretBytes &line, std::span<const wchar_t> units)
{
    char bytes[8] = {};
    const int count = WideCharToMultiByte(CP_UTF8, 0, units.data(), static_cast<int>(units.size()), bytes,
                                          sizeof bytes, nullptr, nullptr);
    line.append({reinterpret_cast<const unsigned char *>(bytes), static_cast<std::size_t>(count)});
    SecureZeroMemory(bytes, sizeof bytes);
}

} // namespace

struct ControllingTerminal::Handles
{
    HANDLE input = INVALID_HANDLE_VALUE;
    HANDLE output = INVALID_HANDLE_VALUE;
};

ControllingTerminal::ControllingTerminal()
    : m_handles(std::make_unique<Handles>())
{
    constexpr DWORD access = GENERIC_READ | GENERIC_WRITE;
    constexpr DWORD sharing = FILE_SHARE_READ | FILE_SHARE_WRITE;
    m_handles->input = CreateFileW(L"CONIN$", access, sharing, nullptr, OPEN_EXISTING, 0, nullptr);
    m_handles->output = CreateFileW(L"CONOUT$", access, sharing, nullptr, OPEN_EXISTING, 0, nullptr);
}

ControllingTerminal::~ControllingTerminal()
{
    CloseHandle(m_handles->input);
    CloseHandle(m_handles->output);
}

bool ControllingTerminal::isAvailable() const
{
    return m_handles->input != INVALID_HANDLE_VALUE && m_handles->output != INVALID_HANDLE_VALUE;
}

Result<SecretBytes> ControllingTerminal::askSecret(const QString &question)
{
    const Silence silence(m_handles->input);
    if (!silence.isSilent()) {
        return failure(ErrorCode::ReadFailed, u"the console cannot hide what is typed"_s);
    }
    write(question);
    auto line = readLine();
    write(u"\r\n"_s);
    return line;
}

Result<SecretBytes> ControllingTerminal::readLine()
{
    SecretBytes line;
    wchar_t units[2] = {};
    std::size_t held = 0;
    while (line.size() < longestLine) {
        DWORD count = 0;
        if (ReadConsoleW(m_handles->input, &units[held], 1, &count, nullptr) == 0 || count == 0) {
            return failure(ErrorCode::Cancelled, u"nothing was typed"_s);
        }
        if (units[held] == L'\n') {
            break;
        }
        if (units[held] == L'\r') {
            continue;
        }
        if (held == 0 && IS_HIGH_SURROGATE(units[0])) {
            held = 1;
            continue;
        }
        appendUtf8(line, std::span<const wchar_t>(units).first(held + 1));
        held = 0;
    }
    SecureZeroMemory(units, sizeof units);
    return line;
}

void ControllingTerminal::write(const QString &text)
{
    DWORD written = 0;
    WriteConsoleW(m_handles->output, text.utf16(), static_cast<DWORD>(text.size()), &written, nullptr);
}

void restoreTerminal()
{
    if (silencedConsole != INVALID_HANDLE_VALUE) {
        SetConsoleMode(silencedConsole, modeBefore);
        silencedConsole = INVALID_HANDLE_VALUE;
    }
}

} // namespace countersign::cli
