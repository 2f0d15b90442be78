"""The parts of a person's file that are tables: what each shows of its records, and the fields of its form."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from peewee import JOIN, ModelSelect

from workbench.lists import file_background, file_held
from workbench.lists.expirables import expiry_tone
from workbench.records import texts
from workbench.records.application import APPLICATIONS, Application
from workbench.records.appointment import APPOINTMENTS, Appointment
from workbench.records.background import AFFILIATIONS, EDUCATION, WORK_HISTORY
from workbench.records.conduct import stopping
from workbench.records.credential import Credential
from workbench.records.desk import CALL, DOCUMENTS, IN_PART, NOT_AT_ALL, NOTES, PRINTED, TASKS, Document, Note, Task
from workbench.records.kind import Kind
from workbench.records.office_lists import Category, CredentialSort, Facility
from workbench.records.policy import Policy
from workbench.records.practice import PRACTICE_MEMBERS, Practice, PracticeMember
from workbench.records.privilege import HELD_PRIVILEGES
from workbench.records.provider import IDENTIFIERS, OTHER_NAMES, Identifier, OtherName
from workbench.rules import chain, kept_back, sealed
from workbench.store import alphabet

CREDENTIAL_HEADINGS = ("Credential", "Number", "Expires", "Verified", "Source")
"""Over the lines of a file's credentials; the third is painted as a pill."""


@dataclass(frozen=True)
class Line:
    """One row of a table on a file: its id, and a text, a tone and what it is sorted by for each column."""

    id: int
    texts: tuple[str, ...]
    tones: tuple[str, ...] = ()
    keys: tuple[object, ...] = ()


@dataclass(frozen=True)
class Part:
    """A table on a file."""

    key: str
    title: str
    one: str
    """What one of its records is called: “Add practice”."""
    kind: Kind
    headings: tuple[str, ...]
    fields: tuple[str, ...]
    """What its form asks for."""
    query: Callable[[], ModelSelect]
    line: Callable[..., tuple]
    """The texts of a record, or the texts and the tones: of the record, the day, the policy, and what is asked once."""
    pills: tuple[int, ...] = ()
    """The columns that are painted as pills."""
    owner: str = "provider"
    """The link to whose file it is on: a person's, or an application's."""
    once: Callable[[int, date], tuple[Any, ...]] = lambda owner, today: ()
    """What is asked of the owner once, for all the lines."""

    def lines(self, owner: int, today: date, policy: Policy) -> tuple[Line, ...]:
        """The rows of one person or application."""
        mine = self.kind.model.field(self.owner) == owner
        once = self.once(owner, today)
        return tuple(self._line(each, today, policy, *once) for each in self.query().where(mine))

    def _line(self, record: Any, *how: Any) -> Line:
        shown, tones = self.line(record, *how), {}
        if shown and isinstance(shown[-1], Mapping):
            *shown, tones = shown  # type: ignore[assignment]
        return Line(record.id, tuple(shown), tuple(tones.get(place, "") for place in range(len(shown))))


def size_text(size: int) -> str:
    """“38 KB” of a number of bytes."""
    return f"{size / 1_048_576:.1f} MB" if size >= 1_048_576 else f"{max(1, round(size / 1024)):,} KB" if size else ""


def _practice(each: PracticeMember, today: date, policy: Policy) -> tuple:
    group = each.practice
    pill = "Preferred" if each.preferred else ""
    return group.name, group.tin, group.contact, group.phone, group.email, pill, {5: "good" if pill else ""}


def _appointment(each: Appointment, today: date, policy: Policy) -> tuple:
    facility, category = (link.name if link else "" for link in (each.facility, each.category))
    shown = (facility, category, texts.day(each.initial), texts.day(each.starts), texts.day(each.ends))
    return *shown, {4: expiry_tone(each.ends, today, policy)}


def called(credential: Credential) -> str:
    """“State license 036-119204”."""
    return f"{credential.sort.name} {credential.number or credential.title or credential.state}".strip()


def _document(each: Document, today: date, policy: Policy) -> tuple:
    proves, about = (called(each.credential), each.credential.sort.key) if each.credential else ("", "")
    why = "health" if about == "health" else kept_back.why(each)
    shown = kept_back.in_a_packet(why) if why else _printed(each)
    dated, size = texts.day(each.dated), size_text(each.size)
    return each.title, each.file_name, dated, proves, shown, size, {4: "quiet" if shown == PRINTED else "warn"}


def _printed(each: Document) -> str:
    """“Printed”, “Printed: called .pdf and is a JPG picture”, “Not printed: protected by a password”."""
    why = each.prints_why.partition(". ")[0].rstrip(".").removeprefix("It is ").removeprefix("It ")
    how = {NOT_AT_ALL: "Not printed", IN_PART: "Printed in part"}.get(each.prints, PRINTED)
    return f"{how}: {why}" if why else how


def _note(each: Note, today: date, policy: Policy) -> tuple:
    called = each.sort == CALL
    said = f"{each.caller}: {each.text}" if called and each.caller else each.text
    return texts.day(each.said), each.sort, each.by, said, {1: "info" if called else "quiet"}


def _task(each: Task, today: date, policy: Policy) -> tuple:
    late = "" if each.done or not each.due else "bad" if each.due < today else "info"
    due = f"{texts.day(each.due)} · {texts.distance(each.due, today)}" if each.due else ""
    about = called(each.credential) if each.credential_id else ""  # type: ignore[attr-defined]
    state = "Done" if each.done else "Open"
    return each.title, due, each.owner, state, about, {1: late, 3: "good" if each.done else "quiet"}


