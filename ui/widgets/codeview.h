#pragma once

#include <QPlainTextEdit>

namespace countersign::ui {

/// Read-only monospace text: JSON, a snippet, a public key. For colours, attach a QSyntaxHighlighter to
/// document(); it reads themeColors(palette) and is asked to rehighlight on paletteChanged().
class CodeView : public QPlainTextEdit
{
    Q_OBJECT

public:
    enum class Wrap { Never, Anywhere };

    explicit CodeView(Wrap wrap = Wrap::Never, QWidget *parent = nullptr);

    void setText(const QString &text);
    /// Grows and shrinks with the text between these; without it the layout decides the height.
    void fitToContent(int minimumLines, int maximumLines);
    /// What is copied out of here by selecting it is marked as secret for the desktop's clipboard histories.
    void setSecret(bool secret) { m_secret = secret; }

Q_SIGNALS:
    void paletteChanged();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    QMimeData *createMimeDataFromSelection() const override;

private:
    void fit();

    int m_minimumLines = 0;
    int m_maximumLines = 0;
    bool m_secret = false;
};

} // namespace countersign::ui
