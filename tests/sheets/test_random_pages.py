"""Printed rosters of random layout made from a known truth: covers, sections, totals, pages, numbers kept as numbers."""

import json
import os
import random
from datetime import date, datetime, time

import pytest

from tests.sheets.sheet_tables import book, shared
from workbench.sheets.recognizing import recognize
from workbench.sheets.row import group_names, stacked
from workbench.sheets.values import LIFETIME, understand

COVER = [
    "RIVERBEND MEDICAL CENTER",
    "Medical Staff Roster",
    "As of 11/02/2026",
    "CONFIDENTIAL - do not distribute",
    "100 Main Street, Chicago, IL 60601",
    "* leave of absence",
    "* Suspended",
    "** Provisional",
    "*** Board eligible",
    "Sorted by department",
    "Sorted by: Last Name",
    "Medical Staff by Department",
    "Dept Report",
    "Department: All",
    "Service Excellence",
    "Prepared by: Jones, Mary, CPCS",
    "Printed 11/3/2026 3:15 PM",
    "Page 1 of 9",
    "(312) 555-0000",
    "* = leave of absence",
    "Filter: Category = Active",
    "Includes: Active, Courtesy",
    "Legend",
    "Report run: 11/02/2026",
    "",
    "",
    "All Departments",
]
SECTIONS = [
    "{0}",
    "{1}",
    "DEPARTMENT OF {0}",
    "Department of {1}",
    "Department: {1}",
    "Dept: {1}",
    "Dept. of {1}",
    "{0} DEPARTMENT",
    "{1} Department",
    "{1} Dept.",
    "{0}, DEPARTMENT OF",
    "THE DEPARTMENT OF {0}",
    "--- {1} ---",
    "== {0} ==",
    "*** {0} ***",
    "{0} ({2})",
    "{1} - {2} members",
    "Department of {1} ({2})",
    "{0} (continued)",
    "A. {0}",
    "1. {1}",
    "DEPARTMENT: {0}     CHIEF: DR. SMITH",
    "Department of {1} - Chair: John Smith, MD",
    "[ {1} ]",
    "DEPT OF {0}",
    "{1}:",
    ">> {0} <<",
]
TOTALS = [
    "Total: {2}",
    "Subtotal {1}",
    "Subtotal {1}@",
    "{1} total@",
    "{0} TOTALS@",
    "Dept total@",
    "Staff Count@",
    "Total Active: 2",
    "Active: {2}",
    "Members: {2}",
    "{2} providers",
    "Count: {2}",
    "TOTAL@",
    "Total for {1}@",
    "Number of practitioners: {2}",
    "Chief of Service: Smith, John, MD",
    "Prepared by: Jones, Mary, CPCS",
    "* Chair, Department",
    "Average@",
    "Confidential peer review document",
    "* = leave of absence",
    "Total members@",
    "",
    "",
    "",
]
UNKNOWN = [
    "Wound Care Center",
    "Pediatric Services",
    "Cardiothoracic Program",
    "Women's Health Institute",
    "Urgent Care",
]
NAMED = ("last", "first", "middle", "suffix", "degree")
HEADS = {
    "name": "Provider Name|Practitioner|Physician|Name|Staff Member|Name (Last, First, MI)|Full Name",
    "last": "Last Name|LNAME|Last|Surname",
    "first": "First Name|FNAME|First|Given Name",
    "middle": "MI|M.I.|Middle|Middle Name",
    "suffix": "Suffix|Gen|Jr/Sr",
    "degree": "Degree|Title|Credentials|Cred.",
    "npi": "NPI|NPI #|Individual NPI|NPI Number|NPI No.",
    "specialty": "Specialty|Spec.|Primary Specialty|Specialty 1",
    "department": "Dept|Department|Clinical Dept|Dept.",
    "category": "Category|Staff Category|Staff Cat|Status|Staff Status|Med Staff Category",
    "license": "License #|License Number|Lic. No.|State Lic #|License|Med Lic|State License",
    "license_state": "St|State|Lic State|Lic. St.|License State",
    "license_expires": "Exp|Expires|Exp. Date|Expiration|Lic Exp|License Exp Date|Lic. Expiration",
    "dea": "DEA|DEA #|DEA No.|DEA Number|Fed. DEA",
    "dea_expires": "Exp|Expires|Exp Date|Expiration|DEA Exp|DEA Expires",
    "board": "Board|Certifying Board|Board Name",
    "board_expires": "Exp|Board Exp|Bd Cert Exp|Board Expiration",
    "carrier": "Malpractice Carrier|Carrier|Ins Co|Malp. Carrier",
    "insurance_expires": "Exp|Ins Exp|Malpractice Exp|Coverage Exp",
    "acls_expires": "ACLS Exp|ACLS|ACLS Expiration",
    "email": "E-mail|Email Address|Email",
    "phone": "Office Phone|Phone|Work Phone|Bus. Phone",
    "zip": "Zip|Zip Code|ZIP",
}
TARGETS = {
    **{
        name: f"provider.{name}"
        for name in (*NAMED, "npi", "specialty", "department", "category", "email", "phone", "zip")
    },
    "license": "license.number",
    "license_state": "license.state",
    "license_expires": "license.expires",
    "dea": "dea.number",
    "dea_expires": "dea.expires",
    "board": "board.issuer",
    "board_expires": "board.expires",
    "carrier": "liability.issuer",
    "insurance_expires": "liability.expires",
    "acls_expires": "acls.expires",
}
GROUPS = {"license": "License", "dea": "DEA", "board": "Board Certification", "carrier": "Malpractice"}
UNDER = {"license": "Number|No.|#", "dea": "Number|No.|#", "board": "Board", "carrier": "Carrier|Company"}
CODES = {
    "Active": "A|ACT|Active",
    "Consulting": "CONS|Consulting",
    "Courtesy": "COUR|CTSY|CRT|Courtesy",
    "Provisional": "PROV|Provisional",
    "APP": "AHP|APP",
}


