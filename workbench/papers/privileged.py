"""Who may do what here on a day, as the lookup card tells it: privileges that are held, and temporary ones."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from peewee import JOIN, Case, ModelSelect, Value, fn

from workbench.records.conduct import stopped_whoever_looks
from workbench.records.credential import Credential
from workbench.records.office_lists import CredentialSort, Department, Facility, Specialty
from workbench.records.policy import Policy
from workbench.records.privilege import HeldPrivilege, Privilege
from workbench.records.provider import WITHOUT_PRIVILEGES, Provider
from workbench.records.short_term import TemporaryPrivilege
from workbench.store import settings
from workbench.store.alphabet import place

TEMPORARY = "Temporary: "


@dataclass(frozen=True)
class Held:
    """One privilege of one person."""

    name: str
    core: bool
    facilities: tuple[str, ...]
    ends: date | None
    conditional: bool


@dataclass(frozen=True)
class Holder:
    """One person and what they may do."""

    name: str
    """“Okafor, Adaeze N., MD”."""
    specialty: str
    department: str
    held: tuple[Held, ...]
    lapsed: bool = False
    """Whether every license that the office has of them where the hospital is has ended: it may have been renewed, or not."""


def holders(today: date) -> tuple[Holder, ...]:
    """Everybody who may do something here on a day, in the order of their names."""
    lapsed = _lapsed(today)
    return tuple(_holder(list(own), who in lapsed) for who, own in groupby(_rows(today), key=lambda row: row.provider))


def _holder(rows: Sequence[Any], lapsed: bool) -> Holder:
    first = rows[0]
    return Holder(
        name=Provider.title_of(*(getattr(first, name) for name in Provider.titled_by)),
        specialty=first.specialty_name or "",
        department=first.department_name or "",
        held=tuple(_merged(rows)),
        lapsed=lapsed,
    )


def _merged(rows: Iterable[Any]) -> Iterator[Held]:
    """One line for a privilege that is held at several facilities on the same terms."""
    terms: dict[tuple[str, bool, date | None, bool], list[str]] = {}
    for row in rows:
        key = (row.privilege_name, row.sort == "Core", row.ends, bool(row.conditions.strip()))
        terms.setdefault(key, []).extend([row.facility_name] if row.facility_name else [])
    for (name, core, ends, conditional), sites in terms.items():
        yield Held(name, core, tuple(dict.fromkeys(sites)), ends, conditional)


def _rows(today: date) -> list[Any]:
    return sorted(
        [*_held(today), *_temporary(today)], key=lambda row: (place(row.last), place(row.first), row.provider)
    )


def _held(today: date) -> ModelSelect:
    query = HeldPrivilege.select(
        HeldPrivilege.provider,
        *_WHO,
        Facility.name.alias("facility_name"),
        Privilege.name.alias("privilege_name"),
        Privilege.sort,
        HeldPrivilege.ends,
        HeldPrivilege.conditions,
    )
    query = query.join_from(HeldPrivilege, Facility, JOIN.LEFT_OUTER).join_from(HeldPrivilege, Privilege)
    order = (Privilege.sort, Privilege.position, Privilege.name)
    return _who(query, HeldPrivilege, today).order_by(*order).namedtuples()


def _temporary(today: date) -> ModelSelect:
    """Temporary privileges are words: all of them are one line."""
    query = TemporaryPrivilege.select(
        TemporaryPrivilege.provider,
        *_WHO,
        Value("").alias("facility_name"),
        Value(TEMPORARY).concat(TemporaryPrivilege.privileges).alias("privilege_name"),
        Value("Special").alias("sort"),
        TemporaryPrivilege.ends,
        Value("").alias("conditions"),
    )
    return _who(query, TemporaryPrivilege, today).order_by(TemporaryPrivilege.starts).namedtuples()


_WHO = (
    *(getattr(Provider, name) for name in Provider.titled_by),
    Specialty.name.alias("specialty_name"),
    Department.name.alias("department_name"),
)


def _who(query: ModelSelect, model: Any, today: date) -> ModelSelect:
    """Who holds it, where it is in force on a day and nothing stops them. In survey mode too, where no action shows: that somebody
    is not on the card says not why."""
    query = query.join_from(model, Provider).join(Specialty, JOIN.LEFT_OUTER, on=Provider.specialty)
    query = query.join_from(Provider, Department, JOIN.LEFT_OUTER, on=Provider.department)
    return query.where(
        model.starts <= today,
        model.ends.is_null() | (model.ends >= today),
        Provider.status.not_in(WITHOUT_PRIVILEGES),
        Provider.id.not_in(stopped_whoever_looks(today)),
    )


def _lapsed(today: date) -> set[int]:
    """Those who have licenses of the hospital's state on file, where it is known, and none that runs on a day."""
    state = settings.load(Policy).state
    runs = Credential.lifetime | Credential.expires.is_null() | (Credential.expires >= today)
    query = Credential.select(Credential.provider, fn.max(Case(None, ((runs, 1),), 0))).join(CredentialSort)
    query = query.where((CredentialSort.key == "license") & ((Credential.state == state) if state else Value(1)))
    return {who for who, any_runs in query.group_by(Credential.provider).tuples() if not any_runs}
