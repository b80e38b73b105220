"""The pack of campaigns: what ships is whole, what is not is refused with its reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from digicommune.errors import UserError
from digicommune.packs.campaigns import load_campaigns, shipped_campaigns
from digicommune.settings import resources


def test_the_shipped_outcomes_tell_both_kinds() -> None:
    groups = {one.group for one in shipped_campaigns().outcome}
    assert groups == {"had_one", "refused"}
    assert not shipped_campaigns().verified  # from practice, not from a text of law


@pytest.mark.parametrize(
    ("old", "new"),
    [('"giay-to"', '"khac"'), ('group = "refused"', 'group = "lost"'), ("name =", "nane =")],
)
def test_a_spoilt_pack_is_refused(tmp_path: Path, old: str, new: str) -> None:
    text = (resources() / "packs" / "campaigns.toml").read_text("utf-8")
    path = tmp_path / "campaigns.toml"
    path.write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(UserError) as refused:
        load_campaigns(path)
    assert refused.value.code == "bad_pack"
    assert "campaigns.toml" in refused.value.message
