#pragma once

#include <QWidget>

namespace countersign::ui {

class EmptyState;

/// Where a list is dropped or chosen.
class ListDrop final : public QWidget
{
    Q_OBJECT

public:
    explicit ListDrop(QWidget *parent = nullptr);

Q_SIGNALS:
    void fileChosen(const QString &path);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void invite();
    void chooseFile();

    EmptyState *m_empty;
};

} // namespace countersign::ui
