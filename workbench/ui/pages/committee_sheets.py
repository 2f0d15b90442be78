"""What is asked for about committees: the committee, a seat, the end of a term."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from workbench.actions import committees
from workbench.errors import Problem
from workbench.records.committee import Committee, Seat
from workbench.records.provider import Provider
from workbench.rules import quorum
from workbench.store import alphabet
from workbench.ui.kit.form import Form
from workbench.ui.kit.form_dialog import Doubt, FormDialog
from workbench.ui.linking import Among, links_of
from workbench.ui.pages.meeting_doubts import of_committee, of_seat
from workbench.ui.pages.meeting_sheets import NOT_SAVED

COMMITTEE = (
    *("name", "short", "level", "department", "section", "quorum_rule", "quorum", "quorum_basis", "charter", "active"),
    *("ordinal", "weekday", "every", "first_month", "starts", "length", "place", "lead_days", "legend"),
)
"""In two columns what it is stands at the left and when it meets at the right; the two long texts stand beside each other."""
SEAT_HINT = "Seat somebody: add a seat to a committee"
SEAT = ("provider", "name", "role", "votes", "physician", "stands_in_for", "starts", "ends", "email", "remarks")


def ask_committee(page: Any, committee: Committee) -> FormDialog:
    """Add a committee or change one."""
    links: dict[str, Any] = links_of(Committee, COMMITTEE, page.session.today, page.session)
    form, new = (
        Form(Committee, COMMITTEE, today=lambda: page.session.today, links=links, columns=2),
        committee.get_id() is None,
    )
    form.load(committee)

    def save() -> list[Problem]:
        form.store(committee)
        wrong = page.session.do(committees.save_committee, committee)
        if wrong == [] and new:
            page.shell.go("committee", committee=committee.id)
        return NOT_SAVED if wrong is None else wrong

    def doubts() -> list[Doubt]:
        return list(of_committee(form, committee, page.session.today))

    title, verb = ("Add committee", "Add") if new else ("Edit committee", "Save")
    sheet = FormDialog(title, form, save, verb=verb, doubts=doubts, parent=page.window())
    sheet.open()
    return sheet


def ask_seat(page: Any, seat: Seat, done: Callable[[Seat], object] = lambda made: None) -> FormDialog:
    """Seat somebody, or change a seat; where no committee is given, it asks for that too."""
    form, new = _seat_form(seat, page.session.today), seat.get_id() is None

    def doubts() -> list[Doubt]:
        return list(of_seat(form, seat, page.session.today))

    def save() -> list[Problem]:
        form.store(seat)
        wrong = page.session.do(committees.save_seat, seat)
        if wrong == []:
            done(seat)
        return NOT_SAVED if wrong is None else wrong

    words = "Choose a person on the staff, or write the name of somebody who is not." if new else ""
    title, verb = ("Seat somebody", "Seat") if new else ("Edit seat", "Save")
    sheet = FormDialog(title, form, save, verb=verb, words=words, doubts=doubts, parent=page.window())
    sheet.open()
    return sheet


def _seat_form(seat: Seat, today: date) -> Form:
    """Another committee has other members to stand in for; who is on the staff is called as on the file."""
    fields = SEAT if seat.committee_id else ("committee", *SEAT)
    links: dict[str, Any] = links_of(Seat, fields, today)
    committee: list[int | None] = [seat.committee_id]
    links["stands_in_for"] = lambda text: Among(_others(seat, committee[0], today))(text)
    form = Form(Seat, fields, today=lambda: today, links=links)
    form.load(seat)

    def follow(field: str) -> None:
        if field == "committee":
            committee[0] = form.values()["committee"]
            form.box("stands_in_for").set_value(None)
        elif field == "provider" and (whose := form.values()["provider"]):
            person = Provider.get_by_id(whose)
            form.box("name").set_value(person.title)
            form.box("physician").set_value(quorum.is_physician(person.degree or ""))

    form.left.connect(follow)
    return form


def _others(seat: Seat, committee: int | None, today: date) -> list[tuple[int, str]]:
    """The seats that an alternate can stand in for: of the same committee, those that are not over; and whom it has now."""
    of_same = (Seat.committee == committee) & (Seat.id != (seat.get_id() or 0))
    runs = Seat.ends.is_null() | (Seat.ends >= today)
    query = Seat.select().where(of_same & runs & Seat.role.not_in(("Alternate", "Staff")))
    newest = {each.name: (each.id, str(each.name)) for each in query.order_by(alphabet.by(Seat.name), Seat.starts)}
    if (kept := seat.stands_in_for) is not None:
        newest[kept.name] = (kept.id, str(kept.name))
    return list(newest.values())


def ask_end(page: Any, seats: Sequence[int], renew: bool) -> FormDialog:
    """Until when terms are renewed, or on which day they end."""
    form = Form(Seat, ("ends",), today=lambda: page.session.today)
    form.load(Seat())
    call = committees.renew_terms if renew else committees.end_terms

    def save() -> list[Problem]:
        wrong = page.session.do(call, seats, form.values()["ends"])
        return NOT_SAVED if wrong is None else wrong

    count = f"{len(seats)} terms" if len(seats) > 1 else "the term"
    title = f"Renew {count}" if renew else f"End {count}"
    words = "A new term begins the day after the old one, which stays." if renew else "The last day of the term."
    sheet = FormDialog(title, form, save, verb="Renew" if renew else "End", words=words, parent=page.window())
    sheet.open()
    return sheet
