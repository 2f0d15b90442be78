"""Rows of the standards packs: what one says, and what none can say. Which element and which numbers a rule takes stands here:
a row that is of something else would never be asked, or be counted wrongly."""

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass, fields
from datetime import date

from workbench.records.checks import STATES
from workbench.records.elements import ELEMENTS
from workbench.records.policy import Policy
from workbench.rules.catalog import RULES

UNITS = {"days": 1.0, "months": 30.44, "hours": 1 / 24, "count": 1.0, "percent": 1.0}
LONGEST = {"days": 3_650, "months": 120, "hours": 87_600, "count": 100, "percent": 100}
"""By unit the greatest limit: of a time ten years."""
TIMES = ("days", "months", "hours")
COUNT_TO = ("day", "month", "before")
"""To the day; to the end of the month; the day before, where the limit itself is too late."""
SEVERITIES = ("block", "warn", "info")
LAW, BYLAWS = "law", "bylaws"
FORCES = (
    LAW,
    "condition of participation",
    "accreditor",
    "payer contract",
    "guidance",
    BYLAWS,
)
"""The stronger first: which citation is named first where several ask the same."""
UNSURE = "L"
CONFIDENCE = ("H", "M", UNSURE)
MOST = frozenset({"count", "percent"})
"""Units of which more is stricter."""
EVER, NEVER = date.min, date.max
LAST_DECISION = "last decision"
"""The clock of a term that is counted from the day it was decided, and not from its first day."""
RULES_OF = {
    "appointment": ("APPT_MAX", "APPRAISAL_24", "STATE_LIMIT"),
    "privileges": ("PRIV_MAX", "NO_BOARD_ONLY"),
    "npdb": ("NPDB_APP", "NPDB_2Y", "NPDB_CQ"),
    "exclusions": ("LEIE_MONTH", "SAM_MONTH", "MEDICAID_MONTH", "EXCL_MATCH", "EXCL_NAMES", "PSV_AGE_ACC"),
    "license": ("LIC_EXP", "LIC_PSV", "LIC_PSV_AT_EXP", "PSV_SOURCE", "PSV_SIGNED", "PSV_ONCE", "PSV_AGE_ACC", "AGENCY_QUERY"),
    "dea": ("DEA_EXP", "DEA_STATE", "PSV_ONCE"),
    "cds": ("CDS_EXP", "PSV_ONCE"),
    "board": ("BOARD_EXP", "PSV_ONCE", "PSV_AGE_ACC"),
    "liability": ("INS_EXP", "COVER_ATTEST", "PSV_ONCE"),
    "life_support": ("LIFE_EXP",),
    "health": ("HEALTH_EXP",),
    "education": ("PSV_ONCE",),
    "training": ("PSV_ONCE",),
    "affiliation": ("PSV_ONCE",),
    "work_history": ("GAP6", "GAP12", "PSV_ONCE", "PSV_AGE_ACC"),
    "claims": ("PSV_AGE_ACC",),
    "sanctions": ("SANCTION_MONTH", "PSV_AGE_ACC"),
    "references": ("REF_MIN",),
    "identity": ("IDENTITY",),
    "application": (
        *("PSV_AGE_ACC", "ATTEST_AGE", "APP_COMPLETE", "DISCLOSED", "ABILITY", "CME_DOC", "ACT_TIME", "EXPED_ELIG", "REQUIRED"),
        "MILITARY",
    ),
    "temporary": ("TEMP_120", "TEMP_ELIG", "TEMP_NEED"),
    "disaster": ("DIS_ID", "DIS_72_PSV", "DIS_72_DECIDE"),
    "fppe": ("FPPE_OPEN", "FPPE_DUE", "FPPE_PLAN", "CONCERN_FPPE"),
    "oppe": ("OPPE_INT", "RENEW_DATA"),
    "committee": ("BOARD_COMM_2", "MEC_MD_MAJ", "BOARD_MEETS"),
    "decision": ("DECISION_NOTICE",),
    "adverse": ("ADV_NPDB", "SUSP_14", "SUSP_30", "HEARING_30", "HEARING_OFFER"),
    "bylaws": ("BYLAWS_REVIEW", "BYLAWS_ADOPTED", "TELE_AGREEMENT", "INTEGRITY_AUDIT", "POLICY_SAYS"),
    "office": ("STAFF_CERT",),
}  # fmt: skip
"""By element, the rules that look at it."""
TIMED = frozenset(
    ("APPT_MAX", "APPRAISAL_24", "NPDB_2Y", "NPDB_CQ", "LEIE_MONTH", "SAM_MONTH", "MEDICAID_MONTH", "PSV_AGE_ACC")
    + ("GAP6", "GAP12", "ATTEST_AGE", "TEMP_120", "DIS_72_PSV", "DIS_72_DECIDE", "FPPE_OPEN", "FPPE_DUE", "OPPE_INT")
    + ("DECISION_NOTICE", "ADV_NPDB", "SUSP_14", "SUSP_30", "HEARING_30", "BYLAWS_REVIEW", "STAFF_CERT")
    + ("ACT_TIME", "SANCTION_MONTH", "INTEGRITY_AUDIT", "BOARD_MEETS")
)
"""Rules that count a time, and mean nothing without one."""
AT_TIMES_TIMED = frozenset({"PRIV_MAX", "LIC_EXP", "DEA_EXP", "CDS_EXP", "INS_EXP", "POLICY_SAYS"})
"""Rules that count one in some rows: the notice before an end, the longest term of a privilege, what is done every year."""
POINTS = "POLICY_SAYS"
"""The rule that has a row for each point of the office's bylaws, policies and agreements."""
_POINT = re.compile(r"[a-z][a-z0-9_]{0,39}")
HOURLY = frozenset({"DIS_72_PSV", "DIS_72_DECIDE"})
"""Rules that count hours; a term, an age or a notice of hours would be a slip."""
LOOKING_BACK = frozenset({"GAP6", "GAP12"})
"""Rules over what lies long ago, of which a body may ask the last years alone."""
COUNTED = {"REF_MIN": "count", "BOARD_COMM_2": "count", "MEC_MD_MAJ": "percent"}
"""Rules that count something else."""
OPPE_SETTING = "oppe_late"
AT_ONCE = frozenset({"FPPE_OPEN", "FPPE_DUE"})
"""Rules whose limit may be none: the same day."""


