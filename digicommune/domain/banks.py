"""Find the bank a list means by BIN, code, name or alias; it never guesses between two banks."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from digicommune.domain.text import clean, fold


@dataclass(frozen=True, slots=True)
class Bank:
    """A bank of the Napas BIN table; ``sources`` of 3 public tables agree on it."""

    bin: str
    code: str
    short_name: str
    aliases: tuple[str, ...]
    sources: int
    vietqr_status: str | None


# Words that say "a bank" but not which one.
_FILLER = re.compile(
    r"\b(?:ngan hang|nhtmcp|nhtm|nh|tmcp|thuong mai co phan|tnhh|mtv|mot thanh vien)\b"
    r"|\b(?:viet nam|vietnam|vn)\s*$"
)
_BRANCH = re.compile(r"[\s,;-]+(?:cn|chi nhanh|pgd|phong giao dich|hoi so|tru so)\b.*")
_BRACKETED = re.compile(r"\(.*?\)|\(.*")
_NOT_WORD = re.compile(r"[^a-z0-9]+")
_MEMO_LIMIT: Final = 5_000


def _compact(folded: str) -> str:
    return _NOT_WORD.sub("", folded)


class BankDirectory:
    """The banks by every name they go by; a name two banks share finds none of them."""

    def __init__(self, banks: Iterable[Bank]) -> None:
        self.banks: tuple[Bank, ...] = tuple(banks)
        self._brands: dict[str, Bank | None] = {}
        self._names: dict[str, Bank | None] = {}
        self._memo: dict[str, Bank | None] = {}
        for bank in self.banks:
            self._enter(bank)

    def _enter(self, bank: Bank) -> None:
        names = (bank.bin, bank.code, bank.short_name, *bank.aliases)
        for folded in {fold(clean(name)) for name in names}:
            for key in {_compact(folded), _compact(_FILLER.sub(" ", folded))} - {""}:
                known = self._names.get(key, bank)
                self._names[key] = bank if known is bank else None
            if " " not in folded:
                known = self._brands.get(folded, bank)
                self._brands[folded] = bank if known is bank else None

    def find(self, text: str) -> Bank | None:
        """The bank this text names, with or without "ngân hàng", branch or place behind it."""
        memo = self._memo
        if text not in memo:
            if len(memo) >= _MEMO_LIMIT:
                memo.clear()
            memo[text] = self._search(fold(clean(text)))
        return memo[text]

    def _search(self, folded: str) -> Bank | None:
        bare = _BRACKETED.sub(" ", folded)
        for phrase in (folded, bare, _BRANCH.sub("", bare)):
            for wording in (phrase, _FILLER.sub(" ", phrase)):
                key = _compact(wording)
                if key in self._names:
                    return self._names[key]
        return self._by_brand(folded)

    def _by_brand(self, folded: str) -> Bank | None:
        """The one bank whose brand word stands in the text ("Agribank Hoằng Hóa")."""
        words = [word for word in _NOT_WORD.split(folded) if word]
        found = {bank.bin: bank for word in words if (bank := self._brands.get(word)) is not None}
        return next(iter(found.values())) if len(found) == 1 else None
