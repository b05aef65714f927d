#pragma once

#include "ui/actions/vaultsession.h"

namespace countersign::ui {

class BinDialog;

/// Shows what was removed, and takes it back or deletes it for good.
class OpenBin final : public QObject
{
    Q_OBJECT

public:
    OpenBin(VaultSession &session, QWidget *window);

    void start();

Q_SIGNALS:
    void takenBack(const QString &name);
    void deleted(int count);
    void failed(const countersign::Error &error);

private:
    void show(const QList<recipes::Property> &removed);
    void takeBack(BinDialog *dialog, const recipes::Property &property);
    void deleteForGood(BinDialog *dialog, const QList<recipes::Property> &properties);

    VaultSession &m_session;
    QWidget *m_window;
};

} // namespace countersign::ui
