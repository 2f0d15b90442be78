"""The parts of a person's file that the standards watch: exceptions, evaluations, actions, queries and checks; and privileges
that are granted for a short time."""

from datetime import date, timedelta

from peewee import JOIN, ModelSelect

from workbench.lists.application_parts import CHECKS_PART, NPDB_PART, OPPE_PART
from workbench.lists.file_looks import LOOKS_PART
from workbench.lists.file_parts import PARTS, Part
from workbench.records import texts
from workbench.records.conduct import ADVERSE_ACTIONS, FPPES, AdverseAction, Fppe
from workbench.records.elements import ELEMENTS
from workbench.records.policy import Policy
from workbench.records.privilege import HeldPrivilege, Privilege
from workbench.records.requirement import EXCEPTIONS, RequirementException
from workbench.records.short_term import DISASTER, TEMPORARY, DisasterPrivilege, TemporaryPrivilege
from workbench.records.words import of

FPPE_TONES = {"Met": "good", "Extended": "warn", "Not met": "bad"}


def _span(starts: date | None, ends: date | None, today: date) -> tuple[str, str]:
    """In a word and a tone, whether something holds on a day."""
    if starts and starts > today:
        return f"From {texts.day(starts)}", "info"
    return ("Ended", "quiet") if ends and ends < today else ("In force", "good")


def _exception(each: RequirementException, today: date, policy: Policy) -> tuple:
    state, tone = _span(each.since, each.until, today)  # type: ignore[arg-type]
    days = (texts.day(each.since), texts.day(each.until))  # type: ignore[arg-type]
    return ELEMENTS.get(str(each.element), each.element), state, each.reason, *days, each.by, {1: tone}


def _fppe(each: Fppe, today: date, policy: Policy) -> tuple:
    if each.concluded:
        state, tone = f"{each.result} {texts.day(each.concluded)}", FPPE_TONES.get(str(each.result), "")  # type: ignore[arg-type]
    elif each.ends and each.ends < today:
        state, tone = f"Over since {texts.day(each.ends)}", "bad"  # type: ignore[arg-type]
    else:
        state, tone = ("Running", "info") if each.starts <= today else ("To come", "quiet")  # type: ignore[operator]
    what = each.held.privilege.name if each.held_id else "All granted that day"  # type: ignore[attr-defined]
    days = (texts.day(each.starts), texts.day(each.ends) or "By cases")  # type: ignore[arg-type]
    return each.sort, state, *days, what, each.method, each.reviewer, {1: tone}


def _action(each: AdverseAction, today: date, policy: Policy) -> tuple:
    last: date = min(today, each.lifted) if each.lifted else today  # type: ignore[assignment, type-var]
    days = max((last - each.imposed).days + 1, 0)  # type: ignore[operator]
    lasts = f"Lifted {texts.day(each.lifted)}" if each.lifted and each.lifted < today else f"Day {days:,}"  # type: ignore[arg-type]
    state = ("To come", "info") if each.imposed > today else (lasts, "quiet" if lasts.startswith("L") else "bad")  # type: ignore[operator]
    what = f"Summary {str(each.sort).lower()}" if each.summary else each.sort
    told = (each.noticed, each.hearing, each.reported, each.copied)
    return what, state[0], texts.day(each.imposed), *(texts.day(day) for day in told), {1: state[1]}  # type: ignore[arg-type]


def _temporary(each: TemporaryPrivilege, today: date, policy: Policy) -> tuple:
    state, tone = _span(each.starts, each.ends, today)  # type: ignore[arg-type]
    if state == "In force":
        state, tone = (_left(each.ends, today), "warn") if each.ends else ("No end", "bad")  # type: ignore[arg-type]
    what = str(each.privileges).partition("\n")[0]
    days = (texts.day(each.starts), texts.day(each.ends))  # type: ignore[arg-type]
    return each.sort, state, what, *days, each.granted_by, {1: tone}


