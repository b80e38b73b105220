"""What an operation holds while it works: one book a subject over one transaction."""

from __future__ import annotations

from digicommune.db.books.accounts import AccountBook
from digicommune.db.books.after_issue import AfterIssueBook
from digicommune.db.books.campaign_letters import LetterBook
from digicommune.db.books.campaign_refusals import RefusalBook
from digicommune.db.books.campaign_results import CampaignResultBook
from digicommune.db.books.campaigns import BankBook, CampaignBook
from digicommune.db.books.counting import CountingBook
from digicommune.db.books.criteria import CriteriaBook
from digicommune.db.books.documents import DocumentBook
from digicommune.db.books.facts import FactBook
from digicommune.db.books.figures import FigureBook, IndicatorBook
from digicommune.db.books.imports import ImportBook
from digicommune.db.books.issued import CheckBook, IssuedBook
from digicommune.db.books.journal import JournalBook
from digicommune.db.books.merchants import MerchantBook
from digicommune.db.books.office import IdBook, OfficeBook
from digicommune.db.books.people import PeopleBook
from digicommune.db.books.periods import PeriodBook
from digicommune.db.books.proofs import GapBook, ProofBook
from digicommune.db.books.recognition import DossierBook, RecognitionBook
from digicommune.db.books.sections import SectionBook
from digicommune.db.books.senders import SenderBook
from digicommune.db.books.signed import SignedBook
from digicommune.db.books.superior_books import SuperiorBookBook
from digicommune.db.books.teams import TeamBook
from digicommune.db.books.tracing import TracingBook
from digicommune.db.books.trash import TrashBook
from digicommune.db.books.villages import VillageBook
from digicommune.db.books.walks import WalkBook
from digicommune.db.desk import Desk


class Unit:
    """The books of one transaction; after it ends none of them may be used."""

    def __init__(self, desk: Desk) -> None:
        self.office = OfficeBook(desk)
        self.ids = IdBook(desk)
        self.villages = VillageBook(desk)
        self.people = PeopleBook(desk)
        self.accounts = AccountBook(desk)
        self.facts = FactBook(desk)
        self.trash = TrashBook(desk)
        self.merchants = MerchantBook(desk)
        self.banks = BankBook(desk)
        self.campaigns = CampaignBook(desk)
        self.campaign_results = CampaignResultBook(desk)
        self.campaign_refusals = RefusalBook(desk)
        self.letters = LetterBook(desk)
        self.indicators = IndicatorBook(desk)
        self.figures = FigureBook(desk)
        self.counting = CountingBook(desk)
        self.tracing = TracingBook(desk)
        self.periods = PeriodBook(desk)
        self._smart_villages(desk)
        self.imports = ImportBook(desk)
        self.senders = SenderBook(desk)
        self.teams = TeamBook(desk)
        self.walks = WalkBook(desk)
        self.journal = JournalBook(desk)
        self._papers(desk)

    def _smart_villages(self, desk: Desk) -> None:
        self.criteria = CriteriaBook(desk)
        self.proofs = ProofBook(desk)
        self.gaps = GapBook(desk)
        self.dossiers = DossierBook(desk)
        self.recognitions = RecognitionBook(desk)

    def _papers(self, desk: Desk) -> None:
        self.documents = DocumentBook(desk)
        self.sections = SectionBook(desk)
        self.superior_books = SuperiorBookBook(desk)
        self.issued = IssuedBook(desk)
        self.after_issue = AfterIssueBook(desk)
        self.checks = CheckBook(desk)
        self.signed = SignedBook(desk)
