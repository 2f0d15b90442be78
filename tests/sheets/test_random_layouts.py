"""Rosters of random layout, order and dirt made from a known truth: no value wrong, no row lost."""

import json
import random
from datetime import date

import pytest

from tests.sheets.sheet_tables import book, shared
from workbench.sheets.recognizing import recognize
from workbench.sheets.values import LIFETIME, understand

HEADINGS = {
    "npi": [
        "NPI",
        "NPI #",
        "NPI No.",
        "Individual NPI",
        "National Provider Identifier",
        "NPI Number",
        "Provider NPI",
        "npi",
    ],
    "specialty": [
        "Specialty",
        "Spec",
        "Primary Specialty",
        "Practicing Specialty",
        "SPECIALTY",
        "Clinical Specialty",
        "Speciality",
    ],
    "department": ["Dept", "Department", "Dept.", "Clinical Dept", "DEPARTMENT", "Division", "Service"],
    "category": ["Staff Category", "Category", "Status", "Staff Status", "Appt Type", "Membership", "Staff Cat."],
    "email": ["E-mail", "Email", "Email Address", "E-Mail Addr", "EMAIL"],
    "phone": ["Office Phone", "Phone", "Phone #", "Bus. Phone", "Tel.", "Office #", "Telephone", "Ph"],
    "zip": ["Zip", "ZIP Code", "Postal Code", "Zip Code"],
    "carrier": [
        "Malpractice Carrier",
        "Carrier",
        "Ins Co",
        "Insurance Carrier",
        "Liability Carrier",
        "Malpractice Ins. Carrier",
    ],
    "insurance_expires": [
        "Ins Exp",
        "Malpractice Exp",
        "Insurance Expiration",
        "Coverage Exp",
        "Malpractice Expiration Date",
        "COI Exp",
    ],
    "acls_expires": ["ACLS Exp", "ACLS", "ACLS Expiration", "ACLS Exp. Date", "ACLS Expires"],
    "last": ["Last Name", "LName", "Surname", "Family Name", "Last", "provider_last_name", "LAST NAME"],
    "first": ["First Name", "FName", "First", "Given Name", "provider_first_name", "FIRST"],
    "middle": ["MI", "Middle", "M.I.", "Middle Name", "Middle Initial", "M I"],
    "suffix": ["Suffix", "Jr/Sr", "Gen", "Name Suffix"],
    "degree": [
        "Degree",
        "Title",
        "Credentials",
        "Cred",
        "Designation",
        "Prof. Suffix",
        "Type",
        "MD/DO",
        "Provider Type",
    ],
    "full_name": [
        "Name",
        "Provider Name",
        "Physician",
        "Practitioner Name",
        "Name (Last, First MI)",
        "Provider",
        "Staff Member",
        "Dr. Name",
        "Name/Degree",
    ],
    "birth": ["DOB", "Date of Birth", "Birth Date", "Birthdate", "D.O.B."],
}
CREDENTIALS = {
    "license": (
        [
            "License #",
            "Lic #",
            "License",
            "Lic No.",
            "State License",
            "License Number",
            "Med Lic",
            "Primary License Number",
        ],
        {
            "license_state": (["Lic State", "License State", "Issuing State", "Lic St"], ["State", "St", "St."]),
            "license_expires": (
                ["Lic Exp", "License Exp. Date", "Lic Expires", "License Expiration", "Lic Exp Date"],
                ["Exp", "Expires", "Exp. Date", "Expiration Date", "Exp Date"],
            ),
        },
    ),
    "dea": (
        ["DEA #", "DEA", "DEA Number", "DEA No", "DEA Reg #", "DEA License"],
        {
            "dea_expires": (
                ["DEA Exp", "DEA Expires", "DEA\nExp.", "DEA Expiration Date"],
                ["Exp", "Expires", "Expiration Date", "Exp. Date"],
            )
        },
    ),
    "board": (
        ["Board", "Board Cert", "Certifying Board", "Board Name", "ABMS", "Board Certification"],
        {
            "board_expires": (
                ["Board Exp", "Board Cert Exp", "Cert Exp", "Board Expiration", "Board Cert. Expires"],
                ["Exp", "Expires", "Expiration Date"],
            )
        },
    ),
}
TARGETS = {
    "npi": "provider.npi",
    "specialty": "provider.specialty",
    "department": "provider.department",
    "category": "provider.category",
    "email": "provider.email",
    "phone": "provider.phone",
    "zip": "provider.zip",
    "carrier": "liability.issuer",
    "insurance_expires": "liability.expires",
    "acls_expires": "acls.expires",
    "last": "provider.last",
    "first": "provider.first",
    "middle": "provider.middle",
    "suffix": "provider.suffix",
    "degree": "provider.degree",
    "license": "license.number",
    "license_state": "license.state",
    "license_expires": "license.expires",
    "dea": "dea.number",
    "dea_expires": "dea.expires",
    "board": "board.issuer",
    "board_expires": "board.expires",
    "birth": "provider.birth_date",
}
NAME_FIELDS = ("last", "first", "middle", "suffix", "degree")
CODES = {
    "Active": ["ACT", "Active", "Active Staff", "A"],
    "Consulting": ["CONS", "Consulting", "Consult"],
    "Courtesy": ["CRT", "Courtesy"],
    "Provisional": ["PROV", "Provisional", "Prov."],
    "APP": ["AHP", "APP", "Allied Health"],
}


