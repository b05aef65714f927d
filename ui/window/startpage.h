#pragma once

#include <QWidget>

class QVBoxLayout;

namespace countersign::ui {

class MessageBanner;

/// The first thing a new person sees: create a vault, open one, or try the demo.
class StartPage final : public QWidget
{
    Q_OBJECT

public:
    explicit StartPage(QWidget *parent = nullptr);

    void showRecent(const QStringList &paths);
    MessageBanner *banner() const { return m_banner; }

Q_SIGNALS:
    void createRequested();
    void openRequested();
    void demoRequested();
    void recentChosen(const QString &path);

private:
    QWidget *makeChoice(const QString &name, const QString &icon, const QString &title, const QString &text,
                        void (StartPage::*signal)());

    QVBoxLayout *m_recent;
    MessageBanner *m_banner;
};

} // namespace countersign::ui