def _left(ends: date, today: date) -> str:
    days = (ends + timedelta(days=1) - today).days
    return f"{of(days, 'day')} left"


def _disaster(each: DisasterPrivilege, today: date, policy: Policy) -> tuple:
    state, tone = ("Ended", "quiet") if each.ended and each.ended < today else ("In force", "warn")
    came = " ".join(part for part in (texts.day(each.arrived), str(each.arrived_at)) if part)  # type: ignore[arg-type]
    proof = " · ".join(part for part in ("Photo ID" if each.photo_id else "", str(each.proof)) if part)
    return came, state, proof, texts.day(each.license_seen), texts.day(each.decided), {1: tone}  # type: ignore[arg-type]


def _fppes() -> ModelSelect:
    query = Fppe.select(Fppe, HeldPrivilege, Privilege).join(HeldPrivilege, JOIN.LEFT_OUTER)
    return query.join(Privilege, JOIN.LEFT_OUTER).order_by(Fppe.starts.desc(), Fppe.id.desc())


EXCEPTIONS_PART = Part(
    "exceptions",
    "Exceptions from the requirements",
    "exception",
    EXCEPTIONS,
    ("Not asked of this person", "State", "Reason", "Since", "Until", "By"),
    ("element", "reason", "since", "until", "by"),
    lambda: RequirementException.select().order_by(RequirementException.since.desc(), RequirementException.id.desc()),
    _exception,
    (1,),
)
FPPE_PART = Part(
    "fppe",
    "Focused evaluation (FPPE)",
    "FPPE",
    FPPES,
    ("Sort", "State", "Starts", "Planned end", "Privilege", "How", "Reviewer"),
    ("sort", "held", "method", "starts", "ends", "reviewer", "concluded", "result", "remarks"),
    _fppes,
    _fppe,
    (1,),
)
ADVERSE_PART = Part(
    "adverse",
    "Adverse actions",
    "adverse action",
    ADVERSE_ACTIONS,
    ("Action", "State", "Since", "Notice", "Hearing", "Reported to the NPDB", "Copy to the board"),
    tuple(["sort", "summary", "professional", "imposed", "lifted", "noticed", "request_by", "requested"])
    + ("hearing_noticed", "hearing", "reported", "copied", "remarks"),
    lambda: AdverseAction.select().order_by(AdverseAction.imposed.desc(), AdverseAction.id.desc()),
    _action,
    (1,),
)
TEMPORARY_PART = Part(
    "temporary",
    "Temporary privileges",
    "temporary privileges",
    TEMPORARY,
    ("Case", "State", "Which", "From", "To", "Granted by"),
    tuple(["sort", "application", "privileges", "need", "starts", "ends", "license_seen", "competence_seen"])
    + ("recommended_by", "granted_by", "remarks"),
    lambda: TemporaryPrivilege.select().order_by(TemporaryPrivilege.starts.desc(), TemporaryPrivilege.id.desc()),
    _temporary,
    (1,),
)
DISASTER_PART = Part(
    "disaster",
    "Disaster privileges",
    "disaster privileges",
    DISASTER,
    ("Arrived", "State", "Seen", "License verified", "Decided"),
    tuple(["activated", "arrived", "arrived_at", "photo_id", "proof", "license_seen", "license_seen_at", "why_not"])
    + ("decided", "decided_at", "ended", "remarks"),
    lambda: DisasterPrivilege.select().order_by(DisasterPrivilege.arrived.desc(), DisasterPrivilege.id.desc()),
    _disaster,
    (1,),
)
SHORT_TERM = (TEMPORARY_PART, DISASTER_PART)
QUALITY = (EXCEPTIONS_PART, FPPE_PART, OPPE_PART, ADVERSE_PART, NPDB_PART, CHECKS_PART, LOOKS_PART)
ALL_PARTS = (*PARTS, *SHORT_TERM, *QUALITY)
"""Every table of a person's file."""
