#include "ui/actions/keyring.h"

#include <QMetaObject>

namespace countersign::ui {

namespace {

void answer(QObject *context, std::function<void(const KeyringError &)> done)
{
    QMetaObject::invokeMethod(
        context, [done = std::move(done)] { done({KeyringProblem::NotBuiltIn, {}}); }, Qt::QueuedConnection);
}

} // namespace

bool hasKeyringSupport()
{
    return false;
}

void readKeyringKey(const QString &, QObject *context, std::function<void(KeyringResult<SecretBytes>)> done)
{
    answer(context, [done = std::move(done)](const KeyringError &error) { done(std::unexpected(error)); });
}

void storeKeyringKey(const QString &, const SecretBytes &, QObject *context,
                     std::function<void(const KeyringResult<void> &)> done)
{
    answer(context, [done = std::move(done)](const KeyringError &error) { done(std::unexpected(error)); });
}

void removeKeyringKey(const QString &, QObject *context,
                      std::function<void(const KeyringResult<void> &)> done)
{
    answer(context, [done = std::move(done)](const KeyringError &error) { done(std::unexpected(error)); });
}

} // namespace countersign::ui
