#include "pagefixture.h"

#include "ui/widgets/theme.h"

#include <QApplication>
#include <QDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace countersign::ui {

PageFixture::PageFixture()
    : catalog(recipes::RecipeCatalog::builtIn().value())
    , session({u"ada"_s, u"desk"_s}, clock)
    , clipboard(QApplication::clipboard())
{
    const QString path = folder.filePath(u"test.countersign"_s);
    session.openWith(path, [path, this] {
        constexpr crypto::ScryptParameters cheapest;
        return vault::Vault::create(path, SecretBytes::copyOf(bytesOf("pass")), cheapest,
                                    {u"ada"_s, u"desk"_s}, clock);
    });
    if (!QTest::qWaitFor([this] { return session.state() == VaultSession::State::Unlocked; }, 20000)) {
        qFatal("the test vault did not open");
    }
}

recipes::Property PageFixture::add(const QString &recipeId, const QString &name, const char *secret)
{
    std::vector<keys::KeyMaterial> keys;
    if (secret) {
        keys.emplace_back(keys::SecretKey{SecretBytes::copyOf(bytesOf(secret)), keys::SecretEncoding::Text});
    }
    return add(recipeId, name, std::move(keys));
}

recipes::Property PageFixture::addWithRsaKey(const QString &recipeId, const QString &name)
{
    std::vector<keys::KeyMaterial> keys;
    keys.emplace_back(crypto::PrivateKey::generateRsa(2048).value());
    return add(recipeId, name, std::move(keys));
}

recipes::Property PageFixture::add(const QString &recipeId, const QString &name,
                                   std::vector<keys::KeyMaterial> keys)
{
    vault::NewProperty added;
    added.property.recipeId = recipeId;
    added.property.name = name;
    added.property.environment = u"Production"_s;
    for (keys::KeyMaterial &key : keys) {
        added.keys.emplace_back(std::move(key), keys::KeyOrigin::Imported);
    }
    std::optional<recipes::Property> result;
    session.change(
        &session,
        [added = std::move(added)](vault::Vault &vault) mutable {
            return vault.addProperty(std::move(added));
        },
        [&result](const Result<recipes::Property> &property) { result = property.value(); });
    if (!QTest::qWaitFor([&result] { return result.has_value(); }, 20000)) {
        qFatal("the property was not added");
    }
    return *result;
}

recipes::Property PageFixture::current(const recipes::Property &property) const
{
    return *session.property(property.id);
}

void PageFixture::show(PropertyPage *page, const recipes::Property &property)
{
    const recipes::Recipe *recipe = catalog.find(property.recipeId);
    QObject::connect(&session, &VaultSession::propertyChanged, page,
                     [this, page, recipe](const recipes::PropertyId &id) {
                         page->showProperty(session.property(id), recipe);
                     });
    page->resize(960, 640);
    page->showProperty(&property, recipe);
    page->show();
    if (!QTest::qWaitForWindowExposed(page)) {
        qFatal("the page was not shown");
    }
}

void saveScreenshots(QWidget *widget, const QString &name)
{
    const QDir folder(QStringLiteral(COUNTERSIGN_BINARY_DIR "/screenshots/pages"));
    folder.mkpath(u"."_s);
    Theme theme(*qApp);
    for (const auto &[choice, suffix] :
         {std::pair{ThemeChoice::Light, u"light"_s}, std::pair{ThemeChoice::Dark, u"dark"_s}}) {
        theme.setChoice(choice);
        QCoreApplication::processEvents();
        widget->grab().save(folder.filePath(u"%1-%2.png"_s.arg(name, suffix)));
    }
}

} // namespace countersign::ui
