#pragma once

#include <QWidget>

namespace countersign::ui {

class CodeView;

/// A token in three colours, with the names of its parts under it in the order they stand; a hash in one.
/// Shows the first characters of something very long and says how much more there is.
class TokenView final : public QWidget
{
    Q_OBJECT

public:
    static constexpr qsizetype maximumShown = 16384;

    explicit TokenView(QWidget *parent = nullptr);

    void setToken(const QString &token);
    /// What is shown; the whole token unless it is very long.
    QString shownText() const;
    void clear();
    void setPlaceholderText(const QString &text);

private:
    CodeView *m_view;
    QWidget *m_legend;
    QWidget *m_more;
};

} // namespace countersign::ui
