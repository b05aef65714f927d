#pragma once

#include "core/vault/bundle.h"
#include "ui/actions/vaultsession.h"

namespace countersign::ui {

class ExportBundleDialog;
class ImportBundleDialog;

/// Writes chosen properties to one encrypted file.
class ExportBundle final : public QObject
{
    Q_OBJECT

public:
    ExportBundle(VaultSession &session, QWidget *window);

    /// Begins with that property chosen, or with all of them.
    void start(const recipes::PropertyId &chosen = {});

Q_SIGNALS:
    void exported(const QString &path);

private:
    void chooseFile(ExportBundleDialog *dialog);
    void write(ExportBundleDialog *dialog, const QString &path);

    VaultSession &m_session;
    QWidget *m_window;
};

/// Takes properties over from such a file, after showing what that changes.
class ImportBundle final : public QObject
{
    Q_OBJECT

public:
    ImportBundle(VaultSession &session, QWidget *window);

    void start();
    /// With the file chosen already.
    void open(const QString &path);

Q_SIGNALS:
    void imported(int count);

private:
    /// Opened once; its keys stay in secret memory while the dialog is open.
    using Opened = std::shared_ptr<vault::Bundle>;

    void preview(ImportBundleDialog *dialog, const QString &path, const Opened &opened);
    void import(ImportBundleDialog *dialog, const Opened &opened);

    VaultSession &m_session;
    QWidget *m_window;
};

} // namespace countersign::ui