@dataclass(frozen=True)
class Standard:
    """One row of a pack."""

    pack: str
    body: str
    """Who asks, as the pack is called."""
    cite: str
    """What stands before a number: “Joint Commission”; empty for law, which is cited as it is."""
    id: str
    legacy: str
    current: str
    trigger: str
    clock: str
    element: str
    severity: str
    force: str
    binds: str
    source: str
    confidence: str
    editable: bool
    limit: int | None = None
    unit: str = "days"
    count_to: str = "day"
    setting: str = ""
    """The field of the office's policy that gives the limit."""
    counted_by: str = ""
    """The field of the office's policy that says whether the day of the limit is late itself, or only what is after it."""
    state: str = ""
    """The state in which it holds; empty everywhere."""
    back: int = 0
    """Months before the day on which it is asked, in which what it asks about must fall; 0 however long ago."""
    point: str = ""
    """Of POLICY_SAYS, which of its points: what the office answers of its own bylaws, policies and agreements."""
    since: date = EVER
    until: date = NEVER

    @property
    def key(self) -> str:
        """By which the office changes its limit: “joint_commission.OPPE_INT.warn”."""
        return ".".join(part for part in (self.pack, self.id, self.point, self.severity) if part)

    @property
    def what(self) -> str:
        """What it asks of what: its point, else its element."""
        return self.point or self.element

    @property
    def of(self) -> tuple[str, str, str]:
        """Rows of a pack that are of the same rule, element or point, and state ask the same."""
        return self.id, self.what, self.state

    @property
    def citation(self) -> str:
        """“Joint Commission (formerly MS.08.01.03)”, “NCQA CR 3”, “45 CFR 60.17(a)(2)”."""
        if self.current:
            return f"{self.cite} {self.current}".strip()
        return f"{self.cite or self.body} (formerly {self.legacy})" if self.legacy else self.cite or self.body

    @property
    def from_decision(self) -> bool:
        """Whether a term is counted from the day of the decision."""
        return self.id == "APPT_MAX" and self.clock == LAST_DECISION

    @property
    def is_filled_in(self) -> bool:
        """Whether the body leaves the number to the office, or does not say it: what stands here is the office's own."""
        return self.editable and self.confidence == UNSURE and self.force != BYLAWS

    @property
    def length(self) -> float:
        """The limit as days, to compare what is counted otherwise."""
        return (self.limit or 0) * UNITS[self.unit]

    @property
    def least(self) -> int:
        """The smallest limit that the rule takes; the largest is LONGEST of its unit."""
        return 0 if self.id in AT_ONCE else 1

    @property
    def said(self) -> str:
        """“24 months”, “120 days”; empty without a limit."""
        if self.limit is None:
            return ""
        if self.limit == 0 and self.unit == "days":
            return "the same day"
        unit = {"count": "", "percent": "%"}.get(self.unit, self.unit if self.limit != 1 else self.unit[:-1])
        return f"{self.limit} {unit}".strip()


