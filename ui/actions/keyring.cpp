#include "ui/actions/keyring.h"

#include <QCoreApplication>

namespace countersign::ui {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Keyring)
};

} // namespace

QString keyringText(KeyringProblem problem)
{
    switch (problem) {
    case KeyringProblem::NotBuiltIn:
        return Tr::tr("This build of Countersign has no support for keyrings. Use the passphrase.");
    case KeyringProblem::Unavailable:
        return Tr::tr("The desktop's keyring does not answer or stays locked. Unlock it and try again, or "
                      "use the passphrase.");
    case KeyringProblem::NothingKept:
        return Tr::tr(
            "The desktop's keyring on this computer holds no key for this vault. Use the passphrase.");
    }
    return {};
}

} // namespace countersign::ui
