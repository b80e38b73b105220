"""Draws QR codes and reads them off pictures; what a text in one means it does not know.

segno draws, zxing-cpp reads. A code is read back before it is handed out: one that cannot be read
never leaves.
"""

from __future__ import annotations

import io
import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from digicommune.errors import UserError

if TYPE_CHECKING:
    from PIL.Image import Image

QUIET_ZONE: Final = 4  # modules around a code, of ISO/IEC 18004
PICTURES: Final = frozenset({".png", ".jpg", ".jpeg", ".bmp", ".gif", ".webp", ".tif", ".tiff"})
MOST_BYTES: Final = 30 * 1024 * 1024
MOST_PIXELS: Final = 60_000_000
_LONGEST_SIDE: Final = 2_400  # pixels; larger photos are read smaller first
_SCALE: Final = 12  # pixels a module of a PNG
_SMALL: Final = 3  # enough to be read back
# By content, whatever the name says; others run programs of their own (EPS) or are no photos.
_FORMATS: Final = ("PNG", "JPEG", "BMP", "GIF", "WEBP", "TIFF")

Matrix = tuple[tuple[bool, ...], ...]  # rows of dark modules, without the quiet zone


def matrix(text: str) -> Matrix:
    """The modules of a code with level M correction; raises ``UserError`` ``qr_not_readable``."""
    code = _code(text)
    _read_back(text, code, _SMALL)
    return tuple(tuple(bool(cell) for cell in row) for row in code.matrix)


def picture(text: str, kind: str) -> bytes:
    """A code as "png", "svg" or "pdf"; raises ``UserError`` ``qr_not_readable``, ``qr_format``."""
    if kind not in {"png", "svg", "pdf"}:
        raise UserError(
            "qr_format",
            f"Không ghi được mã QR kiểu “{kind}”.",
            "Đặt tên tệp có đuôi .png, .svg hoặc .pdf.",
            kind=kind,
        )
    code = _code(text)
    _read_back(text, code, _SCALE)
    out = io.BytesIO()
    code.save(out, kind=kind, scale=_SCALE, border=QUIET_ZONE)
    return out.getvalue()


def _code(text: str) -> Any:
    import segno

    return segno.make_qr(text, error="m", boost_error=False)


def _read_back(text: str, code: Any, scale: int) -> None:
    from PIL import Image

    out = io.BytesIO()
    code.save(out, kind="png", scale=scale, border=QUIET_ZONE)
    if _texts(Image.open(io.BytesIO(out.getvalue()))) != (text,):
        raise UserError(
            "qr_not_readable",
            "Mã QR vừa vẽ không đọc lại được đúng nội dung.",
            "Báo người hỗ trợ chương trình; mã này không được dùng.",
        )


def is_picture(path: Path) -> bool:
    """Whether a file's name is that of a picture."""
    return path.suffix.lower() in PICTURES


def read_picture(path: Path) -> tuple[str, ...]:
    """The texts of every QR code in a picture; none where it holds none.

    Raises ``UserError`` ``picture_not_read``, ``picture_too_large``.
    """
    from PIL import Image, ImageOps, UnidentifiedImageError

    try:
        if path.stat().st_size > MOST_BYTES:
            raise _too_large(path)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # the size is judged here, before decoding
            with Image.open(path, formats=_FORMATS) as opened:
                if opened.width * opened.height > MOST_PIXELS:
                    raise _too_large(path)
                upright = _on_white(ImageOps.exif_transpose(opened))
    except (Image.DecompressionBombError, MemoryError) as error:
        raise _too_large(path) from error
    except (OSError, ValueError, SyntaxError, UnidentifiedImageError) as error:
        raise UserError(
            "picture_not_read",
            f"Không đọc được ảnh {path.name}.",
            "Mở thử ảnh; chụp lại nếu hỏng.",
            file=path.name,
        ) from error
    return _texts(_smaller(upright)) or _texts(upright)


def _on_white(picture: Image) -> Image:
    """Shades of grey; what is see-through lies on white, as it looks on screen."""
    from PIL import Image as Pictures

    if "A" not in picture.getbands() and "transparency" not in picture.info:
        return picture.convert("L")
    layered = picture.convert("RGBA")
    ground = Pictures.new("RGB", layered.size, "white")
    ground.paste(layered, mask=layered.getchannel("A"))
    return ground.convert("L")


def _smaller(picture: Image) -> Image:
    from PIL import Image as Pictures

    side = max(picture.size)
    if side <= _LONGEST_SIDE:
        return picture
    size = (picture.width * _LONGEST_SIDE // side, picture.height * _LONGEST_SIDE // side)
    return picture.resize((max(1, size[0]), max(1, size[1])), Pictures.Resampling.LANCZOS)


def _texts(picture: Image) -> tuple[str, ...]:
    import zxingcpp

    wanted = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
    found = zxingcpp.read_barcodes(picture, formats=wanted)
    return tuple(dict.fromkeys(one.text for one in found if one.valid))


def _too_large(path: Path) -> UserError:
    return UserError(
        "picture_too_large",
        f"Ảnh {path.name} quá lớn để đọc.",
        "Chụp hoặc lưu lại ảnh nhỏ hơn 30 MB.",
        file=path.name,
    )