def wrong(row: Standard) -> Iterator[tuple[str, str]]:
    """What no row can say, each with the key that says it; a row of the wrong types says the first of it alone."""
    texts = [field.name for field in fields(Standard) if field.type is str]
    odd = next((name for name in texts if not isinstance(getattr(row, name), str)), "")
    if odd:
        yield odd, f"“{odd}” is a text"
        return
    for key, day in (("from", row.since), ("to", row.until)):
        if type(day) is not date:
            yield key, "“from” and “to” are days, like 2025-07-01"
            return
    words: dict[str, Container[str]] = {"id": RULES, "element": ELEMENTS, "severity": SEVERITIES, "force": FORCES}
    for name, known in {**words, "confidence": CONFIDENCE, "unit": UNITS, "count_to": COUNT_TO}.items():
        if getattr(row, name) not in known:
            yield name, f"“{getattr(row, name)}” is no {name} that is known here"
    if row.element in ELEMENTS and row.id in RULES and row.id not in RULES_OF.get(row.element, ()):
        yield "element", f"{row.id} is not about {ELEMENTS[row.element].lower()} (“{row.element}”)"
    if row.until < row.since:
        yield "to", "it ends before it begins"
    if row.state and row.state not in STATES:
        yield "state", f"“{row.state}” is no state: two letters, like IL"
    yield from _wrong_point(row)
    yield from _wrong_settings(row)
    yield from _wrong_back(row)
    yield from _wrong_limit(row)


def _wrong_point(row: Standard) -> Iterator[tuple[str, str]]:
    if bool(row.point) is not (row.id == POINTS):
        yield "point", f"{POINTS} has a point, and no other rule has one"
    elif row.point and not _POINT.fullmatch(row.point):
        yield "point", f"“{row.point}” is no point: small letters, digits and _, a letter first"


def _wrong_settings(row: Standard) -> Iterator[tuple[str, str]]:
    if not isinstance(row.editable, bool):
        yield "editable", "editable is true or false"
    elif row.editable and row.force == LAW:
        yield "editable", "what is law the office cannot change: editable is false"
    if row.setting and row.setting not in _SETTINGS:
        yield "setting", f"“{row.setting}” is no setting of the office that is a number"
    if row.counted_by not in ("", OPPE_SETTING):
        yield "counted_by", f"“{row.counted_by}” is no setting of the office that says when a limit is late"


_SETTINGS = frozenset(each.name for each in fields(Policy) if each.type is int)


def _wrong_back(row: Standard) -> Iterator[tuple[str, str]]:
    if not isinstance(row.back, int) or isinstance(row.back, bool) or row.back < 0:
        yield "back", f"“{row.back}” is no number of months that a row looks back"
    elif row.back and row.id not in LOOKING_BACK:
        yield "back", f"{row.id} does not look back: it takes no “back”"


def _wrong_limit(row: Standard) -> Iterator[tuple[str, str]]:
    limit, counts = row.limit, COUNTED.get(row.id, "")
    times = TIMES if row.id in HOURLY else TIMES[:2]
    units = times if row.id in TIMED | AT_TIMES_TIMED else (counts,) if counts else ()
    if limit is None:
        if row.id in TIMED:
            yield "id", f"{row.id} needs a limit"
        return
    if not isinstance(limit, int) or isinstance(limit, bool):
        yield "limit", f"“{limit}” is no limit"
    elif not units:
        yield "limit", f"{row.id} counts nothing: it takes no limit"
    elif row.unit not in units:
        yield "unit", f"{row.id} is not counted in {row.unit}, but in {' or '.join(units)}"
    elif not row.least <= limit <= LONGEST[row.unit]:
        yield "limit", f"“{limit}” is no limit: it is from {row.least} to {LONGEST[row.unit]:,} {row.unit}"
