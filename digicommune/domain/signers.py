"""Who may sign for the office and how it is written; it signs nothing and prints nothing."""

from __future__ import annotations

from dataclasses import dataclass, replace

from digicommune.domain.text import bare_code

CHAIRMAN = "chairman"  # the person whose name stands in the commune's own data


@dataclass(frozen=True, slots=True)
class OfficeSigner:
    """A form of signing as the office has it (Decree 30/2020, Art. 13).

    ``capacity`` are the lines in capitals above the signature; ``name`` and, above it, ``office``
    (box 7b) stand below; an empty name is left to be written. ``person`` tells whose name it is: of
    forms signed by the same one, it is given once. ``own``: added by the office, not by the pack.
    """

    role: str
    title: str
    capacity: tuple[str, ...]
    name: str = ""
    office: str = ""
    person: str = ""
    aliases: tuple[str, ...] = ()
    own: bool = False
    verified: bool = False

    def called(self, asked: str) -> bool:
        """Whether somebody who writes ``asked`` means this one: its role, a by-name, its title."""
        return bare_code(asked) in map(bare_code, (self.role, self.title, *self.aliases))


def role_from(title: str) -> str:
    """The role of a form an office adds, made of its title: "pho_chu_tich_2"."""
    return bare_code(title)


def written(signer: OfficeSigner) -> OfficeSigner:
    """As it is printed: capacity and office in capitals, no blanks around."""
    lines = tuple(" ".join(line.split()).upper() for line in signer.capacity)
    return replace(
        signer,
        title=" ".join(signer.title.split()),
        capacity=tuple(line for line in lines if line),
        name=" ".join(signer.name.split()),
        office=" ".join(signer.office.split()).upper(),
    )
