#pragma once

#include <QDialog>

namespace countersign::ui {

class AboutDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit AboutDialog(QWidget *parent);
};

} // namespace countersign::ui
