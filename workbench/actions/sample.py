"""The sample hospital: invented people, dated relative to a day, with faults that a coordinator would know.

Everybody is invented: names are recombined, telephones come from the range reserved for fiction, e-mail goes to example.org.

| who | what is wrong |
|---|---|
| Okafor, Adaeze N., MD | Illinois license 036-119204 not renewed when it was due; DEA due in about five weeks (the showcase file) |
| Whitcomb, Harold J., MD | Illinois license not renewed at the last renewal date |
| Delacroix, Simone, PA-C | the same, at the PAs' date |
| Petrosyan, Anahit G., MD; Hollis, Derek W., DO | a gap of nine months in the work history, not explained |
| Tran, Minh-Anh, MD; Kowalczyk, Piotr S., MD | DEA registered in Missouri, in Wisconsin, without a license there |
| Reyes, Marisol, MD | the same person as Reyes-Whitfield, Marisol: second file under the maiden name, same license, no NPI |
| Abernathy, Lucille Ruth, APRN | no NPI |
| Nakagawa, Kenji, MD | license never verified at the source |
| Fitzgerald-Osei Jr, Brendan T., MD | professional liability lapsed |
| Ramaswamy, Divya K., MD | board certification in nephrology lapsed |
| O'Donnell, Siobhán M., CRNA | life support card expired |
| Castellanos, Mateo, PA-C | no supervising physician |
| van der Meer III, Joost, MD | the term of appointment has ended |

The newest search of the LEIE found a namesake of one physician, and nobody ruled on it; three verifications were struck.
Of two people life support is not asked, with a reason: a pathologist, and until a day a radiologist.
Every rule of the standards is crossed by somebody: `sampling/judged.py` says how.
Applications in all stages come with it (resources/sample/applications.toml says what each lacks), and the evidence of staff.
"""

import random
from datetime import date
from pathlib import Path

from workbench.actions import offices
from workbench.actions.sampling import (
    applying,
    beyond,
    careers,
    committees,
    delineating,
    desk,
    entitled,
    evidence,
    further,
    judged,
    office,
    people,
    readiness,
    terms,
    verified,
)
from workbench.actions.sampling.faults import FAULTS
from workbench.actions.sampling.file import HANGING, File, Values
from workbench.actions.sampling.numbers import Numbers
from workbench.actions.sampling.pools import pool, role_of, roles
from workbench.actions.sampling.writing import Writing
from workbench.errors import Progress, WorkbenchError, quiet
from workbench.lists.named import LISTS
from workbench.records import KINDS
from workbench.records.credential import Credential
from workbench.records.evidence import Oppe
from workbench.records.provider import Provider
from workbench.store import history, settings
from workbench.store.office import Office, Seat

HOSPITAL = office.SITES[0]
LARGE = 2_000
"""From here on files hold eight current credentials, education, numbers, appointments and OPPE: a hospital for measuring."""
BATCH = 1_000


def make(
    path: Path, seat: Seat, today: date, providers: int = 120, seed: int = 2026, progress: Progress = quiet
) -> Office:
    """A new office with the sample hospital in it; stopped or killed before it is whole, there is none. Refuses an existing file.

    That it was filled is how it begins: no undo reaches behind it, or a first Ctrl+Z would empty it."""

    def begin() -> None:
        fill(today, providers, seed, progress, kind="found")
        if providers < LARGE:
            beyond.strike(today)

    return offices.new_office(path, seat, HOSPITAL, fill=begin)


def fill(today: date, providers: int = 120, seed: int = 2026, progress: Progress = quiet, *, kind: str = "do") -> None:
    """Fill the open, freshly made office in one step, of a kind that can be undone unless told. Refuses an office with people."""
    if Provider.select().exists():
        raise WorkbenchError(
            "This office has people already. Nothing was changed. Make the sample hospital in a new office."
        )
    with history.step(f"Sample hospital of {providers:,} people", kind):
        settings.save(hospital=HOSPITAL, state="IL", zone="America/Chicago", gap_days=60, invented=True)
        settings.save(letters_since=terms.months_on(today, -36).isoformat())
        settings.save(office_email="medicalstaff@riverbend.example.org")
        _Hospital(today, providers, seed).write(progress)


def counts(today: date) -> dict[str, int]:
    """How many rows each list of the open office has, as the list itself says: of credentials the current ones. By the lists'
    names; empty ones are left out, and so is what is derived from the others."""
    return {each.name: count for each in LISTS if each.kind in KINDS and (count := each.count(today=today))}


