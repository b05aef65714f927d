#include "app/cli/terminal.h"

#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

#include <cerrno>

using namespace Qt::StringLiterals;

namespace countersign::cli {

namespace {

constexpr std::size_t longestLine = 4096;

// Plain variables, because the signal handler that gives the echo back may touch nothing else.
int silencedTerminal = -1;
termios settingsBefore{};

/// The echo is off while this lives.
class Silence final
{
public:
    explicit Silence(int terminal)
    {
        termios settings{};
        if (tcgetattr(terminal, &settings) != 0) {
            return;
        }
        settingsBefore = settings;
        silencedTerminal = terminal;
        settings.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        m_isSilent = tcsetattr(terminal, TCSAFLUSH, &settings) == 0;
    }
    ~Silence() { restoreTerminal(); }
    Silence(const Silence &) = delete;
    Silence &operator=(const Silence &) = delete;

    bool isSilent() const { return m_isSilent; }

private:
    bool m_isSilent = false;
};

} // namespace

struct ControllingTerminal::Handles
{
    int terminal = -1;
};

ControllingTerminal::ControllingTerminal()
    : m_handles(std::make_unique<Handles>(Handles{::open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY)}))
{
}

ControllingTerminal::~ControllingTerminal()
{
    if (isAvailable()) {
        ::close(m_handles->terminal);
    }
}

bool ControllingTerminal::isAvailable() const
{
    return m_handles->terminal >= 0;
}

Result<SecretBytes> ControllingTerminal::askSecret(const QString &question)
{
    const Silence silence(m_handles->terminal);
    if (!silence.isSilent()) {
        return failure(ErrorCode::ReadFailed, u"the terminal cannot hide what is typed"_s);
    }
    write(question);
    auto line = readLine();
    write(u"\n"_s);
    return line;
}

Result<SecretBytes> ControllingTerminal::readLine()
{
    SecretBytes line;
    SecretBytes byte(1);
    while (line.size() < longestLine) {
        const ssize_t count = ::read(m_handles->terminal, byte.writableBytes().data(), 1);
        if (count < 0 && errno == EINTR) {
            continue;
        }
        if (count <= 0) {
            return failure(ErrorCode::Cancelled, u"nothing was typed"_s);
        }
        if (byte.bytes()[0] == '\n') {
            break;
        }
        line.append(byte.bytes());
    }
    return line;
}

void ControllingTerminal::write(const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    [[maybe_unused]] const ssize_t written =
        ::write(m_handles->terminal, bytes.constData(), static_cast<std::size_t>(bytes.size()));
}

void restoreTerminal()
{
    if (silencedTerminal >= 0) {
        tcsetattr(silencedTerminal, TCSANOW, &settingsBefore);
        silencedTerminal = -1;
    }
}

} // namespace countersign::cli
