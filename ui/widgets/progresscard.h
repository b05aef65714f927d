#pragma once

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace countersign::ui {

/// How far something long is: what it does, a bar, the facts so far, and the way to stop it.
class ProgressCard final : public QWidget
{
    Q_OBJECT

public:
    /// `name` begins the object names of its parts; `accessibleName` says what the bar measures.
    ProgressCard(const QString &name, const QString &accessibleName, QWidget *parent = nullptr);

    /// Begins anew, and can be stopped again.
    void start(const QString &title, const QString &facts);
    /// `share` is of 1; until this is called, how far it is remains open.
    void showShare(double share, const QString &facts);
    void setTitle(const QString &title);
    void clear();

Q_SIGNALS:
    /// Once for each start: the button rests until what it stopped has ended.
    void cancelled();

private:
    QLabel *m_title;
    QProgressBar *m_bar;
    QLabel *m_facts;
    QPushButton *m_cancel;
};

} // namespace countersign::ui
