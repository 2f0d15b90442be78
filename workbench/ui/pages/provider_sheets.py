"""What is asked on the list of people: a new one, one field of many, before a deletion, where an export goes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from workbench.actions import cells, doubting, editing, filing, keeping_apart
from workbench.errors import Problem
from workbench.records.provider import PROVIDERS, Provider
from workbench.records.words import of, within
from workbench.ui import weighing
from workbench.ui.kit.form import Form
from workbench.ui.kit.form_dialog import Doubt, FormDialog
from workbench.ui.linking import links_of
from workbench.ui.session import Session

if TYPE_CHECKING:
    from workbench.sheets.duplicates import Like

NEW = (
    "last",
    "first",
    "middle",
    "suffix",
    "degree",
    "provider_type",
    "npi",
    "specialty",
    "department",
    "category",
    "status",
    "email",
    "phone",
)
LIKE = 4
"""People of like names who are shown before somebody is added."""
ONCE = "One action, one undo."


def form_of(session: Session, names: Sequence[str], columns: int = 1) -> Form:
    """A form over some fields of a person."""
    links = links_of(Provider, names, session.today, session)
    return Form(Provider, names, today=lambda: session.today, links=links, columns=columns)


def add(page: Any) -> FormDialog:
    """A new person, whose file then opens."""
    opens = lambda person: page.shell.go("file", provider=person)  # noqa: E731
    return ask_new(page.session, page.window(), opens, opens=opens)


def ask_new(
    session: Session,
    parent: QWidget,
    made: Callable[[int], object],
    last: str = "",
    opens: Callable[[int], object] | None = None,
) -> FormDialog:
    """A new person, perhaps with a last name to begin with; made takes their id, opens that of one who is here already."""
    form, record = form_of(session, NEW, columns=2), Provider(last=last)
    form.load(record)

    def save() -> list[Problem]:
        form.store(record)
        wrong = session.do(editing.save, record, PROVIDERS)
        if wrong == []:
            made(record.get_id())
        return [Problem("", "It was not saved.")] if wrong is None else wrong

    def doubts() -> list[Doubt]:
        form.store(record)
        return _doubts_of(record, opens)

    def refusals() -> list[Problem]:
        form.store(record)
        return [*record.problems(), *editing.taken(record, PROVIDERS)]

    how: dict[str, Any] = {"doubts": doubts, "refusals": refusals, "parent": parent}
    return _opened(FormDialog("Add provider", form, save, verb="Add provider", **how))


def _doubts_of(record: Provider, opens: Callable[[int], object] | None) -> list[Doubt]:
    """What may be a slip, and who may be the person that is added."""
    found = doubting.of_person(record)
    more = len(found) - LIKE
    said = [_doubt(each, opens) for each in found[:LIKE]]
    slips = [Doubt(each.message, each.field) for each in record.doubts()]
    return [*slips, *said, *([Doubt(f"and {more:,} more of like names")] if more > 0 else [])]


def _doubt(found: Like, opens: Callable[[int], object] | None) -> Doubt:
    """Somebody who is there and may be the person that is added."""
    said = f"{found.title} is here already ({found.why})."
    return Doubt(said, verb=f"Open {found.title}", open=lambda: opens(found.id)) if opens else Doubt(said)


def set_field(page: Any, ids: Sequence[int], name: str) -> FormDialog:
    """One field of some people."""
    form = form_of(page.session, (name,))

    def save() -> list[Problem]:
        return page.session.do(editing.set_text, PROVIDERS, ids, name, form.box(name).text(), page.session.today) or []

    title = f"Set {within(Provider.field(name).verbose_name)} of {of(len(ids), 'provider')}"
    return _opened(FormDialog(title, form, save, verb="Set", words=ONCE, parent=page.window()))


def set_status(page: Any, ids: Sequence[int]) -> FormDialog:
    """The status of some people, and since when. Where several would leave or join by it, that is asked once more."""
    form = form_of(page.session, ("status", "status_since"))
    form.set_values({"status": "", "status_since": page.session.today})

    def save() -> list[Problem]:
        values = form.values()
        status = values["status"] or ""
        write = partial(page.session.do, filing.set_status, ids, status, values["status_since"])
        if len(ids) < 2 or not status:
            return write() or []
        weighing.ask_first(page.session, PROVIDERS, cells.of_all(ids, "status", status), write)
        return []

    title = f"Set status of {of(len(ids), 'provider')}"
    return _opened(FormDialog(title, form, save, verb="Set", words=ONCE, parent=page.window()))


def ask_delete(page: Any, ids: Sequence[int]) -> None:
    """Delete people, by name, with the count of what is theirs."""
    people = {each.id: each.title for each in Provider.select().where(Provider.id.in_(list(ids)))}
    named = [people[each] for each in ids if each in people]
    if not named:
        return
    who = " and ".join(named) if len(named) < 3 else f"{'; '.join(named[:2])} and {of(len(named) - 2, 'other')}"
    theirs = editing.hanging(Provider, list(people))
    more = f" and {of(theirs, 'record')} of theirs" if theirs else ""
    page.session.messages.confirm(
        f"Delete {who}{more}?",
        f"Delete {of(len(named), 'provider')}",
        lambda: page.session.do(editing.delete, PROVIDERS, ids),
        detail="Their credentials, documents and notes go too. Who left is better kept as Resigned. Undo brings all back.",
    )


def _opened(dialog: FormDialog) -> FormDialog:
    dialog.open()
    return dialog


def ask_merge(page: Any, ids: Sequence[int]) -> None:
    """Two files of one person; the one opened first stays."""
    from workbench.ui.pages.merge_sheet import MergeSheet

    if len(ids) == 2:
        kept, gone = sorted(ids)
        MergeSheet(page.session, kept, gone, page.table.go_to, page.window()).open()


def find_doubles(page: Any) -> None:
    """Look for people who may be one and the same, as a job, and show the pairs."""
    from workbench.sheets import duplicates, known  # the import's own judgment

    def show(pairs: Sequence[Any]) -> None:
        from workbench.ui.pages.merge_sheet import DoublesSheet

        DoublesSheet(page.session, keeping_apart.of_two(pairs), page.window()).open()

    page.session.jobs.start("Looking for doubles", lambda progress: duplicates.doubles(known.fetch(), progress), show)


def ask_call(page: Any) -> None:
    """Log a call about the chosen person."""
    from workbench.ui import call_sheet

    call_sheet.ask_call(page.session, page.table.current(), page.window())
