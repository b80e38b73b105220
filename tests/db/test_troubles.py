"""What can go wrong with a file or a server is said in plain words, and nothing is changed."""

from __future__ import annotations

import json
import os
import re
import sqlite3
import subprocess
import sys
import traceback
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import event, text
from sqlalchemy.exc import SQLAlchemyError

from digicommune.db import schema, troubles
from digicommune.db.store import Store
from digicommune.errors import UserError
from tests.db.conftest import is_root
from tests.db.offices import COMMUNE, add_people, import_whole_list, person


def refusal(of: Callable[[], object]) -> UserError:
    """The error an action is refused with; it must read as sentences."""
    with pytest.raises(UserError) as refused:
        of()
    error = refused.value
    assert error.message.rstrip("”").endswith((".", "”.")), error.message
    assert error.advice.endswith("."), error.advice
    assert "{" not in error.sentence()
    return error


def test_every_text_is_whole() -> None:
    for code in troubles._WORDS:
        error = troubles.trouble(code, "tệp.db", service="X", why="Y", version="Z")
        assert "{" not in error.sentence()
        assert re.search(r"[À-ỹ]", error.sentence()), code
        assert error.facts["where"] == "tệp.db"


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    missing = tmp_path / "không có.db"
    assert refusal(lambda: Store.open(str(missing))).code == "database_missing"
    assert not missing.exists()
    nowhere = tmp_path / "thư mục" / "office.db"
    assert refusal(lambda: Store.open(str(nowhere))).code == "folder_missing"
    assert refusal(lambda: Store.create(str(nowhere), COMMUNE)).code == "folder_missing"


def test_files_that_are_no_office(tmp_path: Path) -> None:
    words, empty, other = (tmp_path / name for name in ("a.db", "b.db", "c.db"))
    words.write_text("Đây là một tệp chữ. " * 50, encoding="utf-8")
    empty.touch()
    with closing(sqlite3.connect(other)) as driver:
        driver.execute("CREATE TABLE anything (x)")
    for path in (words, empty, other):
        before = path.read_bytes()
        assert refusal(lambda path=path: Store.open(str(path))).code == "not_a_database"  # type: ignore[misc]
        assert path.read_bytes() == before
    assert refusal(lambda: Store.open(str(tmp_path))).code == "not_a_database"
    assert sorted(one.name for one in tmp_path.iterdir()) == ["a.db", "b.db", "c.db"]


def test_a_newer_file_is_not_touched(file: Path) -> None:
    with closing(sqlite3.connect(file)) as driver:
        driver.execute("PRAGMA user_version = 9999")
    before = file.read_bytes()
    error = refusal(lambda: Store.open(str(file)))
    assert error.code == "database_newer"
    assert "mới hơn" in error.message
    assert file.read_bytes() == before
    assert [one.name for one in file.parent.iterdir()] == ["office.db"]


@pytest.mark.postgres
def test_a_newer_server_is_not_touched(database: str) -> None:
    with Store.create(database, COMMUNE) as store, store._engine.begin() as hand:
        hand.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    assert refusal(lambda: Store.open(database)).code == "database_newer"


def test_a_damaged_file(file: Path) -> None:
    with Store.open(str(file)) as store, store.unit() as unit:
        import_whole_list(unit, 2000, 2000)
    content = bytearray(file.read_bytes())
    for place in range(4096 * 4, len(content), 4096):
        content[place : place + 64] = bytes([0x5A]) * 64
    file.write_bytes(bytes(content))

    def use() -> None:
        with Store.open(str(file)) as store, store.glance() as unit:
            unit.people.match_index()
            unit.accounts.known()
            unit.imports.rows(1)

    assert refusal(use).code == "database_damaged"


def test_a_file_cut_short(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:4096])

    def use() -> None:
        with Store.open(str(file)) as store, store.glance() as unit:
            unit.office.commune()

    assert refusal(use).code == "database_damaged"


def test_check_tells_of_damaged_pages(file: Path) -> None:
    with Store.open(str(file)) as store, store.unit() as unit:
        import_whole_list(unit, 2000, 2000)
    content = bytearray(file.read_bytes())
    page = int.from_bytes(content[16:18], "big")
    content[-page:] = bytes(page)  # the last page is one of the lists'
    file.write_bytes(bytes(content))
    with Store.open(str(file)) as store:
        first = store.check()[0]
    assert (first.name, first.ok) == ("Tệp dữ liệu", False)
    assert "hỏng" in first.detail


def test_check_tells_of_a_missing_index(file: Path) -> None:
    with Store.open(str(file)) as store, store.unit() as unit:
        add_people(unit, [person("Lê Thị Mẫu", cccd="038190000001")])
    with Store.open(str(file)) as store:
        with store._engine.connect() as hand:
            hand.exec_driver_sql("PRAGMA writable_schema=ON")
            hand.exec_driver_sql("DELETE FROM sqlite_master WHERE name='uq_residents_cccd'")
            hand.commit()
        failed = {line.name: line.detail for line in store.check() if not line.ok}
    assert "Quy tắc của bảng" in failed
    assert "uq_residents_cccd" in failed["Quy tắc của bảng"]