def pick(rng, texts):
    return rng.choice(texts.split("|"))


def day(iso, style):
    if not iso or iso == "Lifetime":
        return iso
    d = date.fromisoformat(iso)
    return [
        datetime.combine(d, time()),
        f"{d.month}/{d.day}/{d:%y}",
        f"{d:%m-%d-%Y}",
        f"{d:%d-%b-%y}",
        f"{d:%b-%d-%Y}",
        f"{d:%Y%m%d}",
        float(f"{d:%Y%m%d}"),
        int(f"{d:%Y%m%d}"),
        f"{d:%B} {d.day}, {d.year}",
        float((d - date(1899, 12, 30)).days),
        f"{d:%m%d%y}",
        f"{d:%m/%d/%Y} 12:00:00 AM",
        f"{d:%d %b %Y}",
        f"{d:%m.%d.%Y}",
        d.isoformat(),
    ][style]


DATE_STYLES = 15


def full_name(p, order):
    last, first, middle, suffix, degree = (p[name] for name in NAMED)
    dotted = middle + "." if len(middle) == 1 else middle
    points = ", ".join(".".join(d) + "." if d in ("MD", "DO") else d for d in degree.split(", "))
    roman = suffix if suffix == "III" or not suffix else suffix + "."

    def joined(*parts):
        return " ".join(part for part in parts if part)

    return [
        f"{joined(first, dotted, last, suffix)}, {degree}",
        ", ".join(x for x in (last.upper(), joined(first, middle).upper(), suffix.upper(), points) if x),
        f"Dr. {joined(first, dotted, last, suffix)}, {degree}",
        f"{joined(last, suffix)}, {joined(first, dotted)}, {points}",
        f"{last}, {joined(first, dotted, suffix)} {degree.replace(', ', ' ')}",
        f"{joined(first, middle, last, suffix).upper()}, {points}",
        ", ".join(x for x in (last, roman, joined(first, dotted), degree) if x),
        f"{joined(last.upper(), suffix)}, {degree}, {joined(first, dotted)}",
    ][order]


