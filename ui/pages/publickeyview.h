#pragma once

#include "ui/widgets/codeview.h"

namespace countersign::ui {

/// A public key to look at: a PEM's lines are broken anew where the view ends, and its middle is left out.
/// Nothing can be selected, because only the whole key in its own lines is of use: that is what Copy gives.
class PublicKeyView final : public CodeView
{
    Q_OBJECT

public:
    explicit PublicKeyView(QWidget *parent = nullptr);

    void setKeyText(const QString &text);
    /// The whole key, as it was set.
    QString keyText() const { return m_text; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void refresh();

    QString m_text;
};

/// The armour, the first lines of `pem` at this width, and a "…" for the rest.
QString pemPreview(const QString &pem, int columns);

} // namespace countersign::ui
