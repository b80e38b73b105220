"""Makes every paper an office can print, checks it, and takes a picture of it; no test itself.

``python -m tests.documents.paper_pictures [docs/images/papers] [--keep FOLDER]``

The papers come from the real command on the sample office it makes, so what the pictures show is
what a clerk gets. It stands among the tests, not beside the pictures: ``test_paper_pictures``
reads the same list and asks that no kind of ``documents list`` is without its picture.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import redirect_stdout
from dataclasses import dataclass
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import Any

import msgspec

from digicommune.cli.run import run
from digicommune.domain.dossier import code_of
from tests.documents.paper_dossier import VILLAGE, steps

ROOT = Path(__file__).resolve().parents[2]
PICTURES = ROOT / "docs" / "images" / "papers"
PERIOD, SET, CAMPAIGN = "2026", "35/2022", "TK-2026"
DAY = "2026-12-16"  # the day the papers are made, which the office takes for today
DPI = 70
_COLOURS = 16  # black, greys of the letters' edges, the red of a stamp
_GAP = 8


@dataclass(frozen=True, slots=True)
class Paper:
    """One picture: the kind on the command line, the words that make this form of it.

    ``sections`` are what an officer typed over the generated text.
    """

    name: str
    kind: str
    words: tuple[str, ...] = ()
    sections: tuple[tuple[str, str], ...] = ()


def _numbered(number: str, *more: str) -> tuple[str, ...]:
    return ("--period", PERIOD, "--number", number, "--date", DAY, *more)


_YEAR = ("--period", PERIOD)
_HERE = (*_YEAR, "--village", VILLAGE)
_SET = (*_HERE, "--set", SET)
_CAMPAIGN = ("--campaign", CAMPAIGN)
PAPERS = (
    Paper("bao-cao-nam", "bao-cao-chuyen-doi-so", _numbered("145")),
    Paper("bao-cao-thang", "bao-cao-chuyen-doi-so", ("--period", "2026-03")),
    Paper(
        "bao-cao-quy-pho-chu-tich",
        "bao-cao-chuyen-doi-so",
        ("--period", "2026-Q1", "--signer", "vice_chairman"),
    ),
    Paper(
        "bao-cao-6-thang-quyen-chu-tich",
        "bao-cao-chuyen-doi-so",
        ("--period", "2026-H1", "--signer", "acting_chairman"),
    ),
    Paper("bao-cao-9-thang", "bao-cao-chuyen-doi-so", ("--period", "2026-9M")),
    Paper("phu-luc-thon", "phu-luc-thon", _YEAR),
    Paper("thong-bao", "thong-bao", _numbered("31")),
    Paper("cong-van", "cong-van", _numbered("212")),
    Paper(
        "cong-van-khan-mot-noi",
        "cong-van",
        ("--period", "2026-03", "--to", "Sở Khoa học và Công nghệ tỉnh Thanh Hóa"),
        sections=(
            ("subject", "đề nghị tập huấn tổ công nghệ số cộng đồng"),
            ("opening", "Ủy ban nhân dân xã Hoằng Mẫu có 04 tổ công nghệ số cộng đồng."),
            ("content", "Đề nghị Sở cử báo cáo viên tập huấn cho các tổ trước ngày 20/4/2026."),
            ("closing", "Rất mong được Sở quan tâm, giúp đỡ."),
            ("urgency", "KHẨN"),
            ("foot", "Địa chỉ: thôn Duyên Hy, xã Hoằng Mẫu, tỉnh Thanh Hóa"),
        ),
    ),
    Paper("giay-moi-hop", "giay-moi-hop", _numbered("33", "--signer", "office_head")),
    Paper("tom-tat-lanh-dao", "tom-tat-lanh-dao", _YEAR),
    Paper("walk-list", "walk-list", (*_HERE, "--indicator", "TKNH")),
    Paper("village-card", "village-card", _HERE),
    Paper("tong-hop-to-cnscd", "tong-hop-to-cnscd", _YEAR),
    Paper("danh-sach-ho-kinh-doanh", "danh-sach-ho-kinh-doanh", _YEAR),
    Paper("bao-cao-chien-dich", "bao-cao-chien-dich", _numbered("98", *_CAMPAIGN)),
    Paper(
        "ke-hoach-chien-dich",
        "ke-hoach-chien-dich",
        (*_YEAR, "--number", "17", "--date", "2026-02-24", "--signer", "vice_chairman", *_CAMPAIGN),
    ),
    Paper(
        "giay-moi",
        "giay-moi",
        (*_YEAR, "--number", "9", "--date", "2026-03-02", "--signer", "office_head", *_CAMPAIGN),
    ),
    Paper("dang-ky-thon-thong-minh", "dang-ky-thon-thong-minh", _SET),
    Paper("tu-danh-gia-thon-thong-minh", "tu-danh-gia-thon-thong-minh", _SET),
    Paper("bien-ban-hop-thon", "bien-ban-hop-thon", _SET),
    Paper("tong-hop-y-kien", "tong-hop-y-kien", _SET),
    Paper("bien-ban-tham-dinh", "bien-ban-tham-dinh", _SET),
    Paper("to-trinh-cong-nhan", "to-trinh-cong-nhan", _SET),
    Paper("quyet-dinh-cong-nhan", "quyet-dinh-cong-nhan", _SET),
    Paper("ho-so-cong-nhan", "ho-so-cong-nhan", _SET),
    Paper("bang-tong-hop-thon-thong-minh", "bang-tong-hop-thon-thong-minh", (*_YEAR, "--set", SET)),
)


@dataclass(frozen=True, slots=True)
class Made:
    """A paper as it came out, and what ``paper check`` says of it."""

    paper: Paper
    pdf: Path
    faults: tuple[str, ...]


def asked(*words: object) -> Any:
    """What a command answers as JSON; its own sentence goes to stderr, and then this ends."""
    read = BytesIO()
    told = TextIOWrapper(read, encoding="utf-8")
    with redirect_stdout(told):
        status = run([*map(str, words), "--json", "-"], lambda _db, _lang: 1)
    if status not in {0, 3}:
        raise SystemExit(f"digicommune {' '.join(map(str, words))}: {status}")
    return json.loads(read.getvalue())


def sample_office(folder: Path) -> str:
    """The sample office by the command, with the dossier of one village filled in."""
    db: str = asked("demo", "--dir", folder, "--no-window")["db"]
    path = folder / "buoc.json"
    for step in steps():
        path.write_bytes(msgspec.json.encode(step))
        words = ("dossiers", "fill", path, *_SET, "--step", code_of(step))
        asked("--db", db, *words)
    return db


def made(
    db: str, folder: Path, papers: tuple[Paper, ...] = PAPERS, more: tuple[str, ...] = ()
) -> Iterator[Made]:
    """Every paper, made by the command, with ``more`` words, and measured by the command."""
    for paper in papers:
        out = folder / f"{paper.name}.pdf"
        words = (*paper.words, *_typed(paper, folder), *more)
        asked("--db", db, "report", paper.kind, *words, "--out", out)
        (told,) = asked("paper", "check", out)["files"]
        yield Made(paper, out, tuple(f"{one['page']}: {one['message']}" for one in told["faults"]))


def _typed(paper: Paper, folder: Path) -> tuple[str, ...]:
    """The file of sections as the command reads it; nothing where none was typed."""
    if not paper.sections:
        return ()
    path = folder / f"{paper.name}.toml"
    lines = (f"{key} = {json.dumps(text, ensure_ascii=False)}" for key, text in paper.sections)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return "--sections", str(path)


def picture(pdf: Path, to: Path) -> int:
    """The first page and, beside it, the first that lies across or the last; the bytes written."""
    from PIL import Image

    sheets = _sheets(pdf)
    shown = sheets[:1]
    if len(sheets) > 1:
        shown += [next((one for one in sheets[1:] if one.width > one.height), sheets[-1])]
    width = sum(one.width for one in shown) + _GAP * (len(shown) + 1)
    height = max(one.height for one in shown) + 2 * _GAP
    whole = Image.new("RGB", (width, height), "#8a8a8a")
    left = _GAP
    for one in shown:
        whole.paste(one, (left, _GAP))
        left += one.width + _GAP
    whole.quantize(_COLOURS).save(to, optimize=True)
    return to.stat().st_size


def _sheets(pdf: Path) -> list[Any]:
    """The pages as pictures."""
    from PIL import Image
    from PySide6.QtCore import QSize
    from PySide6.QtGui import QImage
    from PySide6.QtPdf import QPdfDocument

    document = QPdfDocument()
    document.load(str(pdf))
    found = []
    for at in range(document.pageCount()):
        points = document.pagePointSize(at)
        size = QSize(round(points.width() * DPI / 72), round(points.height() * DPI / 72))
        shown = document.render(at, size).convertToFormat(QImage.Format.Format_RGBA8888)
        wide, high = shown.width(), shown.height()
        raw = bytes(shown.constBits())
        drawn = Image.frombytes("RGBA", (wide, high), raw, "raw", "RGBA", shown.bytesPerLine())
        paper = Image.new("RGBA", drawn.size, "white")
        found.append(Image.alpha_composite(paper, drawn).convert("RGB"))
    return found


def main() -> int:
    """Makes, checks, pictures; one line a paper, exit status 1 where one has a fault."""
    parser = argparse.ArgumentParser(description="Pictures of every paper an office can print")
    parser.add_argument("out", nargs="?", type=Path, default=PICTURES)
    parser.add_argument("--keep", type=Path, help="a folder for the PDFs")
    told = parser.parse_args()
    told.out.mkdir(parents=True, exist_ok=True)
    os.environ["DIGICOMMUNE_TODAY"] = DAY
    wrong = 0
    with tempfile.TemporaryDirectory() as passing:
        folder = told.keep or Path(passing)
        folder.mkdir(parents=True, exist_ok=True)
        for one in made(sample_office(Path(passing)), folder):
            size = picture(one.pdf, told.out / f"{one.paper.name}.png")
            said = "; ".join(one.faults) or "đúng thể thức"
            sys.stdout.write(f"{one.paper.kind} → {one.paper.name}.png ({size:,} B): {said}\n")
            wrong += bool(one.faults)
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
