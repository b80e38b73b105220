"""The objects of a PDF file, found without trusting its tables; locked or broken files are refused.

Enough of ISO 32000 to measure what offices print: plain and compressed objects, Flate streams. No
script, action or attachment of a file is looked at.
"""

from __future__ import annotations

import base64
import re
import zlib
from dataclasses import dataclass, field
from typing import Any

MOST_BYTES = 200 * 1024 * 1024
# A stream that unpacks to more than this is no page of an office.
MOST_UNPACKED = 100 * 1024 * 1024
DEEPEST = 60

_OBJECT = re.compile(rb"(?<![0-9])(\d{1,10})\s+(\d{1,5})\s+obj\b")
_TOKEN = re.compile(
    rb"(?:[\s\x00]|%[^\r\n]*)*(?P<token><<|>>|[\[\]{}()]|<[0-9A-Fa-f\s]*>|/[^\s()<>\[\]{}/%]*"
    rb"|[+-]?(?:\d+\.?\d*|\.\d+)|[^\s()<>\[\]{}/%]+)"
)
_NUMBER = re.compile(rb"[+-]?(?:\d+\.?\d*|\.\d+)")
_ESCAPES = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_ESCAPED = re.compile(rb"\\([nrtbf()\\]|[0-7]{1,3}|\r\n|\r|\n)?")
_NAMED = re.compile(rb"#([0-9A-Fa-f]{2})")


class PdfBroken(Exception):
    """The file is no PDF this reader can follow."""


class Name(str):
    """A PDF name without its stroke."""

    __slots__ = ()


