"""People who refused when a team called are known by name, until they have an account."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from digicommune.db.store import Store
from digicommune.domain.campaigns import Campaign
from digicommune.domain.people import Account
from digicommune.domain.walk_lists import WalkPerson
from digicommune.domain.walk_results import Outcome
from digicommune.operations import campaigns, team_papers, team_results, team_walks
from digicommune.operations.team_results import Mark, Walked
from digicommune.operations.team_walks import SheetLine, SheetRequest
from tests.db.offices import add_accounts
from tests.operations.test_teams import DAY, office


def test_who_refused_is_counted_once_and_no_longer_with_an_account(
    any_store: Store, tmp_path: Path
) -> None:
    store = any_store
    village, team = office(store, tmp_path)
    month = timedelta(days=30)
    with store.unit() as unit:
        unit.accounts.remove_many(tuple(unit.accounts.known().values()))
    planned = campaigns.save(store, Campaign(0, "TK", "Mở tài khoản", DAY - month, DAY + month))
    walk(store, village, team.team_id)  # asked twice, refused twice: still one person
    first, second = walk(store, village, team.team_id)
    assert campaigns.view(store, "TK").refused_known == 2
    rows = campaigns.refused(store, "TK")
    assert sorted(one.label for one in rows) == sorted([first.name, second.name])
    assert all("danh sách đi từng nhà số" in one.detail for one in rows)
    with store.unit() as unit:
        add_accounts(unit, [Account(0, first.number, "970405")])
    assert [one.label for one in campaigns.refused(store, "TK")] == [second.name]
    campaigns.save(store, replace(planned, start=DAY + timedelta(days=1)))
    assert campaigns.view(store, "TK").refused_known == 0
    assert campaigns.refused(store, "TK", "2025") == ()


def walk(store: Store, village: int, team: int) -> tuple[WalkPerson, WalkPerson]:
    """A round: two refuse, a third is not at home; who the two are."""
    made = team_papers.new_sheet(store, SheetRequest(village, "2026-Q1", ("TKNH",)))
    first, second, third, *_ = team_walks.view(store, made.sheet_id).lines
    outcomes: tuple[tuple[SheetLine, Outcome], ...] = (
        (first, "refused"), (second, "refused"), (third, "absent"),
    )  # fmt: skip
    marks = tuple(Mark(line.position, "TKNH", outcome) for line, outcome in outcomes)
    team_results.save(store, Walked(made.sheet_id, team, DAY, marks))
    return first.person, second.person
