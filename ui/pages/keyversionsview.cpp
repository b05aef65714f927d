#include "ui/pages/keyversionsview.h"

#include "ui/widgets/monospacefont.h"
#include "ui/widgets/statuslabel.h"
#include "ui/widgets/styling.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

using namespace Qt::StringLiterals;

namespace countersign::ui {
namespace {

constexpr int versionRowHeight = 36;
constexpr int mostVisibleRows = 7;

Tone toneOf(keys::KeyStatus status)
{
    switch (status) {
    case keys::KeyStatus::Current:
        return Tone::Good;
    case keys::KeyStatus::Standby:
        return Tone::Accent;
    case keys::KeyStatus::Revoked:
    case keys::KeyStatus::Destroyed:
        return Tone::Bad;
    case keys::KeyStatus::Previous:
        break;
    }
    return Tone::Neutral;
}

/// Draws the dot before the status, the fingerprint in the monospace font, and what is out of use muted.
class VersionDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        const auto status = keys::KeyStatus(index.data(KeyVersionsModel::StatusRole).toInt());
        const bool isCurrent = status == keys::KeyStatus::Current;
        if (index.column() == KeyVersionsModel::Fingerprint) {
            option->font = monospaceFont();
        }
        const bool isNamed =
            index.column() == KeyVersionsModel::Version || index.column() == KeyVersionsModel::Status;
        option->font.setWeight(isCurrent && isNamed ? QFont::DemiBold : QFont::Normal);
        if (status == keys::KeyStatus::Revoked || status == keys::KeyStatus::Destroyed) {
            option->palette.setColor(QPalette::Text, option->palette.color(QPalette::PlaceholderText));
        }
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        if (index.column() != KeyVersionsModel::Status) {
            QStyledItemDelegate::paint(painter, option, index);
            return;
        }
        QStyleOptionViewItem ground = option;
        initStyleOption(&ground, index);
        const QString text = std::exchange(ground.text, {});
        option.widget->style()->drawControl(QStyle::CE_ItemViewItem, &ground, painter, option.widget);
        const auto status = keys::KeyStatus(index.data(KeyVersionsModel::StatusRole).toInt());
        const QRect rest = paintStatusDot(painter, option.rect.adjusted(space::small, 0, 0, 0),
                                          toneColor(toneOf(status), option.palette));
        painter->setFont(ground.font);
        painter->setPen(ground.palette.color(QPalette::Text));
        painter->drawText(rest, Qt::AlignVCenter | Qt::AlignLeft, text);
    }
};

} // namespace

KeyVersionsView::KeyVersionsView(QWidget *parent)
    : QTableView(parent)
    , m_model(new KeyVersionsModel(this))
{
    setObjectName(u"keyVersions"_s);
    setAccessibleName(tr("Key versions"));
    setModel(m_model);
    setItemDelegate(new VersionDelegate(this));
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setShowGrid(false);
    setTabKeyNavigation(false);
    setWordWrap(false);
    setFrameShape(NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(versionRowHeight);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    horizontalHeader()->setSectionResizeMode(KeyVersionsModel::Version, QHeaderView::Fixed);
    horizontalHeader()->resizeSection(KeyVersionsModel::Version, 72);
    horizontalHeader()->setSectionResizeMode(KeyVersionsModel::Fingerprint, QHeaderView::ResizeToContents);
    horizontalHeader()->setSectionResizeMode(KeyVersionsModel::Used, QHeaderView::ResizeToContents);
    horizontalHeader()->setSectionResizeMode(KeyVersionsModel::Actions, QHeaderView::Fixed);
    horizontalHeader()->resizeSection(KeyVersionsModel::Actions, 48);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this, &KeyVersionsView::versionChosen);
    connect(this, &QTableView::clicked, this, [this](const QModelIndex &index) {
        if (index.column() == KeyVersionsModel::Actions) {
            requestMenuAt(index);
        }
    });
    connect(this, &QTableView::doubleClicked, this, &KeyVersionsView::requestMenuAt);
}

void KeyVersionsView::showKeys(const keys::KeySet &keys, Timestamp now)
{
    const int wanted = versionToChoose(keys);
    m_model->setKeys(keys, now);
    chooseVersion(wanted);
    updateGeometry();
}

/// One that was just made, else the one that was chosen, else the one in use.
int KeyVersionsView::versionToChoose(const keys::KeySet &keys) const
{
    const int newest = keys.isEmpty() ? 0 : keys.versions().last().number;
    const keys::KeyVersion *newestBefore = m_model->versionAt(0);
    if (newestBefore && newestBefore->number < newest) {
        return newest;
    }
    if (const keys::KeyVersion *before = chosen(); before && keys.find(before->number)) {
        return before->number;
    }
    return keys.current() ? keys.current()->number : newest;
}

void KeyVersionsView::clear()
{
    m_model->clear();
    updateGeometry();
}

void KeyVersionsView::chooseVersion(int number)
{
    if (const int row = m_model->rowOf(number); row >= 0) {
        setCurrentIndex(m_model->index(row, 0));
    } else {
        Q_EMIT versionChosen();
    }
}

const keys::KeyVersion *KeyVersionsView::chosen() const
{
    return m_model->versionAt(currentIndex().row());
}

QSize KeyVersionsView::sizeHint() const
{
    const int rows = std::clamp(m_model->rowCount(), 1, mostVisibleRows);
    return {640, horizontalHeader()->sizeHint().height() + rows * versionRowHeight + 2};
}

void KeyVersionsView::contextMenuEvent(QContextMenuEvent *event)
{
    if (chosen()) {
        Q_EMIT menuRequested(event->globalPos());
    }
}

void KeyVersionsView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        requestMenuAt(currentIndex());
    } else {
        QTableView::keyPressEvent(event);
    }
}

void KeyVersionsView::requestMenuAt(const QModelIndex &index)
{
    if (index.isValid()) {
        Q_EMIT menuRequested(viewport()->mapToGlobal(visualRect(index).bottomLeft()));
    }
}

} // namespace countersign::ui
