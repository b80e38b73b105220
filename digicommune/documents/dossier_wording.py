"""The words of a dossier's papers, read from a pack; it knows no figure and no layout."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from digicommune.documents.wording import Basis, read_words
from digicommune.errors import UserError
from digicommune.settings import resources

if TYPE_CHECKING:
    from pathlib import Path

Sentences = dict[str, str | tuple[str, ...]]

# The sections a pack must have; what each must say is what the shipped one says.
SECTIONS: Final = (
    *("papers", "registration", "self_assessment", "table", "verdicts", "meeting", "opinions"),
    *("appraisal", "submission", "attachments", "decision", "summary"),
)


@dataclass(frozen=True, slots=True)
class DossierWords:
    """All words of the dossier's papers, by paper; ``say`` fills a sentence."""

    code: str
    title: str
    papers: Sentences
    registration: Sentences
    self_assessment: Sentences
    table: Sentences
    verdicts: Sentences
    meeting: Sentences
    opinions: Sentences
    appraisal: Sentences
    submission: Sentences
    attachments: Sentences
    decision: Sentences
    summary: Sentences
    language: str = "vi"
    legal_basis: str = ""
    verified: bool = False
    basis: tuple[Basis, ...] = ()

    def say(self, paper: str, sentence: str, **places: object) -> str:
        """A sentence with its places filled; braces within the words stay what they are."""
        found: Sentences = getattr(self, paper)
        text = found[sentence]
        assert isinstance(text, str)
        return text.format_map(places)

    def lines(self, paper: str, name: str, **places: object) -> tuple[str, ...]:
        """Several lines, each with its places filled."""
        found: Sentences = getattr(self, paper)
        texts = found[name]
        assert not isinstance(texts, str)
        return tuple(one.format_map(places) for one in texts)


def load_dossier_words(path: Path) -> DossierWords:
    """Reads and checks a pack; raises ``UserError`` ``bad_pack``."""
    words = read_words(path, DossierWords)
    shipped = read_words(_shipped(), DossierWords)
    for section in SECTIONS:
        own, needed = getattr(words, section), getattr(shipped, section)
        missing = sorted(name for name in needed if type(own.get(name)) is not type(needed[name]))
        if missing:
            raise UserError(
                "bad_pack",
                f"Gói lời văn {path.name} không dùng được: mục {section} thiếu câu {missing[0]}.",
                "Sửa tệp theo các câu có sẵn trong gói đi kèm chương trình rồi mở lại.",
                file=path.name,
                line=0,
                reason=f"thiếu câu {section}.{missing[0]}",
            )
    return words


def shipped_dossier_words() -> DossierWords:
    """The words that come with the program."""
    return load_dossier_words(_shipped())


def _shipped() -> Path:
    return resources() / "packs" / "wording" / "dossier.toml"
