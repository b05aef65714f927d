#include "tests/ui/window/windowharness.h"

#include <QAccessible>
#include <QAction>
#include <QKeyEvent>
#include <QLineEdit>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace countersign;
using namespace countersign::test;

namespace {

bool isControl(const QWidget *widget)
{
    return widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus) &&
           !widget->focusProxy() && qstrcmp(widget->metaObject()->className(), "QTabBar") != 0;
}

QList<QWidget *> controlsOf(QWidget &root)
{
    QList<QWidget *> controls;
    for (QWidget *widget : root.findChildren<QWidget *>()) {
        if (isControl(widget) && widget->window() == root.window()) {
            controls << widget;
        }
    }
    return controls;
}

QString accessibleNameOf(QWidget *widget)
{
    QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
    return interface ? interface->text(QAccessible::Name) : QString();
}

QString describe(const QWidget *widget)
{
    return u"%1 “%2” in %3"_s.arg(
        QString::fromLatin1(widget->metaObject()->className()), widget->objectName(),
        widget->parentWidget() ? QString::fromLatin1(widget->parentWidget()->metaObject()->className())
                               : QString());
}

/// The controls one comes by, pressing Tab until one is back.
QSet<QWidget *> reachedByTab(QWidget &root)
{
    QSet<QWidget *> reached;
    QWidget *window = root.window();
    window->activateWindow();
    for (int step = 0; step < 400; ++step) {
        QWidget *focused = window->focusWidget();
        if (focused && reached.contains(focused) && step > 300) {
            break;
        }
        if (focused) {
            reached.insert(focused);
        }
        QTest::keyClick(focused ? focused : window, Qt::Key_Tab);
    }
    return reached;
}

} // namespace

class TestKeyboard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyControlHasANameAndIsReached_data();
    void everyControlHasANameAndIsReached();
    void everyShortcutIsUsedOnce();
    void noShortcutIsTakenByALine();
    void shortcutsWork();

private:
    void show(const QString &what);

    std::unique_ptr<WindowHarness> m_harness;
};

void TestKeyboard::initTestCase()
{
    m_harness = std::make_unique<WindowHarness>();
    QVERIFY(QTest::qWaitForWindowActive(&m_harness->window()));
}

void TestKeyboard::everyControlHasANameAndIsReached_data()
{
    QTest::addColumn<QString>("what");
    QTest::newRow("start") << u"start"_s;
    QTest::newRow("create a vault") << u"create"_s;
    for (const ui::Place &place : ui::propertyPlaces()) {
        QTest::newRow(qPrintable(place.id)) << u"place:"_s + place.id;
    }
    for (const ui::Tool &tool : ui::tools()) {
        QTest::newRow(qPrintable(tool.id)) << u"tool:"_s + tool.id;
    }
    for (const char *action :
         {"actionAddProperty", "actionEditProperty", "actionRemoveProperty", "actionChangePassphrase",
          "actionSettings", "actionShortcuts", "actionAbout"}) {
        QTest::newRow(action) << QString::fromLatin1(action);
    }
    QTest::newRow("unlock") << u"unlock"_s;
}

void TestKeyboard::show(const QString &what)
{
    if (what == "create"_L1) {
        m_harness->click(u"createVault"_s);
    } else if (what == "unlock"_L1) {
        m_harness->click(u"lockButton"_s);
    } else if (what.startsWith("place:"_L1)) {
        if (!m_harness->isUnlocked()) {
            m_harness->click(u"backButton"_s);
            QVERIFY(m_harness->createVault());
            QVERIFY(m_harness->addProperty(u"tawk-to"_s, u"Shop EU"_s,
                                           u"0123456789abcdef0123456789abcdef01234567"_s));
        }
        m_harness->window().propertyView()->goTo(what.mid(6));
    } else if (what.startsWith("tool:"_L1)) {
        m_harness->click(what.mid(5) + u"Button"_s);
    } else if (what.startsWith("action"_L1)) {
        m_harness->trigger(what);
    }
}

