#pragma once

#include "core/verify/whose.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace countersign::ui {

/// How far the search for a key is, and the way to stop it.
class FindKeyProgress final : public QWidget
{
    Q_OBJECT

public:
    explicit FindKeyProgress(QWidget *parent = nullptr);

    void start();
    void showProgress(const verify::WhoseProgress &progress);

Q_SIGNALS:
    void cancelled();

private:
    QLabel *m_title;
    QProgressBar *m_bar;
    QLabel *m_facts;
    QPushButton *m_cancel;
};

} // namespace countersign::ui