class Page:
    """One roster: its table, its merged cells, the row of its headings, and what it holds."""

    def __init__(self, rng, people):
        self.rng, self.people, self.merged = rng, people, []
        self.order, self.floats, self.mixed = rng.randrange(8), rng.random() < 0.6, rng.random() < 0.3
        self.sections = rng.random() < 0.6
        self.fields = self._fields()
        self.styles = {name: rng.randrange(DATE_STYLES) for name in self.fields}
        self.codes = {name: pick(rng, words) for name, words in CODES.items()}
        self.lead = [""] * rng.randrange(3)
        self.heads = self._dressed(self._heads())
        self.table = self._table()
        self._space_out()

    def _fields(self):
        rng = self.rng
        names = [["name"]] if rng.random() < 0.6 else [[n for n in NAMED]]
        blocks = [["npi"]] + [
            [f] for f in ("specialty", "category", "acls_expires", "email", "phone", "zip") if rng.random() < 0.7
        ]
        blocks += [["department"]] if not self.sections else []
        blocks += [
            ["license", "license_state", "license_expires"] if rng.random() < 0.8 else ["license", "license_expires"]
        ]
        blocks += [
            b
            for b in (["dea", "dea_expires"], ["board", "board_expires"], ["carrier", "insurance_expires"])
            if rng.random() < 0.7
        ]
        rng.shuffle(blocks)
        return [field for block in names + blocks for field in block]

    def _heads(self):
        """One row of headings, or two with groups above them, merged or not."""
        rng, heads = self.rng, [pick(self.rng, HEADS[field]) for field in self.fields]
        if (
            "category" in self.fields
            and heads[self.fields.index("category")] in ("Status", "Staff Status")
            and self.codes["Active"] == "A"
        ):
            self.codes["Active"] = "ACT"
        if rng.random() < 0.65:
            return [self.lead + heads]
        top, merged, self.merged = [""] * len(heads), rng.random() < 0.7, []
        for at, field in enumerate(self.fields):
            if field not in GROUPS:
                continue
            end = at + 1
            while end < len(self.fields) and self.fields[end] in (
                f"{field}_state",
                f"{field}_expires",
                "insurance_expires",
            ):
                heads[end] = (
                    pick(rng, "Exp|Expires|Exp. Date") if "expires" in self.fields[end] else pick(rng, "State|St")
                )
                end += 1
            top[at], heads[at] = GROUPS[field], pick(rng, UNDER[field])
            if merged and end > at + 1:
                self.merged.append((at + len(self.lead), end - 1 + len(self.lead)))
        if not merged:  # without merged cells every column has its group
            top = [
                text or ("Practitioner" if f in (*NAMED, "name") else "")
                for text, f in zip(top, self.fields, strict=True)
            ]
            if any(
                not t
                and f not in ("license_state", "license_expires", "dea_expires", "board_expires", "insurance_expires")
                for t, f in zip(top, self.fields, strict=True)
            ):
                return [self.lead + [pick(rng, HEADS[field]) for field in self.fields]]
        return [self.lead + top, self.lead + heads]

    def _dressed(self, heads):
        """Headings in capitals, or on two lines in the cell."""
        how = self.rng.randrange(4)
        if how == 0:
            return [[text.upper() for text in row] for row in heads]
        return [[text.replace(" ", "\n", 1) for text in row] for row in heads] if how == 1 else heads

    def _space_out(self):
        """An empty column somewhere between the others, as narrow ones that part a printed page."""
        if self.rng.random() < 0.7:
            return
        at = self.rng.randrange(len(self.lead) + 1, len(self.heads[-1]))
        if any(left < at <= right for _, left, _, right in self.merged) or len(self.heads) > 1 and not self.merged:
            return
        self.table = [[*row[:at], "", *row[at:]] if len(row) > at else row for row in self.table]
        self.merged = [(top, x + (x >= at), bottom, y + (y >= at)) for top, x, bottom, y in self.merged]

    def _cell(self, p, field):
        rng = self.rng
        if field == "name":
            return full_name(p, self.order)
        if field.endswith("expires"):
            return day(p[field], rng.randrange(DATE_STYLES) if self.mixed else self.styles[field])
        if field == "category":
            return self.codes[p[field]]
        if self.floats and field in ("npi", "zip", "phone", "license"):
            digits = "".join(c for c in p[field] if c.isdigit()) if field == "phone" else p[field]
            return float(digits) if digits.isdigit() else digits
        return p[field]

    def _table(self):
        rng, lead = self.rng, self.lead
        table = [lead + [rng.choice(COVER).strip()] for _ in range(rng.randrange(20))]
        self.heading_row = len(table) + len(self.heads)
        self.merged = [(len(table) + 1, left, len(table) + 1, right) for left, right in self.merged]
        table += self.heads
        groups = {}
        for p in self.people:
            groups.setdefault(p["department"] if self.sections else "", []).append(p)
        form, total = rng.choice(SECTIONS).strip(), rng.choice(TOTALS).strip()
        again, mixed_forms = rng.random() < 0.4, rng.random() < 0.3
        for name, group in groups.items():
            if self.sections:
                form = rng.choice(SECTIONS).strip() if mixed_forms else form
                table += [lead + [form.format(name.upper(), name, len(group))]] + (self.heads if again else [])
            for count, p in enumerate(group, 1):
                table.append(lead + [self._cell(p, field) for field in self.fields])
                if count % 9 == 0:
                    table += rng.choice(
                        [
                            [[""]],
                            [lead + [f"Page {count}"], *self.heads],
                            [lead + [f"Page {count}"], self.heads[-1]],
                            [lead + ["RIVERBEND MEDICAL CENTER"], lead + [f"Page {count} of 12"], *self.heads],
                        ]
                    )
            total = rng.choice(TOTALS).strip() if mixed_forms else total
            text = total.format(name.upper() or "ALL", name or "All", len(group))
            table += [lead + [text.rstrip("@"), *([float(len(group))] if text.endswith("@") else [])], [""]]
        return [*table, lead + ["Grand Total", float(len(self.people))], lead + ["Confidential"]]


