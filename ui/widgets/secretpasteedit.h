#pragma once

#include "core/base/error.h"
#include "ui/widgets/secretbuffer.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace countersign::ui {

/// Takes a key: typed, pasted, dropped as a file or opened from one. What came in goes straight to
/// SecretBytes and is shown as dots with its size, until the person asks to see it.
class SecretPasteEdit final : public QFrame
{
    Q_OBJECT

public:
    explicit SecretPasteEdit(QWidget *parent = nullptr);

    const SecretBytes &secret() const { return m_buffer.secret(); }
    bool isEmpty() const { return m_buffer.isEmpty(); }
    void setSecret(SecretBytes secret);
    void clear();
    void setPlaceholderText(const QString &text);
    bool isRevealed() const { return m_revealed; }
    /// Reads a file as "Open file…" does.
    void openFile(const QString &path);

    QSize sizeHint() const override { return {320, 124}; }

Q_SIGNALS:
    void changed();
    void fileFailed(const countersign::Error &error);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void chooseFile();
    void paste();
    void insert(const QString &text);
    void setRevealed(bool revealed);
    void edited();
    QRectF textRect() const;

    SecretBuffer m_buffer;
    QLabel *m_size;
    QPushButton *m_paste;
    QPushButton *m_open;
    QPushButton *m_reveal;
    QPushButton *m_clear;
    QString m_placeholder;
    bool m_revealed = false;
};

} // namespace countersign::ui
