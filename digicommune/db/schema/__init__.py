"""The tables as they stand at the newest schema; it runs no statement.

``commune_id`` stands first in every primary key, unique constraint, index and foreign key: one
office holds one commune, a shared server holds many, and a distributed PostgreSQL takes nothing
else. Days are dates, moments are UTC text in ISO 8601, figures are whole numbers.
"""

from __future__ import annotations

from digicommune.db.schema.campaigns import (
    import_sessions,
    letter_batch_rows,
    letter_batches,
    session_tallies,
)
from digicommune.db.schema.counting import (
    bases,
    criteria_sets,
    evaluation_results,
    evaluations,
    frozen_figures,
    indicator_targets,
    indicator_values,
    indicators,
    manual_answers,
    periods,
)
from digicommune.db.schema.intake import (
    import_files,
    import_rows,
    imports,
    imports_under_way,
    intake_decisions,
    senders,
)
from digicommune.db.schema.issue import document_checks, issued_papers
from digicommune.db.schema.issue_later import (
    electronic_papers,
    paper_corrections,
    paper_parts,
    withdrawals,
)
from digicommune.db.schema.office import (
    communes,
    counters,
    documents,
    journal,
    population_figures,
    settings,
    village_profiles,
    village_successions,
    villages,
)
from digicommune.db.schema.paper import superior_books, superior_fills
from digicommune.db.schema.parts import metadata
from digicommune.db.schema.proofs import (
    criteria_definitions,
    gap_tasks,
    proof_files,
    proofs,
)
from digicommune.db.schema.recognition import dossier_steps, recognitions
from digicommune.db.schema.registers import (
    accounts,
    banks,
    campaign_banks,
    campaign_sessions,
    campaign_targets,
    campaigns,
    merchant_visits,
    merchants,
    resident_facts,
    residents,
)
from digicommune.db.schema.sections import report_sections
from digicommune.db.schema.signed import signed_copies
from digicommune.db.schema.teams import (
    team_members,
    team_rounds,
    team_trainings,
    teams,
    walk_results,
    walk_sheet_rows,
    walk_sheets,
)

__all__ = [
    "accounts",
    "banks",
    "bases",
    "campaign_banks",
    "campaign_sessions",
    "campaign_targets",
    "campaigns",
    "communes",
    "counters",
    "criteria_definitions",
    "criteria_sets",
    "document_checks",
    "documents",
    "dossier_steps",
    "electronic_papers",
    "evaluation_results",
    "evaluations",
    "frozen_figures",
    "gap_tasks",
    "import_files",
    "import_rows",
    "import_sessions",
    "imports",
    "imports_under_way",
    "indicator_targets",
    "indicator_values",
    "indicators",
    "intake_decisions",
    "issued_papers",
    "journal",
    "letter_batch_rows",
    "letter_batches",
    "manual_answers",
    "merchant_visits",
    "merchants",
    "metadata",
    "paper_corrections",
    "paper_parts",
    "periods",
    "population_figures",
    "proof_files",
    "proofs",
    "recognitions",
    "report_sections",
    "resident_facts",
    "residents",
    "senders",
    "session_tallies",
    "settings",
    "signed_copies",
    "superior_books",
    "superior_fills",
    "team_members",
    "team_rounds",
    "team_trainings",
    "teams",
    "village_profiles",
    "village_successions",
    "villages",
    "walk_results",
    "walk_sheet_rows",
    "walk_sheets",
    "withdrawals",
]
