#pragma once

#include <QPlainTextEdit>

namespace countersign::ui {

/// Where a hash or token is pasted: monospace, wrapped anywhere, its three parts in their colours. Of a very
/// long paste it shows the beginning and keeps the rest aside, so that laying it out never stalls the window.
class PasteEdit final : public QPlainTextEdit
{
    Q_OBJECT

public:
    /// More is not laid out.
    static constexpr qsizetype maximumShown = 16384;
    /// More is not kept: one character beyond the longest token, so that it is still told from one.
    static constexpr qsizetype maximumKept = 256 * 1024 + 1;

    explicit PasteEdit(QWidget *parent = nullptr);

    /// What was pasted, letter for letter; the widget may show less.
    QString text() const;
    void setText(const QString &text);
    /// Says how much is kept but not shown; empty when all is shown.
    QString omission() const;
    /// Forgets the text and how it came about.
    void clearForGood();

Q_SIGNALS:
    void edited(); ///< the text is another

protected:
    void insertFromMimeData(const QMimeData *source) override;
    void changeEvent(QEvent *event) override;

private:
    void noteChange();

    QString m_shown;
    QString m_rest; ///< what follows the shown text
    qsizetype m_pastedSize = 0;
    bool m_isSetting = false;
};

} // namespace countersign::ui
