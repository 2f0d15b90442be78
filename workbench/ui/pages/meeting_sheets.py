"""What is asked for about meetings: a meeting, an item, a year's calendar, the closing."""

from collections.abc import Callable, Sequence
from typing import Any

from workbench.actions import meetings
from workbench.actions.agenda_order import usual_minutes
from workbench.errors import Problem
from workbench.lists import copies_out, expedited
from workbench.lists.agenda_parts import Agenda
from workbench.records import texts
from workbench.records.application import Application
from workbench.records.meeting import AgendaItem, Meeting
from workbench.records.meeting_words import FILES, OPEN
from workbench.records.words import of
from workbench.rules import chain
from workbench.ui.kit.form import Form
from workbench.ui.kit.form_dialog import Doubt, FormDialog
from workbench.ui.kit.page import Page
from workbench.ui.linking import Among, links_of
from workbench.ui.pages.meeting_doubts import goes_with_it, of_meeting

MEETING = ("committee", "held", "starts", "length", "place", "state", "remarks")
ITEM = ("application", "section", "title", "provider", "asked", "minutes", "information")
NOT_SAVED = [Problem("", "It was not saved.")]


def form_of(page: Page, model: Any, fields: Sequence[str]) -> Form:
    """A form whose links find what is there."""
    links: dict[str, Any] = links_of(model, fields, page.session.today, page.session)
    return Form(model, fields, today=lambda: page.session.today, links=links)


def ask_meeting(page: Page, meeting: Meeting, done: Callable[[Meeting], object] = lambda made: None) -> FormDialog:
    """Add a meeting or change one."""
    form, new = form_of(page, Meeting, MEETING), meeting.get_id() is None
    form.load(meeting)

    def save() -> list[Problem]:
        form.store(meeting)
        wrong = page.session.do(meetings.save_meeting, meeting, page.session.today)
        if wrong == []:
            done(meeting)
        return NOT_SAVED if wrong is None else wrong

    def doubts() -> list[Doubt]:
        return list(of_meeting(form, meeting))

    def refusals() -> list[Problem]:
        form.store(meeting)
        return meetings.meeting_problems(meeting, page.session.today)

    form.left.connect(lambda field: _say_of_day(form, field, refusals, doubts))
    words = "Minutes and open action items of earlier meetings stand on its agenda by themselves." if new else ""
    title, verb = ("Add meeting", "Add") if new else ("Edit meeting", "Save")
    how: dict[str, Any] = {"verb": verb, "words": words, "doubts": doubts, "refusals": refusals}
    sheet = FormDialog(title, form, save, **how, parent=page.window())
    sheet.open()
    return sheet


def _say_of_day(
    form: Form, field: str, refusals: Callable[[], list[Problem]], doubts: Callable[[], list[Doubt]]
) -> None:
    """A day that is past, closed or taken is said when its box is left, not when all the rest was typed."""
    if field in ("held", "committee") and form.box("held").text() and not form.box("held").problem():
        found = [*refusals(), *(Problem(each.field, each.message) for each in doubts())]
        form.show_doubts([each for each in found if each.field == "held"][:1], go=False)


def ask_cancel(page: Page, ids: Sequence[int]) -> None:
    """Ask before meetings are cancelled; those that were held, or are cancelled, stay as they are."""
    session = page.session
    rows = [each for each in Meeting.select().where(Meeting.id.in_(list(ids))) if each.state in OPEN]
    if not rows:
        session.messages.tell("Nothing to cancel", "What was held stays; a cancelled meeting is one already.")
        return
    if wrong := [each.message for row in rows for each in meetings.cancel_problems(row)]:
        session.messages.tell("Nothing was cancelled.", " ".join(wrong))
        return
    one = len(rows) == 1
    what = f"the meeting of {texts.day(rows[0].held)}" if one else of(len(rows), "meeting")
    session.messages.confirm(
        f"Cancel {what}?",
        "Cancel the meeting" if one else f"Cancel {of(len(rows), 'meeting')}",
        lambda: session.do(meetings.cancel_meetings, [each.id for each in rows]),
        detail=f"{goes_with_it(rows)} It can be undone.",
        refusal=f"Keep {'it' if one else 'them'}",
    )


