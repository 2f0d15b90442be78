"""Pulls of files as the page of standards shows them: those that were made, and the files of one with how they stand."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from peewee import fn

from workbench.lists import judging
from workbench.lists.tracing import READY, READY_AS_SHOWN
from workbench.records import texts
from workbench.records.appointment import Appointment
from workbench.records.finding import BLOCKS, WARNS, KeptFinding
from workbench.records.office_lists import Department
from workbench.records.provider import GONE, Provider
from workbench.records.pull import BY_APPOINTMENT, BY_DEPARTMENT, RANDOM, FilePull, PulledFile
from workbench.rules import lots
from workbench.store import asking, database

NOWHERE, NO_TYPE, NO_TERM = "No department", "No type", "No appointment"


@dataclass(frozen=True)
class Pull:
    """One of those that were made."""

    id: int
    title: str
    """“Nov 24 2026 · 10 by lot”."""
    said: str
    """How they came to be drawn, in one sentence: who, when, from whom, by which seed."""
    random: bool


@dataclass(frozen=True)
class Pulled:
    """A file of a pull."""

    provider: int
    person: str
    department: str
    kind: str
    stratum: str
    blocking: int
    warning: int
    veiled: bool = False
    """Whether something is left out: that nothing is found says only so much then."""

    @property
    def standing(self) -> str:
        """“Not ready: 2”, “Warnings: 1”, “Ready”; where something is left out, “Ready by what is shown here”."""
        if self.blocking:
            return f"Not ready: {self.blocking:,}"
        ready = READY_AS_SHOWN if self.veiled else READY
        return f"Warnings: {self.warning:,}" if self.warning else ready

    @property
    def tone(self) -> str:
        """bad, warn or good."""
        return "bad" if self.blocking else "warn" if self.warning else "good"


def population(strata: str, department: int | None = None, provider_type: str = "") -> dict[str, list[int]]:
    """The files that can be drawn from, by group: whoever is on the staff or applies."""
    query = Provider.select(Provider.id, Department.name, Provider.provider_type).left_outer_join(
        Department, on=Provider.department
    )
    query = query.where(Provider.status.not_in(tuple(GONE)))
    if department is not None:
        query = query.where(Provider.department == department)
    if provider_type:
        query = query.where(Provider.provider_type == provider_type)
    people, departments, kinds = asking.columns(query.order_by(Provider.id))
    if not strata:
        return {"": people} if people else {}
    if strata == BY_APPOINTMENT:
        initial = _initial(people)
        named = [initial.get(each, NO_TERM) for each in people]
    else:
        by, none = (departments, NOWHERE) if strata == BY_DEPARTMENT else (kinds, NO_TYPE)
        named = [each or none for each in by]
    groups: dict[str, list[int]] = {name: [] for name in dict.fromkeys(named)}
    for each, name in zip(people, named, strict=True):
        groups[name].append(each)
    return groups


def said(strata: str, department: str, provider_type: str) -> str:
    """A population in words."""
    parts = [part for part in (department, provider_type) if part]
    return " · ".join(parts) if parts else "All files"


def all() -> list[Pull]:
    """Every pull, the newest first."""
    count = fn.COUNT(PulledFile.id)
    query = FilePull.select(FilePull, count.alias("drawn")).left_outer_join(PulledFile).group_by(FilePull.id)
    return [_pull(each, each.drawn) for each in query.order_by(FilePull.pulled.desc(), FilePull.id.desc())]


def files_of(pull: int, today: date) -> list[Pulled]:
    """The files of a pull in their order, judged as of a day."""
    judging.bring_up_to_date(today)
    query = (
        PulledFile.select(PulledFile, Provider)
        .join(Provider)
        .where(PulledFile.pull == pull)
        .order_by(PulledFile.position)
    )
    rows = list(query)
    graves = _graves([each.provider_id for each in rows])
    return [
        Pulled(
            each.provider_id,
            each.provider.title,
            each.provider.department.name if each.provider.department else "",
            each.provider.provider_type,
            each.stratum,
            graves[each.provider_id, BLOCKS],
            graves[each.provider_id, WARNS],
            database.veil is not None,
        )
        for each in rows
    ]


def is_as_drawn(pull: int) -> bool:
    """Whether drawing once more, by the seed and from the files that were kept, draws the same."""
    kept = FilePull.get_by_id(pull)
    drawn = [(each.provider_id, each.stratum) for each in kept.pulled_files.order_by(PulledFile.position)]
    return drawn == lots.draw(lots.read(kept.among), kept.wanted, kept.seed)


def _pull(each: FilePull, drawn: int) -> Pull:
    random = each.how == RANDOM
    title = f"{texts.day(each.pulled)} · {drawn:,} {'by lot' if random else 'chosen'}"  # type: ignore[arg-type]
    by = f" by {each.by}" if each.by else ""
    if not random:
        return Pull(int(each.get_id()), title, f"Chosen on {texts.day(each.pulled)}{by}.", False)  # type: ignore[arg-type]
    spread = f", spread over {str(each.strata).lower()}" if each.strata else ""
    told = (
        f"{drawn:,} of {each.files:,} files ({each.population}), drawn by lot on {texts.day(each.pulled)}{by}{spread}; "  # type: ignore[arg-type]
        f"seed {each.seed}."
    )
    return Pull(int(each.get_id()), title, told, True)


def _initial(ids: Iterable[int]) -> dict[int, str]:
    """By person, whether the newest term is the first."""
    query = Appointment.select(Appointment.provider, Appointment.initial)
    query = query.where(Appointment.provider.in_(asking.among(ids))).order_by(Appointment.starts, Appointment.id)
    return {who: "New" if first else "Reappointed" for who, first in zip(*asking.columns(query), strict=True)}


def _graves(ids: list[int]) -> Counter[tuple[int, str]]:
    query = KeptFinding.select(KeptFinding.provider, KeptFinding.severity)
    return Counter(
        (who, severity) for who, severity in query.where(KeptFinding.provider.in_(asking.among(ids))).tuples()
    )
