#include "ui/widgets/secretaccessible.h"

#include "ui/widgets/passphraseedit.h"
#include "ui/widgets/secretpasteedit.h"

#include <QAccessibleWidget>

namespace countersign::ui {

namespace {

class SecretAccessible final : public QAccessibleWidget
{
public:
    explicit SecretAccessible(QWidget *widget)
        : QAccessibleWidget(widget, QAccessible::EditableText)
    {
    }

    QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        state.passwordEdit = true;
        state.editable = true;
        return state;
    }
};

QAccessibleInterface *makeInterface(const QString &, QObject *object)
{
    if (qobject_cast<PassphraseEdit *>(object) || qobject_cast<SecretPasteEdit *>(object)) {
        return new SecretAccessible(static_cast<QWidget *>(object));
    }
    return nullptr;
}

} // namespace

void installSecretAccessibility()
{
    static const bool installed = (QAccessible::installFactory(makeInterface), true);
    Q_UNUSED(installed);
}

} // namespace countersign::ui
