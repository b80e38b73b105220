"""Commands about figures and periods: figures set/show, period lock/unlock, trace."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from digicommune.cli.answers import Answer
from digicommune.cli.opened import opened
from digicommune.domain.numbers import vi_decimal, vi_int
from digicommune.domain.sheet import UNKNOWN_VILLAGE
from digicommune.operations import figures, periods

if TYPE_CHECKING:
    import argparse

    from digicommune.domain.figures import Figure, TraceRow
    from digicommune.domain.frozen import Late
    from digicommune.domain.sheet import FigureSheet, IndicatorFigures


def set_figure(arguments: argparse.Namespace) -> Answer:
    """Keeps a typed figure."""
    new = figures.NewFigure(
        arguments.period,
        arguments.indicator,
        arguments.village,
        arguments.numerator,
        arguments.denominator,
    )
    with opened(arguments) as store:
        kept = figures.set_figure(store, new)
    where = arguments.village or "toàn xã"
    base = "" if kept.denominator is None else f"/{vi_int(kept.denominator)}"
    figure = f"{vi_int(arguments.numerator)}{base}"
    said = f"Đã ghi {kept.key.indicator} kỳ {kept.key.period}, {where}: {figure}"
    data = {
        "period": kept.key.period,
        "indicator": kept.key.indicator,
        "village": arguments.village,
        "numerator": kept.numerator,
        "denominator": kept.denominator,
    }
    return Answer([said], data)


def show(arguments: argparse.Namespace) -> Answer:
    """All figures of a period."""
    with opened(arguments) as store:
        sheet = figures.show(store, arguments.period)
    names = {one.village_id: one.name for one in sheet.villages}
    data: list[dict[str, Any]] = []
    lines = [f"Số liệu {sheet.period.title} (đến {sheet.period.end:%d/%m/%Y}):"]
    for one in sheet.indicators:
        for key, figure in one.villages.items():
            name = names.get(key, "Chưa rõ thôn")
            data.append(_figure_data(one, figure, name, unknown=key == UNKNOWN_VILLAGE))
        if one.commune is not None:
            data.append(_figure_data(one, one.commune, None))
            lines.append(f"  {one.indicator.code} {one.indicator.name}: {_said(one, one.commune)}")
        if one.indicator.code in sheet.late:
            lines.append(
                f"    phát sinh sau chốt: {_late_said(one, sheet.late[one.indicator.code])}"
            )
    return Answer(lines, _sheet_data(sheet, data))


def _late_said(one: IndicatorFigures, late: Late) -> str:
    accounts = "" if late.accounts is None else f", {vi_int(late.accounts)} tài khoản"
    return f"{vi_int(late.units)} {one.indicator.unit}{accounts}"


def _late_data(late: Late, names: dict[int, str]) -> dict[str, Any]:
    return {
        "count": late.units,
        "accounts": late.accounts,
        "villages": {names.get(key, "Chưa rõ thôn"): count for key, count in late.villages.items()},
    }


def _sheet_data(sheet: FigureSheet, data: list[dict[str, Any]]) -> dict[str, Any]:
    names = {one.village_id: one.name for one in sheet.villages}
    return {
        "period": {
            "code": sheet.period.code,
            "title": sheet.period.title,
            "start": sheet.period.start,
            "end": sheet.period.end,
            "state": sheet.state,
        },
        "figures": data,
        "late": {code: _late_data(one, names) for code, one in sheet.late.items()},
        "missing": {one.indicator.code: one.missing for one in sheet.indicators if one.missing},
    }


def _figure_data(
    one: IndicatorFigures, figure: Figure, village: str | None, *, unknown: bool = False
) -> dict[str, Any]:
    percentage = figure.percentage(one.indicator.decimals)
    found: dict[str, Any] = {
        "indicator": one.indicator.code,
        "name": one.indicator.name,
        "village": village,
        "numerator": figure.numerator,
        "denominator": figure.denominator,
        "percentage": None if percentage is None else str(percentage),
        "base": figure.base,
        "base_name": one.base_name,
        "unit": one.indicator.unit,
        "decimals": one.indicator.decimals,
        "status": figure.status,
        "source": figure.source,
        "in_period": figure.numerator_in_period,
    }
    if unknown:
        found["village_unknown"] = True
    if village is None and one.accounts is not None:
        found["accounts"] = one.accounts
    return found


def _said(one: IndicatorFigures, figure: Figure) -> str:
    percentage = figure.percentage(one.indicator.decimals)
    counts = "…" if figure.numerator is None else vi_int(figure.numerator)
    if figure.denominator is not None:
        counts += f"/{vi_int(figure.denominator)}"
    if percentage is None:
        return f"{counts} {one.indicator.unit} (chưa đủ mẫu số: {one.base_name})"
    return f"{counts} {one.indicator.unit} = {vi_decimal(percentage)}% ({one.base_name})"


def lock(arguments: argparse.Namespace) -> Answer:
    """Locks a period."""
    with opened(arguments) as store:
        period = periods.lock(store, arguments.period)
    return Answer([f"Đã khóa sổ {period.title}."], {"period": period.code, "state": "locked"})


def unlock(arguments: argparse.Namespace) -> Answer:
    """Opens a locked period."""
    with opened(arguments) as store:
        period = periods.unlock(store, arguments.period, arguments.reason)
    return Answer([f"Đã mở khóa {period.title}."], {"period": period.code, "state": "open"})


def trace(arguments: argparse.Namespace) -> Answer:
    """The rows behind a figure."""
    with opened(arguments) as store:
        rows = figures.trace(store, arguments.period, arguments.indicator, arguments.village)
    data = {
        "period": arguments.period,
        "indicator": arguments.indicator.upper(),
        "village": arguments.village,
        "count": len(rows),
        "rows": [_row_data(one) for one in rows],
    }
    return Answer([_row_line(one) for one in rows] or ["Không có dòng nào."], data)


def _row_data(one: TraceRow) -> dict[str, Any]:
    source = {"file": one.file, "sheet": one.sheet, "row": one.row, "import": one.import_id}
    return {
        "target": one.target,
        "name": one.label,
        "village": one.village,
        "detail": one.detail,
        **source,
        "typed_by": one.typed_by,
        "at": one.at,
        "source": source,
    }


def _row_line(one: TraceRow) -> str:
    came = (
        f"{one.file}, trang “{one.sheet}”, dòng {one.row}"
        if one.file
        else f"gõ tay bởi {one.typed_by or '?'} lúc {one.at or '?'}"
    )
    return f"{one.label} ({one.village or 'chưa rõ thôn'}) — {one.detail} — {came}"
