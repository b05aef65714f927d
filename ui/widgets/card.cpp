#include "ui/widgets/card.h"

#include "ui/widgets/styling.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace countersign::ui {

Card::Card(const QString &title, QWidget *parent)
    : QFrame(parent)
    , m_title(makeLabel({}, TextRole::Section))
    , m_header(new QHBoxLayout)
    , m_body(new QVBoxLayout)
{
    setProperty("surface", u"card"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::large, space::large, space::large, space::large);
    layout->setSpacing(space::small);
    m_header->setSpacing(space::small);
    m_header->addWidget(m_title);
    m_body->setSpacing(space::small);
    layout->addLayout(m_header);
    layout->addLayout(m_body, 1);
    setTitle(title);
}

void Card::setTitle(const QString &title)
{
    m_title->setText(title.toUpper());
    m_title->setVisible(!title.isEmpty());
    setAccessibleName(title);
}

} // namespace countersign::ui
