"""How fast lists, search and files are with 50,000 people: `uv run python -m tests.benchmarks.lists_bench [FILE]`.

Makes the large sample hospital when FILE is not there. Prints medians in milliseconds beside what issue 2 asks for."""

import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from workbench.actions import offices, sample
from workbench.lists.expirables import CONTACT
from workbench.lists.listing import ListOf
from workbench.lists.named import LISTS, list_named
from workbench.lists.then import ListThen
from workbench.records.credential import Credential
from workbench.records.provider import Provider
from workbench.store import database, history
from workbench.store.asof import Past
from workbench.store.office import Seat

TODAY = date(2026, 11, 24)


def main(path: Path) -> None:
    """Print every figure."""
    clock = [datetime(2026, 11, 24, 9)]
    seat = Seat("Bench", lambda: clock[0])
    if not path.exists():
        office = offices.new_office(path, seat)
        _say("making the hospital", _took(lambda: sample.fill(TODAY, providers=50_000)), 60_000)
        office.close()
    office = offices.open_office(path, seat)
    print(f"{Provider.select().count():,} people, {Credential.select().count():,} credentials")
    _first_screens()
    _sorts()
    _typing()
    _files()
    clock[0] = datetime(2027, 11, 24, 9)
    _past()
    office.close()


def _first_screens() -> None:
    for listed in LISTS:
        if listed.count(today=TODAY):
            for view in ("", *(view.key for view in listed.views)):
                took = _median(lambda ls=listed, v=view: ls.page(_cold(ls, view=v, limit=128), TODAY))
                _say(f"first screen of {listed.name} {view}", took, 300)


def _sorts() -> None:
    staff, credentials = list_named("providers"), list_named("credentials")
    assert staff and credentials
    for column in staff.columns:
        _say(
            f"all providers by {column.key}",
            _median(lambda c=column: _cold(staff, order=((c.key, False),))),
            200,
        )
    for column in credentials.columns:
        for descends in (False, True):
            order = ((column.key, descends),)
            what = f"credentials by {column.key}{' falling' if descends else ''}"
            _say(f"first screen, {what}", _median(lambda o=order: _cold(credentials, order=o, limit=128)), 200)
    for column in credentials.columns:
        paths = column.sorts_by
        took = _median(lambda c=column: _cold(credentials, order=((c.key, False),)))
        _say(f"all credentials by {column.key}", took, 2 * _bare(paths))


BY_CONTACT = """
SELECT c.id FROM credential AS c JOIN (
    SELECT p.id, COALESCE((SELECT g.contact || ' · ' || g.phone FROM practice_member AS m JOIN practice AS g ON g.id = m.practice_id
    WHERE m.provider_id = p.id AND g.contact <> '' ORDER BY m.preferred DESC, m.id DESC LIMIT 1), p.phone) AS said FROM provider AS p
) AS w ON w.id = c.provider_id WHERE NOT c.past ORDER BY w.said = '', w.said COLLATE NOCASE, c.expires NULLS LAST, c.id"""


def _cold(listed: ListOf, **asked: Any) -> Any:
    """Ids read anew, though an order was kept."""
    database.connection().kept.clear()
    return listed.ids(today=TODAY, **asked)


def _bare(paths: tuple[str, ...]) -> float:
    """The SELECT of ids in that order that anybody would write."""
    if paths == CONTACT.sorts_by:
        return _median(lambda: [row[0] for row in database.execute_sql(BY_CONTACT)])
    joins = {
        "provider": "JOIN provider ON provider.id = c.provider_id",
        "sort": "JOIN credential_sort AS sort ON sort.id = c.sort_id",
        "provider.department": "JOIN provider ON provider.id = c.provider_id "
        "LEFT JOIN department ON department.id = provider.department_id",
    }
    needed = {joins[path.rpartition(".")[0]] for path in paths if "." in path}
    terms = ", ".join(
        f"{path.split('.', path.count('.') - 1)[-1] if '.' in path else 'c.' + path} NULLS LAST" for path in paths
    )
    sql = f"SELECT c.id FROM credential AS c {' '.join(needed)} WHERE NOT c.past ORDER BY {terms}, c.id"
    return _median(lambda: [row[0] for row in database.execute_sql(sql)])


def _typing() -> None:
    words = [row[0] for row in database.execute_sql("SELECT last FROM provider WHERE id % 997 = 0")]
    words += [
        row[0] for row in database.execute_sql("SELECT number FROM credential WHERE id % 19997 = 0 AND number <> ''")
    ]
    typed = [word[:n] for word in words for n in range(1, min(len(word), 8) + 1)][:400]
    for name in ("providers", "credentials"):
        listed = list_named(name)
        assert listed
        cold = [_took(lambda t=text, ls=listed: _cold(ls, search=t, limit=128)) for text in typed[:100]]
        _say(f"search as you type in {name}, p95, first screen, nothing kept", quantiles(cold, n=20)[-1], 50)
        listed.ids(today=TODAY)  # as the page does before one types
        each = [_took(lambda t=text, ls=listed: ls.ids(today=TODAY, search=t, limit=128)) for text in typed]
        _say(f"search as you type in {name}, p95, first screen", quantiles(each, n=20)[-1], 50)
        each = [_took(lambda t=text, ls=listed: ls.ids(today=TODAY, search=t)) for text in typed[:100]]
        _say(f"search as you type in {name}, p95, all", quantiles(each, n=20)[-1], 50)


def _files() -> None:
    backrefs = [(link, model) for link, model in Provider._meta.backrefs.items() if link.on_delete == "CASCADE"]

    def read(person: int) -> Any:
        return [Provider.get_by_id(person), *(list(model.select().where(link == person)) for link, model in backrefs)]

    _say("a provider's file, every record", max(_took(lambda p=p: read(p)) for p in range(1, 50_000, 2500)), 100)


def _past() -> None:
    """A year later, a third of the people and of their current credentials changed: what the window waits for as a job."""
    with history.step("A year"):
        database.execute_sql("UPDATE provider SET section = 'X' WHERE id % 3 = 0")
        database.execute_sql("UPDATE credential SET source = 'Y' WHERE id % 3 = 0 AND NOT past")
    for name in ("providers", "credentials"):
        past = Past(TODAY)
        then = ListThen(list_named(name), past)  # type: ignore[arg-type]
        _say(f"{name} as of a year ago", _took(lambda t=then: t.page(t.ids(today=TODAY)[:128], TODAY)), 3000)
        _say(f"the first search of {name} as of then", _took(lambda t=then: t.ids(today=TODAY, search="oka")), 10_000)
        past.close()


def _took(call: Callable[[], Any]) -> float:
    start = time.perf_counter()
    call()
    return (time.perf_counter() - start) * 1000


def _median(call: Callable[[], Any]) -> float:
    return median(_took(call) for _ in range(3))


def _say(what: str, took: float, asked: float) -> None:
    print(f"{took:9.1f} ms  of {asked:7.0f}  {'   ' if took <= asked else 'OVER'} {what}", flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(tempfile.mkdtemp()) / "large.workbench")
