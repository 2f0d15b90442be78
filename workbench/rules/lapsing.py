"""What a reappointment does not ask for again: privileges that are held and end with the term, which a committee must see."""

from datetime import date

from workbench.records import texts
from workbench.rules.dossier import Dossier, Row
from workbench.rules.editions import line_key


def lapsing(dossier: Dossier, on: date) -> tuple[Row, ...]:
    """The HeldPrivileges of the person on a day that a reappointment leaves out, each line once; none of any other application.

    Those of another facility than the application's are another appointment's. What was asked for and withdrawn is left out."""
    asked = dossier.application
    if asked is None or asked.sort != "Reappointment":
        return ()
    wanted = {line_key(row.form_name, row.name) for row in dossier.requests if row.decision != "Withdrawn"}
    found = {}
    for row in dossier.held:
        runs = row.starts <= on and (row.ends is None or row.ends >= on)
        here = None in (row.facility, asked.facility) or row.facility == asked.facility
        key = line_key(row.form_name, row.name)
        if runs and here and key not in wanted and row.application != asked.id:
            found[key] = row
    return tuple(found.values())


def said(row: Row) -> str:
    """“Spine decompression (to Dec 31 2026)”; of one without an end, that nothing ends it by itself."""
    until = f"to {texts.day(row.ends)}" if row.ends else "no end is recorded: end it with the term"
    return f"{row.name} ({until})"
