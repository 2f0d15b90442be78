"""What Ctrl+K finds of the office: people by name or NPI, credentials by number, applications by whose and what they are,
meetings by their committee. The window adds its commands."""

from collections.abc import Callable
from datetime import date
from typing import Any

from workbench.lists.expirables import EXPIRABLES
from workbench.lists.meetings import MEETINGS_LIST
from workbench.lists.staff import STAFF
from workbench.records import texts
from workbench.records.application import Application
from workbench.records.credential import Credential
from workbench.records.provider import Provider
from workbench.store import search
from workbench.ui.kit.finder import Result

PEOPLE, CREDENTIALS, APPLICATIONS, MEETINGS = 6, 5, 4, 4
"""At most so many of each."""
Go = Callable[..., object]


def find(text: str, today: date, go: Go) -> list[Result]:
    """Credentials first where a number was typed, else people; go("file", ...) opens what is chosen."""
    first = (credentials, people) if text[:1].isdigit() and not text.isdigit() else (people, credentials)
    return [each for sort in (*first, applications, meetings) for each in sort(text, today, go)]


def people(text: str, today: date, go: Go) -> list[Result]:
    """Persons whose words, or whose numbers, begin with what was typed."""
    keys = [column.key for column in STAFF.columns]
    found = []
    for row in STAFF.page(_named(text), today):
        cells = dict(zip(keys, row.texts, strict=True))
        npi = f"NPI {cells['npi']}" if cells.get("npi") else ""
        told = " · ".join(filter(None, (cells.get("specialty"), cells.get("department"), npi)))
        found.append(Result(cells["provider"], told, _to_file(go, row.id), "user"))
    return found


def _named(text: str) -> list[int]:
    """People by what they are called and numbered alone: who shares a department with its chair was not asked for."""
    words = search.query(text)
    query = Provider.select(Provider.id).where(bool(words))
    for word in words:
        query = query.where(_is_called(Provider.id, word))
    # Ms. Lane before all who live in one
    called = [Provider.last.startswith(word) | Provider.first.startswith(word) for word in text.split()]
    nearest = [each.desc() for each in called]
    return [each.id for each in query.order_by(*nearest, Provider.last, Provider.first, Provider.id).limit(PEOPLE)]


def _is_called(person: Any, word: str) -> Any:
    """Whether a person has a name or number of their own that begins with a word."""
    own = person.in_(search.matching("provider", word))
    for table in ("other_name", "identifier"):
        own |= person.in_(search.pointing(table, "provider_id", word))
    return own


def credentials(text: str, today: date, go: Go) -> list[Result]:
    """Credentials by their number; asked only where there is a digit to find."""
    if not any(c.isdigit() for c in text):
        return []
    keys = [column.key for column in EXPIRABLES.columns]
    ids = EXPIRABLES.ids(today=today, search=text, limit=CREDENTIALS)
    persons = {each.id: each.provider.id for each in Credential.select().where(Credential.id.in_(list(ids)))}
    found = []
    for row in EXPIRABLES.page(ids, today):
        cells = dict(zip(keys, row.texts, strict=True))
        told = " · ".join(filter(None, (cells["provider"], f"expires {cells['expires']}" if cells["expires"] else "")))
        title = f"{cells['credential']} · {cells['number']}".strip(" ·")
        found.append(Result(title, told, _to_file(go, persons[row.id], row.id), "badge-check"))
    return found


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


def meetings(text: str, today: date, go: Go) -> list[Result]:
    """The meetings of the committees whose words begin with what was typed: the next ones, then the last ones."""
    ids: list[int] = []
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


def _to_file(go: Go, provider: int, credential: int | None = None) -> Callable[[], object]:
    if credential is None:
        return lambda: go("file", provider=provider)
    return lambda: go("file", provider=provider, credential=credential)
