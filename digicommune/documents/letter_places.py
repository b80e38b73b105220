"""What the sentences of notice, letter, invitation and brief may fill in; it holds no wording."""

from __future__ import annotations

NOTICE = {
    "opening": "commune period",
    "content_figures": "commune period end due",
    "content_owing": "count of names",
    "content_complete": "of",
    "content_form": "commune",
    "closing": "commune",
    "more": "names count",
}
LETTER = {
    "addressee": "village",
    "addressee_named": "village",
    "addressees_listed": "",
    "opening": "commune period",
    "owing": "count of due period",
    "complete": "of period",
    "request": "commune period by",
    "request_one": "head commune period by",
    "closing_one": "head commune",
    "by": "deadline",
    "by_now": "",
    "check": "commune by",
    "closing": "commune",
    "table": "",
    "annexed": "annexes",
}
# Every sentence of an invitation may name the same.
_MEETING = "period commune kind year"
INVITATION = {
    "invites": "commune",
    "prepares": "",
    **dict.fromkeys(("guests", "agenda", "chair", "time", "venue", "preparation"), _MEETING),
    "closing": _MEETING,
}
BRIEF = {
    "addressee": "commune",
    "passed": "passed villages",
    "recognised": "count of",
    "unjudged": "",
    "targets": "met judged",
    "targets_missed": "names",
    "no_targets": "",
    "main": "name counts unit percent",
    "main_target": "target",
    "main_short": "target short unit",
    "main_count": "name count unit",
    "no_main": "",
    "gaps": "silent villages",
    "gaps_silent": "silent",
    "no_gaps": "",
    "open_rows": "count",
    "changed": "name change percent",
    "nothing_changed": "before",
    "late_figures": "due count of names",
    "late_task": "task",
    "nothing_late": "",
    "at_risk": "village clauses",
    "far": "name short unit target",
    "nothing_at_risk": "",
    "more": "names count",
    "more_targets": "names count",
    **dict.fromkeys(
        ("unchanged", "points_same", "before_period", "before_same", "before_year"), ""
    ),
    **dict.fromkeys(("points_up", "points_down"), "points"),
    **dict.fromkeys(("points_slightly_up", "points_slightly_down"), "least"),
    **dict.fromkeys(("units_more", "units_less"), "count unit"),
    "units_same": "unit",
}
