"""Finds a campaign and its sessions in an open unit: asked by operations, itself none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digicommune.errors import UserError

if TYPE_CHECKING:
    from digicommune.db.unit import Unit
    from digicommune.domain.campaigns import Campaign, Session
    from digicommune.operations.intake_rows import IntakeRequest


def campaign_of(unit: Unit, code: str) -> Campaign:
    """The campaign of a code; raises ``UserError`` ``campaign_unknown``."""
    found = unit.campaigns.by_code(code)
    if found is None:
        known = ", ".join(one.code for one in unit.campaigns.all())
        raise UserError(
            "campaign_unknown",
            f"Không có chiến dịch mã “{code}”.",
            f"Dùng một trong các mã: {known}." if known else "Lập chiến dịch trước rồi nhập.",
            campaign=code,
            known=known,
        )
    return found


def session_of(campaign: Campaign, session_id: int) -> Session:
    """A session of a campaign; raises ``UserError`` ``session_unknown``."""
    found = next((one for one in campaign.sessions if one.session_id == session_id), None)
    if found is None:
        known = ", ".join(str(one.session_id) for one in campaign.sessions)
        raise UserError(
            "session_unknown",
            f"Chiến dịch {campaign.code} không có buổi số {session_id}.",
            f"Dùng một trong các số: {known}." if known else "Thêm buổi vào chiến dịch trước.",
            session=session_id,
        )
    return found


def bank_of_session(unit: Unit, request: IntakeRequest) -> str | None:
    """The bank of the session a list came from; None where the list names none, or it has none."""
    if not request.campaign or request.session is None:
        return None
    return session_of(campaign_of(unit, request.campaign), request.session).bank_bin
