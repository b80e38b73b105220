"""The walls of the house: arrows, sizes, names, words at the door, no Qt below the window."""

from __future__ import annotations

import ast
import json
import re
import string
import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "digicommune"
ENGLISH = ROOT / "resources" / "translations" / "errors.en.json"

FUNCTION_WALL = 40
FILE_WALL = 400
# Frozen history and plain tables of data may be as long as what they record.
NO_WALLS = ("digicommune/db/migrations/versions/",)

FORBIDDEN_WORDS = {
    "utils", "util", "helpers", "helper", "common", "misc",
    "base", "manager", "handler", "controller",
}  # fmt: skip
HEAVY = ("PySide6", "shiboken6")


def sources(*folders: str) -> list[Path]:
    """Every Python file below these folders of the project."""
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))


EVERYWHERE = sources("digicommune", "installer", "benchmarks", "tests")


def place(path: Path) -> str:
    """As it is written in a message: from the root, with slashes."""
    return path.relative_to(ROOT).as_posix()


@cache
def tree(path: Path) -> ast.Module:
    """The syntax tree of a file."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def walled(path: Path) -> bool:
    """Whether the walls hold for this file."""
    return not place(path).startswith(NO_WALLS)


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """All functions and methods of a file."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def test_every_arrow_points_down_and_every_room_is_on_the_plan() -> None:
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as c; c()"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_functions_stay_within_forty_lines() -> None:
    long = [
        f"{place(path)}:{node.lineno} {node.name}: {node.end_lineno - node.lineno + 1} lines"
        for path in EVERYWHERE
        if walled(path)
        for node in functions(path)
        if node.end_lineno is not None and node.end_lineno - node.lineno + 1 > FUNCTION_WALL
    ]
    assert not long, "\n".join(long)


def test_files_stay_within_four_hundred_lines() -> None:
    sizes = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in EVERYWHERE}
    long = [f"{place(p)}: {n} lines" for p, n in sizes.items() if n > FILE_WALL and walled(p)]
    assert not long, "\n".join(long)


def words(name: str) -> set[str]:
    """The words of a snake_case or CamelCase name, in lower case."""
    return {word.lower() for word in re.findall(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])", name)}


def poor_names(path: Path) -> Iterator[str]:
    """The module, where its name says nothing, and its classes likewise.

    The base of an indicator is a term of the field, so a class may be called ``Base``, but no class
    is named as the base of another (``BasePage``).
    """
    module = path.parent.name if path.stem == "__init__" else path.stem
    if words(module) & FORBIDDEN_WORDS:
        yield module
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.ClassDef):
            says = words(node.name) & (FORBIDDEN_WORDS - {"base", "common"})
            if says or re.match(r"_?Base[A-Z]|.*[a-z]Base$", node.name):
                yield node.name


def test_no_name_that_says_nothing() -> None:
    poor = [f"{place(path)}: {name}" for path in EVERYWHERE for name in poor_names(path)]
    assert not poor, "\n".join(poor)


def test_every_module_says_at_its_door_what_it_is_for() -> None:
    silent = [place(path) for path in EVERYWHERE if not ast.get_docstring(tree(path))]
    assert not silent, "\n".join(silent)


def loud_names(node: ast.AST) -> Iterator[str]:
    """What a node uses that would write on the user's screen past the one door for it.

    ``traceback.format_exc`` is no such thing: a child process sends its text to the parent's log.
    """
    if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "print":
        yield "print"
    if isinstance(node, ast.Attribute) and getattr(node.value, "id", "") == "traceback":
        yield from (name for name in [node.attr] if name.startswith("print"))
    if isinstance(node, ast.ImportFrom) and node.module == "traceback":
        yield from (alias.name for alias in node.names if alias.name.startswith("print"))


def test_nothing_prints_and_nothing_shows_a_traceback() -> None:
    loud = [
        f"{place(path)}: {name}"
        for path in sources("digicommune")
        for node in ast.walk(tree(path))
        for name in loud_names(node)
    ]
    assert not loud, "\n".join(loud)


def test_vietnamese_is_written_in_composed_letters() -> None:
    texts = [*sources("digicommune"), *(ROOT / "resources").rglob("*.toml")]
    texts += [*(ROOT / "resources").rglob("*.json"), ROOT / "README.md"]
    mixed = [p for p in texts if not unicodedata.is_normalized("NFC", p.read_text("utf-8"))]
    assert not mixed, [place(path) for path in mixed]


def modules_without_window() -> list[str]:
    """Every module but those that may know Qt, and history, which only Alembic runs."""
    windowed = re.compile(r"digicommune\.(ui|app|__main__)\b|digicommune\.db\.migrations\b")
    parts = [path.relative_to(ROOT).with_suffix("").parts for path in sources("digicommune")]
    names = (".".join(part for part in name if part != "__init__") for name in parts)
    return [name for name in names if not windowed.match(name)]


