#include "ui/widgets/chip.h"

#include <QVariant>

using namespace Qt::StringLiterals;

namespace countersign::ui {

Chip::Chip(const QString &text, Tone tone, QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setProperty("shape", u"chip"_s);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setProperty("tone", QString::fromLatin1(toneName(tone)));
    m_tone = tone;
    setText(text);
}

void Chip::set(const QString &text, Tone tone)
{
    m_tone = tone;
    setStyleProperty(this, "tone", QString::fromLatin1(toneName(tone)));
    setText(text);
    setVisible(!text.isEmpty());
}

} // namespace countersign::ui
