"""The certifications of a cell: "ABIM (IM 2031, Cards 2029)", "ABIM - Cardiology", "AOBIM Internal Medicine; ABPath AP/CP".

What stands behind a board with nothing but a blank between them is what it certified only where that is known by name.
"""

import re
from collections.abc import Sequence

from workbench.sheets.cell import board_names, progress, specialties, words
from workbench.sheets.cell.packed_cells import Part, pieces, with_their_ends, without_end
from workbench.sheets.column.headings import load_synonyms
from workbench.sheets.row import group_names

_IN_FULL = r"Am(?:er(?:ican)?)?\.? (?:Ost(?:eo(?:pathic)?)?\.? )?B(?:oar|r)?d\.? of "
_ISSUER = re.compile(
    r"^((?:AB[A-Z]{1,5}|AB[A-Z][a-z]{2,3}|AO[A-Z]{2,7}|NBPAS|NCCPA|NBCRNA|ANCC|AANP(?:CB)?|PNCB|AMCB|NCC|ADA|ABMS)\b"
    rf"|{_IN_FULL}[A-Z][A-Za-z&,' ]+?(?=\s*(?:[-–—:(]|$)))"
)
_LETTERS = re.compile(r"[A-Za-z]{2,6}(?:&[A-Za-z])?(?!\w)")
_BEHIND = re.compile(r"\s*[-–—:/,]\s*[^\W\d_]{2}")
_TITLE_FIRST = re.compile(r"(.+?)(?:\s*[,/–—-]\s*|\s+|(?=\())\(?([A-Za-z&]{3,7})\)?")
_JOINING = frozenset(["of", "and", "&", "in", "for", "the"])
_BODY = re.compile(r"\b(?:board|college|academy|council|commission|society|association)\b", re.IGNORECASE)
_BOARD_OF = re.compile(r"\b(?:board|brd|bd)\.? of\b", re.IGNORECASE)
_AGAIN = re.compile(
    r"\s*(?:[,/&+]|\band\b)\s*(?=(?:AB[A-Z]{1,5}|AO[A-Z]{2,7}|NBPAS|NCCPA|NBCRNA|ANCC|AANP(?:CB)?|PNCB|AMCB|NCC)\b"
    rf"|(?:the )?{_IN_FULL})"
)
"""What stands between two boards: "ABP, ABIM"."""
_SMALL_WORDS = frozenset(["of", "and", "the", "&"])
_WITHIN = re.compile(r"^(.+?)\s*\((.+)\)$")


def boards(text: str) -> list[Part] | None:
    """The certifications of a cell; None if it is not understood whole."""
    found: list[Part] = []
    for piece in with_their_ends([board for line in pieces(text) for board in _each(line)], years=True):
        within = _WITHIN.match(piece)
        if within and _issuer(within[1]) == (within[1], "") and any(map(str.isalpha, within[2])):
            several = [_board(each, within[1]) for each in re.split(r"\s*[,/]\s*", within[2]) if each.strip()]
        else:
            several = [_board(piece, "")]
        if None in several:
            return None
        found += [each for each in several if each]
    return found or None


def are_several(text: str) -> bool:
    """Whether a cell names two boards with no more than a comma or an "and" between them."""
    return len(_each(text)) > 1


def hold_more(text: str) -> bool:
    """Whether something else stands behind a board: "ABIM - Cardiology", "ABIM: Cardiology", "AOBIM Internal Medicine"."""
    text = text.strip()
    issuer, rest = _issuer(text)
    if not issuer:
        return _title_first(text) is not None or _is_glued(text)
    if not rest or _issuer(rest.strip(" ,:-–—()/"))[0]:
        return _is_glued(issuer)
    inside = _WITHIN.match(text)
    is_more = rest[:1] == " " and rest.strip()[:1].isalpha() or inside is not None and _is_known(inside[2])
    return is_more or _BEHIND.match(rest) is not None


def _issuer(text: str) -> tuple[str, str]:
    """The board with which a text begins, and what stands behind it; "" where it begins with none."""
    letters = _LETTERS.match(text)
    if letters and board_names.is_short(letters[0]):
        return letters[0], text[letters.end() :]
    match = _ISSUER.match(text)
    return (match[1].strip(), text[match.end() :]) if match else ("", text)


def _title_first(text: str) -> Part | None:
    """ "Surgery (ABS)", "FNP-BC ANCC": what is certified before the letters of its board."""
    match = _TITLE_FIRST.fullmatch(text)
    is_board = match is not None and board_names.is_short(match[2]) and match[2][:2].isupper()
    return (
        Part(issuer=match[2], title=match[1].strip(" ,"))
        if match and is_board and _is_known(match[1].strip(" ,"))
        else None
    )


def _is_glued(text: str) -> bool:
    """Whether a specialty stands behind a board that is no part of its name: "American Board of Internal Medicine Cardiology"."""
    tokens = text.split()
    if board_names.is_known(text) or _is_known(text):
        return False
    ends = [n for n in range(1, len(tokens)) if _is_known(" ".join(tokens[n:])) and tokens[n - 1] not in _JOINING]
    if any(board_names.is_known(" ".join(tokens[:n])) for n in ends):
        return True
    if not ends or _BOARD_OF.search(text):  # American Board of Cosmetic Surgery
        return False
    return _BODY.search(text) is not None or len(tokens[0]) > 2 and tokens[0].isupper()


def _is_known(title: str) -> bool:
    """Whether a text is what a board certifies: a specialty, or a profession."""
    is_one = title.casefold() in load_synonyms().lines["certificates"] or bool(words.degrees_in(title))
    return is_one or specialties.is_known(title) or specialties.both_known(title) is not None


def _each(text: str) -> Sequence[str]:
    """The boards of a piece; one that stands there in full and in short is one: "American Board of Pediatrics, ABP"."""
    split = [piece.strip() for piece in _AGAIN.split(text)]
    if len(split) < 2 or "(" in text and text.count("(") != sum(each.count("(") == each.count(")") for each in split):
        return [text]
    if not _issuer(split[0])[0] or len(split) == 2 and _is_short_for(split[1], split[0]):
        return [text]
    return split


def _is_short_for(short: str, full: str) -> bool:
    first, second = sorted((short, full), key=len)
    letters = "".join(word[0] for word in second.split() if word.casefold() not in _SMALL_WORDS)
    return first.isupper() and letters.upper() == first.upper()


def _board(text: str, issuer: str) -> Part | None:
    rest, expires = without_end(text.strip(" ,"), years=True)
    if not issuer and (found := _title_first(rest)):
        return found._replace(expires=expires)
    is_beside = False
    if not issuer:
        issuer, rest = _issuer(rest)
        is_beside = bool(issuer) and rest[:1] == " " and rest.strip()[:1].isalpha()
    title = rest.strip(" ,:-–—()/")
    if any(c.isdigit() or c in ";()" for c in title) or not (issuer or title) or _is_no_title(title):
        return None
    if not issuer and _is_glued(title):
        return None
    if title and progress.says(title, is_asked=False):  # "Received 3/14/26" ends on no such day
        return None
    if issuer and (_is_glued(issuer) or is_beside and not expires and not _reads_like_one(title)):
        return None
    return Part(issuer=issuer, title=title, expires=expires)


def _is_no_title(text: str) -> bool:
    """Whether a text says how a certification stands: certified, recertified, board eligible."""
    return words.is_yes_or_no(text) or text.casefold() in load_synonyms().lines["certified_words"]


def _reads_like_one(title: str) -> bool:
    return _is_known(title) or group_names.reads_like_a_group(title)
