"""Which operations each page of the window is given; it runs none and knows no office."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from digicommune.domain.progress import Progress
    from digicommune.operations.reports import MadeDocument
    from digicommune.ui.pages.campaign_calls import CampaignCalls
    from digicommune.ui.pages.criteria_calls import CriteriaCalls
    from digicommune.ui.pages.entry_calls import EntryCalls
    from digicommune.ui.pages.indicator_calls import IndicatorCalls
    from digicommune.ui.pages.issue_calls import IssueCalls
    from digicommune.ui.pages.merchant_calls import MerchantCalls
    from digicommune.ui.pages.past_calls import PastCalls
    from digicommune.ui.pages.people_calls import PeopleCalls
    from digicommune.ui.pages.qr_calls import CodeCalls
    from digicommune.ui.pages.recognition_calls import RecognitionCalls
    from digicommune.ui.pages.section_calls import SectionCalls
    from digicommune.ui.pages.signer_calls import SignerCalls
    from digicommune.ui.pages.signing_calls import SigningCalls
    from digicommune.ui.pages.superior_calls import SuperiorCalls
    from digicommune.ui.pages.team_calls import TeamCalls
    from digicommune.ui.pages.village_calls import VillageEdits


class Door(Protocol):
    """An office as bindings see it: it hands out operations by their place."""

    def call(self, place: str) -> Callable[..., Any]:
        """An operation ("figures:show") bound to the office."""

    def calls(self, places: str) -> dict[str, Callable[..., Any]]:
        """Operations by the name a page knows them by: "sheet=gaps:sheet assign=gaps:assign"."""

    def free(self, place: str) -> Callable[..., Any]:
        """An operation that needs no office."""

    def write_report(self, made: MadeDocument, path: Path, progress: Progress) -> None:
        """Writes a document just made."""


def campaigns_of(office: Door) -> CampaignCalls:
    """The operations on campaigns."""
    from digicommune.ui.pages.campaign_calls import CampaignCalls

    bound = office.calls(
        "lines=campaigns:lines save=campaigns:save banks=registers:bank_names "
        "villages=registers:villages view=campaigns:view who=campaigns:who "
        "tell=campaigns:tell refused=campaigns:refused "
        "paper=campaign_papers:make offered=report_sections:offered "
        "save_section=report_sections:save message=campaign_papers:message "
        "bank_file=campaign_outgoing:bank_file batches=campaign_letters:batches "
        "write_letters=campaign_letters:write signers=signers:lines "
        "print_letters=campaign_letters:print_letters printed=campaign_letters:printed"
    )
    return CampaignCalls(**bound, write=office.write_report)


def criteria_of(office: Door) -> CriteriaCalls:
    """The operations on criteria: sets, verdicts, proofs, what is lacking."""
    from digicommune.ui.pages.criteria_calls import CriteriaCalls, GapCalls, PackCalls, ProofCalls

    call = office.calls
    packs = call(
        "sets=assess:sets look=criteria_packs:look take_in=criteria_packs:import_pack"
        " save=criteria_packs:save export=criteria_packs:export indicators=indicator_edits:cards"
    )
    proofs = call(
        "add=proofs:add listed=proofs:listed content=proofs:content save=proofs:save"
        " edit=proofs:edit verify=proofs:verify remove=proofs:remove"
        " removed=proofs:removed put_back=proofs:put_back erase=proofs:erase"
    )
    gaps = call(
        "sheet=gaps:sheet assign=gaps:assign export=gap_lists:export footing=what_if:footing"
        " figures=figures:show"
    )
    return CriteriaCalls(
        **call("matrix=assess:matrix comparison=assess:comparison answer=assess:answer"),
        **call("trace=figures:trace story=criteria_story:story carry=assess:carry_answers"),
        **call("group=criteria_groups:chosen choose_group=criteria_groups:choose"),
        packs=PackCalls(**packs),
        proofs=ProofCalls(read=office.free("proofs:read_file"), **proofs),
        gaps=GapCalls(suppose=office.free("what_if:suppose"), people=people_of(office), **gaps),
    )


def past_of(office: Door) -> PastCalls:
    """The operations on past imports."""
    from digicommune.ui.pages.past_calls import PastCalls

    bound = office.calls(
        "lines=past_lists:lines reading=past_lists:reading_of rows=past_lists:past_rows "
        "row=past_lists:past_row waiting=past_lists:waiting_rows "
        "likely=past_lists:likely people=registers:people_as_rows settle=imports:settle "
        "foresee_undo=past_lists:foresee_undo undo=imports:undo "
        "save_original=outgoing_past:save_original mark=outgoing_past:mark_past "
        "export=outgoing_past:past_rows_to"
    )
    return PastCalls(**bound)


def people_of(office: Door) -> PeopleCalls:
    """The operations on people."""
    from digicommune.ui.pages.people_calls import PeopleCalls

    bound = office.calls(
        "findable=people:findable filters=people_filters:load "
        "lacking=people_filters:lacking lines=people:lines card=people:card "
        "reveal=people:reveal save=people_edits:save set_fact=people_edits:set_fact "
        "trash=people_edits:trash restore=people_edits:restore "
        "take_back=people_undo:take_back in_trash=people_edits:in_trash "
        "twins=people_edits:twins merge=people_edits:merge "
        "as_rows=registers:people_as_rows banks=registers:bank_names "
        "without=people:without walk_list=walk_lists:make"
    )
    return PeopleCalls(**bound, write=office.write_report)


def village_of(office: Door) -> VillageEdits:
    """The operations on a village."""
    from digicommune.ui.pages.village_calls import VillageEdits

    bound = office.calls(
        "card=village_cards:card save=registers:save_village "
        "save_profile=village_cards:save_profile "
        "set_population=village_cards:set_population "
        "remove_population=village_cards:remove_population "
        "reorder=village_cards:reorder merge=village_changes:merge "
        "split=village_changes:split rename=village_changes:rename "
        "paper=village_cards:paper numbers_only=modes:numbers_only "
        "set_numbers_only=modes:set_numbers_only"
    )
    return VillageEdits(**bound, write=office.write_report)


def issuing_of(office: Door) -> IssueCalls:
    """The operations on drafts and issued papers."""
    from digicommune.ui.pages.issue_calls import IssueCalls

    bound = office.calls(
        "state=issuing:state_of check=issuing:check_draft issue=issuing:issue "
        "register=issue_register:lines reprint=issuing:reprint verify=issuing:verify "
        "ways=issue_ways:ways set_numbering=issuing:set_numbering "
        "set_code_printed=issuing:set_code_printed set_next=issue_ways:set_next "
        "book=issue_register:book ties=issue_register:ties_of "
        "give_number=issue_later:give_number withdraw=issue_later:withdraw "
        "take_back=issue_later:take_back_withdrawal"
    )
    apart = office.free("issuing:write_parts")
    return IssueCalls(
        **bound, signing=signing_of(office), write=office.write_report, write_parts=apart
    )


def signing_of(office: Door) -> SigningCalls:
    """The operations on signed copies and signing."""
    from digicommune.ui.pages.signing_calls import SigningCalls

    bound = office.calls(
        "copies=signed_copies:copies copy=signed_copies:copy attach=signed_copies:attach "
        "with_fields=signed_copies:with_fields sign=signing:sign ways=signing_ways:ways "
        "allow=signing_ways:allow trust=signing_ways:trust set_seal=signing_ways:set_seal"
    )
    return SigningCalls(**bound)


def sections_of(office: Door) -> SectionCalls:
    """The operations on the text of papers."""
    from digicommune.ui.pages.section_calls import SectionCalls

    bound = office.calls("offered=report_sections:offered save=report_sections:save")
    return SectionCalls(**bound)


def signers_of(office: Door) -> SignerCalls:
    """The operations on the office's signers."""
    from digicommune.ui.pages.signer_calls import SignerCalls

    bound = office.calls(
        "lines=signers:lines name=signers:name add=signers:add remove=signers:remove"
    )
    return SignerCalls(**bound)


