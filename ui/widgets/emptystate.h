#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace countersign::ui {

/// What a place shows when it has nothing yet: what would be here, and the way to get it.
class EmptyState final : public QWidget
{
    Q_OBJECT

public:
    EmptyState(const QString &icon, const QString &title, const QString &text, QWidget *parent = nullptr);

    void setTexts(const QString &title, const QString &text);
    /// One way out; activated() when it is taken.
    void setAction(const QString &text);
    QPushButton *action() const { return m_action; }

Q_SIGNALS:
    void activated();

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void refreshIcon();

    QString m_iconName;
    QLabel *m_icon;
    QLabel *m_title;
    QLabel *m_text;
    QPushButton *m_action;
};

} // namespace countersign::ui
