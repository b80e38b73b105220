"""Makes what is kept of a file brought as a proof: pictures reduced, PDFs as they are.

It believes a file's bytes and never its name. What is no JPEG, PNG or PDF is refused, and so is
what is damaged, locked, too large, or made to do something when it is opened.
"""

from __future__ import annotations

import hashlib
import io
import re
import warnings
import zlib
from datetime import date, datetime
from typing import TYPE_CHECKING, Final

from digicommune.domain.proofs import ProofFile, ProofKind, fit_name
from digicommune.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PIL.Image import Image

MOST_BYTES: Final = 30 * 1024 * 1024
LONGEST_SIDE: Final = 2000
STRIP: Final = 4  # times as long as wide: no photo but a captured screen
READABLE, LONGEST_STRIP = 800, 8000  # pixels across a strip, and along it
QUALITY: Final = 85
MOST_PIXELS: Final = {"jpeg": 110_000_000, "png": 50_000_000}

_ESCAPED: Final = re.compile(rb"#([0-9A-Fa-f]{2})")
_MOST_UNPACKED: Final = 32 * 1024 * 1024  # of all packed objects of a file together
_ACTIVE: Final = re.compile(rb"/(?:JavaScript|JS|Launch|EmbeddedFile|RichMedia|XFA)\b")
_LOCKED: Final = re.compile(rb"/Encrypt\b")
_EXIF_TAKEN: Final = 36867
_EXIF_PLACE: Final = 34665
# What people bring by mistake, by how it begins, so that the refusal can say what it is.
_OTHERS: Final = (
    (re.compile(rb"....ftyp(?:heic|heix|mif1|msf1|hevc)", re.DOTALL), "ảnh HEIC của điện thoại"),
    (re.compile(rb"....ftyp", re.DOTALL), "tệp video"),
    (re.compile(rb"RIFF....WEBP", re.DOTALL), "ảnh WebP"),
    (re.compile(rb"II\*\x00|MM\x00\*"), "ảnh TIFF"),
    (re.compile(rb"GIF8"), "ảnh GIF"),
    (re.compile(rb"PK\x03\x04"), "tệp Word, Excel hoặc tệp nén"),
    (re.compile(rb"\xd0\xcf\x11\xe0"), "tệp Word, Excel đời cũ"),
    (re.compile(rb"MZ|\x7fELF"), "chương trình"),
    (re.compile(rb"\s*<(?:!doctype|html|svg|\?xml)", re.IGNORECASE), "trang web"),
)


def kept_of(name: str, content: bytes) -> ProofFile:
    """What is kept of a file; raises ``UserError`` ``proof_*`` where it is not fit to be one.

    A PDF is looked through for commands as far as that can be done without running it; the window
    shows it with a reader that runs none.
    """
    name = fit_name(name)
    _refuse_size(name, len(content))
    kind = _kind_of(name, content)
    if kind == "pdf":
        _refuse_pdf(name, content)
        return _kept(name, kind, content, content)
    reduced, taken = _reduced(name, kind, content)
    return _kept(name, kind, content, reduced, taken)


def _kept(
    name: str, kind: ProofKind, brought: bytes, kept: bytes, taken: date | None = None
) -> ProofFile:
    return ProofFile(
        name=name,
        kind=kind,
        content=kept,
        sha256=hashlib.sha256(kept).hexdigest(),
        original_sha256=hashlib.sha256(brought).hexdigest(),
        original_size=len(brought),
        taken_on=taken,
    )


def _refuse_size(name: str, size: int) -> None:
    if size == 0:
        raise UserError(
            "proof_empty",
            f"Tệp {name} không có nội dung.",
            "Chép lại tệp từ máy gốc rồi chọn lại.",
            file=name,
        )
    if size > MOST_BYTES:
        raise too_large(name)


def too_large(name: str) -> UserError:
    """Refuses a file by its size; it need not have been read."""
    most = MOST_BYTES // 1024 // 1024
    return UserError(
        "proof_too_large",
        f"Tệp {name} lớn hơn {most} MB.",
        "Quét lại ở 200 dpi đen trắng, hoặc chỉ lấy những trang cần làm minh chứng.",
        file=name,
        most=most,
    )


def _kind_of(name: str, content: bytes) -> ProofKind:
    if content.startswith(b"\xff\xd8\xff"):
        return "jpeg"
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if b"%PDF-" in content[:1024]:
        return "pdf"
    told = next((what for pattern, what in _OTHERS if pattern.match(content)), "loại khác")
    raise UserError(
        "proof_kind",
        f"Tệp {name} là {told}; minh chứng nhận ảnh JPEG, ảnh PNG và tệp PDF.",
        "Lưu hoặc in thành PDF, hoặc chụp lại thành ảnh JPEG, rồi chọn lại.",
        file=name,
        kind=told,
    )


