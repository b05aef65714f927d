#pragma once

#include <QWidget>

#include <chrono>

class QLabel;
class QProgressBar;
class QPushButton;

namespace countersign::ui {

/// How far the check of a list is: bar, rows, rate, time left, and the way to stop it.
class ListProgressView final : public QWidget
{
    Q_OBJECT

public:
    explicit ListProgressView(QWidget *parent = nullptr);

    void start(const QString &fileName, qint64 size);
    void showProgress(quint64 rows, quint64 bytes, std::chrono::milliseconds elapsed);
    void clear();

Q_SIGNALS:
    void cancelled();

private:
    QLabel *m_title;
    QProgressBar *m_bar;
    QLabel *m_facts;
    QPushButton *m_cancel;
    qint64 m_size = 0;
};

} // namespace countersign::ui
