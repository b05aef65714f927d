#include "ui/pages/activitypage.h"

#include "core/base/files.h"
#include "core/vault/activitytable.h"
#include "ui/models/activitymodel.h"
#include "ui/widgets/card.h"
#include "ui/widgets/messagebanner.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/styling.h"
#include "ui/widgets/svgicon.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QFileDialog>
#include <QHeaderView>
#include <QLineEdit>
#include <QTableView>
#include <QVBoxLayout>

#include <limits>

using namespace Qt::StringLiterals;

namespace countersign::ui {
namespace {

constexpr int mostEntries = 2000;
constexpr int rowHeight = 36;

enum Scope { OfProperty, OfVault };

/// Of a vault damaged all over there would be thousands; Check the vault lists them all.
QString firstOf(const QStringList &findings)
{
    constexpr qsizetype most = 8;
    QStringList shown = findings.first(std::min(most, findings.size()));
    if (findings.size() > most) {
        shown << ActivityPage::tr("… and %n more: see Vault › Check the vault.", nullptr,
                                  int(findings.size() - most));
    }
    return shown.join(u'\n');
}

QComboBox *makeCombo(const QString &objectName, const QString &accessibleName)
{
    auto *combo = new QComboBox;
    combo->setObjectName(objectName);
    combo->setAccessibleName(accessibleName);
    combo->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    return combo;
}

bool isJson(const QString &path)
{
    return path.endsWith(u".json"_s, Qt::CaseInsensitive);
}

/// All of it, not only what fits into the table.
Result<void> exportActivity(const vault::Vault &vault, const recipes::PropertyId &id,
                            const ActivityChoice &choice, const QString &path)
{
    auto entries = vault.activity({id, std::numeric_limits<int>::max()});
    if (!entries) {
        return std::unexpected(entries.error());
    }
    entries->removeIf([&choice](const vault::ActivityEntry &entry) { return !choice.admits(entry); });
    const QByteArray content =
        isJson(path) ? vault::activityToJson(*entries) : vault::activityToCsv(*entries);
    // The file dialog has asked before it named a file that exists.
    return writeFile(path, bytesOf(content), FileAccess::OwnerOnly, Overwrite::Yes);
}

} // namespace

ActivityPage::ActivityPage(const PageContext &context, QWidget *parent)
    : PropertyPage(context, parent)
    , m_model(new ActivityModel(this))
    , m_search(new SearchField)
    , m_scope(makeCombo(u"activityScope"_s, tr("Whose activity")))
    , m_kind(makeCombo(u"activityKind"_s, tr("Which activity")))
    , m_count(makeLabel({}, TextRole::Muted))
    , m_table(makeTable())
    , m_check(makeButton(tr("Check entries")))
    , m_banner(new MessageBanner)
{
    setObjectName(u"activityPage"_s);
    m_search->setObjectName(u"activitySearch"_s);
    m_search->setPlaceholderText(tr("Search the activity"));
    m_search->setAccessibleName(tr("Search the activity"));
    m_search->setMaximumWidth(240);
    m_scope->addItems({tr("This property"), tr("Whole vault")});
    m_count->setWordWrap(false);
    m_check->setObjectName(u"checkActivity"_s);
    m_check->setToolTip(tr("Checks that no entry was changed, dropped or put in between"));
    auto *card = new Card;
    card->body()->addLayout(makeTopLine());
    card->body()->addWidget(m_table, 1);
    card->body()->addWidget(makeLabel(
        tr("The activity never holds a secret, a whole token or a customer's id. Each entry is chained to "
           "the one before: an altered or missing one is noticed."),
        TextRole::Hint));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::large);
    layout->addWidget(m_banner);
    layout->addWidget(card, 1);
    offerKinds();
    connectParts();
}

QLayout *ActivityPage::makeTopLine()
{
    QPushButton *exportShown = makeButton(tr("Export…"));
    exportShown->setObjectName(u"exportActivity"_s);
    connect(exportShown, &QPushButton::clicked, this, &ActivityPage::chooseExportFile);
    auto *line = new QHBoxLayout;
    line->setSpacing(space::small);
    line->addWidget(m_search, 1);
    line->addWidget(m_scope);
    line->addWidget(m_kind);
    line->addStretch();
    line->addWidget(m_count);
    line->addWidget(m_check);
    line->addWidget(exportShown);
    return line;
}

void ActivityPage::connectParts()
{
    connect(m_search, &QLineEdit::textChanged, this, &ActivityPage::choose);
    connect(m_kind, &QComboBox::activated, this, &ActivityPage::choose);
    connect(m_scope, &QComboBox::activated, this, &ActivityPage::reload);
    connect(m_check, &QPushButton::clicked, this, &ActivityPage::checkChain);
}

