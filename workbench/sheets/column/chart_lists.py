"""Lists of charts that are not complete: "Total Delinquent, Suspension Date, Status" says who is suspended for records, which is
asked, and never taken as how somebody stands on the staff."""

from workbench.sheets.asking import Option, Replies, key_of
from workbench.sheets.column import doubtful
from workbench.sheets.column.headings import load_synonyms, normal
from workbench.sheets.sheet_reading import SheetReading

OUT, IN = Option("out", "left out: it may be about charts"), Option("in", "read as how people stand on the staff")
_STANDINGS = ("provider.status", "provider.has_status", "provider.status_since")


def settle(reading: SheetReading, answers: Replies) -> None:
    """Ask of the statuses of such a list whether they are those of the staff."""
    synonyms = load_synonyms()
    said = {
        word for text in (*reading.headings.values(), reading.name) for word in normal(text, synonyms.words).split()
    }
    if said.isdisjoint(synonyms.lines["of_charts"]):
        return
    found = [at for at, target in sorted(reading.columns.items()) if target in _STANDINGS]
    found = [at for at in found if at not in reading.correction.columns]
    if found:
        about = "This is a list of charts: do these columns say how people stand on the staff?"
        doubtful.ask_whose(reading, found, key_of("charts", reading.name), about, (OUT, IN), answers)
