"""Which function answers which command; each loads only what it needs."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    from digicommune.cli.answers import Answer

PLACES = {
    "demo": "demo:demo",
    "init": "office:init",
    "check": "office:check",
    "backup": "backups:backup",
    "restore": "backups:restore",
    "villages list": "office:villages_list",
    "villages import": "intake:villages_import",
    "inspect": "inspect:inspect",
    "import": "intake:import_list",
    "imports list": "intake:imports_list",
    "imports show": "imports:show",
    "imports undo": "imports:undo",
    "figures set": "figures:set_figure",
    "figures show": "figures:show",
    "period lock": "figures:lock",
    "period unlock": "figures:unlock",
    "trace": "figures:trace",
    "signers list": "signers:listed",
    "signers name": "signers:name",
    "signers add": "signers:add",
    "signers remove": "signers:remove",
    "teams list": "teams:teams_list",
    "teams message": "teams:message",
    "criteria list": "criteria:criteria_list",
    "criteria import": "criteria_packs:import_pack",
    "criteria export": "criteria_packs:export",
    "criteria group": "criteria_packs:group",
    "evaluate": "criteria:evaluate",
    "campaign list": "campaigns:campaign_list",
    "campaign show": "campaigns:show",
    "campaign add": "campaigns:add",
    "campaign session": "campaigns:session",
    "campaign told": "campaigns:told",
    "answer": "criteria:answer",
    "answers-from": "criteria:carry",
    "compare": "criteria:compare",
    "proofs add": "proofs:add",
    "proofs list": "proofs:show",
    "proofs save": "proofs:save",
    "proofs verify": "proofs:verify",
    "proofs remove": "proofs:remove",
    "proofs erase": "proofs:erase",
    "dossiers list": "dossiers:show_all",
    "dossiers show": "dossiers:show",
    "dossiers fill": "dossiers:fill",
    "recognitions list": "recognitions:show",
    "recognitions bodies": "recognitions:bodies",
    "recognitions add": "recognitions:add",
    "recognitions revoke": "recognitions:revoke",
    "gaps": "gaps:show",
    "what-if": "gaps:suppose",
    "qr check": "qr:check",
    "qr make": "qr:make",
    "qr shops": "qr:shops",
    "qr stands": "qr_stands:stands",
    "issue": "issuing:issue",
    "reprint": "issuing:reprint",
    "paper check": "paper:check",
    "issued list": "issuing:listed",
    "issued book": "issuing:book",
    "issued number": "issued_later:number",
    "issued withdraw": "issued_later:withdraw",
    "issued verify": "issuing:verify",
    "issued numbering": "issuing:numbering",
    "issued code": "issuing:code",
    "issued attach": "signing:attach",
    "issued copies": "signing:copies",
    "issued copy": "signing:copy",
    "issued fields": "signing:fields",
    "issued sign": "signing:sign",
    "issued signing": "signing:ways",
    "superior add": "superior:add",
    "superior list": "superior:books",
    "superior fill": "superior:fill",
    "campaign letters": "campaign_papers:letters",
    "campaign printed": "campaign_papers:printed",
    "campaign bank-file": "campaign_papers:bank_file",
    "campaign text": "campaign_papers:text",
    "report": "documents:report",
    "documents sections": "sections:sections",
    "documents list": "documents:documents_list",
}


def command_of(arguments: argparse.Namespace) -> Callable[[argparse.Namespace], Answer]:
    """The function of a command and its action."""
    action = getattr(arguments, "action", None)
    name = f"{arguments.command} {action}" if action else arguments.command
    module, _, function = PLACES[name].partition(":")
    found: Callable[[argparse.Namespace], Answer] = getattr(
        import_module(f"digicommune.cli.{module}"), function
    )
    return found