class Word(bytes):
    """An operator or keyword."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Ref:
    """A reference to an object."""

    number: int


@dataclass(frozen=True, slots=True)
class Stream:
    """A stream with its dictionary, still packed."""

    facts: dict[str, Any]
    packed: bytes = field(repr=False)


class Scanner:
    """Reads values one after another from bytes."""

    def __init__(self, data: bytes, at: int = 0) -> None:
        self.data = data
        self.at = at

    def token(self) -> bytes | None:
        """The next token; None at the end."""
        found = _TOKEN.match(self.data, self.at)
        if found is None:
            return None
        self.at = found.end()
        return found["token"]

    def value(self, depth: int = 0) -> Any:
        """The next value, keyword or operator; None at the end."""
        token = self.token()
        if token is None or depth > DEEPEST:
            return None
        return self._of(token, depth)

    def _of(self, token: bytes, depth: int) -> Any:
        if token == b"<<":
            return self._facts(depth)
        if token == b"[":
            return self._list(depth)
        if token == b"(":
            return self._string()
        if token[:1] == b"/":
            return Name(_NAMED.sub(_byte, token[1:]).decode("latin-1"))
        if token[:1] == b"<":
            return _hex(token[1:-1])
        return self._plain(token)

    def _plain(self, token: bytes) -> Any:
        if _NUMBER.fullmatch(token):
            return float(token) if b"." in token else self._whole(int(token))
        return {b"true": True, b"false": False, b"null": None}.get(token, Word(token))

    def _whole(self, number: int) -> Any:
        """A whole number, or the reference it begins."""
        found = _REFERENCE.match(self.data, self.at) if number >= 0 else None
        if found is None:
            return number
        self.at = found.end()
        return Ref(number)

    def _list(self, depth: int) -> list[Any]:
        items: list[Any] = []
        while (token := self.token()) is not None and token != b"]":
            items.append(self._of(token, depth + 1))
        return items

    def _facts(self, depth: int) -> dict[str, Any]:
        facts: dict[str, Any] = {}
        while (token := self.token()) is not None and token != b">>":
            key = token[1:].decode("latin-1")
            value = self.token()
            if value is None or value == b">>":
                break
            facts[key] = self._of(value, depth + 1)
        return facts

    def _string(self) -> bytes:
        start, depth = self.at, 1
        while depth and self.at < len(self.data):
            byte = self.data[self.at]
            self.at += 2 if byte == 0x5C else 1
            depth += (byte == 0x28) - (byte == 0x29)
        return _ESCAPED.sub(_unescaped, self.data[start : self.at - 1])


_REFERENCE = re.compile(rb"\s+\d{1,5}\s+R(?![A-Za-z])")


def _byte(found: re.Match[bytes]) -> bytes:
    return bytes([int(found[1], 16)])


def _unescaped(found: re.Match[bytes]) -> bytes:
    told = found[1] or b""
    if told[:1].isdigit():
        return bytes([int(told, 8) & 255])
    return b"" if told[:1] in b"\r\n" else _ESCAPES.get(told, told)


def _hex(text: bytes) -> bytes:
    digits = b"".join(text.split())
    return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))


class PdfFile:
    """The objects of one file by their numbers, the newest of each."""

    def __init__(self, data: bytes) -> None:
        if b"%PDF-" not in data[:1024] or len(data) > MOST_BYTES:
            raise PdfBroken("no PDF")
        self._data = data
        self._places = {int(one[1]): one.end() for one in _OBJECT.finditer(data)}
        self._known: dict[int, Any] = {}
        self._unpack_objects()
        self.trailer = self._trailer()
        if "Encrypt" in self.trailer:
            raise PdfBroken("locked")

    def get(self, value: Any, depth: int = 0) -> Any:
        """A value, or what its reference leads to."""
        while isinstance(value, Ref) and depth < DEEPEST:
            value, depth = self._object(value.number), depth + 1
        return value

    def facts(self, value: Any) -> dict[str, Any]:
        """A dictionary, a stream's included; empty where it is none."""
        found = self.get(value)
        if isinstance(found, Stream):
            return found.facts
        return found if isinstance(found, dict) else {}

    def content(self, value: Any) -> bytes:
        """What a stream, or a row of streams, holds."""
        found = self.get(value)
        if isinstance(found, list):
            return b"\n".join(self.content(one) for one in found)
        return self._unpacked(found) if isinstance(found, Stream) else b""

    def _object(self, number: int) -> Any:
        if number not in self._known and number in self._places:
            self._known[number] = self._read(self._places[number])
        return self._known.get(number)

    def _read(self, at: int) -> Any:
        scanner = Scanner(self._data, at)
        value = scanner.value()
        after = re.compile(rb"\s*stream(\r\n|\n|\r)").match(self._data, scanner.at)
        if after is None or not isinstance(value, dict):
            return value
        length = self.get(value.get("Length"))
        end = after.end() + length if isinstance(length, int) else -1
        if end < 0 or self._data[end : end + 32].lstrip()[:9] != b"endstream":
            end = self._data.find(b"endstream", after.end())
        return Stream(value, self._data[after.end() : max(end, after.end())])

    def _unpack_objects(self) -> None:
        """Objects kept inside streams, as newer programs write them."""
        for number in tuple(self._places):
            held = self._object(number)
            if not isinstance(held, Stream) or held.facts.get("Type") != "ObjStm":
                continue
            data, first = self._unpacked(held), self.get(held.facts.get("First")) or 0
            scanner = Scanner(data)
            heads = [scanner.value() for _ in range(2 * (self.get(held.facts.get("N")) or 0))]
            for inner, place in zip(heads[::2], heads[1::2], strict=False):
                if isinstance(inner, int) and isinstance(place, int) and inner not in self._places:
                    self._known[inner] = Scanner(data, first + place).value()

    def _unpacked(self, stream: Stream) -> bytes:
        filters = self.get(stream.facts.get("Filter")) or []
        names = filters if isinstance(filters, list) else [filters]
        data = stream.packed
        for name in names:
            if name == "ASCII85Decode":
                data = base64.a85decode(data.split(b"~>")[0].strip().removeprefix(b"<~"))
            elif name == "FlateDecode":
                data = _inflated(data)
            else:
                return b""  # pictures; no page is written in another way
        return data

    def _trailer(self) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for one in re.finditer(rb"trailer", self._data):
            value = Scanner(self._data, one.end()).value()
            found.update(value if isinstance(value, dict) else {})
        for number in self._places:
            held = self._object(number)
            if isinstance(held, Stream) and held.facts.get("Type") == "XRef":
                found.update(held.facts)
        if "Root" not in found:
            raise PdfBroken("no root")
        return found


def _inflated(data: bytes) -> bytes:
    machine = zlib.decompressobj()
    try:
        found = machine.decompress(data, MOST_UNPACKED)
    except zlib.error as error:
        raise PdfBroken("stream") from error
    if machine.unconsumed_tail:
        raise PdfBroken("too much")
    return found
