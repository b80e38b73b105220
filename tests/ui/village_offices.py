"""A village's card made by hand for the window's tests; the journeys use real ones."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from digicommune.domain.figures import Figure
from digicommune.domain.village_cards import (
    Became,
    CardCriterion,
    CardFigure,
    Counted,
    ProfileItem,
    VillageCard,
)
from digicommune.domain.villages import PopulationFigure, Village
from digicommune.errors import UserError
from digicommune.operations.reports import MadeDocument
from digicommune.ui.pages.village_calls import VillageEdits

NAME = "<b>Hổ</b> Thôn & cả làng"


class Villages:
    """One village, its profile and populations."""

    def __init__(self, pdf: bytes = b"") -> None:
        self.pdf = pdf
        self.profile = {"camera": "12"}
        self.population = [PopulationFigure(3, "nguoi_15", date(2026, 1, 1), 430, NAME)]
        self.order: list[int] = []
        self.saved: Village | None = None
        self.refuses = self.numbers_only = False
        self.changed: list[tuple[object, ...]] = []

    def card(self, number: int, _period: str) -> VillageCard:
        """The card of any village."""
        figure = Figure("TKNH", number, 373, 430, "nguoi_15")
        return VillageCard(
            village=Village(number, NAME, "Hoằng Phong"),
            period_title="quý I năm 2026",
            figures=(
                CardFigure("TKNH", NAME, "người", "từ 15 tuổi", 2, Decimal(80), figure, True),
                CardFigure("KNS", "Kỹ năng số", "người", "lao động", 2, Decimal(70), None, True),
            ),
            population=tuple(self.population),
            population_before=(),
            profile=dict(self.profile),
            items=(ProfileItem("camera", NAME, "count"), ProfileItem("wifi", "Wifi", "yes_no")),
            criteria_title="35/2022",
            criteria=(CardCriterion("TC1", NAME, "no_evidence"),),
            passed=False,
            counted=Counted(430, 12, 30, 25),
            changes=(Became("merge", date(2026, 7, 1), (NAME,), True),),
            base_names={"nguoi_15": "người từ 15 tuổi"},
        )

    def set_mode(self, alone: bool) -> None:
        """Figures alone, or people too."""
        self.numbers_only = alone

    def save(self, village: Village) -> Village:
        """The village's own name and former commune."""
        if village.name == "Vệ Thôn":
            raise UserError("village_exists", "Đã có “Vệ Thôn”.", "Ghi thêm xã cũ để phân biệt.")
        self.saved = village
        return village

    def change(self, *what: object) -> Village:
        """A merger, split or renaming; refused under a lock."""
        if self.refuses:
            raise UserError("period_locked", "Kỳ 2026-06 đã khóa sổ.", "Chọn ngày sau kỳ đã khóa.")
        self.changed.append(what)
        return Village(9, NAME)


def village_edits(kept: Villages | None = None) -> VillageEdits:
    """The operations of this village."""
    one = kept or Villages()
    return VillageEdits(
        card=one.card,
        save=one.save,
        save_profile=lambda _number, items: one.profile.update(items),
        set_population=one.population.append,
        remove_population=one.population.remove,
        reorder=one.order.extend,
        merge=one.change,
        split=lambda *what: (one.change(*what),),
        rename=one.change,
        paper=lambda _request, _progress: MadeDocument(0, NAME, "phieu.pdf", one.pdf),
        write=lambda document, path, _progress: path.write_bytes(document.pdf),  # type: ignore[arg-type]
        numbers_only=lambda: one.numbers_only,
        set_numbers_only=one.set_mode,
    )
