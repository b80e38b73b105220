"""What the pages about recognition ask of the office; it asks nothing itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from digicommune.domain.criteria import CriteriaSet
    from digicommune.domain.dossier import DossierKey, Kept, Step
    from digicommune.domain.progress import Progress
    from digicommune.domain.recognition import Recognition, RegisterView, Revocation
    from digicommune.domain.villages import VillageLine
    from digicommune.operations.dossier_papers import PaperRequest
    from digicommune.operations.dossiers import DossierList, DossierView
    from digicommune.operations.recognitions import Authority
    from digicommune.operations.reports import MadeDocument
    from digicommune.ui.pages.issue_calls import IssueCalls


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierCalls:
    """Dossiers and their papers, bound to one office."""

    sets: Callable[[], tuple[CriteriaSet, ...]]
    listed: Callable[[str, str], DossierList]  # set, period
    load: Callable[[DossierKey], DossierView]
    save: Callable[[DossierKey, Step, int], Kept]
    paper: Callable[[PaperRequest, Progress], MadeDocument]
    write: Callable[[MadeDocument, Path, Progress], None]
    issuing: IssueCalls


@dataclass(frozen=True, slots=True, kw_only=True)
class RecognitionCalls:
    """The register, and the dossiers that lead into it."""

    dossiers: DossierCalls
    register: Callable[[str], RegisterView]  # as it stands today, with the risks of a period
    bodies: Callable[[], tuple[Authority, ...]]
    villages: Callable[[], tuple[VillageLine, ...]]
    enter: Callable[[Recognition], Recognition]
    correct: Callable[[Recognition], Recognition]
    revoke: Callable[[Recognition, Revocation], Recognition]
