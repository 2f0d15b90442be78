"""What lies on the coordinator's desk: documents, notes and tasks."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from workbench.errors import Problem
from workbench.records import texts
from workbench.records.credential import Credential
from workbench.records.days import months_on
from workbench.records.fields import Code, Day, Flag, Link, LongText, Text, Whole
from workbench.records.kind import Kind
from workbench.records.provider import Provider
from workbench.records.record import Record
from workbench.records.words import choices
from workbench.store import database

NOTE, CALL = "Note", "Call"
REPEATS = ("Weekly", "Monthly", "Quarterly", "Yearly")
_MONTHS = {"Monthly": 1, "Quarterly": 3, "Yearly": 12}
PRINTED, KEPT = "Printed", "Kept in the office"
WHOLE, IN_PART, NOT_AT_ALL = "Whole", "In part", "Not at all"
PRINTS = (WHOLE, IN_PART, NOT_AT_ALL)
"""What a packet can print of a document; of the last two a page of the packet says why."""


class Document(Record):
    """A scan or file, whose bytes the office keeps once by their content."""

    provider = Link(Provider, verbose_name="Provider", null=True, on_delete="CASCADE", backref="documents")
    credential = Link(Credential, verbose_name="Proves", null=True, on_delete="SET NULL", backref="documents")
    title = Text(verbose_name="Title")
    file_name = Text(verbose_name="File name", default="")
    dated = Day(verbose_name="Dated", null=True)
    sha256 = Code(verbose_name="Content", default="", help_text="What the bytes are found by.")
    size = Whole(verbose_name="Bytes", default=0)
    packet = Text(
        verbose_name="In a packet",
        choices=choices((PRINTED, KEPT)),
        default="",
        help_text="Empty: as its title says. Proofs of health requirements are never printed.",
    )

    prints = Text(
        verbose_name="On paper",
        choices=choices(PRINTS),
        default="",
        help_text="What a packet can print of it, found when it was attached; empty where nobody looked.",
    )
    prints_why = LongText(verbose_name="Why not whole", default="")

    titled_by = ("title",)
    not_from_files = frozenset({"file_name", "sha256", "size", "prints", "prints_why"})


class Note(Record):
    """Something worth knowing about a person, said by somebody on a day; or a call that was answered."""

    provider = Link(Provider, verbose_name="Provider", on_delete="CASCADE", backref="notes")
    said = Day(verbose_name="On")
    sort = Text(verbose_name="Sort", choices=choices((NOTE, CALL)), default=NOTE)
    caller = Text(verbose_name="Caller", default="", help_text="Who called, from where, and the number to call back.")
    by = Text(verbose_name="By", default="")
    text = LongText(verbose_name="Note")

    titled_by = ("text",)


class Task(Record):
    """Something to be done by a day; about nobody, a person, or one of that person's credentials."""

    provider = Link(Provider, verbose_name="Provider", null=True, on_delete="CASCADE", backref="tasks")
    credential = Link(Credential, verbose_name="Credential", null=True, on_delete="SET NULL", backref="tasks")
    title = Text(verbose_name="What")
    due = Day(verbose_name="Due", null=True)
    owner = Text(verbose_name="Owner", default="")
    snoozed = Day(verbose_name="Hidden until", null=True, help_text="Until then it is not on Today.")
    repeats = Text(
        verbose_name="Repeats", choices=choices(REPEATS), default="", help_text="Done, it comes again that much later."
    )
    done = Flag(verbose_name="Done", default=False)
    remarks = LongText(verbose_name="Remarks", default="")

    titled_by = ("title",)
    followed_by = "done"

    @classmethod
    def problems_in(cls, values: Mapping[str, Any]) -> Iterator[Problem]:
        """Besides what any record must have: a credential of somebody else."""
        yield from super().problems_in(values)
        if not values.get("credential"):
            return
        held = Credential.get_or_none(Credential.id == values["credential"])
        if held is not None and held.provider_id != values.get("provider"):
            yield Problem(
                "credential", f"It is a credential of {held.provider.title}: choose them as the provider too."
            )

    def save(self, *how: Any, **more: Any) -> Any:
        """Written as done, wherever that is, one that repeats comes again, in the same step."""
        id = self.get_id()
        was_open = bool(id) and self.done and type(self).select().where((Task.id == id) & ~Task.done).exists()
        saved = super().save(*how, **more)
        if was_open and self.repeats:
            today = database.clock().date()  # the day of the step
            due = next_due(self.due or today, self.repeats, today)  # type: ignore[arg-type]
            kept = ("provider", "credential", "title", "owner", "repeats", "remarks")
            self.again = type(self).create(due=due, **{name: self.__data__.get(name) for name in kept})
        return saved

    again: "Task | None" = None
    """The one that came instead when this one was done."""

    def followed(self) -> str:
        """“It comes again on Dec 12 2026”, once that was written."""
        return f"It comes again on {texts.day(self.again.due)}" if self.again is not None else ""  # type: ignore[arg-type]

    def doubts(self) -> Iterator[Problem]:
        """Nobody would see it before it is due."""
        due, snoozed = self.__data__.get("due"), self.__data__.get("snoozed")
        if due and snoozed and snoozed > due:
            yield Problem("snoozed", f"It would stay hidden until after it is due, {texts.day(due)}.")


def next_due(due: date, repeats: str, today: date) -> date:
    """When a task that repeats is due again: so much later than it was, as often as it takes to be after today."""
    count = 1
    while (found := _later(due, repeats, count)) <= today:
        count += 1
    return found


def _later(due: date, repeats: str, count: int) -> date:
    """Counted from the first day, so that the 31st stays one where a month has it."""
    return due + timedelta(weeks=count) if repeats == "Weekly" else months_on(due, count * _MONTHS[repeats])


DOCUMENTS = Kind(
    Document,
    "Documents",
    ("provider", "title", "file_name", "dated", "credential", "packet", "size"),
    ("title", "file_name"),
    natural_key=("sha256",),
)
NOTES = Kind(
    Note,
    "Notes",
    ("provider", "said", "by", "text", "sort", "caller"),
    ("text", "caller"),
    natural_key=("provider", "said", "text"),
)
ASKED = ("title", "due", "owner", "provider", "credential", "repeats", "snoozed", "remarks")
"""What is asked of a new task, in the order in which one thinks of it."""
TASKS = Kind(
    Task,
    "Tasks",
    ("title", "due", "owner", "provider", "credential", "snoozed", "repeats", "done", "remarks"),
    ("title", "owner"),
    natural_key=("title",),
    order=("due", "title"),
    group="Office",
)
