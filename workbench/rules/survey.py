"""What a surveyor is not shown: the NPDB's answers, peer review, and health; on paper, and in survey mode everywhere.

Surveyors are not authorized to see NPDB results (NPDB, query history page); that a query was made, and when, they may. Peer
review and health are left out by the program's own caution, and so are notes, tasks and remarks, which may tell of either."""

import re
from collections.abc import Mapping

from workbench.records.conduct import FOR_CAUSE
from workbench.rules import kept_back, times_off
from workbench.store.veil import Veil, Veiled

HEALTH_RULES = frozenset({"HEALTH_EXP", "ABILITY"})
PEER_REVIEW_RULES = frozenset(
    {"ADV_NPDB", "SUSP_14", "SUSP_30", "HEARING_30", "HEARING_OFFER", "EXPED_ELIG", "TEMP_ELIG", "APP_COMPLETE"}
    | {"DISCLOSED", "RENEW_DATA", "CONCERN_FPPE", "REF_MIN"}
)
HIDDEN_RULES = HEALTH_RULES | PEER_REVIEW_RULES
"""Rules whose findings tell of a person what is not shown; what an application lacks may be an answer about health or a red flag."""
HIDDEN_ELEMENTS = frozenset({"health", "adverse"})
"""Elements that are left out whole."""
HIDDEN_WORDS = ("health requirement", "evaluation for cause")
"""What a finding says that is of health or peer review, under a rule whose other findings are of neither."""
SAID = "This edition leaves out NPDB results, peer review and health."
HIDDEN_TOPICS = frozenset({"NPDB", "health"})
_PEER_REVIEW = re.compile(
    r"\b(?:peer|oppe|fppe|proctor\w*|references?|case review\w*|mortality|morbidity|incidents?|complaints?|disciplin\w*|hearing|"
    r"investigat\w*|claims?|settlement|lawsuit|minutes|red flag\w*|performance|recommendation\w*)\b",
    re.IGNORECASE,
)


SUSPENDED, MEMBER = "Suspended", "Active"
"""The status that tells of peer review, and what shows in its place."""


def status_shown(status: str) -> str:
    """A status as a surveyor is shown it."""
    return MEMBER if status == SUSPENDED else status


def tells_of(rule: str, message: str) -> bool:
    """Whether a finding tells of a person what is not shown."""
    return rule in HIDDEN_RULES or any(each in message for each in HIDDEN_WORDS)


def hides(title: str, file_name: str) -> bool:
    """Whether a document is of the NPDB, of health or of peer review, by what it is called."""
    name = (file_name or "").rsplit(".", 1)[0]
    said = f"{title or ''} {name}".replace("_", " ").replace("-", " ")
    return kept_back.topic_of(title or "", name) in HIDDEN_TOPICS or bool(_PEER_REVIEW.search(said))


def _texts(*names: str) -> dict[str, str]:
    return dict.fromkeys(names, "''")


_HEALTH = "SELECT id FROM main.credential WHERE sort_id IN (SELECT id FROM main.credential_sort WHERE key = 'health')"
_NOT_OF_HEALTH = f"coalesce(credential_id NOT IN ({_HEALTH}), 1)"
_SEALED = (
    "SELECT sha256 FROM main.document WHERE sha256 <> '' AND id IN "
    "(SELECT response_id FROM main.npdb_query WHERE response_id IS NOT NULL)"
)
_CLAIMS = "'claims', 'sanctions'"
"""Elements of which a source may answer what the NPDB answers: that somebody looked shows, and not what was found."""
_OFF = "survey_time_off(employer, position, time_off)"
_NOTHING = Veiled(keep="0")
_RULES = ", ".join(f"'{each}'" for each in sorted(HIDDEN_RULES))

_SAID = " OR ".join(f"message LIKE '%{each}%'" for each in HIDDEN_WORDS)
_TOLD = f"NOT (rule IN ({_RULES}) OR coalesce(credential IN ({_HEALTH}), 0) OR {_SAID})"
"""Of a finding that is not shown no row is left: that somebody has one tells whom to ask about."""

_TABLES: Mapping[str, Veiled] = {
    # NPDB
    "npdb_query": Veiled(values={"result": "''", "response_id": "NULL"}),
    # Health
    "credential": Veiled(f"id NOT IN ({_HEALTH})", _texts("remarks")),
    "renewal_notice": Veiled(_NOT_OF_HEALTH),
    "verification": Veiled(
        f"element <> 'health' AND {_NOT_OF_HEALTH}",
        {
            "result": f"CASE WHEN element IN ({_CLAIMS}) THEN '' ELSE result END",
            **_texts("remark", "reason", "struck_why"),
        },
    ),
    "check": Veiled("sort <> 'Health attestation'", _texts("remarks")),
    "work_history": Veiled(
        values={"employer": f"CASE WHEN {_OFF} THEN 'Time off' ELSE employer END", **_texts("time_off", "remarks")}
    ),
    "disclosure": _NOTHING,
    "requirement_exception": Veiled("element <> 'health'", _texts("reason")),
    "document": Veiled(
        f"{_NOT_OF_HEALTH} AND sha256 NOT IN ({_SEALED}) AND NOT survey_hides(title, file_name)", _texts("prints_why")
    ),
    # Peer review
    "oppe": Veiled(values=_texts("result", "remarks")),
    "fppe": Veiled(  # for cause it is peer review; that new privileges are evaluated is asked of everybody
        f"sort <> '{FOR_CAUSE}'", _texts("method", "result", "remarks")
    ),
    "adverse_action": _NOTHING,
    "reference": Veiled(
        values={
            **dict.fromkeys(
                ("knowledge", "skills", "judgment", "interpersonal", "communication", "professionalism"), "NULL"
            ),
            **_texts("recommends", "comment"),
        }
    ),
    "claim": _NOTHING,
    "red_flag": _NOTHING,
    "recommendation": _NOTHING,
    "recusal": _NOTHING,
    "action_item": _NOTHING,
    "criterion_shown": _NOTHING,
    "privilege_request": Veiled(values=_texts("chair_view", "committee_view", "conditions")),
    "held_privilege": Veiled(values=_texts("conditions")),
    "application": Veiled(
        values=_texts(
            "review", "review_reason", "chair_view", "chair_report", "fppe", "changes", "conditions", "remarks"
        )
    ),
    "agenda_item": Veiled(values=_texts("asked", "conditions", "conclusion", "reason", "quorum_choice", "out_of_turn")),
    "temporary_privilege": Veiled(values=_texts("remarks")),
    "disaster_privilege": Veiled(values=_texts("remarks")),
    # What may tell of either
    "note": _NOTHING,
    "task": _NOTHING,
    # that a member is suspended is peer review: it shows as Active, and of no member since when
    "provider": Veiled(
        values={
            **_texts("remarks"),
            "status": f"CASE WHEN status = '{SUSPENDED}' THEN '{MEMBER}' ELSE status END",
            "status_since": f"CASE WHEN status IN ('{SUSPENDED}', '{MEMBER}') THEN NULL ELSE status_since END",
        }
    ),
    "appointment": Veiled(values=_texts("remarks")),
    "education": Veiled(values=_texts("remarks")),
    "affiliation": Veiled(values=_texts("standing", "remarks")),  # what another hospital says is its peer review
    # numbered anew: a number that is left out would tell of whom something is hidden
    "finding": Veiled(_TOLD, {"id": "row_number() OVER (ORDER BY id)"}),
}
VEIL = Veil(_TABLES, {"survey_hides": hides, "survey_time_off": times_off.is_time_off})
"""What survey mode leaves out of the office."""
