#include "ui/widgets/secretclipboard.h"

#include "core/base/secretbytes.h"

#include <QClipboard>
#include <QCryptographicHash>
#include <QMimeData>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {

QByteArray digestOf(QByteArrayView content)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(content);
    return hash.result();
}

} // namespace

void markAsSecret(QMimeData &data)
{
    data.setData(u"x-kde-passwordManagerHint"_s, QByteArrayLiteral("secret"));
    data.setData(u"application/x-nspasteboard-concealed-type"_s, QByteArrayLiteral("secret"));
    const QByteArray no(4, '\0'); // a DWORD of 0
    data.setData(u"application/x-qt-windows-mime;value=\"ExcludeClipboardContentFromMonitorProcessing\""_s,
                 QByteArrayLiteral("1"));
    data.setData(u"application/x-qt-windows-mime;value=\"CanIncludeInClipboardHistory\""_s, no);
    data.setData(u"application/x-qt-windows-mime;value=\"CanUploadToCloudClipboard\""_s, no);
}

SecretClipboard::SecretClipboard(QClipboard *clipboard, QObject *parent)
    : QObject(parent)
    , m_clipboard(clipboard)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &SecretClipboard::clearIfOurs);
}

void SecretClipboard::copyText(const QString &text)
{
    m_timer.stop();
    m_digest.clear();
    m_clipboard->setText(text);
    Q_EMIT copied(0);
}

void SecretClipboard::copySecret(ByteView text)
{
    auto data = std::make_unique<QMimeData>();
    data->setText(QString::fromUtf8(viewOf(text)));
    markAsSecret(*data);
    // Known again by what the clipboard shows: a secret that is no UTF-8 shows as something else.
    QByteArray shown = data->text().toUtf8();
    put(std::move(data), shown, m_clearAfter);
    wipe({reinterpret_cast<unsigned char *>(shown.data()), std::size_t(shown.size())});
}

void SecretClipboard::put(std::unique_ptr<QMimeData> data, QByteArrayView content,
                          std::chrono::seconds clearAfter)
{
    m_digest = digestOf(content);
    m_clipboard->setMimeData(data.release());
    m_timer.start(clearAfter);
    Q_EMIT copied(int(clearAfter.count()));
}

void SecretClipboard::clearIfOurs()
{
    m_timer.stop();
    if (m_digest.isEmpty()) {
        return;
    }
    QByteArray content = m_clipboard->text().toUtf8();
    const bool isOurs = digestOf(content) == m_digest;
    wipe({reinterpret_cast<unsigned char *>(content.data()), std::size_t(content.size())});
    m_digest.clear();
    if (isOurs) {
        m_clipboard->clear();
        Q_EMIT cleared();
    }
}

} // namespace countersign::ui
