#!/usr/bin/env python3
"""Reads every include in core/, ui/ and app/ and fails on an arrow that points the wrong way.

The tables below are the architecture (ARCHITECTURE.md says it in words). Besides the arrows between folders they say
which Qt modules a folder may use and which files may touch the crypto libraries. A few habits that are easy to see in
the text are checked too: no nested event loop, no singleton, no translated text in core.
"""

import argparse
import re
import sys
from pathlib import Path

CORE_BELOW = {
    "core/base": [],
    "core/crypto": ["core/base"],
    "core/keys": ["core/base", "core/crypto"],
    "core/jose": ["core/base", "core/crypto", "core/keys"],
    "core/recipes": ["core/base", "core/crypto", "core/keys", "core/jose"],
}
RECIPES_AND_BELOW = [*CORE_BELOW]
CORE = [*CORE_BELOW, "core/verify", "core/bulk", "core/snippets", "core/vault", "core/events"]

# folder: the folders it may include besides itself
MAY_INCLUDE = {
    **CORE_BELOW,
    "core/verify": RECIPES_AND_BELOW,
    "core/bulk": [*RECIPES_AND_BELOW, "core/verify"],
    "core/snippets": RECIPES_AND_BELOW,
    "core/vault": RECIPES_AND_BELOW,
    "core/events": [*RECIPES_AND_BELOW, "core/verify", "core/bulk", "core/vault"],
    "ui/models": CORE,
    "ui/widgets": [*CORE, "ui/models"],
    "ui/dialogs": [*CORE, "ui/models", "ui/widgets"],
    "ui/actions": [*CORE, "ui/models", "ui/widgets", "ui/dialogs"],
    "ui/pages": [*CORE, "ui/models", "ui/widgets", "ui/dialogs", "ui/actions"],
    "ui/window": [*CORE, "ui/models", "ui/widgets", "ui/dialogs", "ui/actions", "ui/pages"],
    "app/services": CORE,
    "app/cli": [*CORE, "app/services"],
    "app/console": [*CORE, "app/services", "ui/models", "ui/widgets", "ui/dialogs", "ui/actions", "ui/pages",
                    "ui/window"],
}

# folder or top folder: the Qt modules it may include; what is not named here may include any
QT_MODULES = {
    "core": {"QtCore", "QtSql"},
    "ui/models": {"QtCore"},
    "app/services": {"QtCore", "QtSql", "QtConcurrent"},
    "app/cli": {"QtCore", "QtSql", "QtConcurrent"},
}

