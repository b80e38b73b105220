"""The image of a hand or of a seal and where it stands (Decree 30/2020, Annex I, 7d and 8a).

A hand stands in the middle between capacity and name; a seal in its real size covers about a third
of the hand on its left. Nothing covers the name. Only transparent PNG is taken, as the decree asks.
"""

from __future__ import annotations

from io import BytesIO

from PIL import Image, UnidentifiedImageError

from digicommune.documents.press.sheet import MM
from digicommune.documents.signing.spaces import Box
from digicommune.errors import UserError

_MOST_PIXELS = 25_000_000
# The decree sets no size of a hand; these keep it inside the 28 mm between capacity and name.
_HAND_WIDTH, _HAND_HEIGHT = 60 * MM, 25 * MM
# Where the person signed without an image, or elsewhere: a hand of this width is supposed.
_SUPPOSED_HAND = 40 * MM
_LEAST_SEAL, _MOST_SEAL = 10.0, 60.0
_INCH = 25.4


def picture(content: bytes) -> Image.Image:
    """A transparent PNG; raises ``UserError`` ``signature_image_not_png``, ``…_not_clear``."""
    try:
        found = Image.open(BytesIO(content))
        if found.format != "PNG" or found.width * found.height > _MOST_PIXELS:
            raise _no_png()
        found.load()
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, ValueError) as error:
        raise _no_png() from error
    clear = found.convert("RGBA")
    if clear.getchannel("A").getextrema()[0] == 255:
        raise UserError(
            "signature_image_not_clear",
            "Hình chữ ký hoặc con dấu không có nền trong suốt.",
            "Xóa nền của hình rồi lưu lại thành PNG (Nghị định 30/2020/NĐ-CP, Phụ lục I).",
        )
    clear.info = dict(found.info)
    return clear


def _no_png() -> UserError:
    return UserError(
        "signature_image_not_png",
        "Hình chữ ký hoặc con dấu không phải tệp PNG đọc được.",
        "Chọn tệp .png nền trong suốt, không quá 25 triệu điểm ảnh.",
    )


def hand(image: Image.Image, space: Box) -> Box:
    """Where the image of a signature stands: in the middle of the space, in it as a whole."""
    width, height = _natural(image) or (_HAND_WIDTH, _HAND_WIDTH * image.height / image.width)
    scale = min(
        1.0,
        min(_HAND_WIDTH, space.width) / width,
        min(_HAND_HEIGHT, space.height) / height,
    )
    return _about(space, (space.middle, space.level), (width * scale, height * scale))


def seal(image: Image.Image, space: Box, signed: Box | None, diameter: float | None) -> Box:
    """Where a seal stands; ``diameter`` in mm, else as its PNG tells.

    ``signed`` is where the person signed. Raises ``UserError`` ``seal_size_unknown``,
    ``seal_size_wrong``.
    """
    across = _seal_width(image, diameter) * MM
    size = across, across * image.height / image.width
    third = signed or _about(space, (space.middle, space.level), (_SUPPOSED_HAND, 0.0))
    middle = third.left + third.width / 3 - across / 2
    # Taller than the space, it reaches over the capacity lines, never over the name.
    level = max(space.level, space.bottom + size[1] / 2)
    return _about(space, (middle, level), size)


def _seal_width(image: Image.Image, diameter: float | None) -> float:
    natural = _natural(image)
    if diameter is None and natural is None:
        raise UserError(
            "seal_size_unknown",
            "Chưa biết đường kính thật của con dấu: tệp PNG không ghi độ phân giải.",
            "Đặt đường kính con dấu (milimét) trong phần ký số, hoặc ghi độ phân giải vào tệp PNG.",
        )
    width = diameter if diameter is not None else (natural or (0.0, 0.0))[0] / MM
    if not _LEAST_SEAL <= width <= _MOST_SEAL:
        raise UserError(
            "seal_size_wrong",
            f"Con dấu rộng {width:.0f} mm không phải kích thước thật.".replace(".", ","),
            "Đặt đường kính con dấu (10–60 mm) trong phần ký số, hoặc sửa độ phân giải của PNG.",
        )
    return width


def _natural(image: Image.Image) -> tuple[float, float] | None:
    """Width and height in points as the file's resolution tells."""
    dots = image.info.get("dpi")
    if not dots or min(dots) <= 0:
        return None
    return image.width / float(dots[0]) * _INCH * MM, image.height / float(dots[1]) * _INCH * MM


def _about(space: Box, middle: tuple[float, float], size: tuple[float, float]) -> Box:
    left, bottom = middle[0] - size[0] / 2, middle[1] - size[1] / 2
    return Box(space.page, left, bottom, left + size[0], bottom + size[1])
