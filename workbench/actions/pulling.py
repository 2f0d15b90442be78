"""Pulling files as a surveyor would: by lot or chosen, kept with how they were drawn, each as one step."""

from collections.abc import Sequence
from datetime import date

from workbench.errors import Problem
from workbench.lists import pulls
from workbench.records.office_lists import Department
from workbench.records.provider import Provider
from workbench.records.pull import CHOSEN, RANDOM, STRATA, FilePull, PulledFile
from workbench.records.words import of
from workbench.rules import lots
from workbench.store import database, history

MOST = 500
"""Files of one pull; an audit looks at far fewer."""


def by_lot(
    wanted: int, seed: str, today: date, strata: str = "", department: int | None = None, provider_type: str = ""
) -> int | list[Problem]:
    """Draw so many files by lot; the pull's id, or what is wrong, and then nothing is written."""
    seed = " ".join(seed.split())
    if wrong := _wrong(wanted, seed, strata):
        return wrong
    groups = pulls.population(strata, department, provider_type)
    count = sum(map(len, groups.values()))
    if not count:
        return [Problem("wanted", "No file is of these. Choose others.")]
    named = Department.get_by_id(department).name if department is not None else ""
    drawn = lots.draw(groups, wanted, seed)
    with history.step(f"Pull {of(len(drawn), 'file')} by lot", under_veil=True):
        made = FilePull.create(
            pulled=today,
            by=database.seat,
            how=RANDOM,
            wanted=wanted,
            strata=strata,
            seed=seed,
            population=pulls.said(strata, named, provider_type),
            files=count,
            among=lots.written(groups),
        )
        _keep(made, drawn)
    return int(made.get_id())


def chosen(ids: Sequence[int], today: date) -> int | list[Problem]:
    """Keep files that somebody chose as a pull; its id, or what is wrong."""
    there = {row[0] for row in Provider.select(Provider.id).where(Provider.id.in_(list(ids)[: MOST + 1])).tuples()}
    found = [each for each in dict.fromkeys(ids) if each in there]
    if not found or len(ids) > MOST:
        return [Problem("wanted", f"Choose one file at least, and no more than {MOST}.")]
    with history.step(f"Pull {of(len(found), 'chosen file')}", under_veil=True):
        made = FilePull.create(pulled=today, by=database.seat, how=CHOSEN, wanted=len(found), files=len(found))
        _keep(made, [(id, "") for id in found])
    return int(made.get_id())


def remove(pull: int) -> None:
    """Remove a pull; the files stay as they are."""
    kept = FilePull.get_by_id(pull)
    with history.step(f"Remove the pull of {kept.pulled:%b} {kept.pulled.day} {kept.pulled.year}"):
        kept.delete_instance()


def _wrong(wanted: int, seed: str, strata: str) -> list[Problem]:
    wrong = []
    if not 1 <= wanted <= MOST:
        wrong.append(Problem("wanted", f"Say how many: from 1 to {MOST}."))
    if not seed:
        wrong.append(Problem("seed", "Without a seed nobody could draw the same again. Any word or number is one."))
    if strata and strata not in STRATA:
        wrong.append(Problem("strata", f"Files are spread over one of: {', '.join(STRATA)}."))
    return wrong


def _keep(pull: FilePull, drawn: Sequence[tuple[int, str]]) -> None:
    for position, (provider, stratum) in enumerate(drawn, 1):
        PulledFile.create(pull=pull, provider=provider, position=position, stratum=stratum)
