#pragma once

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace countersign::ui {

/// A panel with rounded corners, an optional title in small capitals and room beside it for a chip or a
/// button.
class Card final : public QFrame
{
    Q_OBJECT

public:
    explicit Card(const QString &title = {}, QWidget *parent = nullptr);

    QVBoxLayout *body() const { return m_body; }
    /// The line of the title: add chips and buttons; what follows addStretch() stands at the right.
    QHBoxLayout *header() const { return m_header; }
    QLabel *titleLabel() const { return m_title; }
    void setTitle(const QString &title);

private:
    QLabel *m_title;
    QHBoxLayout *m_header;
    QVBoxLayout *m_body;
};

} // namespace countersign::ui
