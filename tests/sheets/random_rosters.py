"""Rosters of random layout, order, dirt and formats made from a known truth: `python -m tests.sheets.random_rosters 5000`.

Each is written as a file, read, understood and planned over an empty office. Rows are conserved, and no value of the plan
is wrong; what is left out because it asks is counted.
"""

import csv
import io
import marshal
import sys
import tempfile
import traceback
from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import openpyxl
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.sheets.conserved import unaccounted
from tests.sheets.made_people import Made, people
from tests.sheets.roster_layouts import LAYOUTS, Roster
from workbench.sheets import child, comparing, known, taken
from workbench.sheets.known import AT
from workbench.sheets.plan import Choices, Plan
from workbench.sheets.reading import Workbook, _Collected
from workbench.sheets.recognizing import recognize
from workbench.sheets.row import stacked

SORTS = {
    key: n
    for n, key in enumerate(("license", "dea", "cds", "board", "liability", "life_support", "health", "other"), 1)
}
LEAST = {"bare": 6}
"""People without whom a layout cannot be told."""
PLAIN = ("last", "first", "middle", "suffix", "degree", "npi", "email", "phone", "zip", "birth_date")
NAMES = ("last", "first", "middle")
"""Capitals do not tell “de la Cruz” from “De la Cruz”."""
LINKED = ("department", "specialty", "category")


@dataclass
class Score:
    """How many values were right, how many were left out, and what was wrong."""

    right: int = 0
    left: int = 0
    wrong: list[str] = field(default_factory=list)


def made(layout: str, count: int, seed: int) -> Roster:
    """A roster of a layout and so many people; the seed decides the rest."""
    rng = Random(seed)
    roster = LAYOUTS[layout](rng, people(rng, max(count, LEAST.get(layout, 0))))
    roster.made_by = layout, count, seed
    return roster


def rosters() -> st.SearchStrategy[Roster]:
    """Rosters at random."""
    return st.builds(made, st.sampled_from(sorted(LAYOUTS)), st.integers(3, 24), st.integers(0, 2**32 - 1))


def written(roster: Roster, folder: Path) -> Path:
    """The roster as a file of the kind that it asks for."""
    path = folder / f"roster.{roster.kind}"
    if roster.kind == "xlsx":
        book = openpyxl.Workbook()
        book.remove(book.active)
        for name, table in roster.sheets.items():
            sheet = book.create_sheet(name)
            for row in table:
                sheet.append([None if cell == "" else cell for cell in row])
            for place in roster.merged:
                sheet.merge_cells(**place)
        book.save(path)
        return path
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=roster.delimiter)
    writer.writerows([[_typed(cell) for cell in row] for row in next(iter(roster.sheets.values()))])
    path.write_bytes(text.getvalue().encode(roster.encoding, "replace"))
    return path


def _typed(cell: Any) -> str:
    if cell is None:
        return ""
    if isinstance(cell, date):
        return f"{cell.month}/{cell.day}/{cell.year}"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)


def read(path: Path) -> Workbook:
    """What the child would hand over, without a process for each of thousands."""
    collected = _Collected()
    for message in child._messages(str(path)):
        collected.take(marshal.loads(marshal.dumps(message)))
    sheets = collected.finished(path)
    return Workbook(
        path,
        path.name,
        "0" * 64,
        collected.kind,
        sheets,
        collected.counts_later,
        collected.guessed,
        collected.alphabets,
    )


def empty_office() -> known.Known:
    """An office that knows nobody."""
    tables: dict[str, list[Any]] = {tbl: [] for tbl in known.COLUMNS}
    return known.Known(0, tables, SORTS, {}, dict.fromkeys(known.COLUMNS, 1), {}, {}, {})


def planned(path: Path) -> Plan:
    """The plan of a file over an empty office, every question answered by its safe choice."""
    workbook = stacked.apart(read(path))
    sheets = taken.Sheets.of(workbook, recognize(workbook))
    return comparing.compare(sheets, empty_office(), Choices(), encrypted=True)


def checked(roster: Roster, plan: Plan) -> Score:
    """The plan against the truth."""
    score = Score()
    if len(plan.rows) != roster.rows:
        score.wrong.append(f"{len(plan.rows)} rows of data, not {roster.rows}")
    truth = {person["npi"]: person for person in roster.truth}
    names = {(person["last"].casefold(), person["first"].casefold()): person for person in roster.truth}
    at, seen = AT["provider"], Counter()
    for row in plan.drafts.added["provider"]:
        person = truth.get(row[at["npi"]]) or names.get((row[at["last"]].casefold(), row[at["first"]].casefold()))
        if person is None:
            score.wrong.append(f"nobody is {row[at['last']]}, {row[at['first']]} {row[at['npi']]}")
            continue
        seen[id(person)] += 1
        _check_person(row, person, plan, roster, score)
        _check_credentials(row[0], person, plan, roster, score)
        _check_facilities(row[0], person, plan, roster, score)
    score.wrong += [f"somebody came in {count} times" for count in seen.values() if count > 1]
    score.left += sum(1 for person in roster.truth if id(person) not in seen) * len(roster.held)
    return score


