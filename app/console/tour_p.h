#pragma once

#include "ui/actions/vaultsession.h"
#include "ui/window/mainwindow.h"

#include <QDialog>
#include <QTimer>

#include <deque>
#include <functional>

namespace countersign::console {

/// One step: do something, wait until it shows, take a picture.
struct TourStep
{
    QString picture; ///< empty: none
    std::function<void()> act;
    std::function<bool()> until;
};

class Tour final : public QObject
{
    Q_OBJECT

public:
    Tour(ui::MainWindow &window, ui::VaultSession &session, ui::Theme &theme, QString folder);

    void begin();

private:
    void planStart();
    void planProperties();
    void planProof(const QString &recipeId);
    void planVerify(const QString &recipeId);
    void planDialogs();
    void planManual();
    void planTools();
    void planFindKey();
    void planLock();
    void add(const QString &picture, std::function<void()> act, std::function<bool()> until);
    void next();
    void poll();
    void takePicture(const QString &name);
    void fail(const QString &reason);

    /// Fails the tour when there is no such widget to be seen.
    QWidget *find(const QString &name, QWidget *within = nullptr);
    void click(const QString &name);
    void type(const QString &name, const QString &text);
    void paste(const QString &name, const QString &text);
    bool isShown(const QString &name) const;
    QDialog *dialog() const;
    QWidget *inFront() const; ///< a dialog or the manual; null for neither

    ui::MainWindow &m_window;
    ui::VaultSession &m_session;
    ui::Theme &m_theme;
    QString m_folder;
    QString m_themeName;
    QString m_token; ///< the last one made on the way, for the decoder
    std::deque<TourStep> m_steps;
    QTimer m_poll;
    int m_polls = 0;
    int m_pictures = 0;
    bool m_hasFailed = false;
};

} // namespace countersign::console
