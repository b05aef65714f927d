"""Holds README and manual against the program and the repository.

Every command line quoted in them must parse, those of RUN must also work when typed one after another; every link must
lead somewhere; every chapter of the manual must be reachable from its index; every picture must be used and small.
"""

import argparse
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

WRONG_USAGE = 2
NOT_FOUND = 127
DONE, FAILED = 0, 1  # a verification that fails is a result, not a fault
LARGEST_PICTURE = 120 * 1024
RUN = ("README.md", "resources/manual/command-line.md")
PROGRAM = "countersign-cli"
SHELL = (PROGRAM, "printf ", "echo ", "export ", "hash=")


def documents(source):
    manual = sorted((source / "resources/manual").glob("*.md"))
    return [source / "README.md", *manual]


def links(text):
    without_code = re.sub(r"```.*?```|`[^`\n]*`", "", text, flags=re.S)
    return re.findall(r"\]\(([^)\s]+)\)", without_code)


def heading_anchors(text):
    headings = re.findall(r"^#+ (.+)$", text, flags=re.M)
    return {re.sub(r"[^\w\- ]", "", heading).strip().lower().replace(" ", "-") for heading in headings}


def broken_links(document, text):
    for link in links(text):
        if re.match(r"[a-z]+:", link):
            continue
        name, _, anchor = link.partition("#")
        target = document.parent / name if name else document
        if not target.exists():
            yield f"{document.name}: nothing at {link}"
        elif anchor and anchor not in heading_anchors(target.read_text(encoding="utf-8")):
            yield f"{document.name}: no heading for {link}"


def unreachable_chapters(manual):
    seen, todo = set(), [manual / "index.md"]
    while todo:
        chapter = todo.pop()
        if chapter in seen or not chapter.exists():
            continue
        seen.add(chapter)
        todo += [manual / link.partition("#")[0] for link in links(chapter.read_text(encoding="utf-8")) if ".md" in link]
    return [f"{path.name}: no way there from index.md" for path in sorted(set(manual.glob("*.md")) - seen)]


def bad_pictures(source):
    used = "".join(path.read_text(encoding="utf-8") for path in documents(source))
    for picture in sorted((source / "resources/manual/pictures").glob("*.png")):
        if picture.name not in used:
            yield f"{picture.name}: in no chapter"
        if picture.stat().st_size > LARGEST_PICTURE:
            yield f"{picture.name}: {picture.stat().st_size} bytes"


def shell_lines(text):
    for block in re.findall(r"^```[a-z]*\n(.*?)^```", text, flags=re.S | re.M):
        joined = block.replace("\\\n", " ")
        yield from (line for line in joined.splitlines() if line.startswith(SHELL))


def inline_commands(text):
    without_blocks = re.sub(r"^```.*?^```", "", text, flags=re.S | re.M)
    return [code for code in re.findall(r"`([^`\n]+)`", without_blocks) if code.startswith(PROGRAM + " ")]


def run(commands, folder, environment):
    """The exit code of each command, all typed into one shell."""
    script = "".join(f"{command}\necho \"=$?\" >&3\n" for command in commands)
    read, write = os.pipe()
    shell = subprocess.run(
        ["bash", "-c", f"exec 3>&{write}\n{script}"], cwd=folder, env=environment, pass_fds=[write],
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, timeout=240, check=False)
    os.close(write)
    with os.fdopen(read) as codes:
        found = [int(code) for code in re.findall(r"=(\d+)", codes.read())]
    if len(found) != len(commands):
        raise SystemExit(f"bash gave up: {shell.stderr}")
    return found, shell.stderr


def environment_for(cli):
    kept = {key: value for key, value in os.environ.items() if not key.startswith("COUNTERSIGN_")}
    return kept | {"PATH": f"{cli.resolve().parent}:{os.environ['PATH']}", "COUNTERSIGN_VAULT": "missing.countersign"}


def commands_that_do_not_work(document, text, cli):
    commands = list(shell_lines(text))
    with tempfile.TemporaryDirectory() as folder:
        codes, messages = run(commands, folder, environment_for(cli))
    for command, code in zip(commands, codes):
        if code not in (DONE, FAILED):
            yield f"{document.name}: exit code {code} of: {command}\n{messages[:2000]}"


def commands_that_do_not_parse(document, commands, cli):
    with tempfile.TemporaryDirectory() as folder:
        for command in commands:
            (code,), message = run([command], folder, environment_for(cli))
            # It was understood when all it wants is a person to ask.
            if code in (WRONG_USAGE, NOT_FOUND) and "no terminal to ask on" not in message:
                yield f"{document.name}: does not parse: {command}\n{message[:2000]}"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--source", type=Path, required=True)
    parser.add_argument("--cli", type=Path, required=True)
    options = parser.parse_args()
    findings = unreachable_chapters(options.source / "resources/manual") + list(bad_pictures(options.source))
    tried = 0
    for document in documents(options.source):
        text = document.read_text(encoding="utf-8")
        findings += broken_links(document, text)
        inline = inline_commands(text)
        runs = str(document.relative_to(options.source)) in RUN
        parse_only = inline if runs else inline + [line for line in shell_lines(text) if line.startswith(PROGRAM)]
        if runs:
            findings += commands_that_do_not_work(document, text, options.cli)
        findings += commands_that_do_not_parse(document, parse_only, options.cli)
        tried += len(parse_only) + (len(list(shell_lines(text))) if runs else 0)
    print("\n".join(findings) or f"{len(documents(options.source))} documents, {tried} commands")
    return 1 if findings or not tried else 0


if __name__ == "__main__":
    sys.exit(main())
