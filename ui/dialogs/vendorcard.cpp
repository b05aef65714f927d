#include "ui/dialogs/vendorcard.h"

#include "ui/widgets/monogram.h"
#include "ui/widgets/styling.h"

#include <QHBoxLayout>

namespace countersign::ui {

VendorCard::VendorCard(const recipes::Recipe &recipe, QWidget *parent)
    : QPushButton(parent)
{
    setProperty("kind", QStringLiteral("choice"));
    setCheckable(true);
    setAutoDefault(false);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(recipe.vendor);
    setAccessibleDescription(recipe.summary);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(makeLabel(recipe.vendor, TextRole::Strong));
    texts->addWidget(makeLabel(recipe.summary, TextRole::Hint), 1, Qt::AlignTop);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(space::medium, space::medium, space::medium, space::medium);
    layout->setSpacing(space::medium);
    layout->addWidget(new Monogram(recipe.monogram, QColor(recipe.color)), 0, Qt::AlignTop);
    layout->addLayout(texts, 1);
    for (QLabel *label : findChildren<QLabel *>()) {
        label->setAttribute(Qt::WA_TransparentForMouseEvents);
    }
}

QSize VendorCard::sizeHint() const
{
    return {260, 7 * fontMetrics().lineSpacing()};
}

void VendorCard::mouseDoubleClickEvent(QMouseEvent *event)
{
    QPushButton::mouseDoubleClickEvent(event);
    Q_EMIT chosen();
}

} // namespace countersign::ui
