"""What a file asks for, in one line: its kind, the category, and the term as it was asked for or granted."""

from workbench.records import texts
from workbench.records.application import Application
from workbench.rules.dossier import Dossier


def asked_for(file: Dossier | None) -> str:
    """“Reappointment, Active staff, Jan 1 2027 to Dec 31 2028”; empty for an item that is about no application."""
    asked = file.application if file is not None else None
    if asked is None:
        return ""
    days = [texts.day(each) for each in (asked.term_starts, asked.term_ends)]
    term = " to ".join(days) if all(days) else ""
    category = asked.category_name or ""
    staff = f"{category} staff" if category and "staff" not in category.casefold() else category
    adds = asked.sort == Application.field("sort").choices[-1][0]
    return ", ".join(part for part in (asked.sort, staff, "" if adds else term or "no term asked for") if part)
