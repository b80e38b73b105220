"""Empty fields for two signatures at the places where a paper is signed; it signs none."""

from __future__ import annotations

from digicommune.documents.signing.making import with_fields
from digicommune.documents.signing.spaces import Box, spaces_of
from digicommune.domain.signed_copies import OFFICE_FIELD, PERSON_FIELD
from digicommune.errors import UserError

_HAND_SHARE = 0.45  # of the width of a column: some 38 mm


def with_empty_fields(content: bytes) -> bytes:
    """The file with a field for each who signs, and one for the agency at the last of them.

    Raises ``UserError`` ``no_place_to_sign`` of a paper nobody signs.
    """
    places = spaces_of(content)
    if not places:
        raise no_place()
    named = {person_field(at, len(places)): _hand(one) for at, one in enumerate(places, 1)}
    named[OFFICE_FIELD] = _seal(_hand(places[-1]))
    return with_fields(content, named)


def person_field(place: int, count: int) -> str:
    """The field of who signs in a place, counted from 1; the last is that of the head."""
    return PERSON_FIELD if place >= count else f"{PERSON_FIELD}{place}"


def no_place() -> UserError:
    """Of a paper without a space between capacity and name."""
    return UserError(
        "no_place_to_sign",
        "Văn bản này không có chỗ ký giữa dòng chức vụ và họ tên.",
        "Ký không kèm hình, hoặc ký bằng phần mềm của cơ quan.",
    )


def _hand(place: Box) -> Box:
    half = place.width * _HAND_SHARE / 2
    return Box(place.page, place.middle - half, place.bottom, place.middle + half, place.top)


def _seal(hand: Box) -> Box:
    """As high as the space, its right third over the left third of the hand."""
    right = hand.left + hand.width / 3
    return Box(hand.page, right - hand.height, hand.bottom, right, hand.top)