READ_ONLY = """
import json, os, sys
from pathlib import Path
from digicommune.db.store import Store
from digicommune.errors import UserError
if os.geteuid() == 0:
    os.setgid(65534)
    os.setuid(65534)
try:
    Store.open(sys.argv[1])
    print(json.dumps("opened"))
except UserError as error:
    print(json.dumps(error.code))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="permissions are told otherwise there")
@pytest.mark.parametrize("what", ["file", "folder"])
def test_a_file_that_may_only_be_read(file: Path, what: str) -> None:
    for folder in [*file.parents][:-2]:
        if is_root() and folder != Path("/tmp"):
            folder.chmod(0o755)
    file.chmod(0o444 if what == "file" else 0o666)
    file.parent.chmod(0o555 if what == "folder" else 0o777)
    before = file.read_bytes()
    try:
        command = [sys.executable, "-c", READ_ONLY, str(file)]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
    finally:
        file.parent.chmod(0o755)
    assert json.loads(done.stdout) == "database_read_only"
    assert file.read_bytes() == before


def test_a_full_disk_keeps_what_was_there(file: Path) -> None:
    with Store.open(str(file)) as store:

        @event.listens_for(store._engine, "connect")
        def small_disk(driver: object, _record: object) -> None:
            driver.execute("PRAGMA max_page_count = 300")  # type: ignore[attr-defined]

        store._engine.dispose()  # the limit is a connection's own

        def use() -> None:
            with store.unit() as unit:
                import_whole_list(unit, 40_000, 2000)

        assert refusal(use).code == "disk_full"
        with store.glance() as unit:
            assert unit.people.count() == 0
            assert unit.imports.all() == ()
        assert all(line.ok for line in store.check())


@pytest.mark.skipif(not is_root() or sys.platform != "linux", reason="needs to mount a disk")
def test_a_disk_that_is_really_full(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", str(disk)],
        check=False,
        capture_output=True,
    )
    if mounted.returncode:
        pytest.skip("this machine lets nobody mount a small disk")
    try:
        where = str(disk / "office.db")
        with Store.create(where, COMMUNE) as store:

            def use() -> None:
                with store.unit() as unit:
                    import_whole_list(unit, 60_000, 2000)

            assert refusal(use).code == "disk_full"
            with store.unit() as unit:
                assert unit.people.count() == 0
                add_people(unit, [person("Lê Thị Mẫu")])
            assert all(line.ok for line in store.check())
            (disk / "filler").write_bytes(b"x" * (os.statvfs(disk).f_bavail * 4096 - 200_000))
            assert refusal(lambda: store.backup(disk / "copy.db")).code == "disk_full"
            other = str(disk / "second.db")
            assert refusal(lambda: Store.create(other, COMMUNE)).code == "disk_full"
        assert sorted(one.name for one in disk.iterdir()) == ["filler", "office.db"]
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def test_a_server_that_does_not_answer() -> None:
    where = "postgresql://lan:mat-khau@127.0.0.1:9/xa"
    error = refusal(lambda: Store.open(where))
    assert error.code == "server_unreachable"
    assert "mat-khau" not in error.sentence()
    assert refusal(lambda: Store.create(where, COMMUNE)).code == "server_unreachable"


def test_addresses_that_are_none() -> None:
    for where in ("postgresql://lan:mat-khau@may:cong/xa", "postgres://may/xa?commune=một"):
        error = refusal(lambda where=where: Store.open(where))  # type: ignore[misc]
        assert error.code == "address_unclear"
        assert "mat-khau" not in error.sentence()


def test_a_file_may_be_named_by_url_too(file: Path) -> None:
    with Store.open(f"sqlite:///{file}") as store, store.glance() as unit:
        assert unit.office.commune().name == COMMUNE.name


@pytest.mark.postgres
def test_a_server_without_the_database_or_the_office(database: str) -> None:
    assert refusal(lambda: Store.open(database)).code == "commune_missing"
    nowhere = re.sub(r"/t[0-9a-f]{32}\?", "/khong_co?", database)
    assert refusal(lambda: Store.open(nowhere)).code == "database_missing"


def test_a_backup_is_the_office_and_opens(file: Path, tmp_path: Path) -> None:
    copy = tmp_path / "sao lưu %20#1.db"
    with Store.open(str(file)) as store:
        with store.unit() as unit:
            import_whole_list(unit, 500, 500)
        store.backup(copy)
        store.backup(copy)
        assert refusal(lambda: store.backup(tmp_path / "none" / "x.db")).code == "folder_missing"
        assert refusal(lambda: store.backup(file)).code == "database_exists"
    with Store.open(str(copy)) as store, store.glance() as unit:
        assert unit.people.count() == 500
    names = sorted(one.name for one in tmp_path.iterdir())
    assert names == ["office.db", "sao lưu %20#1.db"]


@pytest.mark.postgres
def test_a_server_is_backed_up_by_its_administrator(database: str, tmp_path: Path) -> None:
    with Store.create(database, COMMUNE) as store:
        error = refusal(lambda: store.backup(tmp_path / "x.db"))
    assert error.code == "backup_by_server"


def test_a_bug_stays_a_bug_and_names_nobody(store: Store) -> None:
    nameless = {"key": "038190000001", "valid_from": None, "value": "Nguyễn Thị Mật"}
    with pytest.raises((SQLAlchemyError, troubles.DatabaseFault)) as bug, store.unit() as unit:
        unit.office._desk.add(schema.settings, nameless)
    told = "".join(traceback.format_exception(bug.value))
    assert "valid_from" in told
    assert "Mật" not in told
    assert "038190000001" not in told