def indicators_of(office: Door) -> IndicatorCalls:
    """The operations on indicators."""
    from digicommune.ui.pages.indicator_calls import IndicatorCalls

    place = "indicator_edits"
    return IndicatorCalls(
        **office.calls(f"cards={place}:cards save={place}:save set_target={place}:set_target")
    )


def superior_of(office: Door) -> SuperiorCalls:
    """The operations on the superior's workbooks."""
    from digicommune.ui.pages.superior_calls import SuperiorCalls

    call = office.call
    return SuperiorCalls(
        books=call("superior_books:books"),
        fills=call("superior_books:fills"),
        look=call("superior_looking:look"),
        save=call("superior_books:save"),
        fill=call("superior_filling:fill"),
        figures=call("figures:show"),
        villages=call("registers:villages"),
        bases=call("registers:base_names"),
    )


def recognitions_of(office: Door) -> RecognitionCalls:
    """The operations on dossiers and on the register of recognised villages."""
    from digicommune.ui.pages.recognition_calls import DossierCalls, RecognitionCalls

    dossiers = office.calls(
        "sets=assess:sets listed=dossiers:listed load=dossiers:load save=dossiers:save "
        "paper=dossier_papers:make"
    )
    register = office.calls(
        "register=recognitions:register bodies=recognitions:bodies villages=registers:villages "
        "enter=recognitions:enter correct=recognitions:correct revoke=recognitions:revoke"
    )
    return RecognitionCalls(
        dossiers=DossierCalls(**dossiers, write=office.write_report, issuing=issuing_of(office)),
        **register,
    )


