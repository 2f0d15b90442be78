"""What the office looks into again and again: the NPDB, by the days of queries and enrollments alone, and exclusion lists."""

from datetime import date, timedelta
from typing import Any

from workbench.records.evidence import enrolled_to
from workbench.records.texts import day as told
from workbench.records.verification import NOT_FOUND
from workbench.rules import searched_names
from workbench.rules.judging import BLOCK, DAY, Found, Judging, found
from workbench.rules.looked_into import CLEAR, LISTS, MATCH, RULE_ON_IT
from workbench.rules.standing import File


def npdb(file: File, day: Judging) -> Found:
    """A query within two years, to the day, or an enrollment that runs; and the enrollment renewed."""
    if not file.is_staff:
        return
    made = [each for each in file.queries if day.come(each.queried)]
    until = max((to for each in made if (to := enrolled_to(each))), default=None)
    runs = until is not None and not day.over(until)
    if runs and until is not None:
        yield from _renewal(until, file, day)
        return
    lines = day.lines("NPDB_2Y")
    if not made:
        for line in lines[:1]:
            message = "The NPDB was never queried, and no enrollment is on file."
            yield found(
                line, file.id, message, "Query the NPDB today, or enroll in continuous query, and record the day."
            )
        return
    last = made[0].queried
    if crossed := day.worst(lines, lambda line: line.good_until(last)):
        ended = f" The enrollment ended {told(until)}{_entered(made, until)}." if until else ""
        message = f"The last NPDB query was {told(last)}; at least every {crossed[0].row.said}.{ended}"
        remedy = "Query today, or enroll in continuous query."
        yield found(crossed[0], file.id, message, remedy, crossed[1], table="npdb_query", record=made[0].id)
    elif until is not None and last <= until:
        yield from _lapsed(made, until, min((line.good_until(last) + DAY for line in lines), default=None), file, day)


def _entered(made: list[Any], until: date) -> str:
    """Where a later end is entered: that an enrollment lasts a year."""
    later = max(each.enrolled_until for each in made if each.enrolled_until)
    return f": it lasts a year, and not to {told(later)}" if later > until else ""


def _lapsed(made: list[Any], until: date, owed: date | None, file: File, day: Judging) -> Found:
    """An enrollment that is over, of somebody whose last query still counts: nobody is told any more what is reported. owed is
    the day on which that query counts no more."""
    for line in day.lines("NPDB_CQ")[:1]:
        message = f"The enrollment in continuous query ended {told(until)}{_entered(made, until)}, and no query was made since."
        remedy = "Enroll again for a year, or query today."
        yield found(line, file.id, message, remedy, owed, table="npdb_query", record=made[0].id)


def _renewal(until: date, file: File, day: Judging) -> Found:
    for line in day.lines("NPDB_CQ")[:1]:
        if day.over(until - timedelta(days=line.limit)):
            message = f"The enrollment in continuous query ends {told(until)}."
            yield found(line, file.id, message, "Renew the enrollment for another year.", until + DAY)


def screening(file: File, day: Judging) -> Found:
    """The newest search of each list under every name: whether it is due again, and whether it found somebody."""
    if not file.is_staff:
        return
    newest = _newest(file, day)
    for sort, (rule, short) in LISTS.items():
        look = newest.get(sort)
        if look is not None and look.result != CLEAR:
            for line in day.lines(MATCH)[:1]:
                message = f"{short} was searched {told(look.done)} and found somebody; nobody ruled on the match."
                yield found(line, file.id, message, RULE_ON_IT, severity=BLOCK, table="check", record=look.id)
        lines = day.lines(rule)
        if not lines:
            continue
        last = look.done if look is not None else None
        remedy = f"Search {short} under every name, also former ones, and record it."
        if last is None:
            yield found(lines[0], file.id, f"{short} was never searched.", remedy)
        elif crossed := day.worst(lines, lambda line: line.good_until(last)):  # noqa: B023
            message = f"{short} was last searched {told(last)}; {crossed[0].said}."
            yield found(crossed[0], file.id, message, remedy, crossed[1])


def _newest(file: File, day: Judging) -> dict[str, Any]:
    """By list its newest search."""
    newest: dict[str, Any] = {}
    for each in file.checks:
        if each.sort not in newest and each.sort in LISTS and day.come(each.done):
            newest[each.sort] = each
    return newest


def names(file: File, day: Judging) -> Found:
    """The newest search of each list that is asked for: under every name that the person has or had."""
    lines = day.lines(searched_names.RULE) if file.is_staff else ()
    if not lines:
        return
    newest = {sort: look for sort, look in _newest(file, day).items() if day.lines(LISTS[sort][0])}
    called = {sort: short for sort, (_, short) in LISTS.items()}
    for name, where, record in searched_names.left_out(
        searched_names.names_of(file.person, file.names), newest, called
    ):
        message = f"“{name}” was not searched: {where}."
        remedy = "Search the lists under that name too, and record it with the names that were searched."
        yield found(lines[0], file.id, message, remedy, table="check", record=record)


def sanctions(file: File, day: Judging) -> Found:
    """The newest look at what boards did to a license: a verification that shows discipline, a look of its own, a query of the
    NPDB, or an enrollment that runs."""
    lines = day.lines("SANCTION_MONTH") if file.is_staff else ()
    if not lines:
        return
    queries = [each for each in file.queries if day.come(each.queried)]
    until = max((to for each in queries if (to := enrolled_to(each))), default=None)
    if until is not None and not day.over(until):
        return
    looks = [each.verified for each in file.of_sort("license") if each.discipline and each.verified]
    looks += [each.done for each in file.verifications if each.element == "sanctions" and each.result != NOT_FOUND]
    last = max((each for each in (*looks, *(row.queried for row in queries)) if day.come(each)), default=None)
    remedy = "Look up the board, or enroll in continuous query, and record what it shows."
    if last is None:
        yield found(lines[0], file.id, "Sanctions and limits of the license were never looked up.", remedy)
    elif crossed := day.worst(lines, lambda line: line.good_until(last)):
        message = f"Sanctions and limits of the license were last looked up {told(last)}; {crossed[0].said}."
        yield found(crossed[0], file.id, message, remedy, crossed[1])


RULES = (npdb, screening, names, sanctions)
