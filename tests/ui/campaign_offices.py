"""A hand-made office's campaigns, for the window's tests: real rules over a few accounts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from digicommune.domain.campaign_calendar import clashes, in_order
from digicommune.domain.campaign_shares import Opening, people_who, share_table
from digicommune.domain.campaign_views import (
    CampaignView,
    Coverage,
    DayPoint,
    SessionLine,
    VillageProgress,
)
from digicommune.domain.campaigns import (
    Campaign,
    CampaignResult,
    Letter,
    LetterBatch,
    Outcome,
    Session,
    Target,
    Told,
)
from digicommune.domain.figures import TraceRow
from digicommune.domain.progress import Progress
from digicommune.domain.report_sections import SectionOffer, SectionPlace, SectionText
from digicommune.domain.villages import Village, VillageLine
from digicommune.operations.campaign_letters import BatchRequest, PrintRequest
from digicommune.operations.campaign_papers import PaperRequest
from digicommune.operations.campaigns import CampaignLine, WhoRequest
from digicommune.operations.reports import MadeDocument
from digicommune.ui.pages.campaign_calls import CampaignCalls
from tests.ui.signer_offices import signer_lines

BANKS = {"970405": "Agribank", "970436": "Vietcombank"}
DAY = date(2026, 1, 5)
OUTCOMES = (
    Outcome("da-co", "Đã có tài khoản", "had_one"),
    Outcome("giay-to", "Thiếu giấy tờ", "refused"),
)


class Campaigns:
    """One campaign of two banks, kept as the real register keeps it."""

    def __init__(self, name: str, villages: tuple[Village, ...], pdf: Callable[[], bytes]) -> None:
        self.villages, self.pdf = villages, pdf
        self.batches: list[LetterBatch] = []
        sessions = (
            Session(1, 1, 1, DAY, "Nhà văn hóa", "970405", "Lê Thị Mẫu", 40, "08:00", "", 50),
            Session(2, 1, 2, DAY, name, "970405", "Lê Thị Mẫu", None, "08:30"),
        )
        self.campaign = Campaign(
            1, "TK-01", name, DAY, date(2026, 3, 1), tuple(BANKS), (Target(1, 4, 2),), sessions
        )
        self.told: list[Told] = []
        self.typed: dict[SectionPlace, SectionText] = {}
        self.openings = (
            Opening(1, "970405", DAY, True, 1, 1, 1),
            Opening(2, "970405", DAY, True, 2, 1, 1),
            Opening(2, "970436", DAY, True, 3, 1),
            Opening(3, "970436", DAY + timedelta(days=7), True, 4, 2),
            Opening(4, "970436", DAY + timedelta(days=7), True, 5, 0),
            Opening(4, "970418", DAY - timedelta(days=400), False, 6, 0),
        )

    def lines(self) -> tuple[CampaignLine, ...]:
        """The campaign; its numbers are those of scenario 3."""
        result = CampaignResult(
            1, 1120, 1000, 968, {"970405": 700, "970436": 420}, {1: 600, 0: 400}
        )
        return (CampaignLine(self.campaign, result),)

    def save(self, campaign: Campaign) -> Campaign:
        """Kept, whatever it is."""
        sessions = tuple(
            replace(one, session_id=one.session_id or 90 + place)
            for place, one in enumerate(campaign.sessions)
        )
        self.campaign = replace(campaign, sessions=sessions, version=campaign.version + 1)
        return self.campaign

    def view(self, _code: str, _period: str | None) -> CampaignView:
        """What the rules make of the accounts."""
        told = {"970405": dict(self.told[-1].people)} if self.told else {}
        names = {one.village_id: one.name for one in self.villages}
        sessions = tuple(
            SessionLine(
                one,
                names.get(one.village_id or 0, ""),
                BANKS[one.bank_bin or "970405"],
                2,
                2,
                1,
                {},
            )
            for one in sorted(self.campaign.sessions, key=in_order)
        )
        return CampaignView(
            self.campaign,
            BANKS,
            share_table(self.openings, tuple(BANKS), told, frozenset({"da-co"})),
            (
                VillageProgress(1, names[1], 3, 2, 1, 4, 2),
                VillageProgress(2, names[2], 1, 1, 0),
                VillageProgress(0, "Chưa rõ thôn", 1, 1, 0),
            ),
            sessions,
            (DayPoint(DAY, 3), DayPoint(DAY + timedelta(days=7), 5)),
            0,
            clashes(self.campaign.sessions),
            OUTCOMES,
            1,
            date(2026, 3, 14),
            Coverage(4, 5, "người từ 15 tuổi"),
        )

    def who(self, asked: WhoRequest) -> tuple[TraceRow, ...]:
        """The people behind a number."""
        people = people_who(self.openings, asked.bank, asked.standing)
        return tuple(
            TraceRow(f"person:{one}", f"Người {one}", None, "ds.xlsx", "DS", 9 + one, 1)
            for one in sorted(people)
        )

    def tell(self, _code: str, told: Told) -> None:
        """Kept."""
        self.told.append(told)

    # --- papers

    def write_letters(self, asked: BatchRequest) -> LetterBatch:
        """A batch of three letters."""
        letters = tuple(Letter(at, 1, name) for at, name in enumerate(asked.addressees, start=1))
        batch = LetterBatch(len(self.batches) + 1, 1, asked.source, letters)
        self.batches.insert(0, batch)
        return batch

    def printed(self, number: int, upto: int) -> LetterBatch:
        """Kept."""
        at = next(place for place, one in enumerate(self.batches) if one.batch_id == number)
        self.batches[at] = replace(self.batches[at], printed_to=upto)
        return self.batches[at]

    def print_letters(self, asked: PrintRequest, _progress: Progress) -> MadeDocument:
        """A document that says from which letter it goes."""
        return MadeDocument(0, f"Giấy mời từ thư {asked.first}", "giay-moi.pdf", self.pdf())

    def paper(self, asked: PaperRequest, _progress: Progress) -> MadeDocument:
        """A document that says its kind and number."""
        return MadeDocument(1, f"{asked.kind} {asked.number}", "x.pdf", self.pdf())

    def offered(self, asked: PaperRequest, _progress: Progress) -> tuple[SectionOffer, ...]:
        """One section of each paper, with what was typed."""
        place = SectionPlace(asked.kind, asked.period, "money")
        return (SectionOffer(place, "Kinh phí", "Tự bảo đảm.", self.typed.get(place)),)

    def save_section(self, typed: SectionText) -> SectionText:
        """Keeps it."""
        self.typed[typed.place] = typed
        return typed


def _write(made: MadeDocument, to: Path, _progress: Progress) -> None:
    to.write_bytes(made.pdf)


def campaign_calls(kept: Campaigns) -> CampaignCalls:
    """The calls of the page over a hand-made office."""
    return CampaignCalls(
        lines=kept.lines,
        save=kept.save,
        banks=lambda: BANKS,
        villages=lambda: tuple(VillageLine(one, {}) for one in kept.villages),
        view=kept.view,
        who=kept.who,
        refused=lambda _code, _period: (
            TraceRow("person:9", "Người 9", None, None, None, None, None, "từ chối"),
        ),
        tell=kept.tell,
        paper=kept.paper,
        message=lambda code, _period: f"Kết quả {code}",
        bank_file=lambda _code, _bank, to: to.write_bytes(b"x"),
        batches=lambda _code: tuple(kept.batches),
        write_letters=kept.write_letters,
        print_letters=kept.print_letters,
        printed=kept.printed,
        signers=signer_lines,
        offered=kept.offered,
        save_section=kept.save_section,
        write=_write,
    )
