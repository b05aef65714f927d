#pragma once

#include "ui/widgets/secretbuffer.h"

#include <QFrame>

class QPushButton;

namespace countersign::ui {

/// One line in which a secret is typed or pasted. Unlike a line edit it keeps the text in SecretBytes, draws
/// it by itself, has no undo and gives nothing to the clipboard.
class PassphraseEdit final : public QFrame
{
    Q_OBJECT

public:
    explicit PassphraseEdit(QWidget *parent = nullptr);

    const SecretBytes &secret() const { return m_buffer.secret(); }
    bool isEmpty() const { return m_buffer.isEmpty(); }
    /// Hands the secret out; the field is empty afterwards.
    SecretBytes take();
    void clear();
    void selectAll();
    void setPlaceholderText(const QString &text);
    QString placeholderText() const { return m_placeholder; }
    bool isRevealed() const { return m_revealed; }
    /// What is said in the field beside the text: of Caps Lock, or of text that was left out as too long.
    QString warning() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }
    QVariant inputMethodQuery(Qt::InputMethodQuery query) const override;

Q_SIGNALS:
    void changed();
    void submitted(); ///< Return was pressed

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    bool handleEditing(QKeyEvent *event);
    bool handleMoving(QKeyEvent *event);
    void paste();
    void insert(QStringView text);
    void setRevealed(bool revealed);
    void noteCapsLock(const QKeyEvent *event);
    void edited();
    QRectF textRect() const;
    qreal step() const;
    qreal widthBeforeCaret() const;
    void paintText(QPainter &painter, const QRectF &area) const;

    SecretBuffer m_buffer;
    QPushButton *m_reveal;
    QString m_placeholder;
    bool m_revealed = false;
    bool m_capsLock = false;
    bool m_isLeftOut = false; ///< the last text was too long
};

} // namespace countersign::ui
