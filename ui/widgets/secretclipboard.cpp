#include "ui/widgets/secretclipboard.h"

#include "core/base/secretbytes.h"

#include <QCryptographicHash>
#include <QMimeData>
#include <QUuid>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {

constexpr auto ownFormat = "application/x-countersign-secret"_L1;

/// Other programs mark secrets in the same way; these are ours.
const QByteArray &ownMark()
{
    static const QByteArray mark = QUuid::createUuid().toByteArray();
    return mark;
}

QByteArray digestOf(const QString &text)
{
    QByteArray content = text.toUtf8();
    const QByteArray digest = QCryptographicHash::hash(content, QCryptographicHash::Sha256);
    wipe({reinterpret_cast<unsigned char *>(content.data()), std::size_t(content.size())});
    return digest;
}

} // namespace

void markAsSecret(QMimeData &data)
{
    data.setData(ownFormat, ownMark());
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
    connect(m_clipboard, &QClipboard::changed, this, &SecretClipboard::adopt);
}

void SecretClipboard::copyText(const QString &text)
{
    m_timer.stop();
    m_held.clear();
    m_clipboard->setText(text);
    Q_EMIT copied(0);
}

void SecretClipboard::copySecret(ByteView text)
{
    auto data = std::make_unique<QMimeData>();
    data->setText(QString::fromUtf8(viewOf(text)));
    markAsSecret(*data);
    hold(QClipboard::Clipboard, *data); // known before the clipboard says that it changed
    m_clipboard->setMimeData(data.release());
    Q_EMIT copied(int(m_clearAfter.count()));
}

void SecretClipboard::adopt(QClipboard::Mode mode)
{
    const QMimeData *data = m_clipboard->mimeData(mode);
    if (data && data->data(ownFormat) == ownMark() && hold(mode, *data) && mode == QClipboard::Clipboard) {
        Q_EMIT copied(int(m_clearAfter.count()));
    }
}

/// False when it is held already.
bool SecretClipboard::hold(QClipboard::Mode mode, const QMimeData &data)
{
    // Known again by what the clipboard shows: a secret that is no UTF-8 shows as something else.
    const QByteArray digest = digestOf(data.text());
    const auto held = std::ranges::find(m_held, mode, &Held::mode);
    const bool isKnown = held != m_held.end() && held->digest == digest;
    if (!isKnown) {
        m_held.removeIf([mode](const Held &other) { return other.mode == mode; });
        m_held.append({mode, digest});
    }
    m_timer.start(m_clearAfter);
    return !isKnown;
}

void SecretClipboard::clearIfOurs()
{
    m_timer.stop();
    const QList<Held> all = std::exchange(m_held, {});
    for (const Held &held : all) {
        if (digestOf(m_clipboard->text(held.mode)) == held.digest) {
            m_clipboard->clear(held.mode);
            Q_EMIT cleared();
        }
    }
}

} // namespace countersign::ui