def full_name(p, order, shout):
    degree = (
        p["degree"].replace("MD", "M.D.").replace("DO", "D.O.").replace("PhD", "Ph.D.")
        if order in (2, 5)
        else p["degree"]
    )
    last = p["last"].upper() if shout else p["last"]
    middle = p["middle"] + "." if len(p["middle"]) == 1 else p["middle"]
    given = f"{p['first']} {middle}".strip()
    suffix = f" {p['suffix']}" if p["suffix"] else ""
    if order in (0, 1, 2):
        tail = ", F.A.C.S." if order == 2 and degree.startswith("M.D") else ""
        return f"{last}{suffix}, {given}, {degree}{tail}"
    if order == 3:
        return f"{given} {p['last']}{suffix}, {degree}"
    if order == 4:
        return f"Dr. {given} {p['last']}{',' if suffix else ''}{suffix}{'.' if suffix == ' Jr' else ''}, {degree}"
    if order == 5:
        return f"{given} {p['last']}{',' if suffix else ''}{suffix}, {degree}"
    return f"{given} {p['last']}{suffix} {p['degree'].replace(',', '')}"


def day_text(day, style, rng):
    if style == 0 or day == "Lifetime":
        return rng.choice(["Lifetime", "Does not expire", "Indefinite", "LIFETIME"]) if day == "Lifetime" else day
    return [
        None,
        f"{day.month}/{day.day}/{day:%y}",
        f"{day:%m-%d-%Y}",
        f"{day:%d-%b-%y}",
        f"{day:%b-%d-%Y}",
        f"{day:%Y%m%d}",
        day.isoformat(),
        float((day - date(1899, 12, 30)).days),
        f"{day:%B} {day.day}, {day.year}",
    ][style]


def rendered(field, p, style, rng, categories):
    if field.endswith("expires") or field == "birth":
        value = p[field]
        return day_text(
            value if value == "Lifetime" or isinstance(value, date) else date.fromisoformat(value), style, rng
        )
    if field == "npi":
        return [p["npi"], float(p["npi"]), f"{p['npi'][:4]}-{p['npi'][4:7]}-{p['npi'][7:]}", p["npi"] + " ", p["npi"]][
            style % 5
        ]
    if field == "phone":
        digits = "".join(c for c in p["phone"] if c.isdigit())
        return [p["phone"], float(digits), digits, f"{digits[:3]}.{digits[3:6]}.{digits[6:]}"][style % 4]
    if field == "zip":
        return [p["zip"], float(p["zip"])][style % 2]
    if field == "category":
        return categories[p["category"]]
    if field == "middle" and len(p["middle"]) == 1 and style % 2:
        return p["middle"] + "."
    if field == "degree" and style % 3 == 1:
        return p["degree"].replace("MD", "M.D.").replace("DO", "D.O.").replace("PhD", "Ph.D.")
    if field == "license_state" and style % 4 == 1:
        return {"IL": "Illinois", "MO": "Missouri", "NH": "New Hampshire", "WI": "Wis."}[p["license_state"]]
    if field == "suffix" and style % 2 and p["suffix"] == "Jr":
        return "Jr."
    return p[field]


