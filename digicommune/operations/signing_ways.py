"""How the office signs: whether here, whose roots it trusts, how large its seal is."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from digicommune.errors import UserError
from digicommune.operations.signed_keeping import ALLOWED, SEAL, TRUST, ways_of

if TYPE_CHECKING:
    from digicommune.db.store import Store
    from digicommune.domain.signing_keys import SigningWays

_LEAST_SEAL, _MOST_SEAL = 10, 60


def ways(store: Store) -> SigningWays:
    """The office's choices."""
    with store.glance() as unit:
        return ways_of(unit)


def allow(store: Store, on: bool) -> None:
    """Turns signing in the program on or off; what was signed stays."""
    _set(store, ALLOWED, "1" if on else "0")


def trust(store: Store, folder: str) -> int:
    """Names the folder of trusted roots (empty: none); how many certificates it holds.

    Raises ``UserError`` ``trust_folder_not_read``, ``trust_file_no_certificate``,
    ``trust_folder_empty``.
    """
    from digicommune.documents.signing.roots import roots_in

    place = str(Path(folder).resolve()) if folder else ""
    count = len(roots_in(Path(place))) if place else 0
    if place and not count:
        raise UserError(
            "trust_folder_empty",
            f"Thư mục {place} không có tệp chứng thư nào.",
            "Đặt tệp chứng thư gốc (.pem, .crt, .cer) của nơi cấp chữ ký số vào thư mục đó.",
            folder=place,
        )
    _set(store, TRUST, place)
    return count


def set_seal(store: Store, millimetres: int | None) -> None:
    """The real diameter of the seal; None: as its image tells. Raises ``seal_diameter``."""
    if millimetres is not None and not _LEAST_SEAL <= millimetres <= _MOST_SEAL:
        raise UserError(
            "seal_diameter",
            f"Đường kính con dấu {millimetres} mm không hợp lệ.",
            f"Ghi đường kính thật, từ {_LEAST_SEAL} đến {_MOST_SEAL} milimét.",
            diameter=millimetres,
        )
    _set(store, SEAL, "" if millimetres is None else str(millimetres))


def _set(store: Store, key: str, value: str) -> None:
    with store.unit() as unit:
        before = unit.office.setting(key)
        unit.office.set_setting(key, value)
        unit.journal.note("signing_ways", "office", {key: before}, {key: value})
