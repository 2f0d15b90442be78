"""The layouts of rosters made at random: tables, sections, sheets, rows and cells of licenses, blocks, facilities."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from random import Random
from typing import Any

from tests.sheets.made_people import CATEGORIES, License, Made
from tests.sheets.roster_cells import Styles, full_name

HEADINGS = {
    "name": "Name|Provider Name|Practitioner|Physician|Name (Last, First, MI)|Staff Member|Full Name",
    "last": "Last Name|LNAME|Last|Surname|provider_last_name",
    "first": "First Name|FNAME|First|Given Name",
    "middle": "MI|M.I.|Middle|Middle Name|Middle Initial",
    "suffix": "Suffix|Jr/Sr|Gen",
    "degree": "Degree|Title|Credentials|Cred.|MD/DO",
    "npi": "NPI|NPI #|Individual NPI|NPI No.|National Provider ID",
    "birth": "DOB|Date of Birth|Birth Date",
    "department": "Dept|Department|Clinical Dept|Dept.",
    "specialty": "Specialty|Spec.|Primary Specialty|Practicing Specialty",
    "category": "Category|Staff Category|Staff Cat.|Appt Type",
    "status": "Status|Staff Status|Appointment Status",
    "email": "E-mail|Email Address|EMAIL",
    "phone": "Office Phone|Phone|Bus. Phone|Tel.",
    "zip": "Zip|ZIP Code|Postal Code",
    "dea": "DEA #|DEA|DEA Number|DEA License",
    "dea_expires": "DEA Exp|DEA Expires",
    "board": "Board|Certifying Board|Board Name",
    "board_expires": "Board Exp|Board Expiration",
    "carrier": "Malpractice Carrier|Carrier|Ins Co",
    "insurance_expires": "Ins Exp|Malpractice Exp|Coverage Exp",
    "acls_expires": "ACLS Exp|ACLS Expires|ACLS",
    "license": "License #|Lic. No.|License|State License|License Number",
    "license_state": "Lic State|License State|Lic St",
    "license_expires": "Lic Exp|License Exp. Date|License Expiration",
}
POSITIONAL = {
    "license_state": "State|St",
    **dict.fromkeys(("license_expires", "dea_expires", "board_expires", "insurance_expires"), "Exp|Expires|Exp. Date"),
}
UNKNOWN = ("Locker", "Parking Tag", "Lunch Account", "Photo on file", "Mailbox", "Badge Color")
COVER = (
    "RIVERBEND MEDICAL CENTER",
    "Medical Staff Roster",
    "As of 11/02/2026",
    "CONFIDENTIAL",
    "Printed 11/3/2026",
    "",
)
GROUPS = (["dea", "dea_expires"], ["board", "board_expires"], ["carrier", "insurance_expires"])
SINGLES = ("birth", "department", "specialty", "category", "status", "email", "phone", "zip", "acls_expires")
NAMED = ("last", "first", "middle", "suffix", "degree")
Table = list[list[Any]]


@dataclass
class Roster:
    """A roster as it is to be written, and what it should say."""

    layout: str
    sheets: dict[str, Table]
    truth: list[Made]
    held: set[str]
    rows: int
    kind: str = "xlsx"
    merged: list[dict[str, int]] = field(default_factory=list)
    delimiter: str = ","
    encoding: str = "utf-8"
    every_license: bool = True
    """Whether it shows every license of a person, or the first alone."""
    is_plain: bool = True
    """Whether everything in it can be read: no gaps, no days that ask."""
    made_by: tuple[str, int, int] = ("", 0, 0)
    """Layout, people and seed, to make it again."""


class Maker:
    """Chooses columns, headings and styles once for a roster."""

    def __init__(
        self,
        rng: Random,
        truth: list[Made],
        *,
        licensed: bool = True,
        without: tuple[str, ...] = (),
        kind: str = "xlsx",
    ) -> None:
        self.rng, self.truth, self.styles = rng, truth, Styles(rng, truth, kind)
        names = (
            [["name"]] if rng.random() < 0.5 else [[n for n in NAMED if n in ("last", "first") or rng.random() < 0.7]]
        )
        blocks = [["npi"]] + [[one] for one in SINGLES if one not in without and rng.random() < 0.5]
        blocks += [group for group in GROUPS if rng.random() < 0.5]
        if licensed:
            blocks.append(["license", *(["license_state"] if rng.random() < 0.7 else []), "license_expires"])
        blocks += [["?"]] if rng.random() < 0.4 else []
        rng.shuffle(blocks)
        self.fields = [each for block in names + blocks for each in block]
        positional = rng.random() < 0.4
        self.heads = [self.head(each, positional) for each in self.fields]
        if "status" in self.fields:
            self.styles.spell_active_out()

    def head(self, name: str, positional: bool = False) -> str:
        if name == "?":
            return self.rng.choice(UNKNOWN)
        table = POSITIONAL if positional and name in POSITIONAL else HEADINGS
        return self.rng.choice(table[name].split("|"))

    @property
    def held(self) -> set[str]:
        """What the columns say of a person."""
        found = set(self.fields) - {"name", "?"} | (set(NAMED) if "name" in self.fields else set())
        return {"birth_date" if name == "birth" else name for name in found}

    def row(self, person: Made, license: License | None = None) -> list[Any]:
        """One row of a person, with one license."""
        license = license or person.licenses[0]
        return [self.styles.cell(name, person, license, self.rng) for name in self.fields]

    def cover(self) -> Table:
        return [[text] for text in self.rng.sample(COVER, self.rng.randrange(5))]


def table(rng: Random, truth: list[Made]) -> Roster:
    """One row a person, with covers, sections, pages, totals and remarks around."""
    sections = rng.random() < 0.4
    kind = rng.choice(("xlsx", "xlsx", "csv"))
    make = Maker(rng, truth, without=("department",) if sections else (), kind=kind)
    rows, before = [*make.cover(), make.heads], None
    form = rng.choice(("DEPARTMENT OF {0}", "Department: {1}", "{0}", "{1} Department", "Dept. of {1} (3)"))
    for n, person in enumerate(sorted(truth, key=lambda each: each["department"]) if sections else truth):
        if sections and person["department"] != before:
            before = person["department"]
            rows += [[form.format(before.upper(), before)]] + ([make.heads] if rng.random() < 0.3 else [])
        rows.append(make.row(person))
        if n % 9 == 8:
            rows += rng.choice(([[]], [[f"Page {n}"], make.heads], [["Subtotal", float(n)]], []))
    rows += rng.choice(([], [[f"Total: {len(truth)}"]], [[""], ["Confidential peer review document"]]))
    held = make.held | ({"department"} if sections else set()) | {"license"}
    made = Roster(
        "table", {"Roster": rows}, truth, held, len(truth), every_license=False, is_plain=make.styles.is_plain
    )
    if kind == "csv":
        made.kind, made.delimiter = "csv", rng.choice(",;\t|")
        made.encoding = rng.choice(("utf-8", "utf-8-sig", "cp1252", "utf-16"))
    return made


def sheets(rng: Random, truth: list[Made]) -> Roster:
    """One sheet a category, a department or a status."""
    by = rng.choice(("category", "department", "status"))
    names = {"Active": "Active", "APP": "AHP", "Leave of absence": "LOA"}
    make = Maker(rng, truth, without=("category", "status") if by != "department" else ("department",))
    found: dict[str, Table] = {}
    for person in truth:
        found.setdefault(names.get(person[by], person[by]), [*make.cover(), make.heads]).append(make.row(person))
    if by == "category" and not set(found) - {"Active"}:
        by = "status"
    held = make.held | {"license"} | ({by} if len(found) > 1 or by != "category" else set())
    return Roster("sheets", found, truth, held, len(truth), every_license=False, is_plain=make.styles.is_plain)


def row_a_license(rng: Random, truth: list[Made]) -> Roster:
    """Several rows of one person: the name again, blank, by ditto marks, or in a merged cell."""
    make = Maker(rng, truth)
    make.fields, make.heads = _with_state(make)
    how = rng.choice(("again", "blank", "ditto", "merged"))
    cover = make.cover()
    rows, merged, count = [*cover, make.heads], [], 0
    own = [n for n, name in enumerate(make.fields) if not name.startswith("license")]
    for person in truth:
        first = len(rows) + 1
        for n, license in enumerate(person.licenses):
            row = make.row(person, license)
            above = rows[-1]
            if n and how != "again":
                row = [
                    ('"' if how == "ditto" and above[at] not in ("", None) else "") if at in own else cell
                    for at, cell in enumerate(row)
                ]
            elif n:
                row = [rows[-1][at] if at in own else cell for at, cell in enumerate(row)]
            rows.append(row)
            count += 1
        if how == "merged" and len(person.licenses) > 1:
            merged += [_tall(first, len(rows), at + 1) for at in own]
    return Roster(
        "row_a_license",
        {"Roster": rows},
        truth,
        make.held | {"license"},
        count,
        merged=merged,
        is_plain=make.styles.is_plain,
    )


def _with_state(make: Maker) -> tuple[list[str], list[str]]:
    at = make.fields.index("license")
    if make.fields[at + 1] == "license_state":
        return make.fields, make.heads
    return [*make.fields[: at + 1], "license_state", *make.fields[at + 1 :]], [
        *make.heads[: at + 1],
        "State",
        *make.heads[at + 1 :],
    ]


def _tall(first: int, last: int, column: int) -> dict[str, int]:
    return {"start_row": first, "end_row": last, "start_column": column, "end_column": column}


def licenses_wide(rng: Random, truth: list[Made]) -> Roster:
    """Licenses side by side, numbered or not."""
    make = Maker(rng, truth, licensed=False)
    most = max(len(person.licenses) for person in truth)
    numbered = rng.random() < 0.5
    names = rng.choice((("License Number", "License State", "License Expiration"), ("Lic #", "Lic State", "Lic Exp")))
    heads = [f"{name} {n + 1}" if numbered else name for n in range(most) for name in names]
    rows = [*make.cover(), make.heads + heads]
    for person in truth:
        said = [
            cell
            for one in person.licenses
            for cell in (one.number, one.state, make.styles.day(one.expires, "license_expires", rng))
        ]
        rows.append(make.row(person) + said + [""] * (3 * most - len(said)))
    return Roster(
        "licenses_wide", {"Roster": rows}, truth, make.held | {"license"}, len(truth), is_plain=make.styles.is_plain
    )


def licenses_in_cells(rng: Random, truth: list[Made]) -> Roster:
    """All licenses of a person in one cell, or line by line in cells side by side."""
    make = Maker(rng, truth, licensed=False)
    form = rng.choice(("{0} {1} exp {2}", "{0}: {1}, exp. {2}", "{1} ({0}) exp {2}", "{0} {1}", "{0} #{1} ({2})"))
    sign, beside = rng.choice(("; ", "\n", ";")), rng.random() < 0.3
    rows = [
        *make.cover(),
        make.heads
        + (["License #", "Lic State", "Lic Exp"] if beside else [rng.choice(("License", "Licenses", "State License"))]),
    ]
    for person in truth:
        days = [f"{one.expires.month}/{one.expires.day}/{one.expires:%Y}" for one in person.licenses]
        if beside:
            said = [
                "\n".join(each)
                for each in ([o.number for o in person.licenses], [o.state for o in person.licenses], days)
            ]
        else:
            said = [
                sign.join(form.format(o.state, o.number, day) for o, day in zip(person.licenses, days, strict=True))
            ]
        rows.append(make.row(person) + said)
    return Roster(
        "licenses_in_cells", {"Roster": rows}, truth, make.held | {"license"}, len(truth), is_plain=make.styles.is_plain
    )


def facilities(rng: Random, truth: list[Made]) -> Roster:
    """One column a facility, with the category there."""
    make = Maker(rng, truth, without=("category", "status"))
    names = ["North", "South Campus", "Mercy Hospital", "Lakeside"]
    codes = {name: rng.choice((name, name.upper())) for name in CATEGORIES}
    rows = [*make.cover(), make.heads + names]
    rows += [make.row(p) + [codes.get(p.facilities.get(name, ""), "") for name in names] for p in truth]
    return Roster(
        "facilities",
        {"Roster": rows},
        truth,
        make.held | {"license"},
        len(truth),
        every_license=False,
        is_plain=make.styles.is_plain,
    )


def blocks(rng: Random, truth: list[Made]) -> Roster:
    """Labels and values over several rows for each person."""
    order, inline = rng.randrange(7), rng.random() < 0.4
    make = Maker(rng, truth, licensed=False, kind="text" if inline else "xlsx")
    fields = [name for name in make.fields if name not in (*NAMED, "name", "?", "npi")]
    heads = {name: make.head(name) for name in (*fields, "npi")}
    spaces = rng.randrange(1, 3)
    rows: Table = make.cover()
    for person in truth:
        pairs = [("Provider Name", full_name(person, order)), (heads["npi"], person["npi"])]
        pairs += [(heads[name], make.styles.cell(name, person, person.licenses[0], rng)) for name in fields]
        for one in person.licenses:
            pairs += [("License #", one.number), ("State", one.state), ("Exp", one.expires)]
        while pairs:
            taken, pairs = pairs[:2], pairs[2:]
            rows.append(_labelled(taken, inline))
        rows += [[""]] * spaces
    return Roster(
        "blocks", {"Report": rows}, truth, (make.held | {"license", *NAMED}), len(truth), is_plain=make.styles.is_plain
    )


def _labelled(pairs: list[tuple[str, Any]], inline: bool) -> list[Any]:
    row: list[Any] = []
    for label, value in pairs:
        if inline:
            row.append(f"{label}: {value.strftime('%m/%d/%Y') if isinstance(value, (date, datetime)) else value}")
        else:
            row += [f"{label}:", value, ""]
    return row


def on_two_sheets(rng: Random, truth: list[Made]) -> Roster:
    """Active and Resigned, with some on both: their status is asked, and whoever is new waits."""
    make = Maker(rng, truth, without=("status",))
    both = rng.sample(truth, min(len(truth) // 3, 4))
    gone = [person for person in truth if person["status"] == "Resigned"]
    here = [person for person in truth if person not in gone]
    for person in here:
        person.values["status"] = "Active"
    found = {
        "Active": [*make.cover(), make.heads, *(make.row(p) for p in (*here, *(p for p in both if p in gone)))],
        "Resigned": [*make.cover(), make.heads, *(make.row(p) for p in (*gone, *(p for p in both if p in here)))],
    }
    if not gone and not both:
        del found["Resigned"]
    rows = len(truth) + len(both)
    held = make.held | {"license", "status"}
    return Roster("on_two_sheets", found, truth, held, rows, every_license=False, is_plain=False)


def of_a_group(rng: Random, truth: list[Made]) -> Roster:
    """The group's NPI in every row, names without commas, a column of former names."""
    make = Maker(rng, truth)
    npi, at = truth[0]["npi"], make.fields.index("npi")
    make.styles.order, make.styles.shout = 7, True
    former = {id(person): rng.choice(("", "Keller", "Weiss")) for person in truth}
    rows = [*make.cover(), [*make.heads, rng.choice(("Maiden Name", "Former Last Name", "Other Names"))]]
    for person in truth:
        row = [*make.row(person), former[id(person)]]
        rows.append([*row[:at], npi, *row[at + 1 :]])
    held = make.held - {"npi", *(("suffix", "degree") if "name" in make.fields else ())} | {"license"}
    is_plain = make.styles.is_plain and "name" not in make.fields
    return Roster("of_a_group", {"Roster": rows}, truth, held, len(truth), every_license=False, is_plain=is_plain)


