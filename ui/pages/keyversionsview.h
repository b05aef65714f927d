#pragma once

#include "core/keys/keyset.h"
#include "ui/models/keyversionsmodel.h"

#include <QTableView>

namespace countersign::ui {

/// The table of versions. It is as tall as its rows, up to seven, so that the current key is seen at once.
class KeyVersionsView final : public QTableView
{
    Q_OBJECT

public:
    explicit KeyVersionsView(QWidget *parent = nullptr);

    /// Keeps the chosen version where it still exists, else chooses the current one.
    void showKeys(const keys::KeySet &keys, Timestamp now);
    void clear();
    const keys::KeyVersion *chosen() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {320, sizeHint().height()}; }

Q_SIGNALS:
    void versionChosen(); ///< another one, or none
    void menuRequested(const QPoint &globalPosition);

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void requestMenuAt(const QModelIndex &index);
    void chooseVersion(int number);
    int versionToChoose(const keys::KeySet &keys) const;

    KeyVersionsModel *m_model;
};

} // namespace countersign::ui
