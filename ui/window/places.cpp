#include "ui/window/places.h"

#include "ui/pages/overviewpage.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Places)
};

template<typename Page>
PropertyPage *makePage(const PageContext &context)
{
    return new Page(context);
}

} // namespace

QList<Place> propertyPlaces()
{
    return {
        {u"overview"_s, Tr::tr("Overview"), makePage<OverviewPage>},
    };
}

QList<Tool> tools()
{
    return {};
}

} // namespace countersign::ui