def plain(value):
    return "Lifetime" if value is LIFETIME else value.isoformat() if isinstance(value, date) else value or ""


def made(seed):
    rng = random.Random(seed)
    name = rng.choice(["plain", "titled", "grouped", "sections"])
    people = json.loads(shared("rosters", f"{name}.truth.json").read_text("utf-8"))
    people = rng.sample(people, 40)
    departments = sorted({p["department"] for p in people})
    renamed = {}
    if rng.random() < 0.25:
        renamed = {old: new for old, new in zip(departments[1:], rng.sample(UNKNOWN, 2), strict=False)}
    people = [{**p, "department": renamed.get(p["department"], p["department"])} for p in people]
    people.sort(key=lambda p: p["department"])
    return Page(rng, people)


@pytest.mark.parametrize("seed", range(int(os.environ.get("PAGES", "150"))))
def test_a_printed_roster_says_what_its_truth_says(seed):
    page = made(seed)
    (reading,) = recognize(stacked.apart(book(page.table, merged=page.merged)))
    shown = page.heads, reading.columns, reading.notes
    assert reading.heading_row == page.heading_row, shown
    expected = {p["npi"]: p for p in page.people}
    told = list(understand(reading))
    assert len(told) == len(page.people), (
        [row.values for row in told if row.values.get("provider.npi") not in expected],
        shown,
    )
    fields = [f for f in page.fields if f != "name"] + (list(NAMED) if "name" in page.fields else [])
    for row in told:
        assert not row.problems, (row, shown)
        p = expected.pop(row.values["provider.npi"])
        for field in fields:
            assert plain(row.values.get(TARGETS[field])) == p[field], (field, row, shown)
        if page.sections:
            assert group_names.key(row.values["provider.department"]) == group_names.key(p["department"]), (row, shown)
        said = {
            key
            for key in row.values
            if key in ("provider.status", "provider.section", "provider.category", "provider.department")
        }
        assert said == {
            f"provider.{f}"
            for f in (*fields, *(["department"] if page.sections else []))
            if f in ("category", "department")
        }, row