def _appointments() -> ModelSelect:
    joined = Appointment.select(Appointment, Facility, Category).join(Facility, JOIN.LEFT_OUTER).switch(Appointment)
    return joined.join(Category, JOIN.LEFT_OUTER).order_by(Appointment.ends.desc(), Appointment.id)


def _documents() -> ModelSelect:
    joined = Document.select(Document, Credential, CredentialSort).join(Credential, JOIN.LEFT_OUTER)
    joined = joined.join(CredentialSort, JOIN.LEFT_OUTER)
    return joined.where(Document.id.not_in(sealed.documents())).order_by(Document.dated.desc(), Document.id.desc())


def _tasks() -> ModelSelect:
    joined = Task.select(Task, Credential, CredentialSort).join(Credential, JOIN.LEFT_OUTER)
    joined = joined.join(CredentialSort, JOIN.LEFT_OUTER)
    return joined.order_by(Task.done, Task.due.is_null(), Task.due, Task.id)


def _application(each: Application, today: date, policy: Policy) -> tuple:
    closed = each.stage == "Closed"
    stage = each.outcome if closed else each.stage
    term = " to ".join(texts.day(day) for day in (each.term_starts, each.term_ends) if day)
    tone = "good" if chain.is_approved(each) else "quiet" if closed else "info"
    began = texts.day(each.received or each.requested)
    return each.sort, stage, began, term, texts.day(each.decided), {1: tone}


PRACTICES_PART = Part(
    "practices",
    "Practices",
    "practice",
    PRACTICE_MEMBERS,
    ("Practice", "TIN", "Credentialing contact", "Phone", "Email", "Notices"),
    ("practice", "preferred"),
    lambda: (
        PracticeMember.select(PracticeMember, Practice)
        .join(Practice)
        .order_by(PracticeMember.preferred.desc(), alphabet.by(Practice.name))
    ),
    _practice,
    (5,),
)
APPOINTMENTS_PART = Part(
    "appointments",
    "Appointments",
    "appointment",
    APPOINTMENTS,
    ("Facility", "Category", "First appointed", "Term starts", "Term ends"),
    ("facility", "category", "initial", "starts", "ends", "remarks"),
    _appointments,
    _appointment,
    (4,),
)
NUMBERS_PART = Part(
    "numbers",
    "Numbers",
    "number",
    IDENTIFIERS,
    ("Whose number", "Number"),
    ("sort", "value"),
    lambda: Identifier.select().order_by(Identifier.sort),
    lambda each, *_: (each.sort, each.value),
)
NAMES_PART = Part(
    "names",
    "Other names",
    "name",
    OTHER_NAMES,
    ("Name", "Sort"),
    ("sort", "last", "first"),
    lambda: OtherName.select().order_by(alphabet.by(OtherName.last)),
    lambda each, *_: (", ".join(part for part in (each.last, each.first) if part), each.sort),
)
EDUCATION_PART = Part(
    "education",
    "Education and training",
    "education",
    EDUCATION,
    file_background.OF_EDUCATION,
    ("sort", "institution", "program", "started", "ended", "remarks"),
    file_background.education,
    file_background.of_education,
)
WORK_PART = Part(
    "work",
    "Work history",
    "position",
    WORK_HISTORY,
    file_background.OF_WORK,
    ("employer", "position", "time_off", "started", "ended", "city", "state", "remarks"),
    file_background.work,
    file_background.of_work,
)
AFFILIATIONS_PART = Part(
    "affiliations",
    "Other hospitals",
    "affiliation",
    AFFILIATIONS,
    file_background.OF_AFFILIATIONS,
    ("hospital", "category", "started", "ended", "standing", "remarks"),
    file_background.affiliations,
    file_background.of_affiliation,
)
HELD_PART = Part(
    "held",
    "Privileges",
    "privilege",
    HELD_PRIVILEGES,
    file_held.HEADINGS,
    file_held.FIELDS,
    file_held.held,
    file_held.line,
    (1,),
    once=lambda provider, today: (stopping(provider, today),),
)
DOCUMENTS_PART = Part(
    "documents",
    "Documents",
    "document",
    DOCUMENTS,
    ("Document", "File", "Dated", "Proves", "In a packet", "Size"),
    ("title", "dated", "credential", "packet"),
    _documents,
    _document,
)
NOTES_PART = Part(
    "notes",
    "Notes and calls",
    "note",
    NOTES,
    ("On", "Sort", "By", "Note"),
    ("said", "sort", "text", "caller", "by"),
    lambda: Note.select().order_by(Note.said.desc(), Note.id.desc()),
    _note,
    (1,),
)
TASKS_PART = Part(
    "tasks",
    "Tasks",
    "task",
    TASKS,
    ("What", "Due", "Owner", "State", "Credential"),
    ("title", "due", "owner", "credential", "snoozed", "repeats", "done", "remarks"),
    _tasks,
    _task,
    (1, 3),
)
APPLICATIONS_PART = Part(
    "applications",
    "Applications",
    "application",
    APPLICATIONS,
    ("Kind", "Stage", "Received", "Term asked for", "Decided"),
    ("sort",),
    lambda: Application.select().order_by(
        Application.stage == "Closed", Application.requested.desc(), Application.id.desc()
    ),
    _application,
    (1,),
)
PARTS = (
    PRACTICES_PART,
    APPOINTMENTS_PART,
    NUMBERS_PART,
    NAMES_PART,
    EDUCATION_PART,
    WORK_PART,
    AFFILIATIONS_PART,
    HELD_PART,
    DOCUMENTS_PART,
    NOTES_PART,
    TASKS_PART,
    APPLICATIONS_PART,
)
