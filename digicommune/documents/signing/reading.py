"""What the signatures of a PDF say and whether the file is still what was signed; it asks no one.

No network: whether a certificate was revoked is not known, and its chain only where the office
keeps the roots it trusts in a folder.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any

from asn1crypto import x509
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko.sign.validation.settings import KeyUsageConstraints
from pyhanko_certvalidator import ValidationContext

from digicommune.documents.measuring.pdf_limits import PdfBroken, seconds_for, within
from digicommune.documents.signing.guard import refuse_bombs
from digicommune.documents.signing.revisions import unchanged_since
from digicommune.domain.signed_copies import After, Chain, Days, PaperSignature
from digicommune.errors import UserError

if TYPE_CHECKING:
    from pyhanko.sign.validation import EmbeddedPdfSignature
    from pyhanko.sign.validation.status import PdfSignatureStatus

# What a library meets in a file made to break it, or broken on the way.
_MET = (
    PdfError, SignatureValidationError, ArithmeticError, AttributeError, AssertionError, EOFError,
    LookupError, MemoryError, NotImplementedError, OSError, RecursionError, RuntimeError,
    TypeError, ValueError, struct.error, zlib.error,
)  # fmt: skip
_HARMLESS = (ModificationLevel.NONE, ModificationLevel.LTA_UPDATES, ModificationLevel.FORM_FILLING)


def signatures_of(
    content: bytes, roots: Sequence[x509.Certificate] = ()
) -> tuple[PaperSignature, ...]:
    """Every signature in the order they were made; none of an unsigned file.

    Raises ``UserError`` ``signed_file_unreadable`` for what is no PDF, is locked or broken.
    """
    with _reading(content) as reader:
        return tuple(_read(one, roots) for one in reader.embedded_regular_signatures)


def pages_kept(content: bytes, stored: bytes) -> bool:
    """Whether a file that begins with ``stored`` still shows its pages: only signatures came on.

    Raises what ``signatures_of`` does.
    """
    with _reading(content) as reader:
        before = PdfFileReader(BytesIO(stored), strict=False).xrefs.total_revisions
        return unchanged_since(reader, before)


@contextmanager
def _reading(content: bytes) -> Iterator[PdfFileReader]:
    try:
        with within(seconds_for(len(content))):
            refuse_bombs(content)
            reader = PdfFileReader(BytesIO(content), strict=False)
            if reader.encrypted:
                raise PdfBroken("locked")
            yield reader
    except (PdfBroken, *_MET) as error:
        raise UserError(
            "signed_file_unreadable",
            "Không đọc được tệp: tệp không phải PDF, bị khóa hoặc bị hỏng.",
            "Lấy lại tệp từ phần mềm ký, không đặt mật khẩu cho tệp.",
        ) from error


def _read(embedded: EmbeddedPdfSignature, roots: Sequence[x509.Certificate]) -> PaperSignature:
    try:
        moment = embedded.self_reported_timestamp
        status = validate_pdf_signature(
            embedded,
            _context(embedded, roots, moment),
            # An office's certificate may be for signing documents or for nothing named at all.
            key_usage_settings=KeyUsageConstraints(key_usage=set()),
        )
    except _MET:
        return _broken(embedded)
    certificate = status.signing_cert
    return PaperSignature(
        str(embedded.field_name),
        _name(certificate.subject),
        _name(certificate.issuer),
        _utc(moment),
        bool(status.intact and status.valid),
        _after(status),
        _chain(status, roots),
        _days(certificate, moment),
        _visible(embedded),
    )


def _context(
    embedded: EmbeddedPdfSignature, roots: Sequence[x509.Certificate], moment: datetime | None
) -> ValidationContext:
    return ValidationContext(
        trust_roots=list(roots),
        other_certs=list(embedded.other_embedded_certs),
        allow_fetching=False,
        moment=moment,
    )


def _broken(embedded: EmbeddedPdfSignature) -> PaperSignature:
    """A signature nothing of which can be relied on."""
    try:
        signer = _name(embedded.signer_cert.subject)
    except _MET:
        signer = ""
    return PaperSignature(
        str(embedded.field_name), signer, "", "", False, "changed", "unchecked", "unknown"
    )


def _after(status: PdfSignatureStatus) -> After:
    from pyhanko.sign.validation.status import SignatureCoverageLevel

    if status.coverage == SignatureCoverageLevel.ENTIRE_FILE:
        return "nothing"
    harmless = status.modification_level in _HARMLESS and status.docmdp_ok is not False
    return "harmless" if harmless else "changed"


def _chain(status: PdfSignatureStatus, roots: Sequence[x509.Certificate]) -> Chain:
    if not roots:
        return "unchecked"
    return "trusted" if status.trusted else "untrusted"


def _days(certificate: x509.Certificate, moment: datetime | None) -> Days:
    if moment is None:
        return "unknown"
    if moment > certificate.not_valid_after:
        return "expired"
    return "not_yet" if moment < certificate.not_valid_before else "in_time"


def _visible(embedded: EmbeddedPdfSignature) -> bool:
    left, bottom, right, top = (float(one) for one in embedded.sig_field.get("/Rect", (0,) * 4))
    return abs(right - left) > 1 and abs(top - bottom) > 1


def _name(name: x509.Name) -> str:
    """The common name alone: the others may hold a personal number."""
    told: Any = name.native.get("common_name") or name.native.get("organization_name") or ""
    return str(told[0] if isinstance(told, list) else told).strip()


def _utc(moment: datetime | None) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if moment else ""
