"""What Ctrl+K finds of the office: people by name or NPI, credentials by number, the next meetings. The window adds its commands."""

from collections.abc import Callable
from datetime import date

from workbench.lists.expirables import EXPIRABLES
from workbench.lists.meetings import MEETINGS_LIST
from workbench.lists.staff import STAFF
from workbench.records.credential import Credential
from workbench.records.provider import Provider
from workbench.store import search
from workbench.ui.kit.finder import Result

PEOPLE, CREDENTIALS, MEETINGS = 6, 5, 3
"""At most so many of each."""
Go = Callable[..., object]


def find(text: str, today: date, go: Go) -> list[Result]:
    """Credentials first where a number was typed, else people; go("file", ...) opens what is chosen."""
    found = [*people(text, today, go), *credentials(text, today, go), *meetings(text, today, go)]
    return found[::-1] if text[:1].isdigit() and not text.isdigit() else found


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
    query = Provider.select(Provider.id)
    for word in search.query(text):
        own = Provider.id.in_(search.matching("provider", word))
        for table in ("other_name", "identifier"):
            own |= Provider.id.in_(search.pointing(table, "provider_id", word))
        query = query.where(own)
    # Ms. Lane before all who live in one
    called = [Provider.last.startswith(word) | Provider.first.startswith(word) for word in text.split()]
    nearest = [each.desc() for each in called]
    return [each.id for each in query.order_by(*nearest, Provider.last, Provider.first, Provider.id).limit(PEOPLE)]


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


def meetings(text: str, today: date, go: Go) -> list[Result]:
    """The next meetings of the committees whose words begin with what was typed."""
    ids = MEETINGS_LIST.ids(today=today, search=text, view="upcoming", limit=MEETINGS) if len(text.strip()) > 1 else ()
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
