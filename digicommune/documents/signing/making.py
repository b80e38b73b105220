"""Puts a signature, or empty fields for one, behind the bytes of a PDF, which stay as they are.

PAdES B-B: the signer's own clock, no time-stamping server, no network. Nothing is encrypted.
"""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any, cast

from pyhanko.pdf_utils.images import PdfImage
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.layout import AxisAlignment, Margins, SimpleBoxLayoutRule
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.sign.fields import SigFieldSpec, SigSeedSubFilter, append_signature_field
from pyhanko.sign.general import SigningError
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner
from pyhanko.stamp.static import StaticStampStyle

from digicommune.errors import UserError

if TYPE_CHECKING:
    from PIL import Image
    from pyhanko.sign.signers import Signer

    from digicommune.documents.signing.spaces import Box

_DIGEST = "sha256"


@dataclass(frozen=True, slots=True)
class Mark:
    """What a signature shows on its page: an image in a box, nothing else."""

    image: Image.Image
    box: Box


def signed(content: bytes, field: str, key: Signer, mark: Mark | None = None) -> bytes:
    """The file with one more signature in a field of this name; without a mark nothing is seen.

    Raises ``UserError`` ``signing_refused`` where the file allows no further signature.
    """
    about = PdfSignatureMetadata(
        field_name=field,
        md_algorithm=_DIGEST,
        subfilter=SigSeedSubFilter.PADES,
    )
    spec = SigFieldSpec(field) if mark is None else _seen(field, mark.box)
    signer = PdfSigner(about, key, stamp_style=_style(mark) if mark else None, new_field_spec=spec)
    writer = IncrementalPdfFileWriter(BytesIO(content), strict=False)
    try:
        done: Any = signer.sign_pdf(writer)
    except (SigningError, PdfError) as error:
        raise UserError(
            "signing_refused",
            "Tệp này không nhận thêm chữ ký: chữ ký trước đã khóa tệp, hoặc ô ký đã có chữ ký.",
            "Ký lại từ bản phát hành gốc.",
        ) from error
    result: bytes = done.getvalue()
    return result


def with_fields(content: bytes, named: dict[str, Box]) -> bytes:
    """The file with empty signature fields at these places, for a tool that fills fields."""
    writer = IncrementalPdfFileWriter(BytesIO(content), strict=False)
    for field, box in named.items():
        append_signature_field(writer, _seen(field, box))
    out, untyped = BytesIO(), cast("Any", writer)
    untyped.write(out)
    return out.getvalue()


def _seen(field: str, box: Box) -> SigFieldSpec:
    return SigFieldSpec(field, on_page=box.page, box=box.whole)


def _style(mark: Mark) -> StaticStampStyle:
    fills = SimpleBoxLayoutRule(
        x_align=AxisAlignment.ALIGN_MID,
        y_align=AxisAlignment.ALIGN_MID,
        margins=Margins(0, 0, 0, 0),
    )
    return StaticStampStyle(
        border_width=0, background=PdfImage(mark.image), background_layout=fills
    )
