"""The schema's steps: they make the tables the program knows, and an upgrade is all or nothing."""

from __future__ import annotations

import ast
import shutil
from contextlib import closing
from pathlib import Path

import pytest
import sqlcipher3
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, create_engine
from sqlalchemy.exc import SQLAlchemyError

from digicommune.db import schema, upgrade
from digicommune.db.books.office import commune_values
from digicommune.db.dialect import is_file
from digicommune.db.engine import file_engine, server_engine, server_url, start_wal
from digicommune.db.places import refuse_bad_place
from digicommune.db.schema.parts import tell_postgresql
from digicommune.db.store import Store
from digicommune.domain.registers import PeopleQuery
from digicommune.errors import UserError
from tests.db import next_step
from tests.db.offices import COMMUNE, add_people, add_villages, import_whole_list, person

OLD = Path(__file__).resolve().parents[1] / "old_databases"


def test_head_is_the_tables(store: Store) -> None:
    tell_postgresql()
    with store._engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        found = [
            one
            for one in compare_metadata(context, schema.metadata)
            if not (one[0] == "remove_table" and one[1].name == "alembic_version")
        ]
    assert found == []


def test_head_has_every_rule_of_the_tables(store: Store) -> None:
    named = {
        str(rule.name)
        for table in schema.metadata.tables.values()
        for rule in table.constraints
        if type(rule).__name__ == "CheckConstraint"
    }
    with store._engine.connect() as connection:
        assert _checks(connection) == named


def _checks(connection: Connection) -> set[str]:
    if is_file(connection):
        return {rule for kind, _, rule in upgrade.shape_of(connection) if kind == "check"}
    query = (
        "SELECT conname FROM pg_constraint WHERE contype = 'c'"
        " AND connamespace = current_schema()::regnamespace"
    )
    return {str(row[0]) for row in connection.exec_driver_sql(query)}


def test_made_by_steps_or_by_the_tables_a_file_is_the_same() -> None:
    engine = create_engine("sqlite://", module=sqlcipher3.dbapi2)
    with engine.connect() as connection:
        schema.metadata.create_all(connection)
        direct = upgrade.shape_of(connection)
    engine.dispose()
    assert direct == upgrade.fresh_shape(upgrade.SHIPPED)


def test_steps_import_nothing_of_the_program() -> None:
    for path in upgrade.SHIPPED.script.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [one.name for one in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom):
                names.append(node.module or "")
            assert not [name for name in names if name.startswith("digicommune")], path


def test_the_program_knows_its_last_step() -> None:
    from alembic.script import ScriptDirectory

    steps = ScriptDirectory.from_config(upgrade._config(None, upgrade.SHIPPED))
    assert steps.get_heads() == [upgrade.SHIPPED.revision]


def _filled(file: Path) -> None:
    with Store.open(str(file)) as store, store.unit() as unit:
        add_villages(unit, "Thôn Một")
        import_whole_list(unit, 100, 100)


def _shape(path: Path) -> tuple[int, str, list[tuple[str]]]:
    with closing(sqlcipher3.connect(str(path))) as driver:
        number = driver.execute("PRAGMA user_version").fetchone()[0]
        revision = driver.execute("SELECT version_num FROM alembic_version").fetchone()[0]
        tables = driver.execute("SELECT sql FROM sqlite_master ORDER BY name").fetchall()
        return number, revision, tables


def test_an_upgrade_keeps_everything_and_backs_up_first(file: Path, tmp_path: Path) -> None:
    _filled(file)
    backup = upgrade.upgrade_file(file, next_step.chain(tmp_path / "steps", next_step.WHOLE))
    number, revision, _ = _shape(file)
    assert (number, revision) == (upgrade.HEAD + 1, f"{upgrade.HEAD + 1:04d}")
    with closing(sqlcipher3.connect(str(file))) as driver:
        counts = [
            driver.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
            for table in ("residents", "accounts", "import_rows", "lanes")
        ]
    assert counts == [100, 100, 100, 0]
    assert backup.name == f"office.truoc-nang-cap-{upgrade.HEAD:04d}.db"
    with Store.open(str(backup)) as before, before.glance() as unit:
        assert unit.people.count() == 100
        assert unit.people.list(PeopleQuery(limit=1))[0].address is None
    # To the program of today the upgraded file is a newer one.
    with pytest.raises(UserError) as refused:
        Store.open(str(file))
    assert refused.value.code == "database_newer"


@pytest.mark.parametrize(
    ("body", "why"),
    [
        (next_step.LOSING_ROWS, "mất dòng trong accounts"),
        (next_step.LOSING_PARENTS, "đứt liên kết"),
        (next_step.LOSING_RULES, "mất quy tắc ck_villages_"),
    ],
)
def test_an_upgrade_that_loses_something_is_refused(
    file: Path, tmp_path: Path, body: str, why: str
) -> None:
    _filled(file)
    before = _shape(file)
    with pytest.raises(UserError) as refused:
        upgrade.upgrade_file(file, next_step.chain(tmp_path / "steps", body))
    assert refused.value.code == "upgrade_refused"
    assert why in refused.value.message
    assert _shape(file) == before
    with Store.open(str(file)) as store, store.glance() as unit:
        assert unit.people.count() == 100


def test_an_upgrade_that_loses_a_trigger_is_refused(file: Path, tmp_path: Path) -> None:
    with closing(sqlcipher3.connect(str(file))) as driver:
        driver.execute(
            "CREATE TRIGGER no_village_goes BEFORE DELETE ON villages"
            " BEGIN SELECT RAISE(ABORT, 'no'); END"
        )
    before = _shape(file)
    with pytest.raises(UserError) as refused:
        upgrade.upgrade_file(file, next_step.chain(tmp_path / "steps", next_step.LOSING_TRIGGERS))
    assert "mất quy tắc no_village_goes" in refused.value.message
    assert _shape(file) == before


