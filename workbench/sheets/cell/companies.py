"""Companies told from people, by their names alone."""

import re
from functools import lru_cache

from workbench.sheets.cell import behind, name_degrees, titles, words

LEGAL_AFTER_DEGREE = {"pa", "pc", "sc", "apc", "apmc", "psc", "pllc", "llc"}
JOINING = frozenset(["and", "&", "of", "for", "by"])
"""Words that join the parts of a company's name, and never those of a person's."""
_CORPORATION = frozenset(["sc", "pc", "apc", "psc"])
"""Behind a physician's degree without a comma a corporation: MD SC."""
_PHYSICIANS = frozenset(["MD", "DO", "DPM", "DDS", "DMD"])
TRADE_ENDINGS = ("health", "care", "rehab")
"""How words end that companies are called by: Neurohealth."""
MOST_OF_SURNAME = 2
"""Words of a surname before a comma; what has more is a name in full, and what follows may be its company's."""
BRACKETED = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_BEHIND = re.compile(r"(.*\S)(?:\s*[(\[][^()\[\]]*[)\]]|\s[-–—]\s+[^,()]+)$")
DOING_BUSINESS = re.compile(r"\b(?:d/b/a|dba)\b", re.IGNORECASE)


@lru_cache(maxsize=1 << 16)
def is_company(text: str) -> bool:
    """Whether a name is a company's: a legal form in it, or a word of the trade where no degree of a person stands."""
    lists = words.words()
    if DOING_BUSINESS.search(text):
        return True
    text = behind.joined(text.replace("P. A.", "P.A.").replace("P. C.", "P.C."))
    text = _without_brackets(text) if text.endswith((")", "]")) else text
    parts = [part.strip() for part in text.split(",") if part.strip()]
    tokens = [
        token.strip(".,;:()").replace(".", "").lower() for token in text.replace("/", " ").replace("-", " ").split()
    ]
    if not tokens or not lists.legal_forms.isdisjoint(tokens):
        return bool(tokens)
    if len(parts) > 2 and parts[-1].replace(".", "").lower() in LEGAL_AFTER_DEGREE and is_of_physician(parts[-2]):
        return True
    if len(tokens) > 2 and tokens[-1] in _CORPORATION and is_of_physician(text.split()[-2]):
        return True
    told = _without_brackets(_without_titles(text))
    if told != text:
        return is_company(told)
    joined = len(tokens) > 2 and not JOINING.isdisjoint(tokens)
    trades = not lists.trade_words.isdisjoint(tokens) or any(token.endswith(TRADE_ENDINGS) for token in tokens)
    if not joined and not trades or len(tokens) < 2:
        return False
    return not _ends_as_person(parts)


def is_of_physician(text: str) -> bool:
    """Whether a text is a physician's degree."""
    return not _PHYSICIANS.isdisjoint(words.degrees_in(text) or ())


def _without_titles(text: str) -> str:
    """A name with a comma and a person's degree without the specialty or the role behind it: "Loo, Lu, MD (Cardiology)"."""
    name, comma, _ = text.partition(",")
    if not comma or len(name.split()) > MOST_OF_SURNAME:
        return text
    if "(" in text or "[" in text:
        text = " ".join(BRACKETED.sub(lambda match: " " if titles.is_title(match[1]) else match[0], text).split())
    found = behind.cut(text)
    return (
        found.name if found.words and titles.is_title(found.words) or found.name != text and not found.words else text
    )


def _without_brackets(text: str) -> str:
    """A name in full with a person's degree without the remark in brackets behind it: "Kaufman, Tariq, DO (Telehealth only)"."""
    found = _BEHIND.match(text)
    tokens = found[1].replace(",", " ").split() if found else []
    return found[1] if found and len(tokens) > 2 and name_degrees.is_personal(tokens[-1]) else text


def _ends_as_person(parts: list[str]) -> bool:
    """A person's degree at the end; "P.A." and "P.C." there are also legal forms, and tell nothing."""
    if len(parts) < 2:
        last = parts[0].split()[-1]
        return (
            bool(words.degrees_in(last))
            and last.isupper()
            and last.replace(".", "") not in ("PA", "PC", "RT", "AA", "ST", "CO")
        )
    ending = words.degrees_in(parts[-1])
    return (
        bool(ending)
        and parts[-1].replace(".", "").upper() not in ("PA", "PC")
        or len(parts) == 2
        and len(parts[0].split()) == 1
        and len(parts[1].split()) <= 2
        and ending is None
    )


def may_be_company(text: str) -> bool:
    """Whether a name ends in P.A. or without a degree: with a company's license number it is a company."""
    last = text.strip(" ,").replace("P. A.", "P.A.").split()[-1:] or [""]
    return last[0].replace(".", "").upper() in ("PA", "PC") or not words.degrees_in(last[0])
