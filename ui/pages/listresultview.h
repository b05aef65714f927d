#pragma once

#include "ui/models/listresultsmodel.h"

#include <QTimer>
#include <QWidget>

class QButtonGroup;
class QLabel;
class QLineEdit;
class QListWidget;
class QTableView;

namespace countersign::ui {

class Card;
class MessageBanner;

/// The results of a list: the summary by cause at the left, whose lines narrow the rows at the right.
class ListResultView final : public QWidget
{
    Q_OBJECT

public:
    explicit ListResultView(QWidget *parent = nullptr);

    void showResults(std::shared_ptr<const ListResults> results);
    void clear();
    ListResultsModel *model() const { return m_model; }
    MessageBanner *banner() const { return m_banner; }

Q_SIGNALS:
    void exportRequested();
    void otherFileRequested();

private:
    QWidget *makeSummary();
    QWidget *makeRows();
    QTableView *makeTable();
    void fillGroups();
    void fillKinds();
    void filter();
    void showCount();
    void showGroup();
    const bulk::CauseGroup *chosenGroup() const;

    ListResultsModel *m_model;
    MessageBanner *m_banner;
    QLabel *m_totals;
    QListWidget *m_groups;
    QLabel *m_explanation;
    QLabel *m_sample;
    QLineEdit *m_search;
    QButtonGroup *m_kinds;
    QLabel *m_count;
    QTableView *m_table;
    QTimer m_delay; ///< a pause in typing
};

} // namespace countersign::ui
