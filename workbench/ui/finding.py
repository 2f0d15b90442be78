"""What Ctrl+K finds of the office: all that the lists find, people first. The window adds its commands."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import reduce
from operator import or_
from typing import Any

from workbench.lists import found_where, meetings_called
from workbench.lists.expirables import EXPIRABLES
from workbench.lists.found_where import Place
from workbench.lists.meetings import MEETINGS_LIST
from workbench.lists.saved import MARK
from workbench.lists.staff import STAFF
from workbench.records import KINDS, SEARCHED, texts
from workbench.records.application import Application
from workbench.records.committee import Committee
from workbench.records.credential import Credential
from workbench.records.desk import Document
from workbench.records.practice import Practice, PracticeMember
from workbench.records.privilege import PrivilegeForm
from workbench.records.provider import Provider
from workbench.records.saved_view import SavedView
from workbench.records.words import of
from workbench.rules import sealed
from workbench.store import alphabet, database, search
from workbench.ui.kit.finder import Result

PEOPLE, PRACTICES, CREDENTIALS, APPLICATIONS, MEETINGS, COMMITTEES = 6, 4, 5, 4, 4, 2
FORMS, VIEWS, DOCUMENTS = 3, 4, 4
"""At most so many of each."""
LETTERS = 3
"""From which on credentials are looked for by words: two letters are a state, which half of them have."""
AMONG = 500
"""Of the credentials whose number begins so, those that are put in order."""
Go = Callable[..., object]


def find(text: str, today: date, go: Go) -> list[Result]:
    """People who are called so, practices, people who are found otherwise, then credentials, applications, meetings, committees,
    forms, saved views and documents; go("file", ...) opens what is chosen."""
    named = _named(text)
    found = people(text, today, go, named)
    found[len(named) : len(named)] = practices(text, go)
    more = credentials(text, today, go, bool(named))
    if database.veil is not None:  # files under way, committees and their meetings do not show in survey mode
        return [*found, *more, *forms(text, go), *documents(text, today, go)]
    files, held = applications(text, today, go), meetings(text, today, go)
    kept = [*saved_views(text, go), *documents(text, today, go)]
    return [*found, *more, *files, *held, *committees(text, go), *forms(text, go), *kept]


def people(text: str, today: date, go: Go, named: Sequence[int] = ()) -> list[Result]:
    """Those who are called or numbered so, then those whom the list of people finds."""
    keys = [column.key for column in STAFF.columns]
    ids = list(named)
    if len(ids) < PEOPLE and search.query(text):
        listed = STAFF.ids(today=today, search=text, limit=2 * PEOPLE)
        ids += [each for each in listed if each not in ids][: PEOPLE - len(ids)]
    found, places = [], found_where.told([each for each in ids if each not in named], text)
    for row in STAFF.page(ids, today):
        place = places.get(row.id)
        cells = dict(zip(keys, row.texts, strict=True))
        npi = f"NPI {cells['npi']}" if cells.get("npi") else ""
        status = cells["status"] if cells.get("status") != "Active" else ""
        where = place.said if place else ""
        said = (where, cells.get("specialty"), cells.get("department"), status, npi)
        told = " · ".join(dict.fromkeys(filter(None, said)))  # a department may be called as the specialty is
        opens = _to_place(go, row.id, place) if place else _to_file(go, row.id)
        found.append(Result(cells["provider"], told, opens, "user"))
    return found


def practices(text: str, go: Go) -> list[Result]:
    """Practices by their name, tax number, contact and the rest of their words; those that are called so first."""
    words = search.query(text) if len(text.strip()) >= LETTERS else []
    if not words:
        return []
    query = Practice.select()
    for word in words:
        query = query.where(Practice.id.in_(search.matching("practice", word)))
    called = [Practice.name.startswith(word).desc() for word in text.split()]
    return [
        _to_practice(each, text, go) for each in query.order_by(*called, alphabet.by(Practice.name)).limit(PRACTICES)
    ]


def _to_practice(practice: Practice, text: str, go: Go) -> Result:
    """A practice, with what of it was found, how many people it has and whom to call."""
    fields = (name for name in SEARCHED["practice"] if name != "name")
    in_name = found_where.around_words(practice.name, text)
    where = (
        ""
        if in_name
        else next(
            (
                f"{Practice.field(name).verbose_name}: {said}"
                for name in fields
                if (said := found_where.around_words(str(getattr(practice, name) or ""), text))
            ),
            "",
        )
    )
    people = PracticeMember.select().where(PracticeMember.practice == practice).count()
    contact = f"contact {practice.contact}" if practice.contact and practice.contact not in where else ""
    told = " · ".join(filter(None, ("Practice", where, of(people, "provider"), contact)))
    opens = lambda: go("practices", record=practice.id)  # noqa: E731
    return Result(str(practice.name), told, opens, "building-2")


def _to_place(go: Go, provider: int, place: Place) -> Callable[[], object]:
    return lambda: go("file", provider=provider, tab=place.tab, record=(place.table, place.id))


def _named(text: str) -> list[int]:
    """People by what they are called and numbered alone: who shares a department with its chair comes after them."""
    query = Provider.select(Provider.id)
    words = search.query(text)
    for word in words:
        own = Provider.id.in_(search.matching("provider", word))
        for table in ("other_name", "identifier"):
            own |= Provider.id.in_(search.pointing(table, "provider_id", word))
        query = query.where(own)
    # Ms. Lane before all who live in one
    called = [
        Provider.last.startswith(word) | Provider.first.startswith(word) for word in search.untitled(text).split()
    ]
    nearest = [each.desc() for each in called]
    ordered = query.order_by(*nearest, alphabet.by(Provider.last), alphabet.by(Provider.first), Provider.id)
    return [each.id for each in ordered.limit(PEOPLE)] if words else []


def credentials(text: str, today: date, go: Go, named: bool = False) -> list[Result]:
    """Credentials by their own words; by their person's too, unless a person is called so, whose file has them all."""
    ids = _credentials(text, today, named)
    keys = [column.key for column in EXPIRABLES.columns]
    persons = {each.id: each.provider_id for each in Credential.select().where(Credential.id.in_(list(ids)))}
    found = []
    for row in EXPIRABLES.page(ids, today):
        cells = dict(zip(keys, row.texts, strict=True))
        told = " · ".join(filter(None, (cells["provider"], f"expires {cells['expires']}" if cells["expires"] else "")))
        title = f"{cells['credential']} · {cells['number']}".strip(" ·")
        found.append(Result(title, told, _to_file(go, persons[row.id], row.id), "badge-check"))
    return found