def test_a_file_that_lacks_an_index_is_not_upgraded_over(file: Path, tmp_path: Path) -> None:
    _filled(file)
    with closing(sqlcipher3.connect(str(file))) as driver:
        driver.execute("DROP INDEX uq_residents_cccd")
    with pytest.raises(UserError) as refused:
        upgrade.upgrade_file(file, next_step.chain(tmp_path / "steps", next_step.WHOLE))
    assert "khác với tệp mới" in refused.value.message


def test_rows_may_go_where_the_step_says_so(file: Path, tmp_path: Path) -> None:
    _filled(file)
    chain = next_step.chain(tmp_path / "steps", next_step.LOSING_ROWS, ("accounts",))
    upgrade.upgrade_file(file, chain)
    assert _shape(file)[0] == upgrade.HEAD + 1


def test_a_failing_upgrade_leaves_the_file_as_it_was(file: Path, tmp_path: Path) -> None:
    _filled(file)
    before = _shape(file)
    with pytest.raises(SQLAlchemyError):
        upgrade.upgrade_file(file, next_step.chain(tmp_path / "steps", next_step.FAILING))
    assert _shape(file) == before
    with Store.open(str(file)) as store, store.glance() as unit:
        assert unit.people.count() == 100


def test_upgrading_twice_does_nothing_more(file: Path, tmp_path: Path) -> None:
    chain = next_step.chain(tmp_path / "steps", next_step.WHOLE)
    first = upgrade.upgrade_file(file, chain)
    after = _shape(file)
    second = upgrade.upgrade_file(file, chain)
    assert _shape(file) == after
    assert first != second, "an older backup is never written over"


def test_an_older_file_is_upgraded_as_it_is_opened(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _filled(file)
    chain = next_step.chain(tmp_path / "steps", next_step.WHOLE)
    monkeypatch.setattr(upgrade, "SHIPPED", chain)
    with pytest.raises(UserError) as refused:
        Store.open(str(file), migrate=False)
    assert refused.value.code == "database_older"
    with Store.open(str(file)) as store:
        assert store.upgraded_from is not None
        assert store.upgraded_from.exists()
        with store.glance() as unit:
            assert unit.people.count() == 100
    with Store.open(str(file)) as store:
        assert store.upgraded_from is None


@pytest.mark.postgres
def test_a_server_is_upgraded_in_one_transaction(database: str, tmp_path: Path) -> None:
    with Store.create(database, COMMUNE) as store, store.unit() as unit:
        add_people(unit, [person("Lê Thị Mẫu")])
    engine = server_engine(server_url(database)[0])
    try:
        failing = next_step.chain(tmp_path / "bad", next_step.FAILING)
        with pytest.raises(Exception, match="no_such_table"):
            upgrade.upgrade_server(engine, "máy chủ", failing)
        with Store.open(database) as store, store.glance() as unit:
            assert unit.people.count() == 1
        good = next_step.chain(tmp_path / "good", next_step.WHOLE)
        upgrade.upgrade_server(engine, "máy chủ", good)
        with engine.connect() as connection:
            assert upgrade.schema_of(connection) == good.head
            assert upgrade.row_counts(connection)["residents"] == 1
    finally:
        engine.dispose()


@pytest.mark.parametrize("path", sorted(OLD.glob("*.db")), ids=lambda path: path.stem)
def test_files_of_every_released_version_open(path: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copy(path, tmp_path / "office.db"))
    refuse_bad_place(copy)
    with Store.open(str(copy)) as store:
        with store.glance() as unit:
            assert unit.office.commune().name == "Hoằng Châu"
            assert [one.name for one in unit.villages.all()] == ["Thôn Hồng Kỳ", "Thôn Nam Hải"]
            assert unit.people.count() == 20
            assert unit.accounts.count() == 20
            assert len(unit.imports.rows(1)) == 20
        assert all(line.ok for line in store.check())


def test_there_is_a_file_of_the_first_version() -> None:
    assert (OLD / "0.1.0.db").stat().st_size < 600_000


def test_foreign_keys_are_off_only_while_upgrading(file: Path) -> None:
    for keys in (True, False):
        engine = file_engine(file, foreign_keys=keys)
        with engine.connect() as connection:
            assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == int(keys)
            assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 2
            assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
        engine.dispose()


def test_sets_of_before_stay_readable_for_what_was_judged_by_them(tmp_path: Path) -> None:
    path = tmp_path / "office.db"
    before = upgrade.Chain(upgrade.SHIPPED.script, upgrade.SHIPPED.steps, 3)
    start_wal(path)
    engine = file_engine(path)
    upgrade.make_schema(engine, before)
    with engine.connect() as connection:
        there = {row[1] for row in connection.exec_driver_sql("PRAGMA table_info(communes)")}
        known = {name: value for name, value in _old_commune().items() if name in there}
        connection.execute(schema.communes.insert().values(known))
        connection.exec_driver_sql(
            "INSERT INTO criteria_sets VALUES (1, 'THU', ?, ?, 0, '2026-01-01', '2026-01-01')",
            ('{"code":"THU","title":"Bộ thử","legal_basis":"","criteria":[]}', "a" * 64),
        )
        connection.commit()
    engine.dispose()
    with Store.open(str(path)) as store, store.glance() as unit:
        kept = unit.criteria.definition("a" * 64)
    assert kept is not None
    assert kept.title == "Bộ thử"


def _old_commune() -> dict[str, object]:
    stamps = {"created_at": "2026-01-01", "updated_at": "2026-01-01"}
    return {**commune_values(COMMUNE), "commune_id": 1, "version": 1, **stamps}
