"""The same messy list by a pandas script: read_excel, columns cleaned, merges, to_sql.

Written as offices' scripts are: whole columns at a time, pandas' own reader of .xlsx, the same
checks and stages 1 to 3 of matching. pandas is needed by nothing but this.
"""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path
from typing import Any

from rapidfuzz.fuzz import ratio

from benchmarks.lists import by_hand
from benchmarks.lists.commune import BANKS


def run(path: Path, database: Path) -> None:
    """Takes the list into the file that ``by_hand.make`` made."""
    import pandas as pd  # type: ignore[import-untyped]

    frame = pd.read_excel(path, dtype=object)
    frame.columns = ["stt", "name", "born", "cccd", "phone", "village", "bank", "number", "opened"]
    frame = frame.where(frame.notna(), None)
    frame["row"] = frame.index + 2
    for column in ("born", "cccd", "phone"):  # whole numbers come as ints, as calamine gives floats
        frame[column] = frame[column].map(lambda one: float(one) if isinstance(one, int) else one)
    _clean(frame)
    good = frame[frame["problem"].isna()].copy()
    connection = sqlite3.connect(database)
    known = pd.read_sql("select * from residents", connection)
    good["target"] = _matched(pd, good, known)
    _write(pd, connection, (frame, good, known))
    connection.close()


def _checked(call: Any, value: object) -> tuple[Any, str | None]:
    try:
        return call(value), None
    except ValueError as error:
        return None, str(error)


def _clean(frame: Any) -> None:
    frame["name"] = frame["name"].map(by_hand.name_of)
    frame["fold"] = frame["name"].map(by_hand.fold)
    days = frame["born"].map(lambda one: _checked(by_hand.day_of, one))
    frame["day"] = days.map(lambda one: one[0][0] if one[0] else None)
    frame["year"] = days.map(lambda one: one[0][1] if one[0] else None)
    numbers = frame["cccd"].map(lambda one: _checked(by_hand.number_of, one))
    frame["id_number"] = numbers.map(lambda one: one[0])
    frame["mobile"] = frame["phone"].map(by_hand.phone_of)
    frame["place"] = frame["village"].map(lambda one: by_hand.fold(str(one or "")))
    frame["bin"] = frame["bank"].map(BANKS)
    frame["day_opened"] = frame["opened"].map(lambda one: by_hand.day_of(one)[0])
    frame["problem"] = days.map(lambda one: one[1]).fillna(numbers.map(lambda one: one[1]))
    again = frame["id_number"].notna() & frame.duplicated("id_number")
    frame.loc[again, "problem"] = "duplicate_in_file"


def _matched(pd: Any, good: Any, known: Any) -> Any:
    target = good["id_number"].map(known.set_index("cccd")["id"])
    names = known.set_index("id")["fold"]
    found = target.dropna().astype(int)
    alike = [
        ratio(ours, names[theirs]) >= 70
        for ours, theirs in zip(good.loc[found.index, "fold"], found, strict=True)
    ]
    target.loc[found.index[[not one for one in alike]]] = -1
    rest = good[target.isna() & good["day"].notna()].reset_index()
    by_date = rest.merge(
        known, left_on=["fold", "day"], right_on=["fold", "born"], suffixes=("", "_k")
    )
    by_date = by_date[by_date["id_number"].isna() | by_date["cccd_k"].isna()]
    target.update(_only(by_date))
    rest = good[target.isna() & good["mobile"].notna()].reset_index()
    by_phone = rest.merge(known, left_on="mobile", right_on="phone", suffixes=("", "_k"))
    near = [ratio(a, b) >= 80 for a, b in zip(by_phone["fold"], by_phone["fold_k"], strict=True)]
    by_phone = by_phone[near]
    by_phone = by_phone[by_phone["id_number"].isna() | by_phone["cccd_k"].isna()]
    target.update(_only(by_phone))
    return pd.to_numeric(target)


def _only(found: Any) -> Any:
    """Row -> the one person found; -1 where there are several."""
    grouped = found.groupby("index")["id"]
    return grouped.first().where(grouped.size() == 1, -1)


def _write(pd: Any, connection: Any, frames: tuple[Any, Any, Any]) -> None:
    frame, good, known = frames
    fresh = good[good["target"].isna()]
    ids = range(len(known) + 1, len(known) + 1 + len(fresh))
    good.loc[fresh.index, "target"] = list(ids)
    settled = good[good["target"] > 0]
    villages = pd.read_sql("select * from villages", connection).set_index("fold")["id"]
    home = fresh["place"].map(villages).fillna(("thon " + fresh["place"]).map(villages))
    people = pd.DataFrame({
        "id": list(ids), "name": fresh["name"].values, "fold": fresh["fold"].values,
        "born": fresh["day"].values, "year": fresh["year"].values,
        "cccd": fresh["id_number"].values, "phone": fresh["mobile"].values,
        "village": home.values, "import_id": 1, "import_row": fresh["row"].values,
    })  # fmt: skip
    accounts = pd.DataFrame({
        "resident": settled["target"], "bank": settled["bin"], "number": settled["number"],
        "opened": settled["day_opened"], "import_id": 1, "import_row": settled["row"],
    }).drop_duplicates(["resident", "bank", "number"])  # fmt: skip
    listed = ["name", "day", "year", "id_number", "mobile", "village", "bank", "bin", "number"]
    texts = [json.dumps(one, ensure_ascii=False, default=str) for one in
             frame[listed].to_dict("records")]  # fmt: skip
    rows = pd.DataFrame({"import_id": 1, "row": frame["row"], "fields": texts,
                         "problem": frame["problem"]})  # fmt: skip
    rows["target"] = good["target"]
    rows["verdict"] = "new"
    people.to_sql("residents", connection, if_exists="append", index=False)
    accounts.to_sql("accounts", connection, if_exists="append", index=False)
    rows.to_sql("import_rows", connection, if_exists="append", index=False)
    changed = settled[~settled.index.isin(fresh.index) & settled["mobile"].notna()]
    pairs = [(a, int(b)) for a, b in zip(changed["mobile"], changed["target"], strict=True)]
    connection.executemany("update residents set phone=? where id=?", pairs)
    connection.commit()