def two_rows(rng: Random, truth: list[Made]) -> Roster:
    """Headings on two rows, the groups above merged over theirs."""
    make = Maker(rng, truth)
    tops = {"license": "License", "dea": "DEA", "board": "Board Certification", "carrier": "Malpractice"}
    under = {"license": "Number", "dea": "Number", "board": "Board", "carrier": "Carrier"}
    top, heads = [""] * len(make.fields), list(make.heads)
    cover, merged = make.cover(), []
    for at, name in enumerate(make.fields):
        if name not in tops:
            continue
        end = at + 1
        while end < len(make.fields) and make.fields[end] in (f"{name}_state", f"{name}_expires", "insurance_expires"):
            heads[end] = "Exp" if "expires" in make.fields[end] else "State"
            end += 1
        top[at], heads[at] = tops[name], under[name]
        number = len(cover) + 1
        merged.append({"start_row": number, "end_row": number, "start_column": at + 1, "end_column": end})
    rows = [*cover, top, heads]
    again = rng.choice(([], [], [top, heads], [heads], [["Page 2 of 9"], top, heads], [["Total: 7"], [], heads]))
    for n, person in enumerate(truth):
        rows += [make.row(person), *(again if n % 7 == 6 else [])]
    held = make.held | {"license"}
    merged = [each for each in merged if each["end_column"] > each["start_column"]]
    return Roster(
        "two_rows",
        {"Roster": rows},
        truth,
        held,
        len(truth),
        merged=merged,
        every_license=False,
        is_plain=make.styles.is_plain,
    )