def ask_item(page: Page, agenda: Agenda, section: str, done: Callable[[int], object] = lambda item: None) -> FormDialog:
    """Put an item on an agenda; done gets its id."""
    form, made = (
        item_form(page, agenda),
        AgendaItem(meeting=agenda.meeting, section=section or "Other business", minutes=usual_minutes(section)),
    )
    form.load(made)
    proposed: dict[str, Any] = {"section": made.section, "asked": "", "minutes": made.minutes}

    def sort_in(field: str) -> None:
        _sort_in(form, agenda.meeting, proposed) if field == "application" else _time(form, proposed)

    form.left.connect(sort_in)

    def save() -> list[Problem]:
        sort_in("application")
        wrong = page.session.do(meetings.add_items, agenda.meeting, [form.values()])
        if wrong == []:
            done(_newest(agenda.meeting))
        return NOT_SAVED if wrong is None else wrong

    def refusals() -> list[Problem]:
        return meetings.item_problems(agenda.meeting, [form.values()])

    words = "A file by its application; everything else by what it is. Attach its document afterwards."
    how: dict[str, Any] = {"verb": "Add", "words": words, "refusals": refusals, "parent": page.window()}
    sheet = FormDialog("Add to the agenda", form, save, **how)
    sheet.open()
    return sheet


def _time(form: Form, proposed: dict[str, Any]) -> None:
    """Another section usually takes another time; what somebody typed otherwise stays."""
    if form.values()["minutes"] == proposed["minutes"]:
        proposed["minutes"] = usual_minutes(form.values()["section"])
        form.box("minutes").set_value(proposed["minutes"])


def _newest(meeting: int) -> int:
    found: int = AgendaItem.select().where(AgendaItem.meeting == meeting).order_by(AgendaItem.id.desc()).get().id
    return found


def _sort_in(form: Form, meeting: int, proposed: dict[str, Any]) -> None:
    """An application goes to the section of its kind, with what is asked for it, as when every ready file is added: it is shown
    before it is added, and what somebody chose otherwise stays; proposed is what was written into the boxes before."""
    shown = form.values()
    if not shown["application"]:
        return
    proposal = meetings.proposed(shown["application"], meeting)
    for name in proposed:
        if shown[name] == proposed[name] or name == "section" and shown[name] not in FILES:
            form.box(name).set_value(proposal[name])
            proposed[name] = proposal[name]


def item_form(page: Page, agenda: Agenda, has: int | None = None) -> Form:
    """The form of an item; its applications are those that are in process, this committee's turn first. An expedited committee
    is offered those alone that it may decide, and the one that the item has."""
    links: dict[str, Any] = links_of(AgendaItem, ITEM, page.session.today, page.session)
    turn = chain.STAGE_OF.get(agenda.level)
    query = (
        Application.select().where(Application.stage != "Closed").order_by(Application.stage != turn, Application.id)
    )
    if agenda.level == expedited.LEVEL:
        offered = expedited.offered(agenda.held, page.session.today)
        query = query.where(Application.id.in_([*offered, has or 0]))
    files = [(each.id, each.title) for each in query]
    links["application"] = Among(files)
    return Form(AgendaItem, ITEM, today=lambda: page.session.today, links=links)


def edit_item(page: Page, agenda: Agenda, item: int) -> FormDialog | None:
    """Change an item."""
    record = AgendaItem.get_or_none(AgendaItem.id == item)
    if record is None:
        return None
    form = item_form(page, agenda, record.application_id)
    form.load(record)

    def save() -> list[Problem]:
        form.store(record)
        wrong = page.session.do(meetings.change_item, record)
        return NOT_SAVED if wrong is None else wrong

    def refusals() -> list[Problem]:
        form.store(record)
        return meetings.changed_problems(record)

    sheet = FormDialog("Edit agenda item", form, save, refusals=refusals, parent=page.window())
    sheet.open()
    return sheet


def ask_closing(page: Page, agenda: Agenda) -> FormDialog:
    """Close a meeting as held."""
    form = Form(Meeting, ("opened", "adjourned"), today=lambda: page.session.today)
    form.set_values({"opened": agenda.opened or agenda.starts, "adjourned": agenda.adjourned})

    def save() -> list[Problem]:
        values = form.values()
        wrong = page.session.do(
            meetings.close_meeting, agenda.meeting, values["opened"], values["adjourned"], page.session.today
        )
        return NOT_SAVED if wrong is None else wrong

    files = [
        each for each in agenda.items if each.application and not (each.outcome or each.information or each.closed)
    ]
    words = f"{len(files)} of its files have no outcome yet." if files else "Every file has its outcome."
    unknown = meetings.unknown_quorum(agenda.meeting, page.session.today)
    words += f" {unknown}" if unknown else ""
    out = texts.listed([each.said for each in copies_out.on_paper(agenda.meeting)])
    words += f" Still out: {out}. Collect them, and log them in under Copies." if out else ""
    sheet = FormDialog("Close the meeting as held", form, save, verb="Close as held", words=words, parent=page.window())
    sheet.open()
    return sheet
