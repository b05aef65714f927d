#include "app/console/tour.h"

#include "app/console/tour_p.h"
#include "ui/pages/pasteedit.h"
#include "ui/widgets/theme.h"
#include "ui/window/manualwindow.h"

#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QFile>
#include <QKeyEvent>
#include <QPainter>
#include <QPixmap>
#include <QPushButton>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace countersign::console {

namespace {

constexpr auto pollInterval = 25ms;
constexpr auto patience = 60s;

} // namespace

void startTour(ui::MainWindow &window, ui::VaultSession &session, ui::Theme &theme, const QString &folder)
{
    auto *tour = new Tour(window, session, theme, folder);
    // From within the event loop, so that a failure can end it.
    QTimer::singleShot(0, tour, &Tour::begin);
}

Tour::Tour(ui::MainWindow &window, ui::VaultSession &session, ui::Theme &theme, QString folder)
    : QObject(&window)
    , m_window(window)
    , m_session(session)
    , m_theme(theme)
    , m_folder(std::move(folder))
{
    m_poll.setInterval(pollInterval);
    connect(&m_poll, &QTimer::timeout, this, &Tour::poll);
}

void Tour::begin()
{
    QFile::remove(m_folder + u"/demo.countersign"_s);
    m_window.resize(1280, 800);
    m_window.show();
    for (const QString &name : {u"light"_s, u"dark"_s}) {
        add(
            {},
            [this, name] {
                m_themeName = name;
                m_theme.setChoice(ui::themeNamed(name));
                m_session.choose({});
                m_window.begin({});
            },
            [this] { return isShown(u"startPage"_s); });
        planStart();
        planProperties();
        planDialogs();
        planManual();
        planTools();
        planLock();
    }
    next();
}

void Tour::add(const QString &picture, std::function<void()> act, std::function<bool()> until)
{
    m_steps.push_back({picture, std::move(act), std::move(until)});
}

void Tour::next()
{
    if (m_hasFailed) {
        return;
    }
    if (m_steps.empty()) {
        std::printf("%d pictures in %s\n", m_pictures, qPrintable(QDir::toNativeSeparators(m_folder)));
        QCoreApplication::exit(0);
        return;
    }
    m_polls = 0;
    const auto act = m_steps.front().act;
    TourStep current = std::move(m_steps.front());
    m_steps.pop_front();
    act();
    m_steps.push_front(std::move(current));
    m_poll.start();
}

void Tour::poll()
{
    const TourStep &step = m_steps.front();
    if (step.until()) {
        m_poll.stop();
        const QString picture = step.picture;
        m_steps.pop_front();
        // Whatever was posted by the step (layouts, answers of the vault's thread) comes before the picture.
        QTimer::singleShot(picture.isEmpty() ? 0ms : 400ms, this, [this, picture] {
            if (!picture.isEmpty()) {
                takePicture(picture);
            }
            next();
        });
    } else if (++m_polls > patience / pollInterval) {
        fail(u"waited in vain for the step “%1”"_s.arg(step.picture));
    }
}

void Tour::takePicture(const QString &name)
{
    QPixmap picture = m_window.grab();
    if (QWidget *open = inFront()) {
        QPainter painter(&picture);
        painter.fillRect(picture.rect(), QColor(0, 0, 0, 90));
        const QPixmap shown = open->grab();
        painter.drawPixmap((picture.width() - shown.width()) / 2, (picture.height() - shown.height()) / 2,
                           shown);
    }
    const QString path = u"%1/%2-%3.png"_s.arg(m_folder, m_themeName, name);
    if (!picture.save(path)) {
        fail(u"cannot write %1"_s.arg(path));
    }
    ++m_pictures;
}

void Tour::fail(const QString &reason)
{
    if (!m_hasFailed) {
        m_hasFailed = true;
        m_poll.stop();
        std::fprintf(stderr, "The tour stopped: %s.\n", qPrintable(reason));
        QCoreApplication::exit(1);
    }
}

QWidget *Tour::find(const QString &name, QWidget *within)
{
    QWidget *root = within ? within : dialog() ? dialog() : static_cast<QWidget *>(&m_window);
    for (QWidget *found : root->findChildren<QWidget *>(name)) {
        if (found->isVisible()) {
            return found;
        }
    }
    fail(u"nothing named %1 is to be seen"_s.arg(name));
    return nullptr;
}

void Tour::click(const QString &name)
{
    if (auto *button = qobject_cast<QPushButton *>(find(name))) {
        button->click();
    }
}

void Tour::type(const QString &name, const QString &text)
{
    if (QWidget *field = find(name)) {
        QKeyEvent selectAll(QEvent::KeyPress, Qt::Key_A, Qt::ControlModifier);
        QCoreApplication::sendEvent(field, &selectAll);
        for (const QChar character : text) {
            QKeyEvent key(QEvent::KeyPress, 0, Qt::NoModifier, QString(character));
            QCoreApplication::sendEvent(field, &key);
        }
    }
}

void Tour::paste(const QString &name, const QString &text)
{
    if (auto *edit = qobject_cast<ui::PasteEdit *>(find(name))) {
        edit->setText(text);
    }
}

bool Tour::isShown(const QString &name) const
{
    for (QWidget *found : m_window.findChildren<QWidget *>(name)) {
        if (found->isVisible()) {
            return true;
        }
    }
    return false;
}

QWidget *Tour::inFront() const
{
    auto *manual = m_window.findChild<ui::ManualWindow *>();
    return manual && manual->isVisible() ? static_cast<QWidget *>(manual) : dialog();
}

QDialog *Tour::dialog() const
{
    for (QDialog *found : m_window.findChildren<QDialog *>()) {
        if (found->isVisible()) {
            return found;
        }
    }
    return nullptr;
}

} // namespace countersign::console
