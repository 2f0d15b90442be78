"""Privileges that are held, beside what an application asks for: those that a reappointment does not ask for again, which end with
the term and a committee must see, and those that are asked for as added although they are held."""

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
    return tuple(row for key, row in _held(dossier, asked, on).items() if key not in wanted)


def held_already(dossier: Dossier, on: date) -> dict[int, Row]:
    """Of the privileges that are asked for as added, by the id of the request, those that the person holds on the day at the same
    facility, each with its HeldPrivilege; none of any other application, which renews what is held."""
    asked = dossier.application
    if asked is None or asked.sort != "Added privileges":
        return {}
    held = _held(dossier, asked, on)
    keyed = {row.id: line_key(row.form_name, row.name) for row in dossier.requests if row.decision != "Withdrawn"}
    return {request: held[key] for request, key in keyed.items() if key in held}


def _held(dossier: Dossier, asked: Row, on: date) -> dict[tuple[str, str], Row]:
    """By line what runs on the day where the application is for, and was not granted on it."""
    found = {}
    for row in dossier.held:
        runs = row.starts <= on and (row.ends is None or row.ends >= on)
        here = None in (row.facility, asked.facility) or row.facility == asked.facility
        if runs and here and row.application != asked.id:
            found[line_key(row.form_name, row.name)] = row
    return found


def said(row: Row) -> str:
    """“Spine decompression (to Dec 31 2026)”; of one without an end, that nothing ends it by itself."""
    until = f"to {texts.day(row.ends)}" if row.ends else "no end is recorded: end it with the term"
    return f"{row.name} ({until})"


def said_held(row: Row) -> str:
    """“held already, to Dec 31 2026, with conditions”."""
    until = f", to {texts.day(row.ends)}" if row.ends else ""
    return f"held already{until}{', with conditions' if row.conditions.strip() else ''}"
