"""Takes back the accounts an import brought or corrected; what a later list says too stays."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import msgspec

from digicommune.domain.people import Account, SourceRow
from digicommune.operations.undoing import VALUE_CHANGED

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from digicommune.domain.import_records import LaterRow
    from digicommune.domain.people import Resident
    from digicommune.operations.undoing import Undoing


def undo_accounts(work: Undoing, residents: Mapping[int, Resident], edited: frozenset[int]) -> None:
    """Corrected accounts are as before; those it brought go, or pass to a later list's row.

    Accounts of people edited since stay: their row is left as it is.
    """
    here = {one.account_id: one for one in work.unit.accounts.from_import(work.record.import_id)}
    corrected = _corrected(work, residents, here)
    brought = [one for one in here.values() if one.account_id not in corrected]
    passing = _passing(work, brought)
    passed = {one.account_id for one, _ in passing}
    going = [
        one for one in brought if one.account_id not in passed and one.resident_id not in edited
    ]
    work.unit.accounts.remove_many(going)
    work.unit.accounts.change_many([*corrected.values(), *passing])
    work.facts += len(going)
    work.restored += len(corrected)


def _corrected(
    work: Undoing, residents: Mapping[int, Resident], here: dict[int, Account]
) -> dict[int, tuple[Account, Account]]:
    """Account -> how it stands, and how it stood before this import corrected it."""
    found: dict[int, tuple[Account, Account]] = {}
    for row, kept in work.beside("account"):
        before = _account(kept, row.target_id or 0)
        now = here.pop(before.account_id, None)
        if now is None:
            person = residents.get(row.target_id or 0)
            label = person.full_name if person else f"dòng {row.row}"
            work.keep(label, VALUE_CHANGED.format(what="tài khoản"))
            continue
        here[before.account_id] = before  # an earlier row may have corrected it too
        found[before.account_id] = (found.get(before.account_id, (now, now))[0], before)
    return found


def _account(kept: list[object], holder: int) -> Account:
    number, bank, digits, day, source, note = kept
    return Account(
        number,  # type: ignore[arg-type]  # as the row's saving wrote them
        holder,
        bank,  # type: ignore[arg-type]
        digits,  # type: ignore[arg-type]
        date.fromisoformat(str(day)) if day else None,
        None,
        SourceRow(*source) if source else None,  # type: ignore[misc]
        note,  # type: ignore[arg-type]
    )


def _passing(work: Undoing, brought: Iterable[Account]) -> list[tuple[Account, Account]]:
    """The accounts later lists speak of too, with the first such row as where they come from."""
    later = work.unit.imports.later_rows(work.record.import_id, "bank-accounts")
    found = []
    for one in brought:
        row = next((each for each in later.get(one.resident_id, ()) if _says(each, one)), None)
        if row is not None:
            found.append((one, one._replace(source=row.source)))
    return found


def _says(row: LaterRow, one: Account) -> bool:
    """Whether a row speaks of this account: the same number, or none and the same bank."""
    told = msgspec.json.decode(row.fields)
    bank = told.get("ngan_hang_bin") or row.bank_bin
    number = told.get("so_tai_khoan")
    if number and one.number:
        return bool(number == one.number and bank == one.bank_bin)
    return bool(bank == one.bank_bin)
