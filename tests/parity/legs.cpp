#include "tests/parity/legs.h"

#include "core/recipes/recipecatalog.h"
#include "ui/pages/pasteedit.h"
#include "ui/pages/verifypage.h"

#include <QApplication>
#include <QComboBox>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace Qt::StringLiterals;

namespace countersign::test {

namespace {

constexpr int patience = 60'000;
constexpr int causesColumn = 4; // of a list's results

QStringList commandFor(const ParityScheme &scheme)
{
    return {u"verify"_s, scheme.property, u"--proof"_s, scheme.proof};
}

/// The page of Verify over the vault of the command line.
class Window final
{
public:
    Window(cli::CliRunner &runner, const ParityScheme &scheme)
        : m_catalog(recipes::RecipeCatalog::builtIn().value())
        , m_session({u"ada"_s, u"desk"_s}, runner.clock())
        , m_clipboard(QApplication::clipboard())
        , m_page({m_session, m_catalog, runner.clock(), m_clipboard})
    {
        m_session.open(runner.vaultPath(), SecretBytes::copyOf(bytesOf("demo")));
        if (!QTest::qWaitFor([this] { return m_session.state() == ui::VaultSession::State::Unlocked; },
                             patience)) {
            qFatal("the vault did not open");
        }
        const auto property =
            std::ranges::find(m_session.properties(), scheme.property, &recipes::Property::name);
        m_page.showProperty(&*property, m_catalog.find(property->recipeId));
        m_page.show();
        auto *call = m_page.findChild<QComboBox *>(u"verifyCall"_s);
        call->setCurrentIndex(call->findData(scheme.proof));
    }

    Codes verify(const verify::VerificationRequest &request)
    {
        m_page.findChild<QLineEdit *>(u"verifyUserId"_s)->setText(request.userId);
        m_page.findChild<QLineEdit *>(u"verifyEmail"_s)->setText(request.email);
        m_page.findChild<ui::PasteEdit *>(u"verifyProof"_s)->setText(request.proof);
        auto *button = m_page.findChild<QPushButton *>(u"verifyButton"_s);
        button->click();
        if (!QTest::qWaitFor([button] { return button->isEnabled(); }, patience)) {
            return u"no verdict"_s;
        }
        QStringList codes;
        for (const QLabel *label : m_page.findChildren<QLabel *>(u"causeCode"_s)) {
            codes.append(label->text());
        }
        return codes.join(u' ');
    }

private:
    recipes::RecipeCatalog m_catalog;
    ui::VaultSession m_session;
    ui::SecretClipboard m_clipboard;
    ui::VerifyPage m_page;
};

QByteArray quoted(const QString &text)
{
    return '"' + text.toUtf8().replace("\"", "\"\"") + '"';
}

/// The records of a CSV (RFC 4180), read by eye for the quotes alone.
QList<QList<QByteArray>> recordsOf(const QByteArray &csv)
{
    QList<QList<QByteArray>> records{{{}}};
    bool isQuoted = false;
    for (qsizetype at = 0; at < csv.size(); ++at) {
        const char character = csv.at(at);
        if (character == '"') {
            isQuoted = !isQuoted;
        } else if (character == ',' && !isQuoted) {
            records.last().append(QByteArray());
        } else if (character == '\n' && !isQuoted) {
            records.append(QList<QByteArray>{{}});
        } else {
            records.last().last().append(character);
        }
    }
    records.removeLast(); // after the last line break
    return records;
}

} // namespace

QList<Codes> codesOfWindow(cli::CliRunner &runner, const ParityScheme &scheme)
{
    Window window(runner, scheme);
    QList<Codes> codes;
    for (const verify::VerificationRequest &request : scheme.requests) {
        codes.append(window.verify(request));
    }
    return codes;
}

QList<Codes> codesOfCommandLine(cli::CliRunner &runner, const ParityScheme &scheme)
{
    QList<Codes> codes;
    for (const verify::VerificationRequest &request : scheme.requests) {
        const cli::CliRun run = runner.runOnVault(
            commandFor(scheme) + QStringList{u"--json"_s, u"--user-id="_s + request.userId,
                                             u"--email="_s + request.email, u"--hash="_s + request.proof});
        QStringList found;
        for (const QJsonValue &cause : QJsonDocument::fromJson(run.output)["causes"_L1].toArray()) {
            found.append(cause["id"_L1].toString());
        }
        if (run.exitCode == 2) {
            qWarning().noquote() << run.errors;
        }
        codes.append(found.join(u' '));
    }
    return codes;
}

QList<Codes> codesOfList(cli::CliRunner &runner, const ParityScheme &scheme)
{
    QByteArray list = "id,email,proof\n";
    for (const verify::VerificationRequest &request : scheme.requests) {
        list += quoted(request.userId) + ',' + quoted(request.email) + ',' + quoted(request.proof) + '\n';
    }
    const QString results = scheme.property + scheme.proof + u".csv"_s;
    const cli::CliRun run = runner.runOnVault(
        commandFor(scheme) + QStringList{u"--csv"_s, runner.write(u"list.csv"_s, list), u"--out"_s,
                                         runner.path(results), u"--id-column=1"_s, u"--email-column=2"_s,
                                         u"--hash-column=3"_s, u"--header=yes"_s, u"--delimiter=comma"_s,
                                         u"--encoding=utf-8"_s});
    QList<Codes> codes;
    for (const QList<QByteArray> &record : recordsOf(runner.read(results)).sliced(1)) {
        codes.append(QString::fromUtf8(record.value(causesColumn)));
    }
    if (codes.isEmpty()) {
        qWarning().noquote() << run.errors;
    }
    return codes;
}

} // namespace countersign::test
