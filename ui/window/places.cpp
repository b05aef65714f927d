#include "ui/window/places.h"

#include "ui/pages/activitypage.h"
#include "ui/pages/decodepage.h"
#include "ui/pages/findkeypage.h"
#include "ui/pages/keyspage.h"
#include "ui/pages/listpage.h"
#include "ui/pages/overviewpage.h"
#include "ui/pages/proofpage.h"
#include "ui/pages/snippetspage.h"
#include "ui/pages/verifypage.h"

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

template<typename Page>
ToolPage *makeTool(const PageContext &context)
{
    return new Page(context);
}

} // namespace

QList<Place> propertyPlaces()
{
    return {
        {u"overview"_s, Tr::tr("Overview"), makePage<OverviewPage>},
        {u"keys"_s, Tr::tr("Keys"), makePage<KeysPage>},
        {u"proof"_s, Tr::tr("Proof"), makePage<ProofPage>},
        {u"verify"_s, Tr::tr("Verify"), makePage<VerifyPage>},
        {u"list"_s, Tr::tr("Verify a list"), makePage<ListPage>},
        {u"snippets"_s, Tr::tr("Snippets"), makePage<SnippetsPage>},
        {u"activity"_s, Tr::tr("Activity"), makePage<ActivityPage>},
    };
}

QList<Tool> tools()
{
    return {
        {u"findKey"_s, Tr::tr("Find the key"), QKeySequence(Qt::CTRL | Qt::Key_K), ToolNeeds::OpenVault,
         makeTool<FindKeyPage>},
        {u"decode"_s, Tr::tr("Decode a token"), QKeySequence(Qt::CTRL | Qt::Key_D), ToolNeeds::Nothing,
         makeTool<DecodePage>},
    };
}

} // namespace countersign::ui
