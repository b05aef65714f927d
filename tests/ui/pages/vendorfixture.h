#pragma once

#include "tests/ui/pages/pagefixture.h"

#include <QMap>

namespace countersign::ui {

/// The page fixture with a property of each vendor. Make one for a whole test program: the vault's key
/// derivation and the RSA key take their time.
class VendorFixture final
{
public:
    VendorFixture()
    {
        using namespace Qt::StringLiterals;
        for (const QString &id : {u"tawk-to"_s, u"tau"_s, u"huggy"_s}) {
            m_properties.insert(id, pages.add(id, id, "your_secret_key"));
        }
        m_properties.insert(u"orlo"_s, pages.addWithRsaKey(u"orlo"_s, u"orlo"_s));
        m_properties[u"tau"_s].fields.insert(u"appId"_s, u"APP-1"_s);
    }

    const recipes::Property &property(const QString &recipeId) { return m_properties[recipeId]; }
    const recipes::Recipe &recipe(const QString &id) const { return pages.recipe(id); }
    void show(PropertyPage &page, const QString &recipeId)
    {
        page.showProperty(&property(recipeId), &recipe(recipeId));
    }

    PageFixture pages;

private:
    QMap<QString, recipes::Property> m_properties;
};

} // namespace countersign::ui