QTableView *ActivityPage::makeTable()
{
    auto *table = new QTableView;
    table->setObjectName(u"activityTable"_s);
    table->setAccessibleName(tr("Activity"));
    table->setModel(m_model);
    table->setSelectionBehavior(QTableView::SelectRows);
    table->setSelectionMode(QTableView::SingleSelection);
    table->setShowGrid(false);
    table->setTabKeyNavigation(false);
    table->setWordWrap(false);
    table->setFrameShape(QFrame::NoFrame);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(rowHeight);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->horizontalHeader()->setStretchLastSection(true);
    const std::pair<int, int> widths[] = {{ActivityModel::When, 160},
                                          {ActivityModel::What, 190},
                                          {ActivityModel::Property, 160},
                                          {ActivityModel::Version, 64},
                                          {ActivityModel::Who, 200}};
    for (const auto &[column, width] : widths) {
        table->setColumnWidth(column, width);
    }
    return table;
}

void ActivityPage::showProperty(const recipes::Property *property, const recipes::Recipe *)
{
    if (!property) {
        clear();
        return;
    }
    if (m_propertyId != property->id) {
        m_search->clear();
    }
    m_propertyId = property->id;
    if (isVisible()) {
        reload();
    }
}

void ActivityPage::clear()
{
    m_propertyId.clear();
    m_search->clear();
    m_scope->setCurrentIndex(OfProperty);
    m_check->setEnabled(true);
    m_banner->clear();
    showEntries({});
}

void ActivityPage::showEvent(QShowEvent *event)
{
    PropertyPage::showEvent(event);
    reload();
}

recipes::PropertyId ActivityPage::chosenProperty() const
{
    return m_scope->currentIndex() == OfVault ? recipes::PropertyId() : m_propertyId;
}

void ActivityPage::reload()
{
    if (m_propertyId.isEmpty()) {
        return;
    }
    using Entries = Result<QList<vault::ActivityEntry>>;
    const recipes::PropertyId id = chosenProperty();
    auto task = [id](vault::Vault &vault) { return vault.activity({id, mostEntries}); };
    context().session.run(this, std::move(task), [this, id, of = m_propertyId](Entries entries) {
        if (of != m_propertyId || id != chosenProperty()) {
            return; // another one was chosen meanwhile
        }
        if (!entries) {
            m_banner->showError(entries.error());
            return;
        }
        showEntries(*std::move(entries));
    });
}

void ActivityPage::showEntries(QList<vault::ActivityEntry> entries)
{
    m_model->setEntries(std::move(entries), context().clock.now());
    m_table->setColumnHidden(ActivityModel::Property, m_scope->currentIndex() == OfProperty);
    offerKinds();
    choose();
}

/// Those that occur; the chosen one stays.
void ActivityPage::offerKinds()
{
    const QVariant chosen = m_kind->currentData();
    m_kind->clear();
    m_kind->addItem(tr("Everything"));
    for (const vault::ActivityKind kind : m_model->kinds()) {
        m_kind->addItem(QCoreApplication::translate("Activity", vault::activitySentence(kind)), int(kind));
    }
    m_kind->setCurrentIndex(chosen.isValid() ? std::max(0, m_kind->findData(chosen)) : 0);
}

void ActivityPage::choose()
{
    const QVariant kind = m_kind->currentData();
    ActivityChoice choice{.search = m_search->text().trimmed(), .kind = {}};
    if (kind.isValid()) {
        choice.kind = vault::ActivityKind(kind.toInt());
    }
    m_model->setChoice(choice);
    showCount();
}

void ActivityPage::checkChain()
{
    m_check->setEnabled(false); // it may take a second or two
    context().session.run(
        this, [](vault::Vault &vault) { return vault.check(); },
        [this](const Result<vault::VaultCheck> &checked) {
            m_check->setEnabled(true);
            if (!checked) {
                m_banner->showError(checked.error());
            } else if (checked->isSound()) {
                m_banner->showMessage(
                    Tone::Good, tr("The activity is whole."),
                    tr("%n entries were checked: none was changed, dropped or put in between.", nullptr,
                       checked->activityEntries));
            } else {
                m_banner->showMessage(Tone::Bad, tr("The vault is damaged."), firstOf(checked->findings));
            }
        });
}

void ActivityPage::chooseExportFile()
{
    auto *dialog = new QFileDialog(this, tr("Export the activity"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("CSV (*.csv)"), tr("JSON (*.json)")});
    dialog->setDefaultSuffix(u"csv"_s);
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &filter) {
        dialog->setDefaultSuffix(filter.contains(u"json"_s) ? u"json"_s : u"csv"_s);
    });
    connect(dialog, &QFileDialog::fileSelected, this, &ActivityPage::exportTo);
    dialog->open();
}

void ActivityPage::exportTo(const QString &path)
{
    auto task = [id = chosenProperty(), choice = m_model->choice(), path](vault::Vault &vault) {
        return exportActivity(vault, id, choice, path);
    };
    context().session.run(this, std::move(task), [this, path](const Result<void> &written) {
        if (written) {
            Q_EMIT messageShown(tr("Saved to %1.").arg(path));
        } else {
            m_banner->showError(written.error());
        }
    });
}

void ActivityPage::showCount()
{
    const int shown = m_model->rowCount();
    const int total = m_model->total();
    if (total >= mostEntries) {
        m_count->setText(tr("%1 of the newest %2 entries").arg(shown).arg(total));
    } else {
        m_count->setText(shown == total ? tr("%n entries", nullptr, shown)
                                        : tr("%1 of %n entries", nullptr, total).arg(shown));
    }
}

} // namespace countersign::ui
