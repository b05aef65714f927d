#pragma once

#include <QWidget>

#include <chrono>

namespace countersign::ui {

class ProgressCard;

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
    ProgressCard *m_card;
    qint64 m_size = 0;
};

} // namespace countersign::ui
