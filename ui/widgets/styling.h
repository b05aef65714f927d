#pragma once

#include <QLabel>
#include <QPushButton>

class QBoxLayout;
class QFrame;
class QScrollArea;

namespace countersign::ui {

/// The grid: every margin and gap is one of these.
namespace space {
inline constexpr int tiny = 4;
inline constexpr int small = 8;
inline constexpr int medium = 12;
inline constexpr int large = 16;
inline constexpr int wide = 20;
inline constexpr int page = 24;
} // namespace space

enum class TextRole {
    Body,
    Strong,
    Title,   ///< the name of the place
    Heading, ///< the sentence a person came for
    Section, ///< over a group of things
    Muted,
    Hint, ///< small, under a field
    Problem,
    Good,
    Attention,
};

enum class ButtonKind {
    Secondary,
    Primary, ///< one a page
    Danger,  ///< names what it breaks; never primary
    Link,
    Icon,
    Chip, ///< a filter that is on or off
};

/// What a colour stands for; always beside a word that says the same.
enum class Tone { Neutral, Accent, Good, Attention, Bad };

const char *toneName(Tone tone); ///< as the style sheet writes it
QColor toneColor(Tone tone, const QPalette &palette);

/// Sets a property the style sheet selects on and restyles the widget when it changed.
void setStyleProperty(QWidget *widget, const char *name, const QVariant &value);

/// A label that wraps and whose text can be selected where it is no title or field name.
QLabel *makeLabel(const QString &text, TextRole role = TextRole::Body, QWidget *parent = nullptr);
void setTextRole(QLabel *label, TextRole role);
/// Lets a person select the text of a label with mouse or keyboard, in the monospace font.
QLabel *makeCodeLabel(const QString &text, QWidget *parent = nullptr);

/// `text` as a button, a menu entry or the name of a field takes it where it is not ours, like a person's
/// name: a single "&" would be read as the mark of a shortcut.
QString literalText(QString text);

QPushButton *makeButton(const QString &text, ButtonKind kind = ButtonKind::Secondary,
                        QWidget *parent = nullptr);
/// A button that shows only a picture; `name` is its tool tip and accessible name.
QPushButton *makeIconButton(const QString &icon, const QString &name, QWidget *parent = nullptr);
void setButtonKind(QPushButton *button, ButtonKind kind);

/// A one-pixel line across.
QFrame *makeLine(QWidget *parent = nullptr);
/// Puts `content` in the upper middle of `page`. Unlike an alignment flag this lets wrapped text have its
/// height.
void centreIn(QWidget *page, QWidget *content);
/// Makes `content` scroll when it does not fit, without a frame or ground of its own.
QScrollArea *makeScrollArea(QWidget *content, QWidget *parent = nullptr);
/// The room a page leaves free at its right, inside the window's margin, for the bar of makePageScroll().
inline constexpr int scrollBarRoom = 10; // as wide as the style sheet makes it
/// makeScrollArea() for what reaches the right edge of a page: the bar takes the room left for it, so that
/// `content` is as wide with the bar as without.
QScrollArea *makePageScroll(QWidget *content, QWidget *parent = nullptr);

} // namespace countersign::ui