def bare(rng: Random, truth: list[Made]) -> Roster:
    """No headings: names with degrees, NPIs, e-mail addresses, and columns that nothing explains."""
    order = rng.randrange(2)
    rows = [[full_name(p, order), p["department"], p["npi"], p["email"], p["zip"]] for p in truth]
    return Roster("bare", {"Sheet1": rows}, truth, {*NAMED, "npi", "email"}, len(truth))


def stacked(rng: Random, truth: list[Made]) -> Roster:
    """Two or three tables below each other on one sheet, each with columns of its own, and what stands between them."""
    rows: Table = []
    held: set[str] = set()
    is_plain = True
    step = max(2, len(truth) // rng.choice((2, 2, 3)))
    for start in range(0, len(truth), step):
        make = Maker(rng, truth[start : start + step])
        is_plain = is_plain and make.styles.is_plain and not start
        held |= make.held
        rows += (
            make.cover() if not rows else rng.choice(([[]], [[], ["Other staff"], []], [[f"Total: {step}"], []], []))
        )
        rows += [make.heads, *(make.row(person) for person in make.truth)]
    return Roster(
        "stacked", {"Roster": rows}, truth, held | {"license"}, len(truth), every_license=False, is_plain=is_plain
    )


LAYOUTS: dict[str, Callable[[Random, list[Made]], Roster]] = {
    each.__name__: each
    for each in (
        table,
        sheets,
        row_a_license,
        licenses_wide,
        licenses_in_cells,
        facilities,
        blocks,
        on_two_sheets,
        of_a_group,
        two_rows,
        bare,
        stacked,
    )
}
