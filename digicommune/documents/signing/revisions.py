"""What was added behind the bytes of a PDF: signatures alone, or changes to what it shows.

A signature may be sound and yet stand on pages changed before it was made; this is found here, by
comparing each object of the first bytes that a later part of the file brings anew.
"""

from __future__ import annotations

from io import BytesIO
from typing import Any

from pyhanko.pdf_utils.generic import DictionaryObject, PdfObject, Reference
from pyhanko.pdf_utils.reader import PdfFileReader

# What signing changes of the objects that were there before, by the object's type.
_MAY_CHANGE = {
    "/Catalog": {"/AcroForm", "/DSS", "/Extensions", "/Metadata", "/Perms", "/Version"},
    "/Page": {"/Annots", "/Tabs"},
}


def unchanged_since(reader: PdfFileReader, revisions: int) -> bool:
    """Whether nothing but fields of signatures came after the first ``revisions`` of a file."""
    later = range(revisions, reader.xrefs.total_revisions)
    touched = {ref for one in later for ref in reader.xrefs.explicit_refs_in_revision(one)}
    freed = any(reader.xrefs.refs_freed_in_revision(one) for one in later)
    if freed or not _same_trailer(reader, revisions):
        return False
    known = [ref for ref in touched if reader.xrefs.get_introducing_revision(ref) < revisions]
    return all(_same(reader, ref, revisions) for ref in known)


def _same_trailer(reader: PdfFileReader, revisions: int) -> bool:
    """The same catalog; a description of the file may be another."""
    was: Any = reader.get_historical_resolver(revisions - 1).trailer_view.raw_get("/Root")
    now: Any = reader.trailer.raw_get("/Root")
    return bool(was.idnum == now.idnum)


def _same(reader: PdfFileReader, ref: Reference, revisions: int) -> bool:
    before: Any = reader.get_historical_resolver(revisions - 1)
    was = before.get_object(ref)
    untyped: Any = reader
    now = untyped.get_object(ref)
    if _is_description(reader, ref) or _are_metadata(was, now):
        return True
    if not isinstance(was, DictionaryObject) or not isinstance(now, DictionaryObject):
        return _written(was) == _written(now)
    kind = str(was["/Type"]) if "/Type" in was else ""
    free = _MAY_CHANGE.get(kind, set())
    names = ({str(one) for one in was} | {str(one) for one in now}) - free
    alike = all(_entry(was, name) == _entry(now, name) for name in names)
    return alike and (kind != "/Page" or _only_signatures(was, now))


def _is_description(reader: PdfFileReader, ref: Reference) -> bool:
    """Title, author and dates of the file, which signing tools renew."""
    told: Any = reader.trailer.raw_get("/Info") if "/Info" in reader.trailer else None
    number = getattr(told, "idnum", None)
    return number is not None and number == ref.idnum


def _are_metadata(was: Any, now: Any) -> bool:
    """The same description as XMP, before and after."""
    both = isinstance(was, DictionaryObject) and isinstance(now, DictionaryObject)
    return both and all("/Type" in one and str(one["/Type"]) == "/Metadata" for one in (was, now))


def _only_signatures(was: DictionaryObject, now: DictionaryObject) -> bool:
    """Whether the annotations of a page are those it had, and fields of signatures."""
    before, after = _annotations(was), _annotations(now)
    added = [one for key, one in after.items() if key not in before]
    return before.keys() <= after.keys() and all(map(_is_signature, added))


def _annotations(page: DictionaryObject) -> dict[bytes, Any]:
    found: Any = page["/Annots"] if "/Annots" in page else []  # noqa: SIM401 -- get follows no reference
    return {_written(found.raw_get(at)): found[at] for at in range(len(found))}


def _is_signature(annotation: Any) -> bool:
    field = annotation
    if "/FT" not in field and "/Parent" in field:
        field = field["/Parent"]
    kind = field["/FT"] if "/FT" in field else ""  # noqa: SIM401
    return str(annotation["/Subtype"]) == "/Widget" and str(kind) == "/Sig"


def _entry(found: DictionaryObject, name: str) -> bytes:
    return _written(found.raw_get(name)) if name in found else b""


def _written(found: PdfObject) -> bytes:
    out = BytesIO()
    found.write_to_stream(out, None)
    return out.getvalue()
