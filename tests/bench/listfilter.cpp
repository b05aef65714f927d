#include "benchmarks.h"
#include "measure.h"

#include "ui/models/propertylistmodel.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace countersign::bench {

namespace {

constexpr int propertyCount = 10'000;

QList<recipes::Property> samples()
{
    QList<recipes::Property> properties;
    for (int i = 0; i < propertyCount; ++i) {
        recipes::Property property;
        property.id = QString::number(i, 16).rightJustified(32, u'0');
        property.recipeId = i % 3 == 0 ? u"tawk-to"_s : u"huggy"_s;
        property.name = u"Shop %1 %2"_s.arg(i).arg(i % 7 == 0 ? u"Europe"_s : u"Overseas"_s);
        property.environment = i % 2 == 0 ? u"Production"_s : u"Staging"_s;
        property.platform = u"Web"_s;
        property.tags = {u"retail"_s, u"group %1"_s.arg(i % 40)};
        property.fields = {{u"propertyId"_s, u"5f9c1a2b3c4d5e6f7a8b9c0d"_s}};
        properties.append(property);
    }
    return properties;
}

/// The slowest keystroke of typing a text and taking it back.
Duration slowestKeystroke(ui::PropertyListModel &model, const QString &typed)
{
    Duration slowest{};
    for (qsizetype length = 1; length <= 2 * typed.size(); ++length) {
        const qsizetype shown = length <= typed.size() ? length : 2 * typed.size() - length;
        ui::PropertyFilter filter;
        filter.text = typed.first(shown);
        slowest = std::max(slowest, timeOnce([&] { model.setFilter(filter); }));
    }
    return slowest;
}

} // namespace

void measureListFilter()
{
    printHeading(u"List of %1 properties"_s.arg(propertyCount));
    const auto catalog = recipes::RecipeCatalog::builtIn();
    if (!catalog) {
        qFatal("%s", qPrintable(catalog.error().detail));
    }
    ui::PropertyListModel model(*catalog);
    const QList<recipes::Property> properties = samples();
    const Duration fill = timeOnce([&] { model.setProperties(properties, SystemClock().now()); });
    Duration slowest = slowestKeystroke(model, u"shop europe retail"_s);
    for (int i = 0; i < 4; ++i) {
        slowest = std::min(slowest, slowestKeystroke(model, u"shop europe retail"_s));
    }
    printFigure(u"the slowest keystroke of a search"_s, text(slowest),
                u"filling the list: %1"_s.arg(text(fill)), u"at most 16 ms"_s,
                slowest <= std::chrono::milliseconds(16));
}

} // namespace countersign::bench