def _credentials(text: str, today: date, named: bool) -> Sequence[int]:
    """A street or a telephone number of a person is no credential's: what has a digit must stand in the credential."""
    words = search.query(text)
    numbers = [word for word in words if any(c.isdigit() for c in word)]
    if not numbers:
        return (
            () if named or len(text.strip()) < LETTERS else EXPIRABLES.ids(today=today, search=text, limit=CREDENTIALS)
        )
    query = Credential.select(Credential.id).where(~Credential.past)
    for word in words:
        own = Credential.id.in_(search.matching("credential", word, AMONG if len(words) == 1 else -1))
        if word not in numbers:
            own |= Credential.provider.in_(search.matching("provider", word))
        query = query.where(own)
    return [each.id for each in query.order_by(Credential.expires, Credential.id).limit(CREDENTIALS)]


def applications(text: str, today: date, go: Go) -> list[Result]:
    """Applications whose person, kind and stage begin with what was typed; those in process first, the newest of each."""
    words = [(typed, word) for typed in text.split() for word in search.query(typed)] if len(text.strip()) > 1 else []
    if not words:
        return []
    query = Application.select()
    for typed, word in words:
        what = Application.sort.contains(typed) | Application.stage.startswith(typed)
        query = query.where(_is_called(Application.provider, word) | what)
    nearest = (Application.stage == "Closed", Application.id.desc())
    return [_to_application(each, go) for each in query.order_by(*nearest).limit(APPLICATIONS)]


def _to_application(each: Application, go: Go) -> Result:
    on = texts.day(each.decided if each.stage == "Closed" else each.stage_since)
    told = (
        f"{each.outcome or each.stage}{f', {on}' if each.outcome else f' since {on}'}"
        if on
        else each.outcome or each.stage
    )
    opens = lambda: go("application", application=each.id)  # noqa: E731
    return Result(f"{each.sort} · {each.provider.title}", told, opens, "clipboard-list")


