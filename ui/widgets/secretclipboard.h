#pragma once

#include "core/base/bytes.h"

#include <QClipboard>
#include <QList>
#include <QTimer>

#include <chrono>
#include <memory>

class QMimeData;

namespace countersign::ui {

/// Adds the marks by which clipboard histories and synchronisation leave the content alone, and by which
/// SecretClipboard knows what this program put on the clipboard by another way, such as a selection.
void markAsSecret(QMimeData &data);

/// The one way out to the desktop's clipboard. A secret is marked so that clipboard histories leave it alone
/// (x-kde-passwordManagerHint, ExcludeClipboardContentFromMonitorProcessing and friends, concealed type on
/// macOS), and cleared after a time if it is still ours. So is what a person copied by selecting it, and on
/// X11 what is only selected.
class SecretClipboard final : public QObject
{
    Q_OBJECT

public:
    explicit SecretClipboard(QClipboard *clipboard, QObject *parent = nullptr);

    /// For what is no secret: a public key, a snippet, a report.
    void copyText(const QString &text);
    /// For a secret, and for proofs. The clipboard needs a copy in Qt's own memory: it goes with the
    /// clearing.
    void copySecret(ByteView text);

    void setClearAfter(std::chrono::seconds time) { m_clearAfter = time; }
    /// Clears now if the content is still ours.
    void clearIfOurs();

Q_SIGNALS:
    void copied(int clearsAfterSeconds); ///< 0: it stays
    void cleared();

private:
    /// What was put there, to know it again.
    struct Held
    {
        QClipboard::Mode mode;
        QByteArray digest; ///< SHA-256
    };
    void adopt(QClipboard::Mode mode);
    bool hold(QClipboard::Mode mode, const QMimeData &data);

    QClipboard *m_clipboard;
    QTimer m_timer;
    std::chrono::seconds m_clearAfter{20};
    QList<Held> m_held;
};

} // namespace countersign::ui
