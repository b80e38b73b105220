"""The same messy list by a pandas script: read_excel, columns cleaned, merges, to_sql.

Written as offices' scripts are: whole columns at a time, pandas' own reader of .xlsx, the same
checks and all stages of matching; every row ends where ours does. pandas is needed by nothing else.
"""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path
from typing import Any

from rapidfuzz.fuzz import ratio

from benchmarks.lists import by_hand
from benchmarks.lists.by_hand_doubts import Doubts
from benchmarks.lists.commune import BANKS
from digicommune.domain.registers import PersonKeys
from digicommune.domain.resemblance import accents_agree, says_more


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
    villages = pd.read_sql("select * from villages", connection).set_index("fold")["id"]
    good["home"] = good["place"].map(villages).fillna(("thon " + good["place"]).map(villages))
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
    target.update(_only(by_date))
    rest = good[target.isna() & good["mobile"].notna()].reset_index()
    by_phone = rest.merge(known, left_on="mobile", right_on="phone", suffixes=("", "_k"))
    near = [ratio(a, b) >= 80 for a, b in zip(by_phone["fold"], by_phone["fold_k"], strict=True)]
    by_phone = by_phone[near]
    days = by_phone["day"].notna() & by_phone["born_k"].notna()
    differ = (days & (by_phone["day"] != by_phone["born_k"])) | (
        ~days & (by_phone["year"] != by_phone["year_k"])
    )
    target.update(_only(by_phone[~differ]))
    return pd.to_numeric(target.where(~_resembling(good, target, known), -1))


def _only(found: Any) -> Any:
    """Row -> the one person found; -1 where there are several, or accents speak against it."""
    found = found[found["id_number"].isna() | found["cccd_k"].isna()]
    agree = [accents_agree(a, b) for a, b in zip(found["name"], found["name_k"], strict=True)]
    grouped = found.assign(agree=agree).groupby("index")
    return grouped["id"].first().where((grouped.size() == 1) & grouped["agree"].all(), -1)


def _resembling(good: Any, target: Any, known: Any) -> Any:
    """The rows that mean nobody for certain but may be somebody."""
    keys = ["id", "name", "fold", "born", "year", "cccd", "phone", "village"]
    listed = known[keys].astype(object).where(known[keys].notna(), None)
    doubts = Doubts([_keys(row) for row in listed.itertuples(index=False)])
    columns = ["row", "name", "fold", "day", "year", "id_number", "mobile", "home"]
    rows = good.loc[target.isna(), columns]
    rows = rows.astype(object).where(rows.notna(), None)
    asked = [doubts.asks(_keys(row)) for row in rows.itertuples(index=False)]
    return target.isna() & target.index.isin(rows.index[asked])


def _keys(row: Any) -> PersonKeys:
    number, name, folded, born, year, cccd, phone, village = row
    year, village = (None if one is None else int(one) for one in (year, village))
    return PersonKeys(number, name, folded, born, year, cccd, None, phone, village)


def _write(pd: Any, connection: Any, frames: tuple[Any, Any, Any]) -> None:
    frame, good, known = frames
    fresh = good[good["target"].isna()]
    ids = range(len(known) + 1, len(known) + 1 + len(fresh))
    good.loc[fresh.index, "target"] = list(ids)
    settled = good[good["target"] > 0]
    people = pd.DataFrame({
        "id": list(ids), "name": fresh["name"].values, "fold": fresh["fold"].values,
        "born": fresh["day"].values, "year": fresh["year"].values,
        "cccd": fresh["id_number"].values, "phone": fresh["mobile"].values,
        "village": fresh["home"].values, "import_id": 1, "import_row": fresh["row"].values,
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
    rows["target"] = good["target"].where(good["target"] > 0)
    rows["verdict"] = "new"
    rows.loc[good.index[good["target"] < 0], "verdict"] = "doubtful"
    rows.loc[frame["problem"].notna(), "verdict"] = "rejected"
    people.to_sql("residents", connection, if_exists="append", index=False)
    accounts.to_sql("accounts", connection, if_exists="append", index=False)
    rows.to_sql("import_rows", connection, if_exists="append", index=False)
    met = settled[~settled.index.isin(fresh.index)]
    _change(connection, met, known.set_index("id"))
    connection.commit()


def _change(connection: Any, met: Any, known: Any) -> None:
    """What the list has otherwise of people known."""
    held = known.loc[met["target"].astype(int)].set_index(met.index)
    names = [
        ours if says_more(ours, theirs) else theirs
        for ours, theirs in zip(met["name"], held["name"], strict=True)
    ]
    new = held.assign(
        name=names, fold=[by_hand.fold(one) for one in names],
        born=met["day"].where(met["day"].notna(), held["born"]),
        cccd=met["id_number"].where(met["id_number"].notna(), held["cccd"]),
        phone=met["mobile"].where(met["mobile"].notna(), held["phone"]),
        village=met["home"].where(met["home"].notna(), held["village"]).astype(int),
    )  # fmt: skip
    columns = ["name", "fold", "born", "cccd", "phone", "village"]
    changed = (new[columns] != held[columns]).any(axis=1)
    values = new.loc[changed, columns].assign(id=met["target"].astype(int))
    connection.executemany(
        "update residents set name=?, fold=?, born=?, cccd=?, phone=?, village=? where id=?",
        values.astype(object).values.tolist(),
    )
