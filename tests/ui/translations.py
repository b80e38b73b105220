"""Gathers the window's texts into resources/translations and compiles them; it translates none.

``python tests/ui/translations.py`` keeps what is translated, adds new texts as unfinished, drops
texts that are gone.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path
from xml.etree.ElementTree import Element, ElementTree, SubElement, indent

from defusedxml.ElementTree import parse

ROOT = Path(__file__).resolve().parents[2]
UI = ROOT / "digicommune" / "ui"
ENGLISH = ROOT / "resources" / "translations" / "digicommune_en.ts"
CONTEXT = "ui"


def tool(name: str) -> str:
    """A command of PySide6 beside this Python."""
    return str(Path(sys.executable).with_name(f"pyside6-{name}"))


def texts_in_source() -> list[str]:
    """Every text the window passes through tr(), in the order of the files."""
    with tempfile.TemporaryDirectory() as folder:
        found = Path(folder) / "found.ts"
        files = [str(path) for path in sorted(UI.rglob("*.py"))]
        command = [tool("lupdate"), *files, "-ts", str(found)]
        subprocess.run(command, check=True, capture_output=True)
        return list(texts_of(found))


def texts_of(path: Path) -> dict[str, str]:
    """Source text -> translation ("" where unfinished) of a translation file."""
    found: dict[str, str] = {}
    for message in parse(path).getroot().iter("message"):
        translation = message.find("translation")
        done = translation is not None and translation.get("type") != "unfinished"
        text = (translation.text or "") if translation is not None and done else ""
        found.setdefault(message.findtext("source") or "", text)
    return found


def write(texts: dict[str, str]) -> None:
    """Writes the English file."""
    root = Element("TS", version="2.1", language="en", sourcelanguage="vi")
    context = SubElement(root, "context")
    SubElement(context, "name").text = CONTEXT
    for source, english in texts.items():
        message = SubElement(context, "message")
        SubElement(message, "source").text = source
        translation = SubElement(message, "translation")
        translation.text = english
        if not english:
            translation.set("type", "unfinished")
    indent(root)
    ENGLISH.parent.mkdir(parents=True, exist_ok=True)
    ElementTree(root).write(ENGLISH, encoding="utf-8", xml_declaration=True)


def compile_english() -> None:
    """Makes the .qm the program reads."""
    command = [tool("lrelease"), str(ENGLISH), "-qm", str(ENGLISH.with_suffix(".qm"))]
    subprocess.run(command, check=True, capture_output=True)


def main() -> int:
    """Brings both files up to date; 1 where a text has no translation yet."""
    known = texts_of(ENGLISH) if ENGLISH.exists() else {}
    texts = {source: known.get(source, "") for source in texts_in_source()}
    write(texts)
    compile_english()
    missing = [source for source, english in texts.items() if not english]
    sys.stdout.write("".join(f"{one}\n" for one in missing))
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
