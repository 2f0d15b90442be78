"""Lists of charts that are not complete: "Total Delinquent, Suspension Date, Status" says who is suspended for records, which is
asked, and never taken as how somebody stands on the staff."""

from workbench.sheets.asking import Option, Question, Replies, key_of
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
    if not found:
        return
    key = key_of("charts", reading.name)
    chosen = answers.to(key, (OUT, IN), OUT.key)
    which = ", ".join(map(reading.label, found))
    about = f"This is a list of charts: do these columns say how people stand on the staff? {which}"
    reading.questions.append(Question(reading.name, about, len(reading.rows), chosen.says, key, (OUT, IN)))
    if chosen is OUT:
        reading.columns.update(dict.fromkeys(found))
        reading.notes += [f"Column {reading.label(at)} {OUT.says.replace('left', 'is left')}." for at in found]