def _refuse_pdf(name: str, content: bytes) -> None:
    if b"%%EOF" not in content[-2048:]:
        raise _damaged(name)
    told = _told_by(content)
    if _LOCKED.search(told):
        raise UserError(
            "proof_locked",
            f"Tệp {name} có mật khẩu hoặc bị khóa sửa.",
            "Mở bằng chương trình đọc PDF, in lại thành PDF không khóa rồi chọn lại.",
            file=name,
        )
    if _ACTIVE.search(told):
        raise UserError(
            "proof_unsafe",
            f"Tệp {name} chứa lệnh tự chạy hoặc tệp đính kèm bên trong.",
            "In lại tệp thành PDF mới rồi chọn bản đó; không giữ bản có lệnh tự chạy.",
            file=name,
        )


def _told_by(content: bytes) -> bytes:
    """A PDF's own words: without its streams, but with the objects that lie packed in some.

    The streams of pictures are left out: in 30 MB three letters stand anywhere by chance.
    """
    told, at, room = [], 0, _MOST_UNPACKED
    for start, end in _streams(content):
        told.append(content[at:start])
        if b"/ObjStm" in content[max(at, start - 1000) : start]:
            told.append(_unpacked(content[start + 6 : end].lstrip(b"\r\n"), room))
            room = max(1, room - len(told[-1]))
        at = end
    whole = b" ".join([*told, content[at:]])
    return _ESCAPED.sub(lambda one: bytes([int(one[1], 16)]), whole)


def _streams(content: bytes) -> Iterator[tuple[int, int]]:
    """From where to where: a stream follows the end of a dictionary."""
    at = 0
    while (start := content.find(b"stream", at)) >= 0:
        at = start + 6
        if content[max(0, start - 4) : start].rstrip().endswith(b">>"):
            end = content.find(b"endstream", at)
            if end < 0:
                return
            yield start, end
            at = end + 9


def _unpacked(stream: bytes, most: int) -> bytes:
    try:
        return zlib.decompressobj().decompress(stream, most)
    except zlib.error:
        return stream


def _damaged(name: str) -> UserError:
    return UserError(
        "proof_damaged",
        f"Tệp {name} bị hỏng hoặc chép chưa hết.",
        "Mở thử tệp; nếu không xem được thì chép hoặc quét lại.",
        file=name,
    )


# --- pictures ---


def _reduced(name: str, kind: ProofKind, content: bytes) -> tuple[bytes, date | None]:
    """Upright, no longer than ``_longest_side``, without the place and device a camera writes."""
    from PIL import Image, ImageOps

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # the size is judged here, by kind, before decoding
            opened = Image.open(io.BytesIO(content), formats=(kind.upper(),))
            _refuse_pixels(name, kind, opened)
            taken, longest = _taken_on(opened), _longest_side(*opened.size)
            if kind == "jpeg":
                opened.draft("RGB", (longest, longest))
            upright = _on_white(ImageOps.exif_transpose(opened))
            upright.thumbnail((longest, longest), Image.Resampling.LANCZOS)
            written = io.BytesIO()
            upright.save(written, "JPEG", quality=QUALITY, optimize=True, exif=b"")
    except UserError:
        raise
    except Image.DecompressionBombError as error:
        raise _too_many_pixels(name) from error
    except Exception as error:  # every broken picture breaks Pillow in a way of its own
        raise _damaged(name) from error
    return written.getvalue(), taken


def _longest_side(wide: int, high: int) -> int:
    """``LONGEST_SIDE``; of a screen captured in one long strip as much as keeps it readable."""
    longest, shortest = max(wide, high), min(wide, high)
    if longest <= STRIP * shortest:
        return LONGEST_SIDE
    return min(longest, max(LONGEST_SIDE, longest * READABLE // shortest), LONGEST_STRIP)


def _refuse_pixels(name: str, kind: ProofKind, picture: Image) -> None:
    wide, high = picture.size
    if wide * high > MOST_PIXELS[kind] or not (wide and high):
        raise _too_many_pixels(name)


def _too_many_pixels(name: str) -> UserError:
    return UserError(
        "proof_picture_too_large",
        f"Ảnh {name} khai số điểm ảnh quá lớn để mở an toàn.",
        "Chụp hoặc quét lại ở độ phân giải thấp hơn.",
        file=name,
    )


def _on_white(picture: Image) -> Image:
    """Plain colour; what is see-through lies on white as it would on paper."""
    from PIL import Image as Pictures

    if "A" not in picture.getbands() and "transparency" not in picture.info:
        return picture if picture.mode in {"RGB", "L"} else picture.convert("RGB")
    layered = picture.convert("RGBA")
    ground = Pictures.new("RGB", layered.size, "white")
    ground.paste(layered, mask=layered.getchannel("A"))
    return ground


def _taken_on(picture: Image) -> date | None:
    """The day a camera wrote into its picture; None where there is none, or it is no day."""
    try:
        told = picture.getexif().get_ifd(_EXIF_PLACE).get(_EXIF_TAKEN)
        return datetime.strptime(str(told).strip("\0 "), "%Y:%m:%d %H:%M:%S").date()
    except (ValueError, TypeError, KeyError, OSError, SyntaxError):
        return None
