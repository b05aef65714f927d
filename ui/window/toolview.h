#pragma once

#include <QWidget>

class QPushButton;

namespace countersign::ui {

/// The frame around a tool that needs no property: its title and the way back.
class ToolView final : public QWidget
{
    Q_OBJECT

public:
    ToolView(const QString &title, QWidget *tool, QWidget *parent = nullptr);

Q_SIGNALS:
    void closed();
};

} // namespace countersign::ui
