"""Who signs in hand-made offices, for tests of the window; no person exists."""

from __future__ import annotations

from dataclasses import replace

from digicommune.domain.signers import OfficeSigner, role_from
from digicommune.ui.pages.signer_calls import SignerCalls

CHAIRMAN = OfficeSigner("chairman", "Chủ tịch", ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), "Lê Văn Mẫu")


def signer_lines() -> tuple[OfficeSigner, ...]:
    """The chairman alone."""
    return (CHAIRMAN,)


def signer_calls(hostile: str = "") -> SignerCalls:
    """The calls of the dialog; ``hostile`` stands where a title could."""
    kept = [CHAIRMAN, replace(CHAIRMAN, role="odd", title=hostile or "Khác", own=True)]

    def lines() -> tuple[OfficeSigner, ...]:
        return tuple(kept)

    def name(role: str, full_name: str) -> tuple[OfficeSigner, ...]:
        kept[:] = [replace(one, name=full_name) if one.role == role else one for one in kept]
        return lines()

    def add(new: OfficeSigner) -> tuple[OfficeSigner, ...]:
        kept.append(replace(new, role=role_from(new.title), own=True))
        return lines()

    def remove(role: str) -> tuple[OfficeSigner, ...]:
        kept[:] = [one for one in kept if one.role != role]
        return lines()

    return SignerCalls(lines=lines, name=name, add=add, remove=remove)