def _check(score: Score, what: str, said: Any, true: Any, held: bool) -> None:
    if said in (None, ""):
        score.left += held and true not in (None, "")
    elif said == true:
        score.right += 1
    else:
        score.wrong.append(f"{what} is “{said}”, not “{true}”")


def _check_person(row: list[Any], person: Made, plan: Plan, roster: Roster, score: Score) -> None:
    at = AT["provider"]
    for name in PLAIN:
        true = person["birth"].isoformat() if name == "birth_date" else person[name]
        value = true if str(row[at[name]]).casefold() == str(true).casefold() and name in NAMES else row[at[name]]
        _check(score, f"{person['last']}: {name}", value, true, name in roster.held)
    for name in LINKED:
        said = plan.drafts.name(name, row[at[f"{name}_id"]])
        _check(score, f"{person['last']}: {name}", said, person[name], name in roster.held)
    status = row[at["status"]]
    said = any(each.values.get("provider.status") for each in plan.rows if each.person and each.person.row is row)
    score.left += "status" in roster.held and not said
    if said:
        _check(score, f"{person['last']}: status", status, person["status"], "status" in roster.held)
    for name in ("section", "street", "city", "languages", "preferred", "cell", "pager", "fax"):
        _check(score, f"{person['last']}: {name}", row[at[name]], "", False)


def _check_credentials(id: int, person: Made, plan: Plan, roster: Roster, score: Score) -> None:
    at = AT["credential"]
    keys = {sort: key for key, sort in SORTS.items()}
    for row in plan.drafts.added["credential"]:
        if row[at["provider_id"]] != id:
            continue
        said = {name: row[at[name]] for name in ("number", "state", "issuer", "title", "expires", "issued")}
        said["expires"] = "Lifetime" if row[at["lifetime"]] else said["expires"]
        key = keys[row[at["sort_id"]]]
        _check_credential(key, {name: value or "" for name, value in said.items()}, person, score)
    held = [row for row in plan.drafts.added["credential"] if row[at["provider_id"]] == id]
    for license in person.licenses[: None if roster.every_license else 1] if "license" in roster.held else ():
        score.left += not any(row[at["number"]] == license.number for row in held)


def _check_credential(key: str, said: dict[str, Any], person: Made, score: Score) -> None:
    """What is said must be of one credential of the person."""
    for true in _credentials(person).get(key, []):
        if all(not value or value == true.get(name, "") for name, value in said.items()):
            score.right += sum(1 for value in said.values() if value)
            return
    score.wrong.append(f"{person['last']}: {key} { {k: v for k, v in said.items() if v} }")


def _credentials(person: Made) -> dict[str, list[dict[str, Any]]]:
    def iso(day: Any) -> Any:
        return day.isoformat() if isinstance(day, date) else day

    return {
        "license": [
            {"number": each.number, "state": each.state, "expires": iso(each.expires)} for each in person.licenses
        ],
        "dea": [{"number": person["dea"], "expires": iso(person["dea_expires"])}],
        "board": [{"issuer": person["board"], "expires": iso(person["board_expires"])}],
        "liability": [{"issuer": person["carrier"], "expires": iso(person["insurance_expires"])}],
        "life_support": [{"title": "ACLS", "expires": iso(person["acls_expires"])}],
    }


def _check_facilities(id: int, person: Made, plan: Plan, roster: Roster, score: Score) -> None:
    at = AT["appointment"]
    for row in plan.drafts.added["appointment"]:
        if row[at["provider_id"]] == id:
            facility = plan.drafts.name("facility", row[at["facility_id"]])
            category = plan.drafts.name("category", row[at["category_id"]])
            _check(
                score, f"{person['last']} at {facility}", category or "on staff", person.facilities.get(facility), True
            )


def main(count: int) -> None:
    """Make, read and check so many; print what was wrong, and the totals."""
    total, plain, wrong, made_of = Score(), Score(), Counter[str](), Counter[str]()

    @settings(
        max_examples=count,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(rosters())
    def walk(roster: Roster) -> None:
        made_of[roster.layout] += 1
        with tempfile.TemporaryDirectory() as folder:
            try:
                plan = planned(written(roster, Path(folder)))
                score = checked(roster, plan)
                score.wrong += unaccounted(plan)
            except Exception:
                score = Score(wrong=[traceback.format_exc(limit=-2)])
        for each in (total, plain) if roster.is_plain else (total,):
            each.right, each.left = each.right + score.right, each.left + score.left
        if score.wrong:
            wrong[roster.layout] += 1
            print(f"{roster.made_by}: {score.wrong[:2]}")

    walk()
    print(f"{sum(made_of.values()):,} rosters {dict(made_of)}")
    print(
        f"{sum(wrong.values())} with something wrong {dict(wrong)}; {total.right:,} values right, {total.left:,} left out"
    )
    share = 100 * plain.right / max(1, plain.right + plain.left)
    print(
        f"where nothing is missing and nothing asks: {plain.right:,} right, {plain.left:,} left out ({share:.2f} % came in)"
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else 1000)
