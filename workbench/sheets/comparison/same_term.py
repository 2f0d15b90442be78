"""Which of the current terms of a person a stated one is about: by number, else by what else tells two of a sort apart."""

from workbench.sheets.cell import board_names
from workbench.sheets.comparison.persons import squeezed
from workbench.sheets.known import AT, Row

C = AT["credential"]
SORT, TITLE, NUMBER, STATE, ISSUER, EXPIRES, PAST = (
    C[n] for n in ("sort_id", "title", "number", "state", "issuer", "expires", "past")
)
SAID = tuple(
    C[n] for n in ("title", "number", "state", "issuer", "issued", "per_claim", "aggregate", "expires", "lifetime")
)


def same(rows: list[Row], term: Row, key: str) -> int | None:
    """Which of the current terms a term is about: by number, else by what else tells two of a sort apart."""
    alike = [n for n, row in enumerate(rows) if row[SORT] == term[SORT] and not row[PAST] and _agree(row, term, TITLE)]
    if not alike:
        return None
    for n in alike:  # of several that fit, the one that is the same in all that is said
        if len(alike) > 1 and _is_all_the_same(rows[n], term):
            return n
    number = squeezed(term[NUMBER])
    here = [n for n in alike if _agree(rows[n], term, STATE)]
    if number:
        for n in here:
            if squeezed(rows[n][NUMBER]) == number:
                return n
    return next((n for n in here if _fits(rows[n], term, key)), None)


def several(rows: list[Row], term: Row, key: str) -> list[Row]:
    """The current terms that a term may be about as well, where it says of none of them that it is the one; else empty."""
    alike = _alike(rows, term)
    if len(alike) < 2 or any(_is_all_the_same(row, term) for row in alike):
        return []
    here = [row for row in alike if _agree(row, term, STATE)]
    number = squeezed(term[NUMBER])
    if number and any(squeezed(row[NUMBER]) == number for row in here):
        return []
    fits = [row for row in here if _fits(row, term, key)]
    return fits if len(fits) > 1 else []


def _alike(rows: list[Row], term: Row) -> list[Row]:
    return [row for row in rows if row[SORT] == term[SORT] and not row[PAST] and _agree(row, term, TITLE)]


def _is_all_the_same(row: Row, term: Row) -> bool:
    """Whether a term of ours says already all that the row says."""
    said = [at for at in SAID if term[at] not in (None, "", 0)]
    return all(row[at] == term[at] or at == ISSUER and board_names.are_one(row[at], term[at]) for at in said)


def _fits(row: Row, term: Row, key: str) -> bool:
    """Whether two terms of one sort and state, whose numbers are not the same, can be of one credential."""
    number = squeezed(term[NUMBER])
    numbered = bool(number and row[NUMBER])
    # A policy has a new number every year; of anything else another number is another credential.
    if numbered and not (key == "liability" and row[ISSUER] and term[ISSUER] and is_later(row, term)):
        return False
    titled = term[TITLE] and row[TITLE] and key not in ("license", "dea", "cds")
    return bool(titled or _agree(row, term, ISSUER) or key == "liability" and not number and is_later(row, term))


def _agree(row: Row, term: Row, at: int) -> bool:
    if at == ISSUER and row[at] and term[at]:
        return board_names.are_one(row[at], term[at])
    return not row[at] or not term[at] or row[at].casefold() == term[at].casefold()


def is_later(known: Row, term: Row) -> bool:
    """Whether a stated term ends after the one that is known."""
    return bool(known[EXPIRES] and term[EXPIRES] and term[EXPIRES] > known[EXPIRES])
