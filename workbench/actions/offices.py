"""Making, opening, protecting and copying an office."""

from collections.abc import Callable
from pathlib import Path

from workbench.errors import Progress, quiet
from workbench.records import SEARCHED
from workbench.records.office_lists import Category, CredentialSort, Department, Facility, Specialty
from workbench.records.policy import Policy
from workbench.records.requirement import Requirement
from workbench.records.verification import VerificationSource
from workbench.store import ahead, history, settings
from workbench.store import backup as copies
from workbench.store import office as files
from workbench.store.database import database
from workbench.store.office import Office, Seat

SEEDS = Path(__file__).parents[2] / "resources" / "seeds.toml"


def new_office(
    path: Path,
    seat: Seat,
    hospital: str = "",
    passphrase: str | None = None,
    fill: Callable[[], None] = lambda: None,
    zone: str = "",
    state: str = "",
) -> Office:
    """A new office with the office's own lists to begin with; encrypted when a passphrase is given. Refuses an existing file.

    Fill writes what else it begins with, in steps of its own, before the office gets its name. zone is the hospital's time
    zone (“America/New_York”); without one nobody is invited until Settings knows it; state is the hospital's, two letters."""

    import secrets  # for new offices alone

    def begin() -> None:
        with history.step(f"New office {hospital}".strip(), kind="found"):
            _seed(hospital)
            settings.save(hospital=hospital, zone=zone, state=state)
            settings.save(office_number=secrets.token_hex(8), file_secret=secrets.token_hex(16))
        fill()

    return files.create(path, seat, SEARCHED, passphrase, begin)


def open_office(path: Path, seat: Seat, passphrase: str | None = None, read_only: bool = False) -> Office:
    """Open an office; raises what store.office.open_office raises."""
    return files.open_office(path, seat, SEARCHED, passphrase, read_only)


def look_ahead(path: Path) -> None:
    """Begin to check an office that will be opened in a moment, beside whatever else the start has to do."""
    ahead.begin(path)


def policy() -> Policy:
    """The policy of the open office."""
    return settings.load(Policy)


def sit(name: str) -> None:
    """Who works here from now on, as the trail names them; what was done before keeps its name."""
    database.seat = name


def set_policy(**values: object) -> None:
    """Change the office's policy by field name."""
    with history.step("Change the office's policy"):
        settings.save(**values)


def backup(to: Path, progress: Progress = quiet) -> Path:
    """A verified copy of the open office and its keys."""
    return copies.backup(to, progress)


def restore(copy: Path, to: Path, seat: Seat, passphrase: str | None = None) -> Office:
    """Bring a backup back under a new name, once it opens and is sound; a name that is taken or held is refused."""
    return files.restore(copy, to, seat, SEARCHED, passphrase)


def _seed(hospital: str) -> None:
    import tomllib  # for new offices alone

    seeds = tomllib.loads(SEEDS.read_text("utf-8"))
    for name in seeds["departments"]:
        Department.create(name=name)
    for position, name in enumerate([*seeds["voting_categories"], *seeds["categories"]]):
        Category.create(name=name, votes=name in seeds["voting_categories"], position=position)
    for name in seeds["specialties"]:
        Specialty.create(name=name)
    for position, sort in enumerate(seeds["credential_kinds"]):
        CredentialSort.create(position=position, **sort)
    for position, source in enumerate(seeds["sources"]):
        VerificationSource.create(position=position, **source)
    for requirement in seeds["requirements"]:
        Requirement.create(**requirement)
    Facility.create(name=hospital or "Main hospital")
