"""Definitions, typed figures, periods, criteria, imports, journal and documents."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import text

from digicommune.db.store import Store
from digicommune.domain.criteria import (
    CriteriaSet,
    Criterion,
    CriterionResult,
    Judged,
    ManualAnswer,
    VillageVerdict,
)
from digicommune.domain.figures import FigureKey, TypedFigure
from digicommune.domain.indicators import Base, Indicator
from digicommune.domain.registers import DocumentRecord, ImportRecord, ImportRowRecord, PeriodLine
from digicommune.errors import UserError
from tests.db.offices import SHA, add_import, add_villages

PERIOD = "2026-Q1"


def test_definitions_are_those_of_the_last_packs(store: Store) -> None:
    one = Indicator("TKNH", "Tài khoản", "người", "có", "tất cả", ("tu15",), register="accounts")
    two = replace(one, code="DVC", valid_from=date(2026, 1, 1), target="80")
    base = Base("tu15", "người từ 15 tuổi", "người", age_from=15)
    with store.unit() as unit:
        unit.indicators.replace_definitions([one], [base])
        unit.indicators.replace_definitions([two, one], [base])
        assert unit.indicators.definitions() == (two, one)
        assert unit.indicators.bases() == (base,)


def test_a_typed_figure_replaces_the_one_before_and_tells_it(store: Store) -> None:
    with store.unit() as unit:
        (village,) = add_villages(unit, "Thôn Một")
        here = TypedFigure(FigureKey(PERIOD, "DVC", village), 12, 40)
        whole = TypedFigure(FigureKey(PERIOD, "DVC", None), None, None, "not_applicable")
        assert unit.figures.set(here) is None
        unit.figures.set_many([whole])
        assert unit.figures.set(replace(here, numerator=0, note="sửa")) == here
        changed = replace(here, numerator=0, note="sửa", version=2)
        assert unit.figures.typed(PERIOD) == (changed, whole)
        assert unit.figures.typed("2026-Q2") == ()
        assert unit.figures.delete(whole.key) == whole
        assert unit.figures.delete(whole.key) is None
        assert unit.figures.typed(PERIOD) == (changed,)


def test_a_period_is_open_till_somebody_moves_it(store: Store) -> None:
    with store.unit() as unit:
        assert unit.periods.state(PERIOD) == "open"
        unit.periods.set_state(PERIOD, "submitted")
        assert not unit.periods.is_locked(PERIOD)
        unit.periods.set_state(PERIOD, "locked", "đã nộp")
        assert unit.periods.is_locked(PERIOD)
        (line,) = unit.periods.list()
        assert line.locked_at is not None
        assert replace(line, locked_at=None) == PeriodLine(PERIOD, "locked", None, "đã nộp")
        unit.periods.set_state(PERIOD, "open", "sai số liệu thôn Một")
        (line,) = unit.periods.list()
        assert line.unlocked_at is not None
        opened = PeriodLine(PERIOD, "open", None, "sai số liệu thôn Một")
        assert replace(line, unlocked_at=None) == opened


def test_answers_and_verdicts_are_kept(store: Store) -> None:
    rule = Criterion("TC1", "Internet", "có", "yes_no", evidence=True)
    kept_set = CriteriaSet("TH-35-2022", "Bộ tiêu chí", "QĐ 35/2022", (rule,))
    verdict = VillageVerdict(1, True, 1, 1, (CriterionResult("TC1", "met", note="đủ"),))
    with store.unit() as unit:
        add_villages(unit, "Thôn Một")
        digest = unit.criteria.save_set(kept_set)
        assert unit.criteria.save_set(kept_set) == digest
        assert unit.criteria.sets() == (kept_set,)
        answer = ManualAnswer("TC1", 1, True, note="đã kéo", evidence="ảnh 1")
        assert unit.criteria.set_answer(kept_set.code, PERIOD, answer) == answer
        changed = unit.criteria.set_answer(kept_set.code, PERIOD, replace(answer, answer=False))
        assert unit.criteria.answers(kept_set.code, PERIOD) == (changed,)
        assert (changed.version, changed.answer) == (2, False)
        assert unit.criteria.answers(kept_set.code, "2026-Q2") == ()
        assert unit.criteria.latest(kept_set.code, PERIOD) is None
        unit.criteria.save_evaluation(Judged(kept_set, PERIOD, ()))
        number = unit.criteria.save_evaluation(Judged(kept_set, PERIOD, (verdict,)))
        latest = unit.criteria.latest(kept_set.code, PERIOD)
        assert latest is not None
        assert (latest.evaluation_id, latest.set_sha) == (number, digest)
        assert latest.verdicts == (verdict,)
    with pytest.raises(UserError) as refused, store.unit() as unit:
        unit.criteria.set_answer(kept_set.code, PERIOD, answer)
    assert refused.value.code == "changed_meanwhile"


def test_an_import_keeps_its_rows_and_its_file(store: Store) -> None:
    content = b"PK\x03\x04" + bytes(range(256)) * 40
    digest = hashlib.sha256(content).hexdigest()
    rows = [
        ImportRowRecord(11, "new", "person", 1, '{"ho_ten":"Mẫu"}', '["cccd_zero_restored"]'),
        ImportRowRecord(12, "rejected", problems='[{"code":"cccd_not_12_digits"}]'),
        ImportRowRecord(13, "known", "person", 2, before='{"phone":null}'),
    ]
    with store.unit() as unit:
        number = add_import(unit, sha256=digest, new=1, known=1, rejected=1, doubtful=2)
        unit.imports.add_rows(number, rows)
        unit.imports.keep_file(digest, content)
        unit.imports.keep_file(digest, content)
        assert unit.imports.file(digest) == content
        assert unit.imports.file(SHA) is None
    with store.glance() as unit:
        record = unit.imports.by_sha(digest, "bank-accounts")
        assert isinstance(record, ImportRecord)
        assert (record.import_id, record.new, record.rejected) == (number, 1, 1)
        assert (record.who, record.workstation) == (store.actor.who, store.actor.workstation)
        assert record.made_at.endswith("Z")
        assert unit.imports.by_sha(digest, "residents") is None
        assert unit.imports.get(number) == record
        assert unit.imports.all() == (record,)
        assert unit.imports.rows(number) == tuple(rows)
        assert unit.imports.rows(number, "rejected") == (rows[1],)
        assert unit.imports.rows(number, limit=1, offset=1) == (rows[1],)
        assert unit.imports.rows(number, offset=2) == (rows[2],)
        assert unit.imports.open_rows() == 3
    with store.unit() as unit:
        unit.imports.set_state(number, "undone")
        assert unit.imports.open_rows() == 0
        assert unit.imports.by_sha(digest, "bank-accounts") is None


def test_a_changed_or_missing_journal_entry_shows(store: Store) -> None:
    with store.unit() as unit:
        for number in range(4):
            unit.journal.note("village", f"village:{number}", after={"name": "Thôn"})
        assert [one.entry_id for one in unit.journal.entries(2)] == [4, 3]
        assert unit.journal.broken_at() is None
    # A hand in the database itself, past every door of the program:
    with store._engine.begin() as hand:
        hand.execute(text("UPDATE journal SET subject = 'village:9' WHERE entry_id = 2"))
    broken = [line for line in store.check() if not line.ok]
    assert [line.detail for line in broken] == ["đứt ở mục 2"]
    with store._engine.begin() as hand:
        hand.execute(text("DELETE FROM journal WHERE entry_id = 2"))
    with store.glance() as unit:
        assert unit.journal.broken_at() == 3


def test_a_document_replaces_another(store: Store) -> None:
    first = DocumentRecord(0, "bao-cao", PERIOD, "Báo cáo", b"{}", SHA, number="12/BC-UBND")
    with store.unit() as unit:
        one = unit.documents.add(replace(first, made_at="2026-03-16T01:02:03Z"))
        two = unit.documents.add(replace(first, dated=date(2026, 3, 16), replaces=one))
        unit.documents.pdf_of(two, "b" * 64)
        kept = unit.documents.get(one)
        assert kept == replace(
            first, document_id=one, made_at="2026-03-16T01:02:03Z", state="replaced"
        )
        newest = unit.documents.last_of("bao-cao", PERIOD)
        assert newest is not None
        assert (newest.document_id, newest.pdf_sha256, newest.replaces) == (two, "b" * 64, one)
        assert [made.document_id for made in unit.documents.all()] == [two, one]
        assert unit.documents.get(9) is None
        assert unit.documents.last_of("bao-cao", "2026") is None
