"""The result of a campaign as a short text for a chat group; it names nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digicommune.documents.campaign_letter import hour_words
from digicommune.documents.campaign_tables import share
from digicommune.documents.figure_words import day
from digicommune.documents.telling import commune_of
from digicommune.domain.numbers import vi_int

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from digicommune.domain.campaign_views import CampaignView, SessionLine
    from digicommune.domain.villages import Commune

MOST_SESSIONS = 3


def compose(view: CampaignView, commune: Commune, today: date, words: Mapping[str, str]) -> str:
    """Plain lines: the whole, banks, villages, the next sessions."""
    campaign, shares = view.campaign, view.shares
    head = words["head"].format_map(
        {
            "name": campaign.name.upper(),
            "commune": commune_of(commune.kind, commune.name),
            "end": day(min(view.until or today, today)),
        }
    )
    whole = {
        "accounts": vi_int(shares.accounts),
        "people": vi_int(shares.people),
        "first": vi_int(shares.people_first),
    }
    lines = [head, words["whole"].format_map(whole)]
    target = campaign.target_accounts
    if target:
        told = {"target": vi_int(target), "percent": share(shares.accounts, target)}
        lines.append(words["target"].format_map(told))
    lines += _banks(view, words)
    lines += _villages(view, words)
    if view.codes:
        lines.append(words["codes"].format_map({"codes": vi_int(view.codes)}))
    coming = [one for one in view.sessions if one.session.held_on >= today][:MOST_SESSIONS]
    if coming:
        told = {"sessions": "; ".join(_session(one, words) for one in coming)}
        lines.append(words["next"].format_map(told))
    return "\n".join(lines)


def _banks(view: CampaignView, words: Mapping[str, str]) -> list[str]:
    return [
        words["bank"].format_map(
            {
                "bank": view.bank(one.bank),
                "accounts": vi_int(one.accounts),
                "first": vi_int(one.standings["first"]),
            }
        )
        for one in view.shares.banks
    ]


def _villages(view: CampaignView, words: Mapping[str, str]) -> list[str]:
    if not view.villages:
        return []
    lines = [words["villages"]]
    for one in view.villages:
        told = {"village": one.name, "accounts": vi_int(one.accounts)}
        if one.target_accounts:
            told |= {
                "target": vi_int(one.target_accounts),
                "percent": share(one.accounts, one.target_accounts),
            }
        lines.append(words["village_target" if one.target_accounts else "village"].format_map(told))
    return lines


def _session(one: SessionLine, words: Mapping[str, str]) -> str:
    return (
        words["session"]
        .format_map(
            {
                "hour": hour_words(one.session.starts_at).replace(", ", " "),
                "day": day(one.session.held_on),
                "village": one.village,
            }
        )
        .strip()
    )
