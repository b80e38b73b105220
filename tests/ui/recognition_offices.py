"""An office with dossiers nobody has begun and an empty register, for windows of other tests."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from digicommune.domain.criteria import CriteriaSet, Criterion
from digicommune.domain.dossier import Dossier, DossierKey
from digicommune.domain.dossier_checks import checklist
from digicommune.domain.periods import parse_period
from digicommune.domain.recognition import RecognisedSum, RegisterView
from digicommune.operations.dossiers import DossierLine, DossierList
from digicommune.ui.pages.recognition_calls import DossierCalls, RecognitionCalls

if TYPE_CHECKING:
    from digicommune.domain.villages import Village


def _nobody(*_given: Any) -> Any:
    raise AssertionError("nothing of a dossier was asked for")


def recognition_calls(villages: tuple[Village, ...], title: str) -> RecognitionCalls:
    """Lists the villages with what each lacks; whatever changes something is refused."""
    known = CriteriaSet("35/2022", title, "", (Criterion("TC1", title, title, "yes_no"),))

    def listed(code: str, period: str) -> DossierList:
        lines = []
        for one in villages:
            checks = checklist(Dossier(DossierKey(code, period, one.village_id)), known, None)
            lines.append(DossierLine(one, "none", 0, 1, passed=False, checks=checks))
        return DossierList(known, parse_period(period), tuple(lines))

    dossiers: dict[str, Any] = dict.fromkeys(DossierCalls.__slots__, _nobody)
    dossiers.update(sets=lambda: (known,), listed=listed)
    calls: dict[str, Any] = dict.fromkeys(RecognitionCalls.__slots__, _nobody)
    calls.update(
        dossiers=DossierCalls(**dossiers),
        register=lambda period: RegisterView(
            (), parse_period(period), RecognisedSum((), len(villages), {})
        ),
        bodies=lambda: (),
        villages=lambda: (),
    )
    return RecognitionCalls(**calls)