def layout(rng, truth):
    """(table, fields that the sheet holds, whether sections carry the department)"""
    singles = [
        field
        for field in (
            "npi",
            "specialty",
            "department",
            "category",
            "email",
            "phone",
            "zip",
            "insurance",
            "acls_expires",
            "birth",
        )
        if rng.random() < 0.75 or field == "npi"
    ]
    groups = (
        [["full_name"]]
        if rng.random() < 0.5
        else [[f for f in NAME_FIELDS if f in ("last", "first") or rng.random() < 0.7]]
    )
    blocks = []
    for single in singles:
        blocks.append(["carrier", "insurance_expires"] if single == "insurance" else [single])
    for credential, (_, attributes) in CREDENTIALS.items():
        if rng.random() < 0.8:
            blocks.append([credential, *(name for name in attributes if rng.random() < 0.85)])
    rng.shuffle(blocks)
    sections = rng.random() < 0.3
    if sections:
        blocks = [block for block in blocks if block != ["department"]]
    blocks = groups + blocks
    fields = [field for block in blocks for field in block]
    return fields, headings_of(rng, blocks), sections


def headings_of(rng, blocks):
    found = []
    positional = rng.random() < 0.5
    for block in blocks:
        if block[0] in CREDENTIALS:
            names, attributes = CREDENTIALS[block[0]]
            found.append(rng.choice(names))
            found += [rng.choice(attributes[name][1 if positional else 0]) for name in block[1:]]
        else:
            found += [rng.choice(HEADINGS[field]) for field in block]
    return found


def table_of(rng, truth, fields, headings, sections):
    styles = {field: rng.randrange(9) for field in fields}
    categories = {name: rng.choice(words) for name, words in CODES.items()}
    if "Status" in headings or "Staff Status" in headings:
        categories["Active"] = rng.choice(["ACT", "Active"])
    order, shout, indent = rng.randrange(7), rng.random() < 0.6, rng.random() < 0.3
    people = sorted(truth, key=lambda p: p["department"]) if sections else list(truth)
    lead = [""] if indent else []
    heading = lead + headings
    table = [
        lead + [text]
        for text in rng.sample(
            [
                "RIVERBEND MEDICAL CENTER",
                "Medical Staff Roster",
                "As of 11/02/2026",
                "",
                "CONFIDENTIAL",
                "Printed 11/3/2026",
            ],
            rng.randrange(6),
        )
    ]
    table.append(heading)
    before = None
    style = rng.choice(["DEPARTMENT OF {0}", "Department: {1}", "{0} DEPARTMENT", "Department of {1} (12)", "{0}"])
    for count, p in enumerate(people):
        if sections and p["department"] != before:
            before = p["department"]
            table += [lead + [style.format(before.upper(), before)]] + ([heading] if rng.random() < 0.5 else [])
        row = []
        for field in fields:
            row.append(
                full_name(p, order, shout)
                if field == "full_name"
                else rendered(field, p, styles[field], rng, categories)
            )
        table.append(lead + row)
        if count % 17 == 16:
            table += rng.choice(
                [[[]], [lead + [f"Page {count // 17}"], heading], [lead + ["Subtotal", float(count)]], []]
            )
    table += rng.choice([[], [lead + [f"Total: {len(people)}"]], [[""], lead + ["Confidential peer review document"]]])
    return table


def plain(value):
    return "Lifetime" if value is LIFETIME else value.isoformat() if isinstance(value, date) else value or ""


@pytest.mark.parametrize("seed", range(int(__import__("os").environ.get("SEEDS", "120"))))
def test_a_random_layout_says_what_its_truth_says(seed):
    rng = random.Random(seed)
    name = rng.choice(["plain", "titled", "grouped", "sections"])
    truth = json.loads(shared("rosters", f"{name}.truth.json").read_text("utf-8"))
    for p in truth:
        p["birth"] = date(
            1945 + int(p["npi"][-3:]) % 50, 1 + int(p["npi"][-2:]) % 12, 1 + int(p["npi"][-1])
        ).isoformat()
        p["board_expires"] = p["board_expires"] or ""
    fields, headings, sections = layout(rng, truth)
    (reading,) = recognize(book(table_of(rng, truth, fields, headings, sections)))
    expected = {p["npi"]: p for p in truth}
    told = list(understand(reading))
    shown = dict(zip(fields, headings, strict=True)), reading.columns, reading.notes
    assert len(told) == len(truth), [s for s in reading.skipped]
    held = (
        [f for f in fields if f != "full_name"]
        + (list(NAME_FIELDS) if "full_name" in fields else [])
        + (["department"] if sections else [])
    )
    for row in told:
        p = expected[row.values["provider.npi"]]
        assert not row.problems, (row, shown)
        for field in held:
            value = plain(row.values.get(TARGETS[field]))
            assert value == p[field], (field, value, p[field], shown)
