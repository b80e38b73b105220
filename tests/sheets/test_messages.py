"""What the reading child says arrives as it was, and what is no message is refused."""

from __future__ import annotations

import pytest

from digicommune.domain.rows import ListReading, Problem, Record, Rejected, Skipped
from digicommune.sheets import messages
from digicommune.sheets.messages import Outcome

RECORDS = (
    Record(2, {"ho_ten": "Nguyễn Văn Hải", "nam_sinh": 1990, "ma_qr": True}, ("hidden_row",)),
    Record(3, {"ho_ten": "Lê “Bích” \\ \u2028", "doanh_thu": 10**30}, ()),
)
READING = ListReading(
    sheet="Danh sách",
    header_rows=(1, 2),
    columns={"B": "ho_ten"},
    kind="residents",
    records=RECORDS,
    rejected=(Rejected(4, (Problem("date_invalid", "ngay_sinh", "C", "Sai."),), {"x": False}),),
    skipped=(Skipped(5, "total", "Cộng", 2), Skipped(6, "note", "", None)),
    declared_total=None,
)
OUTCOME = Outcome("ok", None, ("Danh sách",), (), ("Danh sách",), READING)


def test_records_arrive_as_they_were() -> None:
    what, load = messages.heard(messages.message(messages.RECORDS, RECORDS))
    assert (what, tuple(load)) == (messages.RECORDS, RECORDS)
    assert [type(one) for one in load] == [Record, Record]


def test_the_outcome_arrives_with_the_records_before_it() -> None:
    sent = messages.without_records(OUTCOME)
    assert not sent.reading.records
    what, load = messages.heard(messages.message(messages.DONE, sent))
    assert (what, messages.with_records(load, RECORDS)) == (messages.DONE, OUTCOME)


def test_half_characters_become_question_marks() -> None:
    spoilt = Record(2, {"ho_ten": "Hải\ud800", "\udfff": 10**30}, ())
    _, load = messages.heard(messages.message(messages.RECORDS, [spoilt]))
    assert load == [Record(2, {"ho_ten": "Hải?", "?": 10**30}, ())]


@pytest.mark.parametrize(
    "data",
    [
        b"", b"\x80\x04", b"[]", b'["records"]', b'["run",null]', b'["records",[[2,"x",[]]]]',
        b'["records",[["2",{},[]]]]', b'["done",{"open":"ok"}]', b'["progress",[1,2]]', b"\xff\xfe",
        b'["bug","\xff"]',
    ],
)  # fmt: skip
def test_what_is_no_message_is_not_understood(data: bytes) -> None:
    with pytest.raises(messages.NOT_UNDERSTOOD):
        messages.heard(data)