EVENT_LOOPS = {"app/console/main.cpp", "app/cli/main.cpp"}
# Every SecretBytes in the process takes its locked pages from here, and gives them back in its destructor.
SINGLETONS = {"core/base/secretarena_p.h"}
SOURCES = {".h", ".cpp"}

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*(["<])([^">]+)[">]', re.MULTILINE)
TEXT = re.compile(r'//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])\'', re.DOTALL)
# Marking a sentence for the translators (QT_TRANSLATE_NOOP) is fine in core, and so is calling a translation it was
# handed; asking Qt for one is not.
TRANSLATED = re.compile(r"\btr\s*\(|\bQ\w+::translate\s*\(")
NESTED_LOOP = re.compile(
    r"(?:\.|->|\bQApplication::|\bQCoreApplication::|\bQGuiApplication::)exec\s*\("
    r"|\bQMessageBox::(?:question|warning|information|critical|about)\s*\("
    r"|\bQFileDialog::get\w+\s*\(|\bQInputDialog::get\w+\s*\(")
SINGLETON = re.compile(r"\bstatic\s+(?:const\s+)?[\w:<>]+\s*[*&]\s*(?:instance|self)\s*\(\s*\)")


def blank(match):
    return re.sub(r"[^\n]", " ", match.group())


class Architecture:
    def __init__(self, root, qt_headers=()):
        self.root = Path(root)
        self.problems = []
        self.checked = 0
        self.qt_modules = {}
        for directory in map(Path, qt_headers):
            for module in directory.glob("Qt*"):
                for header in module.iterdir() if module.is_dir() else ():
                    self.qt_modules.setdefault(header.name, module.name.removesuffix(".framework"))

    def check(self):
        for top in ("core", "ui", "app"):
            for path in sorted((self.root / top).rglob("*")):
                if path.suffix in SOURCES:
                    self.check_file(path.relative_to(self.root))
        return self.problems

    def check_file(self, path):
        self.checked += 1
        text = (self.root / path).read_text(encoding="utf-8")
        folder = "/".join(path.parts[:2])
        if folder not in MAY_INCLUDE or len(path.parts) < 3:
            self.report(path, 1, f"{folder} has no place in the layers; give it one in tests/architecture/architecture.py")
            return
        for match in INCLUDE.finditer(text):
            line = text.count("\n", 0, match.start()) + 1
            self.check_include(path, line, folder, match.group(2), quoted=match.group(1) == '"')
        self.check_text(path, folder, TEXT.sub(blank, text))

    def check_include(self, path, line, folder, name, quoted):
        if name.startswith(("core/", "ui/", "app/")):
            other = "/".join(name.split("/")[:2])
            if other != folder and other not in MAY_INCLUDE[folder]:
                self.report(path, line, f"{folder} must not include {other} ({name})")
        elif name.startswith("openssl/") or name.split("/")[0] in ("QtCrypto", "qca.h"):
            if not self.may_see_crypto_libraries(path):
                self.report(path, line, f"only core/crypto/*.cpp, core/crypto/*_p.h and core/base/secretbytes.cpp may include {name}")
        elif quoted and (name.startswith(".") or (self.root / path.parent / name).exists()):
            self.report(path, line, f"write the include from the top of the tree: \"{path.parent.as_posix()}/{name}\"")
        else:
            self.check_qt_module(path, line, folder, name)

    def check_qt_module(self, path, line, folder, name):
        allowed = QT_MODULES.get(folder, QT_MODULES.get(folder.split("/")[0]))
        parts = name.split("/")
        module = parts[0] if len(parts) > 1 and parts[0].startswith("Qt") else self.qt_modules.get(name)
        if allowed is not None and module is not None and module not in allowed:
            self.report(path, line, f"{folder} must not use {module} ({name}); it may use {', '.join(sorted(allowed))}")

    def check_text(self, path, folder, code):
        if folder.startswith("core/"):
            self.forbid(path, code, TRANSLATED, "core does not translate; return an error code and let ui/window say it in the user's language")
        if not folder.startswith("core/") and path.as_posix() not in EVENT_LOOPS:
            self.forbid(path, code, NESTED_LOOP, "no nested event loop: open() the dialog and connect to what it emits")
        if path.as_posix() not in SINGLETONS:
            self.forbid(path, code, SINGLETON, "no singletons: app/services makes the object and hands it on")

    def forbid(self, path, code, pattern, why):
        for match in pattern.finditer(code):
            self.report(path, code.count("\n", 0, match.start()) + 1, f"{match.group().strip()}: {why}")

    @staticmethod
    def may_see_crypto_libraries(path):
        if path.parts[:2] == ("core", "crypto"):
            return path.suffix == ".cpp" or path.stem.endswith("_p")
        return path.as_posix() == "core/base/secretbytes.cpp"

    def report(self, path, line, problem):
        self.problems.append(f"{path.as_posix()}:{line}: {problem}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--source", required=True, help="the top of the source tree")
    parser.add_argument("--qt-headers", nargs="*", default=[], help="folders that hold QtCore/, QtGui/ ...")
    arguments = parser.parse_args()
    architecture = Architecture(arguments.source, arguments.qt_headers)
    if "QWidget" not in architecture.qt_modules:
        sys.exit("Qt's headers were not found, so the Qt module rules cannot be checked; pass --qt-headers.")
    problems = architecture.check()
    if architecture.checked == 0:
        sys.exit(f"No source file was found under {arguments.source}; nothing was checked.")
    if problems:
        sys.exit("\n".join([*problems, f"{len(problems)} breaches of the architecture (see ARCHITECTURE.md)."]))
    print(f"{architecture.checked} files keep to the architecture.")


if __name__ == "__main__":
    main()