def merchants_of(office: Door) -> MerchantCalls:
    """The operations on shops."""
    from digicommune.ui.pages.merchant_calls import MerchantCalls

    bound = office.calls(
        "register=merchants:register figures=merchants:figures trace=figures:trace "
        "card=merchants:card reveal=merchants:reveal as_rows=merchants:as_rows "
        "save=merchant_edits:save close=merchant_edits:close reopen=merchant_edits:reopen "
        "visit=merchant_edits:visit trash=merchant_edits:trash restore=merchant_edits:restore "
        "in_trash=merchant_edits:in_trash take_back=merchant_undo:take_back "
        "twins=merchant_twins:twins merge=merchant_twins:merge "
        "paper=merchant_list:make export=outgoing:export_merchants"
    )
    return MerchantCalls(**bound, write=office.write_report)


def codes_of(office: Door) -> CodeCalls:
    """The operations on payment codes."""
    from digicommune.ui.pages.qr_calls import CodeCalls

    bound = office.calls("check_shops=qr_checks:check_shops stands=qr_stands:make")
    return CodeCalls(
        check=office.free("qr_codes:check"),
        check_files=office.free("qr_codes:check_files"),
        write=office.write_report,
        **bound,
    )


def teams_of(office: Door) -> TeamCalls:
    """The operations on digital teams."""
    from digicommune.ui.pages.team_calls import TeamCalls

    call = office.call
    return TeamCalls(
        pack=call("teams:pack"),
        villages=call("registers:villages"),
        lines=call("teams:lines"),
        card=call("teams:card"),
        save=call("teams:save"),
        reveal=call("teams:reveal"),
        save_training=call("teams:save_training"),
        remove_training=call("teams:remove_training"),
        save_round=call("teams:save_round"),
        undo_round=call("team_results:undo"),
        lanes=call("team_walks:lanes"),
        new_sheet=call("team_papers:new_sheet"),
        sheets=call("team_walks:sheets"),
        view=call("team_walks:view"),
        sheet_again=call("team_papers:sheet_again"),
        save_results=call("team_results:save"),
        summary=call("team_papers:summary"),
        message=call("team_papers:message"),
        write=office.write_report,
    )


def entry_of(office: Door) -> EntryCalls:
    """The operations on figures and periods."""
    from digicommune.ui.pages.entry_calls import EntryCalls, PeriodCalls

    call = office.call

    def move(step: str, period: str, reason: str) -> Any:
        given = (period, reason) if step in {"reopen", "unlock"} else (period,)
        return call(f"periods:{step}")(*given)

    return EntryCalls(
        sheet=call("entry:sheet"),
        set_cells=call("entry:set_cells"),
        story=call("entry:story"),
        undo=call("edits:undo"),
        redo=call("edits:apply"),
        remind=call("entry:remind"),
        form=call("outgoing:village_form"),
        trace=call("figures:trace"),
        periods=PeriodCalls(
            move=move,
            late_rows=call("entry_late:late_rows"),
            upcoming=call("calendar:upcoming"),
            rule=call("calendar:rule"),
            set_rule=call("calendar:set_rule"),
            add_free=call("calendar:add_free"),
        ),
    )