def _is_called(person: Any, word: str) -> Any:
    """Whether a person has a name or number of their own that begins with a word."""
    own = person.in_(search.matching("provider", word))
    for table in ("other_name", "identifier"):
        own |= person.in_(search.pointing(table, "provider_id", word))
    return own


def meetings(text: str, today: date, go: Go) -> list[Result]:
    """Meetings by what they are called and by their day, then those whose other words begin so (where they are held); the next
    ones, then the last ones."""
    ids = meetings_called.called(text, today, MEETINGS) if len(text.strip()) > 1 else []
    for view in ("upcoming", "past") if len(text.strip()) > 1 else ():
        more = MEETINGS_LIST.ids(today=today, search=text, view=view, limit=MEETINGS)
        ids += [each for each in more if each not in ids][: MEETINGS - len(ids)]
    keys = [column.key for column in MEETINGS_LIST.columns]
    found = []
    for row in MEETINGS_LIST.page(ids, today):
        cells = dict(zip(keys, row.texts, strict=True))
        told = " · ".join(part for part in (cells["far"], cells["starts"], cells["place"], cells["state"]) if part)
        opens = lambda each=row.id: go("meeting", meeting=each)  # noqa: E731
        found.append(Result(f"{cells['committee']} · {cells['held']}", told, opens, "calendar"))
    return found


def committees(text: str, go: Go) -> list[Result]:
    """Committees that are called so, in full or in short: their seats and rules."""
    found = []
    for each in _called(Committee, text, COMMITTEES, Committee.short):
        opens = lambda each=each.id: go("committee", committee=each)  # noqa: E731
        told = " · ".join(("Committee", each.level, "" if each.active else "does not meet")).rstrip(" ·")
        found.append(Result(str(each.name), told, opens, "users"))
    return found


def forms(text: str, go: Go) -> list[Result]:
    """Privilege forms that are called so: those in force first."""
    found = []
    for each in _called(PrivilegeForm, text, FORMS):
        opens = lambda each=each.id: go("privileges", form=each)  # noqa: E731
        found.append(Result(str(each.name), f"Privilege form · {each.state}", opens, "clipboard-check"))
    return found


def saved_views(text: str, go: Go) -> list[Result]:
    """The office's saved views by their names, each on the page of its list."""
    found = []
    for each in _called(SavedView, text, VIEWS, SavedView.listed):
        opens = lambda each=each: go(each.listed, view=f"{MARK}{each.id}")  # noqa: E731  # its page is called as its list
        title = next((kind.title for kind in KINDS if kind.name == each.listed), each.listed)
        found.append(Result(str(each.name), f"Saved view · {title}", opens, "star"))
    return found


def documents(text: str, today: date, go: Go) -> list[Result]:
    """Documents by their titles and file names, the newest first; of what is under seal nothing."""
    words = search.query(text) if len(text.strip()) >= LETTERS else []
    if not words:
        return []
    query = Document.select(Document, Provider).join(Provider).where(Document.id.not_in(sealed.documents()))
    for word in words:
        query = query.where(Document.id.in_(search.matching("document", word)) | _is_called(Document.provider, word))
    own = [Document.id.in_(search.matching("document", word)) for word in words]
    query = query.where(reduce(or_, own))  # a name alone finds the person, whose file has them all
    found = []
    for each in query.order_by(Document.dated.desc(), Document.id.desc()).limit(DOCUMENTS):
        told = " · ".join(part for part in ("Document", each.provider.title, texts.day(each.dated)) if part)
        opens = lambda each=each: go("file", provider=each.provider_id, tab="documents", document=each.id)  # noqa: E731
        found.append(Result(str(each.title), told, opens, "file-text"))
    return found


def _called(model: Any, text: str, most: int, *also: Any) -> list[Any]:
    """Records whose name, or another field, holds every word; from three letters on, else too many would."""
    words = text.split()
    if len(text.strip()) < LETTERS:
        return []
    query = model.select()
    for word in words:
        holds = model.name.contains(word)
        for field in also:
            holds |= field.contains(word)
        query = query.where(holds)
    order = [model.state != "In force"] if model is PrivilegeForm else []
    return list(query.order_by(*order, alphabet.by(model.name)).limit(most))


def _to_file(go: Go, provider: int, credential: int | None = None) -> Callable[[], object]:
    if credential is None:
        return lambda: go("file", provider=provider)
    return lambda: go("file", provider=provider, credential=credential)
