"""Workers: order, answers on the window's thread, cancelling, errors, stale answers, shutdown."""

from __future__ import annotations

import threading
from typing import Any

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from digicommune.domain.progress import Progress
from digicommune.errors import Cancelled, UserError
from digicommune.ui.tasks import Task, Tasks


def task(owner: QObject, topic: str, **parts: Any) -> Task[Any]:
    parts.setdefault("call", lambda progress: topic)
    parts.setdefault("done", lambda answer: None)
    return Task(owner=owner, topic=topic, **parts)


def test_answers_come_on_the_window_s_thread(qtbot: QtBot, tasks: Tasks) -> None:
    owner = QObject()
    found: list[tuple[int, int]] = []

    def done(worker: int) -> None:
        found.append((worker, threading.get_ident()))

    tasks.run(task(owner, "t", call=lambda _p: threading.get_ident(), done=done))
    qtbot.waitUntil(lambda: bool(found))
    worker, here = found[0]
    assert here == threading.get_ident()
    assert worker != here


def test_writes_run_one_at_a_time_in_order(qtbot: QtBot, tasks: Tasks) -> None:
    owner = QObject()
    running, most = [0], [0]
    order: list[int] = []

    def write(number: int) -> int:
        running[0] += 1
        most[0] = max(most[0], running[0])
        running[0] -= 1
        order.append(number)
        return number

    for number in range(20):
        tasks.run(task(owner, f"w{number}", call=lambda _p, n=number: write(n), writes=True))
    qtbot.waitUntil(lambda: tasks.idle)
    assert order == list(range(20))
    assert most == [1]


def test_a_write_tells_that_something_changed_and_a_read_does_not(
    qtbot: QtBot, tasks: Tasks
) -> None:
    owner = QObject()
    changes: list[int] = []
    tasks.changed.connect(lambda: changes.append(1))
    tasks.run(task(owner, "read"))
    qtbot.waitUntil(lambda: tasks.idle)
    assert changes == []
    with qtbot.waitSignal(tasks.changed):
        tasks.run(task(owner, "write", writes=True))
    assert changes == [1]


def test_a_failed_write_changes_nothing_and_its_error_reaches_the_alerts(
    qtbot: QtBot, tasks: Tasks
) -> None:
    owner = QObject()
    changes: list[int] = []
    tasks.changed.connect(lambda: changes.append(1))

    def fail(_progress: Progress) -> None:
        raise UserError("locked", "Kỳ đã khóa.", "Mở khóa trước.")

    with qtbot.waitSignal(tasks.failed) as told:
        tasks.run(task(owner, "w", call=fail, writes=True))
    qtbot.waitUntil(lambda: tasks.idle)
    assert isinstance(told.args[0], UserError)
    assert changes == []


def test_who_takes_the_error_keeps_it_from_the_alerts(qtbot: QtBot, tasks: Tasks) -> None:
    owner = QObject()
    taken: list[Exception] = []
    shown: list[object] = []
    tasks.failed.connect(shown.append)
    tasks.run(task(owner, "r", call=lambda _p: 1 // 0, failed=taken.append))
    qtbot.waitUntil(lambda: tasks.idle)
    assert isinstance(taken[0], ZeroDivisionError)
    assert shown == []


def test_an_earlier_answer_of_the_same_topic_is_dropped(qtbot: QtBot, tasks: Tasks) -> None:
    owner = QObject()
    shown: list[object] = []
    go = threading.Event()

    def slow(_progress: Progress) -> str:
        go.wait(10)
        return "old"

    tasks.run(task(owner, "rows", call=slow, done=shown.append))
    tasks.run(task(owner, "rows", call=lambda _p: "new", done=shown.append))
    qtbot.waitUntil(lambda: shown == ["new"])
    go.set()
    qtbot.waitUntil(lambda: tasks.idle)
    assert shown == ["new"]


def test_topics_of_two_owners_do_not_meet(qtbot: QtBot, tasks: Tasks) -> None:
    one, two = QObject(), QObject()
    shown: list[str] = []
    tasks.run(task(one, "rows", call=lambda _p: "one", done=shown.append))
    tasks.run(task(two, "rows", call=lambda _p: "two", done=shown.append))
    qtbot.waitUntil(lambda: tasks.idle)
    assert sorted(shown) == ["one", "two"]


def test_an_answer_for_a_page_that_is_gone_is_dropped(qtbot: QtBot, tasks: Tasks) -> None:
    owner = QObject()
    shown: list[object] = []
    go = threading.Event()
    tasks.run(task(owner, "rows", call=lambda _p: go.wait(10), done=shown.append))
    delete(owner)
    go.set()
    qtbot.waitUntil(lambda: tasks.idle)
    assert shown == []


def test_cancelling_stops_at_the_next_progress_and_is_no_error(qtbot: QtBot, tasks: Tasks) -> None:
    owner = QObject()
    seen: list[str] = []
    shown: list[object] = []
    ended: list[int] = []
    tasks.failed.connect(shown.append)
    begun, go = threading.Event(), threading.Event()

    def call(progress: Progress) -> str:
        progress(0, 2, "đọc")
        begun.set()
        go.wait(10)
        try:
            progress(1, 2, "đọc")
        except Cancelled:
            seen.append("rolled back")
            raise
        return "not reached"

    ticket = tasks.run(
        task(owner, "w", call=call, done=shown.append, ended=lambda: ended.append(1), writes=True)
    )
    qtbot.waitUntil(begun.is_set)
    ticket.cancel()
    go.set()
    qtbot.waitUntil(lambda: tasks.idle)
    assert seen == ["rolled back"]
    assert shown == []
    assert ended == [1]


def test_progress_is_told_on_the_window_s_thread_and_not_too_often(
    qtbot: QtBot, tasks: Tasks
) -> None:
    owner = QObject()
    told: list[tuple[object, ...]] = []

    def call(progress: Progress) -> None:
        for step in range(1, 10_001):
            progress(step, 10_000, "đếm")

    tasks.run(task(owner, "p", call=call, progress=lambda *one: told.append(one)))
    qtbot.waitUntil(lambda: tasks.idle)
    assert told[-1] == (10_000, 10_000, "đếm")
    assert len(told) < 500


def test_shutting_down_cancels_waits_and_drops_answers(qtbot: QtBot, tasks: Tasks) -> None:
    owner = QObject()
    shown: list[object] = []
    begun = threading.Event()

    def call(progress: Progress) -> None:
        begun.set()
        while True:
            progress(0, 1, "mãi")

    tasks.run(task(owner, "w", call=call, done=shown.append, writes=True))
    tasks.run(task(owner, "queued", done=shown.append, writes=True))
    qtbot.waitUntil(begun.is_set)
    tasks.shut_down()
    assert tasks.idle
    tasks.run(task(owner, "late", done=shown.append))
    qtbot.wait(20)
    assert shown == []
    assert not [one for one in threading.enumerate() if one.name.startswith("digicommune-write")]


def test_busy_is_told_once_at_each_end(qtbot: QtBot, tasks: Tasks) -> None:
    owner = QObject()
    told: list[bool] = []
    tasks.busy.connect(told.append)
    for number in range(3):
        tasks.run(task(owner, f"r{number}"))
    qtbot.waitUntil(lambda: tasks.idle)
    assert told == [True, False]
