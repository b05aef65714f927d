#!/usr/bin/env python3
"""Feeds the architecture test small wrong trees, one rule each, and sees it fail; and a right one, and sees it pass."""

import tempfile
import unittest
from pathlib import Path

from architecture import Architecture

RIGHT = {
    "core/base/error.h": "#pragma once\n#include <QString>\n",
    "core/base/secretbytes.cpp": "#include <openssl/crypto.h>\n",
    "core/crypto/mac.h": '#include "core/base/error.h"\n#include <QByteArrayView>\n',
    "core/crypto/mac.cpp": '#include "core/crypto/mac.h"\n#include <openssl/evp.h>\n#include <QtCrypto>\n',
    "core/crypto/evp_p.h": "#include <openssl/evp.h>\n",
    "core/vault/vaultstore.cpp": '#include "core/recipes/property.h"\n#include <QSqlQuery>\nquery.exec();\n',
    "core/verify/wording.cpp": 'return translate("Verdict", QT_TRANSLATE_NOOP("Verdict", "No"));\n',
    "core/recipes/recipe.cpp": '#include "core/jose/claimsset.h"\nattr(x); // tr("no") and "#include <QWidget>"\n',
    "ui/models/propertymodel.h": "#include <QAbstractListModel>\n",
    "ui/actions/rotate.cpp": '#include "ui/dialogs/rotatedialog.h"\n#include <QtWidgets/QMenu>\n',
    "app/console/main.cpp": '#include "ui/window/mainwindow.h"\nreturn app.exec();\n',
    "app/cli/sign.cpp": '#include "app/services/services.h"\n#include "core/vault/vaultstore.h"\n',
}

# name of the rule: (file, its text, words of the complaint)
WRONG = {
    "upwards in core": ("core/base/error.cpp", '#include "core/keys/keyset.h"', "core/base must not include core/keys"),
    "with a space after #": ("core/keys/pem.cpp", '  # include "core/jose/jwt.h"', "core/keys must not include core/jose"),
    "in angle brackets": ("core/keys/pem.cpp", "#include <core/jose/jwt.h>", "core/keys must not include core/jose"),
    "verify beside vault": ("core/verify/x.cpp", '#include "core/vault/vaultstore.h"', "must not include core/vault"),
    "vault beside verify": ("core/vault/x.cpp", '#include "core/verify/verdict.h"', "must not include core/verify"),
    "snippets beside verify": ("core/snippets/x.cpp", '#include "core/verify/verdict.h"', "must not include core/verify"),
    "core to ui": ("core/vault/x.cpp", '#include "ui/models/a.h"', "core/vault must not include ui/models"),
    "ui to app": ("ui/window/x.cpp", '#include "app/services/a.h"', "ui/window must not include app/services"),
    "dialog to page": ("ui/dialogs/x.cpp", '#include "ui/pages/a.h"', "ui/dialogs must not include ui/pages"),
    "command line to ui": ("app/cli/x.cpp", '#include "ui/models/a.h"', "app/cli must not include ui/models"),
    "services to ui": ("app/services/x.cpp", '#include "ui/models/a.h"', "app/services must not include ui/models"),
    "widgets in core": ("core/base/x.h", "#include <QWidget>", "core/base must not use QtWidgets"),
    "gui in core": ("core/vault/x.h", "#include <QColor>", "core/vault must not use QtGui"),
    "a module by its name in core": ("core/vault/x.h", "#include <QtGui/QColor>", "core/vault must not use QtGui"),
    "gui in a model": ("ui/models/x.h", "#include <QColor>", "ui/models must not use QtGui"),
    "gui on the command line": ("app/cli/x.cpp", "#include <QColor>", "app/cli must not use QtGui"),
    "openssl in a header": ("core/crypto/x.h", "#include <openssl/evp.h>", "may include openssl/evp.h"),
    "openssl outside crypto": ("core/keys/x.cpp", "#include <openssl/evp.h>", "may include openssl/evp.h"),
    "qca outside crypto": ("core/vault/x.cpp", "#include <QtCrypto>", "may include QtCrypto"),
    "openssl in ui": ("ui/pages/x.cpp", "#include <openssl/evp.h>", "may include openssl/evp.h"),
    "translated text in core": ("core/verify/x.cpp", 'return QObject::tr("No");', "core does not translate"),
    "text translated by the application": ("core/verify/x.cpp", 'QCoreApplication::translate("A", "b");',
                                           "core does not translate"),
    "dialog exec": ("ui/pages/x.cpp", "dialog.exec();", "no nested event loop"),
    "message box": ("ui/actions/x.cpp", 'QMessageBox::question(this, "a", "b");', "no nested event loop"),
    "file dialog": ("ui/actions/x.cpp", "QFileDialog::getOpenFileName(this);", "no nested event loop"),
    "singleton": ("ui/window/x.h", "static MainWindow *instance();", "no singletons"),
    "singleton by reference": ("core/vault/x.h", "static Vault &instance();", "no singletons"),
    "include beside": ("core/base/x.cpp", '#include "error.h"', 'write the include from the top of the tree'),
    "include upwards": ("core/base/x.cpp", '#include "../keys/a.h"', 'write the include from the top of the tree'),
    "folder without a place": ("core/helpers/x.cpp", "", "core/helpers has no place in the layers"),
}


class ArchitectureTest(unittest.TestCase):
    def setUp(self):
        directory = tempfile.TemporaryDirectory()
        self.addCleanup(directory.cleanup)
        self.root = Path(directory.name)
        self.headers = self.root / "qt"
        for header in ("QtCore/QString", "QtCore/QAbstractListModel", "QtCore/QByteArrayView", "QtSql/QSqlQuery",
                       "QtGui/QColor", "QtWidgets/QWidget", "QtWidgets/QMenu"):
            self.write("qt/" + header, "")
        for name, text in RIGHT.items():
            self.write(name, text)

    def write(self, name, text):
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def problems(self):
        return Architecture(self.root, [self.headers]).check()

    def test_a_right_tree_passes(self):
        self.assertEqual(self.problems(), [])

    def test_each_wrong_tree_fails_with_one_complaint_at_its_line(self):
        for rule, (name, text, complaint) in WRONG.items():
            with self.subTest(rule):
                self.write(name, "\n" + text + "\n")
                problems = self.problems()
                (self.root / name).unlink()
                self.assertEqual(len(problems), 1, problems)
                self.assertIn(complaint, problems[0])
                self.assertTrue(problems[0].startswith((f"{name}:2: ", f"{name}:1: core/helpers")), problems[0])


if __name__ == "__main__":
    unittest.main()
