"""The pages of a PDF as they are seen: letters, lines and boxes with their places in mm."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from digicommune.documents.measuring.pdf_fonts import PdfFont, font_of
from digicommune.documents.measuring.pdf_objects import PdfBroken, PdfFile, Scanner, Word

MM = 72 / 25.4
MOST_PAGES = 3_000
_DEEPEST_FORM = 5
_ONE = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)

Matrix = tuple[float, float, float, float, float, float]


@dataclass(frozen=True, slots=True)
class Glyph:
    """One letter: left and right edge, baseline, size in points, face, colour."""

    text: str
    left: float
    right: float
    baseline: float
    size: float
    font: PdfFont
    colour: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight line or the edge of a box, in mm from the lower left."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def level(self) -> bool:
        """Whether it lies across."""
        return abs(self.y0 - self.y1) < 0.1 < abs(self.x1 - self.x0)

    @property
    def length(self) -> float:
        """Its length across."""
        return abs(self.x1 - self.x0)

    @property
    def middle(self) -> float:
        """Its middle across."""
        return (self.x0 + self.x1) / 2


@dataclass(slots=True)
class PdfPage:
    """A page: its size in mm, its letters, strokes and boxes."""

    width: float
    height: float
    glyphs: list[Glyph] = field(default_factory=list)
    strokes: list[Stroke] = field(default_factory=list)
    boxes: list[Stroke] = field(default_factory=list)  # lower left to upper right


@dataclass(frozen=True, slots=True)
class _State:
    """What q and Q keep."""

    matrix: Matrix = _ONE
    colour: tuple[float, ...] = (0.0,)
    font: PdfFont | None = None
    size: float = 0.0
    spacing: float = 0.0
    word_spacing: float = 0.0
    scale: float = 1.0
    leading: float = 0.0
    rise: float = 0.0


def pages_of(data: bytes) -> list[PdfPage]:
    """All pages; raises ``PdfBroken`` on what is no PDF, is locked, or has too many pages."""
    file = PdfFile(data)
    root = file.facts(file.trailer.get("Root"))
    fonts: dict[int, PdfFont] = {}
    return [_page(file, facts, fonts) for facts in _walk(file, root.get("Pages"), {}, 0)]


def _walk(file: PdfFile, value: Any, given: dict[str, Any], depth: int) -> Iterator[dict[str, Any]]:
    facts = file.facts(value)
    if depth > MOST_PAGES or not facts:
        raise PdfBroken("pages")
    given = given | {key: facts[key] for key in ("MediaBox", "Resources") if key in facts}
    kids = file.get(facts.get("Kids"))
    if not isinstance(kids, list):
        yield {**given, **facts}
        return
    for kid in kids:
        yield from _walk(file, kid, given, depth + 1)


def _page(file: PdfFile, facts: dict[str, Any], fonts: dict[int, PdfFont]) -> PdfPage:
    left, bottom, right, top = (float(file.get(one)) for one in file.get(facts["MediaBox"]))
    page = PdfPage((right - left) / MM, (top - bottom) / MM)
    painter = _Painter(file, page, fonts)
    start = _State((1.0, 0.0, 0.0, 1.0, -left, -bottom))
    painter.paint(file.content(facts.get("Contents")), file.facts(facts.get("Resources")), start)
    return page


def _times(one: Matrix, other: Matrix) -> Matrix:
    a, b, c, d, e, f = one
    g, h, i, j, k, m = other
    return (
        a * g + b * i,
        a * h + b * j,
        c * g + d * i,
        c * h + d * j,
        e * g + f * i + k,
        e * h + f * j + m,
    )


class _Painter:
    """Follows a content stream and notes what it draws."""

    def __init__(self, file: PdfFile, page: PdfPage, fonts: dict[int, PdfFont]) -> None:
        self._file, self._page, self._fonts = file, page, fonts
        self._kept: list[_State] = []
        self._state = _State()
        self._resources: dict[str, Any] = {}
        self._text: Matrix = _ONE
        self._line: Matrix = _ONE
        self._path: list[tuple[float, float]] = []
        self._pending: list[tuple[str, Stroke]] = []
        self._depth = 0

    def paint(self, content: bytes, resources: dict[str, Any], state: _State) -> None:
        """Every operator of a stream."""
        before = self._state, self._resources
        self._state, self._resources = state, resources
        scanner, given = Scanner(content), []
        while True:
            value = scanner.value()
            if value is None and scanner.at >= len(content.rstrip()):
                break
            if not isinstance(value, Word):
                given.append(value)
                continue
            if value == b"BI":
                scanner.at = max(scanner.at, content.find(b"EI", scanner.at) + 2)
            self._do(bytes(value), given)
            given = []
        self._state, self._resources = before

    def _do(self, operator: bytes, given: list[Any]) -> None:
        for known in (self._do_state, self._do_text, self._do_path):
            if known(operator, given):
                return

    def _do_state(self, operator: bytes, given: list[Any]) -> bool:
        if operator == b"q":
            self._kept.append(self._state)
        elif operator == b"Q":
            self._state = self._kept.pop() if self._kept else self._state
        elif operator == b"cm" and len(given) == 6:
            self._set(matrix=_times(_matrix(given), self._state.matrix))
        elif operator in (b"g", b"rg", b"k", b"sc", b"scn"):
            self._set(colour=tuple(float(one) for one in given if isinstance(one, int | float)))
        elif operator == b"Do" and given:
            self._form(str(given[0]))
        else:
            return False
        return True

    def _set(self, **changes: Any) -> None:
        self._state = replace(self._state, **changes)

    def _form(self, name: str) -> None:
        value = self._file.facts(self._resources.get("XObject")).get(name)
        facts = self._file.facts(value)
        if facts.get("Subtype") != "Form" or self._depth >= _DEEPEST_FORM:
            return
        self._depth += 1
        matrix = _matrix(self._file.get(facts.get("Matrix")) or list(_ONE))
        inner = self._file.facts(facts.get("Resources")) or self._resources
        state = replace(self._state, matrix=_times(matrix, self._state.matrix))
        self.paint(self._file.content(value), inner, state)
        self._depth -= 1

    # --- text ---

    def _do_text(self, operator: bytes, given: list[Any]) -> bool:
        if operator == b"BT":
            self._text = self._line = _ONE
        elif operator == b"Tf" and len(given) == 2:
            self._set(font=self._font(str(given[0])), size=float(given[1]))
        elif operator == b"Tm" and len(given) == 6:
            self._text = self._line = _matrix(given)
        elif operator in (b"Td", b"TD") and len(given) == 2:
            if operator == b"TD":
                self._set(leading=-float(given[1]))
            self._move(float(given[0]), float(given[1]))
        elif operator == b"T*":
            self._move(0.0, -self._state.leading)
        else:
            return self._do_text_state(operator, given) or self._do_shown(operator, given)
        return True

    def _do_text_state(self, operator: bytes, given: list[Any]) -> bool:
        names = {
            b"Tc": "spacing",
            b"Tw": "word_spacing",
            b"TL": "leading",
            b"Ts": "rise",
            b"Tz": "scale",
        }
        if operator not in names or not given:
            return False
        value = float(given[0])
        self._set(**{names[operator]: value / 100 if operator == b"Tz" else value})
        return True

    def _do_shown(self, operator: bytes, given: list[Any]) -> bool:
        if operator not in (b"Tj", b"TJ", b"'", b'"') or not given:
            return False
        if operator in (b"'", b'"'):
            self._move(0.0, -self._state.leading)
        told = given[-1] if isinstance(given[-1], list) else [given[-1]]
        for one in told:
            if isinstance(one, bytes):
                self._show(one)
            elif isinstance(one, int | float):
                self._advance(-float(one) / 1000 * self._state.size * self._state.scale)
        return True

    def _move(self, x: float, y: float) -> None:
        self._text = self._line = _times((1.0, 0.0, 0.0, 1.0, x, y), self._line)

    def _advance(self, x: float) -> None:
        self._text = _times((1.0, 0.0, 0.0, 1.0, x, 0.0), self._text)

    def _font(self, name: str) -> PdfFont:
        value = self._file.facts(self._resources.get("Font")).get(name)
        key = getattr(value, "number", id(value))
        if key not in self._fonts:
            self._fonts[key] = font_of(self._file, value)
        return self._fonts[key]

    def _show(self, text: bytes) -> None:
        state = self._state
        if state.font is None:
            return
        for code in state.font.codes(text):
            wide = state.font.width(code) / 1000 * state.size
            step = (wide + state.spacing) * state.scale
            if code == 32 and not state.font.wide:
                step += state.word_spacing * state.scale
            self._note(state.font.letter(code), wide * state.scale)
            self._advance(step)

    def _note(self, letter: str, wide: float) -> None:
        state = self._state
        matrix = _times(self._text, state.matrix)
        high = (matrix[2] ** 2 + matrix[3] ** 2) ** 0.5
        across = (matrix[0] ** 2 + matrix[1] ** 2) ** 0.5
        left = matrix[4] / MM
        glyph = Glyph(
            letter,
            left,
            left + wide * across / MM,
            (matrix[5] + state.rise * high) / MM,
            state.size * high,
            state.font,  # type: ignore[arg-type]
            state.colour,
        )
        self._page.glyphs.append(glyph)

    # --- lines ---

    def _do_path(self, operator: bytes, given: list[Any]) -> bool:
        if operator in (b"m", b"l") and len(given) == 2:
            point = self._place(float(given[0]), float(given[1]))
            if operator == b"l" and self._path:
                self._pending.append(("line", Stroke(*self._path[-1], *point)))
            self._path.append(point)
        elif operator == b"re" and len(given) == 4:
            x, y, wide, high = (float(one) for one in given)
            box = Stroke(*self._place(x, y), *self._place(x + wide, y + high))
            self._pending.append(("box", box))
        elif operator in (b"S", b"s", b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*", b"n"):
            self._end_path(shown=operator != b"n")
        else:
            return False
        return True

    def _end_path(self, *, shown: bool) -> None:
        for kind, one in self._pending if shown else ():
            thin = kind == "box" and min(abs(one.x1 - one.x0), abs(one.y1 - one.y0)) < 1.0
            # Word draws its rules as thin filled boxes.
            flat = Stroke(one.x0, one.y0, one.x1, one.y0) if thin else one
            (self._page.strokes if kind == "line" or thin else self._page.boxes).append(flat)
        self._pending, self._path = [], []

    def _place(self, x: float, y: float) -> tuple[float, float]:
        a, b, c, d, e, f = self._state.matrix
        return (a * x + c * y + e) / MM, (b * x + d * y + f) / MM


def _matrix(given: Any) -> Matrix:
    a, b, c, d, e, f = (float(one) for one in given)
    return a, b, c, d, e, f
