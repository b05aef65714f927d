#include "ui/widgets/secretpasteedit.h"

#include "core/base/files.h"
#include "ui/widgets/monospacefont.h"
#include "ui/widgets/secretaccessible.h"
#include "ui/widgets/secretpainting.h"
#include "ui/widgets/styling.h"
#include "ui/widgets/svgicon.h"
#include "ui/widgets/themecolors.h"
#include "ui/widgets/typedtext.h"

#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLocale>
#include <QMimeData>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {

constexpr int buttonRowHeight = 40;

} // namespace

SecretPasteEdit::SecretPasteEdit(QWidget *parent)
    : QFrame(parent)
    , m_size(makeLabel({}, TextRole::Hint))
    , m_paste(makeButton(tr("Paste")))
    , m_open(makeButton(tr("Open file…")))
    , m_reveal(makeIconButton(u"eye"_s, tr("Show")))
    , m_clear(makeIconButton(u"cross"_s, tr("Clear")))
{
    installSecretAccessibility();
    setProperty("field", true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_InputMethodEnabled);
    setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
    setAcceptDrops(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setMinimumHeight(sizeHint().height());
    m_reveal->setCheckable(true);
    m_size->setWordWrap(false);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(space::small);
    buttons->addWidget(m_paste);
    buttons->addWidget(m_open);
    buttons->addStretch();
    buttons->addWidget(m_size);
    buttons->addWidget(m_reveal);
    buttons->addWidget(m_clear);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::small, space::small, space::small, space::small);
    layout->addStretch();
    layout->addLayout(buttons);
    connect(m_paste, &QPushButton::clicked, this, &SecretPasteEdit::paste);
    connect(m_open, &QPushButton::clicked, this, &SecretPasteEdit::chooseFile);
    connect(m_reveal, &QPushButton::toggled, this, &SecretPasteEdit::setRevealed);
    connect(m_clear, &QPushButton::clicked, this, &SecretPasteEdit::clear);
    edited();
}

void SecretPasteEdit::setSecret(SecretBytes secret)
{
    m_buffer.set(std::move(secret));
    edited();
}

void SecretPasteEdit::clear()
{
    m_reveal->setChecked(false);
    m_buffer.clear();
    edited();
}

void SecretPasteEdit::setPlaceholderText(const QString &text)
{
    m_placeholder = text;
    update();
}

void SecretPasteEdit::openFile(const QString &path)
{
    auto content = readSecretFile(path);
    if (!content) {
        Q_EMIT fileFailed(content.error());
        return;
    }
    setSecret(std::move(*content));
}

void SecretPasteEdit::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Open a key file"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &SecretPasteEdit::openFile);
    dialog->open();
}

void SecretPasteEdit::paste()
{
    if (const QMimeData *pasted = QGuiApplication::clipboard()->mimeData(); pasted && pasted->hasText()) {
        insert(pasted->text());
    }
}

void SecretPasteEdit::insert(const QString &text)
{
    if (m_buffer.size() + std::size_t(text.size()) <= std::size_t(maximumKeyFileSize)) {
        m_buffer.insert(text);
        edited();
    } else {
        m_size->setText(
            tr("Too long: at most %1").arg(QLocale().formattedDataSize(qint64(maximumKeyFileSize))));
    }
}

void SecretPasteEdit::setRevealed(bool revealed)
{
    m_revealed = revealed;
    m_reveal->setIcon(themedIcon(revealed ? u"eye-off"_s : u"eye"_s));
    m_reveal->setToolTip(revealed ? tr("Hide") : tr("Show"));
    m_reveal->setAccessibleName(m_reveal->toolTip());
    update();
}

void SecretPasteEdit::edited()
{
    const bool some = !isEmpty();
    const auto lines = std::ranges::count(secret().bytes(), static_cast<unsigned char>('\n')) + 1;
    m_size->setText(!some       ? QString()
                    : lines > 1 ? tr("%n bytes, ", nullptr, int(m_buffer.size())) +
                                      tr("%n lines", nullptr, int(lines))
                                : tr("%n bytes", nullptr, int(m_buffer.size())));
    m_reveal->setVisible(some);
    m_clear->setVisible(some);
    update();
    Q_EMIT changed();
}

void SecretPasteEdit::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Paste)) {
        paste();
    } else if (event->matches(QKeySequence::SelectAll)) {
        m_buffer.selectAll();
        update();
    } else if (event->key() == Qt::Key_Backspace || event->key() == Qt::Key_Delete) {
        m_buffer.removeBefore();
        edited();
    } else if (event->key() == Qt::Key_Return && !isEmpty()) {
        insert(u"\n"_s);
    } else if (const QString text = typedText(*event); !text.isEmpty()) {
        insert(text);
    } else {
        QFrame::keyPressEvent(event);
    }
}

void SecretPasteEdit::inputMethodEvent(QInputMethodEvent *event)
{
    if (!event->commitString().isEmpty()) {
        insert(event->commitString());
    }
    event->accept();
}

void SecretPasteEdit::focusInEvent(QFocusEvent *event)
{
    QFrame::focusInEvent(event);
    update();
}

void SecretPasteEdit::focusOutEvent(QFocusEvent *event)
{
    m_buffer.moveToEnd();
    QFrame::focusOutEvent(event);
    update();
}

void SecretPasteEdit::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls() || event->mimeData()->hasText()) {
        event->acceptProposedAction();
    }
}

void SecretPasteEdit::dropEvent(QDropEvent *event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (!urls.isEmpty() && urls.constFirst().isLocalFile()) {
        openFile(urls.constFirst().toLocalFile());
    } else {
        insert(event->mimeData()->text());
    }
    event->acceptProposedAction();
}

QRectF SecretPasteEdit::textRect() const
{
    return QRectF(rect()).adjusted(11, 8, -11, -(buttonRowHeight + 4));
}

void SecretPasteEdit::paintEvent(QPaintEvent *event)
{
    QFrame::paintEvent(event);
    QPainter painter(this);
    const ThemeColors &colors = themeColors(palette());
    const QFont font = monospaceFont();
    const QFontMetricsF metrics(font);
    const QRectF area = textRect();
    painter.setClipRect(area);
    if (isEmpty()) {
        painter.setPen(colors.muted);
        painter.drawText(area, Qt::TextWordWrap | Qt::AlignLeft | Qt::AlignTop, m_placeholder);
        if (hasFocus()) {
            painter.fillRect(QRectF(area.left(), area.top() + 1, 1, metrics.height()), colors.text);
        }
        return;
    }
    if (m_buffer.isAllSelected()) {
        painter.fillRect(area, colors.accentSoft);
    }
    qreal y = area.top();
    ByteView rest = secret().bytes();
    while (!rest.empty() && y < area.bottom()) {
        const auto end = std::ranges::find(rest, static_cast<unsigned char>('\n'));
        const ByteView line = rest.first(std::size_t(end - rest.begin()));
        if (m_revealed) {
            paintSecretText(painter, {area.left(), y + metrics.ascent()}, font, colors.text, line);
        } else {
            const qreal step = metrics.horizontalAdvance(u'0');
            const int fitting = int(area.width() / step);
            paintSecretDots(painter, {area.left(), y + metrics.height() / 2}, step, colors.text,
                            std::min(SecretBuffer::charactersIn(line), fitting));
        }
        rest = end == rest.end() ? ByteView() : rest.subspan(line.size() + 1);
        y += metrics.lineSpacing();
    }
}

} // namespace countersign::ui