void TestKeyboard::everyControlHasANameAndIsReached()
{
    QFETCH(const QString, what);
    show(what);
    QCoreApplication::processEvents();
    QWidget &root = m_harness->dialog() ? static_cast<QWidget &>(*m_harness->dialog())
                                        : static_cast<QWidget &>(m_harness->window());
    root.activateWindow();
    QTRY_VERIFY(root.isActiveWindow());
    const QList<QWidget *> controls = controlsOf(root);
    QVERIFY(!controls.isEmpty());
    const QSet<QWidget *> reached = reachedByTab(root);
    QStringList problems;
    for (QWidget *control : controls) {
        if (!control->isVisible() || !control->isEnabled()) {
            continue;
        }
        if (accessibleNameOf(control).isEmpty()) {
            problems << u"no name: "_s + describe(control);
        }
        if (!reached.contains(control)) {
            problems << u"not reached: "_s + describe(control);
        }
    }
    QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
    if (m_harness->dialog()) {
        m_harness->dialog()->close();
        QTRY_VERIFY(!m_harness->dialog());
    }
    if (what.startsWith("tool:"_L1)) {
        m_harness->click(u"closeTool"_s);
    }
}

void TestKeyboard::everyShortcutIsUsedOnce()
{
    QSet<QString> seen;
    for (const QAction *action : m_harness->window().findChildren<QAction *>()) {
        if (const QString keys = action->shortcut().toString(); !keys.isEmpty()) {
            QVERIFY2(!seen.contains(keys), qPrintable(keys));
            seen.insert(keys);
        }
    }
    QVERIFY(seen.size() > 8);
}

void TestKeyboard::shortcutsWork()
{
    m_harness->type(u"passphrase"_s, QString::fromLatin1(passphrase));
    QTest::keyClick(m_harness->find(u"passphrase"_s), Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(m_harness->isUnlocked(), 30'000);
    m_harness->window().activateWindow();
    QTRY_VERIFY(m_harness->window().isActiveWindow());
    QTest::keyClick(&m_harness->window(), Qt::Key_F, Qt::ControlModifier);
    QTRY_COMPARE(m_harness->window().focusWidget()->objectName(), u"search"_s);
    QTest::keyClick(&m_harness->window(), Qt::Key_K, Qt::ControlModifier);
    QTRY_COMPARE(m_harness->window().focusWidget()->objectName(), u"findProof"_s);
    QTest::keyClick(m_harness->window().focusWidget(), Qt::Key_Escape);
    QTRY_VERIFY(m_harness->find(u"propertyList"_s));
    QTest::keyClick(&m_harness->window(), Qt::Key_N, Qt::ControlModifier);
    QTRY_VERIFY(m_harness->dialog());
    QTest::keyClick(m_harness->dialog(), Qt::Key_Escape);
    QTRY_VERIFY(!m_harness->dialog());
    QTest::keyClick(&m_harness->window(), Qt::Key_L, Qt::ControlModifier);
    QTRY_VERIFY(m_harness->isLocked());
}

/// Those that edit a line never come to the menu while the search has the focus. The platform the tests run
/// on has not those of Linux: end of line, whole line, all.
void TestKeyboard::noShortcutIsTakenByALine()
{
    const QStringList linuxKeys = {u"Ctrl+E"_s, u"Ctrl+U"_s, u"Ctrl+A"_s};
    QLineEdit line;
    for (const QAction *action : m_harness->window().findChildren<QAction *>()) {
        if (action->shortcut().isEmpty() || !action->objectName().startsWith(u"action")) {
            continue;
        }
        const QKeyCombination keys = action->shortcut()[0];
        QKeyEvent event(QEvent::ShortcutOverride, keys.key(), keys.keyboardModifiers());
        event.ignore();
        QCoreApplication::sendEvent(&line, &event);
        QVERIFY2(!event.isAccepted(), qPrintable(action->shortcut().toString()));
        QVERIFY2(!linuxKeys.contains(action->shortcut().toString()), qPrintable(action->text()));
    }
}

QTEST_MAIN(TestKeyboard)
#include "tst_keyboard.moc"
