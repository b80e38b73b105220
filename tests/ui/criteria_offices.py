"""The operations on criteria of the hand-made office: one set, its answers, no proof on file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from digicommune.domain.criteria import CriteriaSet
from digicommune.domain.indicator_cards import IndicatorCards
from digicommune.domain.sheet import FigureSheet
from digicommune.operations.assess import Comparison
from digicommune.operations.criteria_packs import PackNews
from digicommune.operations.gaps import GapSheet
from digicommune.ui.pages.criteria_calls import CriteriaCalls, GapCalls, PackCalls, ProofCalls
from digicommune.ui.pages.people_calls import PeopleCalls


def criteria_calls(one: CriteriaSet, given: Any, people: PeopleCalls) -> CriteriaCalls:
    """``given`` judges and keeps answers; sets, proofs and gaps are empty."""
    return CriteriaCalls(
        matrix=given.matrix,
        comparison=lambda code, _before, after: _compared(given, code, after),
        answer=given.answer,
        trace=lambda *_asked: (),
        story=lambda *_asked: (),
        carry=lambda *_asked: 0,
        group=lambda: "",
        choose_group=lambda group: group,
        packs=_packs(one),
        proofs=_proofs(),
        gaps=_gaps(given, people),
    )


def _compared(given: Any, code: str, after: str) -> Comparison:
    matrix = given.matrix(code, after)
    return Comparison(matrix, matrix, {}, {})


def _packs(one: CriteriaSet) -> PackCalls:
    return PackCalls(
        sets=lambda: (one,),
        look=lambda _path: PackNews(one, one, (), ()),
        take_in=lambda _path: PackNews(one, one, (), ()),
        save=lambda now, before: PackNews(now, before, (), ()),
        export=lambda _code, path: path,
        indicators=lambda _period: IndicatorCards(2026, (), (), ()),
    )


def _proofs() -> ProofCalls:
    def refuse(*_asked: object) -> Any:
        raise AssertionError("no proof is on file here")

    return ProofCalls(
        read=refuse,
        add=refuse,
        listed=lambda _query: (),
        content=refuse,
        save=refuse,
        edit=refuse,
        verify=refuse,
        remove=refuse,
        removed=lambda _place: (),
        put_back=refuse,
        erase=refuse,
    )


def _gaps(given: Any, people: PeopleCalls) -> GapCalls:
    def refuse(*_asked: object) -> Any:
        raise AssertionError("nobody asks what if here")

    def sheet(code: str, period: str) -> GapSheet:
        matrix = given.matrix(code, period)
        return GapSheet(matrix.criteria_set, matrix.period, matrix.villages, (), (), ())

    return GapCalls(
        sheet=sheet,
        assign=lambda _place, task: replace(task, version=task.version + 1),
        export=lambda _code, _period, path: _written(path),
        footing=refuse,
        suppose=refuse,
        figures=lambda _period: _no_figures(),
        people=people,
    )


def _written(path: Path) -> int:
    path.touch()
    return 0


def _no_figures() -> FigureSheet:
    raise AssertionError("no figures are asked here")