class _Hospital:
    """The making of one hospital."""

    def __init__(self, today: date, providers: int, seed: int) -> None:
        self._today, self._size, self._seed = today, providers, seed
        self._large = providers >= LARGE
        self._numbers = Numbers(seed)
        self._words, self._practices = office.furnish(self._numbers, random.Random(f"office {seed}"))
        self._roles = roles(seed)
        self._cast = pool("cast")["person"]
        self._names: set[tuple[str, str]] = {(each["last"], each["first"]) for each in self._cast}
        self._physicians: dict[str, list[int]] = {}
        self._chairs: dict[str, str] = {}

    def write(self, progress: Progress) -> None:
        """Make everybody, a batch at a time, so that a large hospital does not lie in memory."""
        writing = Writing((Provider, *HANGING, Oppe), self._words)
        original: File | None = None
        for index in range(self._size):
            named = self._cast[index] if index < len(self._cast) else {}
            rng = random.Random(self._seed * 1_000_003 + index)
            file = self._file(index, named, rng)
            if named.get("fault") == "duplicate" and original:
                _twin(file, original)
            self._supervise(file, writing.next_id(Provider), named, rng)
            writing.take(file)
            original = file
            if (index + 1) % BATCH == 0:
                writing.flush()
                progress(index + 1, self._size)
        writing.flush()
        office.seat_chairs(self._chairs)
        delineating.furnish(self._today)
        delineating.hold(self._today, self._large)
        applying.apply(self._today, self._seed, self._large)
        committees.convene(self._today, self._seed, self._large)
        if not self._large:
            verified.record()
            judged.keep(self._today, self._seed)
            judged.spoil(self._today)
            readiness.keep(self._today, self._seed)
        progress(self._size, self._size)

    def _file(self, index: int, named: Values, rng: random.Random) -> File:
        role = role_of(named["specialty"], named["degree"]) if named else self._roles[index % len(self._roles)]
        file = self._stranger(index, role, named, rng)
        mine = [each for each in self._practices if role["department"] in each["departments"]] or self._practices[:1]
        heart = (p for p in mine if p["name"].startswith("Prairie Heart") and "Cardio" in role["specialty"])
        practice = next(heart, None) or rng.choice(mine)
        careers.join(file, practice, mine, rng)
        entitled.entitle(file, practice, self._numbers, rng)
        if self._large and not named:
            entitled.trim(file, 8)
            careers.educate(file, rng)
            careers.appoint(file, index, rng, office.SITES)
            careers.identify(file, index, self._numbers, rng)
            evidence.evaluate(file, self._chairs, self._today, rng)
            return file
        careers.educate(file, rng)
        careers.employ(file, practice, rng)
        careers.appoint(file, index, rng, office.SITES)
        careers.affiliate(file, rng)
        careers.identify(file, index, self._numbers, rng)
        desk.take_notes(file, self._today, rng)
        if index % 3 == 1:
            desk.file_papers(file, 2)
        if not named:
            further.tell(file, index)
        FAULTS[named.get("fault", "")](file, self._today, self._numbers, rng)
        if self._large:
            evidence.evaluate(file, self._chairs, self._today, rng)
        return file

    def _stranger(self, index: int, role: Values, named: Values, rng: random.Random) -> File:
        """A person whose name is new, as far as names reach."""
        file = people.invent(index, role, named, self._today, self._numbers, rng)
        for _ in range(0 if named or self._large else 50):
            if (file.person["last"], file.person["first"]) not in self._names:
                break
            file = people.invent(index, role, named, self._today, self._numbers, rng)
        self._names.add((file.person["last"], file.person["first"]))
        return file

    def _supervise(self, file: File, own_id: int, named: Values, rng: random.Random) -> None:
        department = file.person["department"]
        if file.person["provider_type"] == "Physician" and file.person["status"] == "Active":
            self._physicians.setdefault(department, []).append(own_id)
            title = Provider.title_of(*(file.person[name] for name in Provider.titled_by))
            self._chairs.setdefault(department, title)
        elif file.person["provider_type"] == "Physician assistant" and named.get("fault") != "no_supervisor":
            near = self._physicians.get(department) or self._physicians.get("Medicine")
            file.person["supervisor"] = rng.choice(near) if near else None


def _twin(file: File, original: File) -> None:
    """A second file of the same person under the name before the marriage: same license, same birth date, no NPI."""
    file.trained, license = original.trained, dict(original.current("license"))
    file.person |= {
        name: original.person[name] for name in ("birth_date", "ssn_last4", "cell", "street", "street2", "city", "zip")
    }
    file.person |= {"npi": "", "middle": ""}
    file.rows = {model: rows for model, rows in file.rows.items() if model in _KEPT_BY_TWIN}
    file.rows[Credential] = [license]


_KEPT_BY_TWIN = tuple(model for model in HANGING if model.__name__ in ("Identifier", "PracticeMember"))
