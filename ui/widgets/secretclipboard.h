#pragma once

#include "core/base/bytes.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <memory>

class QClipboard;
class QMimeData;

namespace countersign::ui {

/// Adds the marks by which clipboard histories and synchronisation leave the content alone.
void markAsSecret(QMimeData &data);

/// The one way out to the desktop's clipboard. A secret is marked so that clipboard histories leave it alone
/// (x-kde-passwordManagerHint, ExcludeClipboardContentFromMonitorProcessing and friends, concealed type on
/// macOS), and cleared after a time if it is still ours.
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

    std::chrono::seconds clearAfter() const { return m_clearAfter; }
    void setClearAfter(std::chrono::seconds time) { m_clearAfter = time; }
    /// Clears now if the content is still ours.
    void clearIfOurs();

Q_SIGNALS:
    void copied(int clearsAfterSeconds); ///< 0: it stays
    void cleared();

private:
    void put(std::unique_ptr<QMimeData> data, QByteArrayView content, std::chrono::seconds clearAfter);

    QClipboard *m_clipboard;
    QTimer m_timer;
    std::chrono::seconds m_clearAfter{20};
    QByteArray m_digest; ///< SHA-256 of what was put there, to know it again
};

} // namespace countersign::ui
