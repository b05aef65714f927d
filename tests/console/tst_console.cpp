#include "app/console/console.h"
#include "app/services/vaultlocation.h"
#include "ui/widgets/theme.h"

#include <QAction>
#include <QApplication>
#include <QMainWindow>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <vector>

using namespace countersign;
using namespace countersign::console;
using namespace Qt::StringLiterals;

namespace {

/// A program started with this command line; it goes with the test.
class Program final
{
public:
    explicit Program(QList<QByteArray> arguments)
        : m_arguments(std::move(arguments))
        , m_count(static_cast<int>(m_arguments.size()))
    {
        for (QByteArray &argument : m_arguments) {
            m_pointers.push_back(argument.data());
        }
        m_pointers.push_back(nullptr);
        m_application = std::make_unique<QApplication>(m_count, m_pointers.data());
    }

    QApplication &application() { return *m_application; }

private:
    QList<QByteArray> m_arguments;
    std::vector<char *> m_pointers;
    int m_count;
    std::unique_ptr<QApplication> m_application;
};

QAction *actionNamed(const QWidget &window, const QString &data)
{
    for (QAction *action : window.findChildren<QAction *>()) {
        if (action->data() == data && action->isCheckable()) {
            return action;
        }
    }
    return nullptr;
}

bool isDark()
{
    return QApplication::palette().color(QPalette::Window).lightness() < 128;
}

} // namespace

/// What the console makes of its command line.
class tst_Console : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void opensTheFileItIsGiven_data();
    void opensTheFileItIsGiven();
    void takesAThemeForThisRunOnly();
    void speaksWhereThereIsNoDisplay_data();
    void speaksWhereThereIsNoDisplay();

private:
    QTemporaryDir m_folder;
};

void tst_Console::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder.path());
    qputenv(services::vaultVariable, m_folder.filePath(u"none.countersign"_s).toUtf8());
}

void tst_Console::opensTheFileItIsGiven_data()
{
    QTest::addColumn<QList<QByteArray>>("arguments");
    QTest::addColumn<QString>("vault");
    QTest::newRow("nothing") << QList<QByteArray>{} << QString();
    QTest::newRow("the option") << QList<QByteArray>{"--vault", "a.countersign"} << u"a.countersign"_s;
    QTest::newRow("as a desktop does") << QList<QByteArray>{"a.countersign"} << u"a.countersign"_s;
}

void tst_Console::opensTheFileItIsGiven()
{
    QFETCH(QList<QByteArray>, arguments);
    arguments.prepend("countersign");
    Program program(arguments);
    QTEST(parseOptions(program.application()).vault, "vault");
}

void tst_Console::speaksWhereThereIsNoDisplay_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QByteArray>("said");
    QTest::newRow("version") << QStringList{u"--version"_s} << 0
                             << QByteArray("Countersign " COUNTERSIGN_VERSION);
    QTest::newRow("help") << QStringList{u"--help"_s} << 0 << QByteArray("--vault <file>");
#if defined(Q_OS_UNIX) && !defined(Q_OS_MACOS)
    QTest::newRow("nothing") << QStringList() << 1
                             << QByteArray("There is no display to show the console on.");
#endif
}

void tst_Console::speaksWhereThereIsNoDisplay()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, said);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString &variable : {u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s, u"QT_QPA_PLATFORM"_s}) {
        environment.remove(variable);
    }
    QProcess program;
    program.setProcessEnvironment(environment);
    program.setProcessChannelMode(QProcess::MergedChannels);
    program.start(QStringLiteral(COUNTERSIGN_PROGRAM), arguments);
    QVERIFY2(program.waitForFinished(), qPrintable(program.errorString()));
    QCOMPARE(program.exitStatus(), QProcess::NormalExit);
    QTEST(program.exitCode(), "exitCode");
    const QByteArray output = program.readAll();
    QVERIFY2(output.contains(said), output);
}

void tst_Console::takesAThemeForThisRunOnly()
{
    const auto storedTheme = [] {
        const QSettings settings(QSettings::IniFormat, QSettings::UserScope, u"Countersign"_s, u"console"_s);
        return settings.value("theme"_L1).toString();
    };
    QSettings(QSettings::IniFormat, QSettings::UserScope, u"Countersign"_s, u"console"_s)
        .setValue("theme"_L1, u"light"_s);
    Program program({"countersign", "--theme", "dark"});
    const auto console = Console::create(program.application(), parseOptions(program.application()));
    QVERIFY(console);
    (*console)->start();
    QVERIFY(isDark());
    QCOMPARE(storedTheme(), u"light"_s);

    QMainWindow *window = nullptr;
    for (QWidget *widget : QApplication::topLevelWidgets()) {
        window = window ? window : qobject_cast<QMainWindow *>(widget);
    }
    QVERIFY(window);
    QVERIFY(actionNamed(*window, u"dark"_s)->isChecked());
    actionNamed(*window, u"light"_s)->trigger(); // what was set already counts as chosen
    QVERIFY(!isDark());
    QCOMPARE(storedTheme(), u"light"_s);
}

QTEST_APPLESS_MAIN(tst_Console)
#include "tst_console.moc"
