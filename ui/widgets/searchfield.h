#pragma once

#include <QKeySequence>
#include <QLineEdit>

namespace countersign::ui {

/// A field to search in: a lens before the text and, while it is empty, the keys that lead here after it.
class SearchField final : public QLineEdit
{
    Q_OBJECT

public:
    explicit SearchField(QWidget *parent = nullptr);

    void setShortcutHint(const QKeySequence &keys);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_hint;
};

} // namespace countersign::ui
