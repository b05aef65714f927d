#include "ui/actions/bundleactions.h"

#include "ui/dialogs/exportbundledialog.h"
#include "ui/dialogs/importbundledialog.h"

#include <QFileDialog>

#include <variant>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {

struct ExportRequest
{
    QList<recipes::PropertyId> ids;
    SecretBytes passphrase;
    QString path;
};

Result<void> exportTo(vault::Vault &vault, const ExportRequest &request)
{
    const auto bundle = vault::takeForBundle(vault, request.ids);
    if (!bundle) {
        return std::unexpected(bundle.error());
    }
    const auto sealed = vault::sealBundle(*bundle, request.passphrase, vault.header().kdf);
    if (!sealed) {
        return std::unexpected(sealed.error());
    }
    return writeFile(request.path, bytesOf(*sealed), FileAccess::OwnerOnly, Overwrite::Yes);
}

/// What a bundle would change; or why it does not open, or what else failed.
using Preview = std::variant<QList<vault::ImportStep>, vault::BundleError, Error>;

Preview openInto(vault::Bundle *opened, const vault::Vault &vault, const QString &path,
                 const SecretBytes &passphrase)
{
    const auto file = readFile(path, vault::maximumBundleSize);
    if (!file) {
        return file.error();
    }
    auto bundle = vault::openBundle(bytesOf(*file), passphrase);
    if (!bundle) {
        return bundle.error();
    }
    *opened = *std::move(bundle);
    const auto steps = vault::previewImport(vault, *opened);
    return steps ? Preview(*steps) : Preview(steps.error());
}

/// What the dialog does about each.
struct ShowPreview
{
    ImportBundleDialog *dialog;

    void operator()(const QList<vault::ImportStep> &steps) const { dialog->showPreview(steps); }
    void operator()(const vault::BundleError &error) const { dialog->showRefusal(error); }
    void operator()(const Error &error) const { dialog->showError(error); }
};

} // namespace

ExportBundle::ExportBundle(VaultSession &session, QWidget *window)
    : QObject(window)
    , m_session(session)
    , m_window(window)
{
}

void ExportBundle::start(const recipes::PropertyId &chosen)
{
    auto *dialog = new ExportBundleDialog(m_session.properties(), chosen, m_window);
    connect(dialog, &RequestDialog::submitted, this, [this, dialog] { chooseFile(dialog); });
    dialog->open();
}

void ExportBundle::chooseFile(ExportBundleDialog *dialog)
{
    auto *chooser = new QFileDialog(dialog, tr("Export to a bundle"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setAcceptMode(QFileDialog::AcceptSave);
    chooser->setDefaultSuffix(u"bundle"_s);
    chooser->selectFile(u"properties.bundle"_s);
    connect(chooser, &QFileDialog::fileSelected, this,
            [this, dialog](const QString &path) { write(dialog, path); });
    chooser->open();
}

void ExportBundle::write(ExportBundleDialog *dialog, const QString &path)
{
    dialog->setBusy(tr("Sealing the bundle…"));
    m_session.run(
        dialog,
        [request = ExportRequest{dialog->chosen(), dialog->passphrase(), path}](vault::Vault &vault) {
            return exportTo(vault, request);
        },
        [this, dialog, path](const Result<void> &written) {
            if (!written) {
                dialog->showError(written.error());
                return;
            }
            dialog->finish();
            Q_EMIT exported(path);
        });
}

ImportBundle::ImportBundle(VaultSession &session, QWidget *window)
    : QObject(window)
    , m_session(session)
    , m_window(window)
{
}

void ImportBundle::start()
{
    auto *chooser = new QFileDialog(m_window, tr("Import a bundle"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setFileMode(QFileDialog::ExistingFile);
    chooser->setNameFilters({tr("Bundles (*.bundle)"), tr("All files (*)")});
    connect(chooser, &QFileDialog::fileSelected, this, &ImportBundle::open);
    chooser->open();
}

void ImportBundle::open(const QString &path)
{
    auto *dialog = new ImportBundleDialog(path, m_window);
    const auto opened = std::make_shared<vault::Bundle>();
    connect(dialog, &ImportBundleDialog::openRequested, this,
            [this, dialog, path, opened] { preview(dialog, path, opened); });
    connect(dialog, &ImportBundleDialog::importRequested, this,
            [this, dialog, opened] { import(dialog, opened); });
    dialog->open();
}

void ImportBundle::preview(ImportBundleDialog *dialog, const QString &path, const Opened &opened)
{
    dialog->setBusy(tr("Opening the bundle…"));
    m_session.run(
        dialog,
        [path, opened, passphrase = dialog->passphrase()](vault::Vault &vault) {
            return openInto(opened.get(), vault, path, passphrase);
        },
        [dialog](const Preview &preview) { std::visit(ShowPreview{dialog}, preview); });
}

void ImportBundle::import(ImportBundleDialog *dialog, const Opened &opened)
{
    dialog->setBusy(tr("Importing…"));
    m_session.run(
        dialog,
        [opened, chosen = dialog->chosen()](vault::Vault &vault) {
            return vault::importBundle(vault, *opened, chosen);
        },
        [this, dialog](const Result<QList<recipes::Property>> &added) {
            if (!added) {
                dialog->showError(added.error());
                return;
            }
            dialog->finish();
            m_session.reload();
            Q_EMIT imported(int(added->size()));
        });
}

} // namespace countersign::ui
