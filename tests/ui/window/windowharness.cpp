#include "tests/ui/window/windowharness.h"

#include "core/vault/demovault.h"
#include "ui/window/languages.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QTest>
#include <QTextEdit>

using namespace Qt::StringLiterals;

namespace countersign::test {

namespace {

constexpr int patience = 30'000;

recipes::RecipeCatalog builtInCatalog()
{
    auto catalog = recipes::RecipeCatalog::builtIn();
    return catalog ? std::move(*catalog) : recipes::RecipeCatalog();
}

QPixmap pictureOf(QWidget &window, QDialog *dialog)
{
    QPixmap picture = window.grab();
    if (dialog) {
        QPainter painter(&picture);
        painter.fillRect(picture.rect(), QColor(0, 0, 0, 90));
        const QPixmap shown = dialog->grab();
        painter.drawPixmap((picture.width() - shown.width()) / 2, (picture.height() - shown.height()) / 2,
                           shown);
    }
    return picture;
}

/// Before any text is asked for, as in the program itself.
void loadPluralsOnce()
{
    [[maybe_unused]] static const bool isLoaded = [] {
        ui::installTranslations();
        return true;
    }();
}

} // namespace

WindowHarness::WindowHarness()
    : m_catalog(builtInCatalog())
    , m_settings(m_folder.filePath(u"settings.ini"_s), QSettings::IniFormat)
    , m_theme(*qApp)
    , m_clipboard(QGuiApplication::clipboard())
    , m_session({u"tester"_s, u"bench"_s}, m_clock)
{
    loadPluralsOnce();
    ui::VaultPlaces places;
    places.defaultPath = vaultPath();
    places.demoPath = m_folder.filePath(u"demo.countersign"_s);
    places.user = {{u"tester"_s, u"bench"_s}, &m_clock, {}};
    places.demoPassphrase = QString::fromLatin1(vault::demoPassphrase);
    places.createDemo = [this, path = places.demoPath] {
        return vault::createDemoVault(path, m_catalog, {u"tester"_s, u"bench"_s}, m_clock);
    };
    m_window = std::make_unique<ui::MainWindow>(
        ui::WindowContext{m_session, m_catalog, m_clock, m_clipboard, m_theme, m_settings, places});
    m_window->resize(1280, 800);
    m_window->begin({});
    m_window->show();
}

WindowHarness::~WindowHarness() = default;

QDialog *WindowHarness::dialog()
{
    for (QDialog *found : m_window->findChildren<QDialog *>()) {
        if (found->isVisible()) {
            return found;
        }
    }
    return nullptr;
}

QWidget *WindowHarness::find(const QString &name)
{
    QWidget *root = dialog() ? static_cast<QWidget *>(dialog()) : m_window.get();
    for (QWidget *found : root->findChildren<QWidget *>(name)) {
        if (found->isVisible()) {
            return found;
        }
    }
    return nullptr;
}

void WindowHarness::click(const QString &name)
{
    QWidget *found = find(name);
    QVERIFY2(found && found->isEnabled(), qPrintable(u"nothing to click is named %1"_s.arg(name)));
    QTest::mouseClick(found, Qt::LeftButton);
}

void WindowHarness::type(const QString &name, const QString &text)
{
    QWidget *found = find(name);
    QVERIFY2(found, qPrintable(u"nothing to type into is named %1"_s.arg(name)));
    found->setFocus();
    QTest::keyClick(found, Qt::Key_A, Qt::ControlModifier);
    if (text.isEmpty()) {
        QTest::keyClick(found, Qt::Key_Delete);
    }
    QTest::keyClicks(found, text);
}

void WindowHarness::paste(const QString &name, const QString &text)
{
    QWidget *found = find(name);
    QVERIFY2(found, qPrintable(u"nothing to paste into is named %1"_s.arg(name)));
    QGuiApplication::clipboard()->setText(text);
    found->setFocus();
    QTest::keySequence(found, QKeySequence::Paste);
}

void WindowHarness::trigger(const QString &name)
{
    auto *action = m_window->findChild<QAction *>(name);
    QVERIFY2(action && action->isEnabled(), qPrintable(name));
    action->trigger();
}

bool WindowHarness::createVault()
{
    click(u"createVault"_s);
    type(u"newPassphrase"_s, QString::fromLatin1(passphrase));
    type(u"newPassphraseAgain"_s, QString::fromLatin1(passphrase));
    click(u"createButton"_s);
    if (!QTest::qWaitFor([this] { return isUnlocked() && dialog(); }, patience)) {
        return false;
    }
    click(u"cancelButton"_s); // the offer of a recovery key
    return QTest::qWaitFor([this] { return !dialog(); }, patience) && find(u"propertyList"_s);
}

void WindowHarness::fillFields(const recipes::Recipe &recipe)
{
    for (const recipes::FieldRule &rule : recipe.propertyFields) {
        if (rule.type == recipes::FieldType::EmbedCode) {
            paste(u"field-"_s + rule.id, u"<script>send('JWT_TOKEN', 'WIDGET_ID');</script>"_s);
        } else if (!rule.example.isEmpty()) {
            type(u"field-"_s + rule.id, rule.example);
        }
    }
}

bool WindowHarness::addProperty(const QString &recipeId, const QString &name, const QString &key)
{
    const recipes::Recipe *recipe = m_catalog.find(recipeId);
    const qsizetype before = m_session.properties().size();
    click(u"addProperty"_s);
    click(u"vendor-"_s + recipeId);
    click(u"primaryButton"_s);
    type(u"propertyName"_s, name);
    fillFields(*recipe);
    click(u"primaryButton"_s);
    if (recipe->key.issuer == recipes::KeyIssuer::Vendor) {
        paste(u"keyContent"_s, key);
    }
    click(u"primaryButton"_s);
    return QTest::qWaitFor(
        [this, before] { return m_session.properties().size() == before + 1 && !dialog(); }, patience);
}

bool WindowHarness::takePictures(const QString &name)
{
    const QDir folder(QStringLiteral(COUNTERSIGN_BINARY_DIR "/screenshots"));
    bool isWritten = folder.mkpath(u"."_s);
    const ui::ThemeChoice before = m_theme.choice();
    for (const ui::ThemeChoice choice : {ui::ThemeChoice::Light, ui::ThemeChoice::Dark}) {
        m_theme.setChoice(choice);
        QCoreApplication::processEvents();
        const QPixmap picture = pictureOf(*m_window, dialog());
        isWritten = isWritten && picture.size() == QSize(1280, 800) &&
                    picture.save(folder.filePath(u"%1-%2.png"_s.arg(ui::themeName(choice), name)));
    }
    m_theme.setChoice(before);
    return isWritten;
}

QString readableText(const QWidget &widget)
{
    QStringList texts = {widget.toolTip(), widget.accessibleName(), widget.accessibleDescription(),
                         widget.windowTitle()};
    if (const auto *label = qobject_cast<const QLabel *>(&widget)) {
        texts << label->text();
    } else if (const auto *line = qobject_cast<const QLineEdit *>(&widget)) {
        texts << line->text();
    } else if (const auto *plain = qobject_cast<const QPlainTextEdit *>(&widget)) {
        texts << plain->toPlainText();
    } else if (const auto *rich = qobject_cast<const QTextEdit *>(&widget)) {
        texts << rich->toPlainText();
    } else if (const auto *button = qobject_cast<const QAbstractButton *>(&widget)) {
        texts << button->text();
    } else if (const auto *combo = qobject_cast<const QComboBox *>(&widget)) {
        texts << combo->currentText();
    } else if (const auto *view = qobject_cast<const QAbstractItemView *>(&widget); view && view->model()) {
        for (int row = 0; row < view->model()->rowCount(); ++row) {
            for (int column = 0; column < view->model()->columnCount(); ++column) {
                texts << view->model()->index(row, column).data().toString();
            }
        }
    }
    for (const QWidget *child : widget.findChildren<QWidget *>(Qt::FindDirectChildrenOnly)) {
        texts << readableText(*child);
    }
    texts.removeAll(QString());
    return texts.join(u'\n');
}

} // namespace countersign::test