def loaded_after(code: str) -> set[str]:
    """The top-level modules that a fresh interpreter has loaded after this code."""
    tops = "sorted({m.split('.')[0] for m in sys.modules})"
    ask = f"{code}\nimport sys, json\njson.dump({tops}, sys.stdout)"
    done = subprocess.run(
        [sys.executable, "-c", ask], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return set(json.loads(done.stdout))


def test_all_but_the_window_is_imported_without_qt() -> None:
    loaded = loaded_after("\n".join(f"import {name}" for name in modules_without_window()))
    assert not loaded & set(HEAVY)


def test_no_registry_is_named() -> None:
    hosts = ["pypi" + ".org", "pythonhosted" + ".org", "deb.debian" + ".org", "npmjs" + ".org"]
    listed = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if listed.returncode:
        pytest.skip("not a git checkout")
    paths = [ROOT / line for line in listed.stdout.splitlines()]
    suffixes = {".py", ".toml", ".md", ".txt", ".yaml", ".yml", ".json", ".spec", ""}
    named = [
        place(path)
        for path in paths
        if path.is_file() and path.suffix in suffixes
        if any(host in path.read_text(encoding="utf-8", errors="ignore") for host in hosts)
    ]
    assert not named


def test_readme_and_docs_name_only_files_that_exist() -> None:
    pages = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
    broken = [
        f"{place(page)}: {target}"
        for page in pages
        for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8"))
        if not (page.parent / target).exists()
    ]
    assert not broken, "\n".join(broken)


# --- every error of the user also speaks English --------------------------------------------------


@dataclass(frozen=True, slots=True)
class Raised:
    """One place that makes a UserError: its code and the facts it hands over."""

    code: str
    facts: frozenset[str]
    where: str


def literal_code(call: ast.Call) -> str | None:
    """The code a call gives as a literal; None where it is made elsewhere."""
    given = call.args[0] if call.args else None
    given = given or next((k.value for k in call.keywords if k.arg == "code"), None)
    if isinstance(given, ast.Constant) and isinstance(given.value, str):
        return given.value
    return None


def makes_user_error(call: ast.Call) -> bool:
    """Whether this call makes a UserError."""
    return getattr(call.func, "id", getattr(call.func, "attr", "")) == "UserError"


def raised() -> list[Raised]:
    """All UserErrors that the source makes."""
    found = []
    for path in sources("digicommune"):
        for node in ast.walk(tree(path)):
            if not isinstance(node, ast.Call) or not makes_user_error(node):
                continue
            code = literal_code(node)
            facts = frozenset(k.arg or "**" for k in node.keywords)
            if code is not None:
                found.append(Raised(code, facts, f"{place(path)}:{node.lineno}"))
    return found


def fields(template: str) -> set[str]:
    """The facts that a text speaks of."""
    return {field for _, field, _, _ in string.Formatter().parse(template) if field}


def told_from_tables() -> list[Raised]:
    """Codes whose texts stand in a table called ``_WORDS``: code to message and advice."""
    found = []
    for path in sources("digicommune"):
        for node in tree(path).body:
            target = getattr(node, "target", None)
            if (
                isinstance(node, ast.AnnAssign)
                and getattr(target, "id", "") == "_WORDS"
                and node.value
            ):
                for code, texts in ast.literal_eval(node.value).items():
                    facts = frozenset(fields(" ".join(texts)))
                    found.append(Raised(code, facts, f"{place(path)}: {code}"))
    return found


def english() -> dict[str, dict[str, str]]:
    """The English texts by code."""
    texts: dict[str, dict[str, str]] = json.loads(ENGLISH.read_text(encoding="utf-8"))
    return texts


def test_every_error_of_the_user_has_an_english_text() -> None:
    texts = english()
    told = raised() + told_from_tables()
    missing = sorted({f"{r.code} ({r.where})" for r in told if r.code not in texts})
    assert not missing, "\n".join(missing)


def test_english_texts_use_only_facts_that_are_handed_over() -> None:
    texts = english()
    wrong = []
    for error in raised() + told_from_tables():
        unknown = fields(" ".join(texts.get(error.code, {}).values())) - error.facts
        if unknown and "**" not in error.facts:
            wrong.append(f"{error.where} {error.code} hands over no {sorted(unknown)}")
    assert not wrong, "\n".join(wrong)


def test_english_texts_have_a_message_and_an_advice() -> None:
    poor = [code for code, text in english().items() if set(text) != {"message", "advice"}]
    assert not poor
