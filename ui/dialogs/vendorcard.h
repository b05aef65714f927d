#pragma once

#include "core/recipes/recipe.h"

#include <QPushButton>

namespace countersign::ui {

/// A vendor to choose: its monogram, its name and what its verification is.
class VendorCard final : public QPushButton
{
    Q_OBJECT

public:
    explicit VendorCard(const recipes::Recipe &recipe, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void chosen(); ///< double click: choose and go on

protected:
    void mouseDoubleClickEvent(QMouseEvent *event) override;
};

} // namespace countersign::ui
