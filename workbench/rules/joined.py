"""Lists as a form words them: “A, B and C” asks for all, “A, B or C” for one of them. What could be read either way is not read."""

import re
from collections.abc import Iterable

Joined = tuple[tuple[str, ...], ...]
"""All of these are asked for; of each, one of its names."""

_TIGHT = (
    re.compile(r"\(([^()]*)\)"),
    re.compile(r"\beither\s+((?:(?!\s(?:and|or)\s)[^,;])+?\s+or\s+(?:(?!\s(?:and|or)\s)[^,;])+)", re.IGNORECASE),
)
"""What holds together before anything else is read: “(PALS or NRP)”, “either PALS or NRP”."""
_JOINT = re.compile(r"\s*(?:(,)?\s*(?:\b(and|or)\b|(&))|(,))\s*", re.IGNORECASE)


def read(text: str, single: Iterable[str] = ()) -> Joined | None:
    """What a text asks for; None where “and” and “or” are mixed so that it could be read either way. single are names that
    hold a comma or an “and” themselves. Nothing asked is ()."""
    kept: list[str] = []

    def keep(found: re.Match[str]) -> str:
        kept.append(found[0])
        return f"\0{len(kept) - 1}\0"

    longest = sorted(single, key=len, reverse=True)
    if longest:
        text = re.sub(rf"\b(?:{'|'.join(map(re.escape, longest))})\b", keep, text, flags=re.IGNORECASE)
    text = re.sub(r"\band\s*/\s*or\b", "or", text, flags=re.IGNORECASE)
    text = re.sub(r"\b(?:both|all of|each of)\s+", "", text, flags=re.IGNORECASE)
    for tight in _TIGHT:
        text = tight.sub(lambda found: re.sub(r"\s*,?\s+or\s+|\s*/\s*", "/", found[1], flags=re.IGNORECASE), text)
    read_clauses = [_clause(clause) for clause in text.split(";") if clause.strip()]
    if None in read_clauses:
        return None
    named = re.compile("\0(\\d+)\0")
    whole = [group for clause in read_clauses for group in clause or ()]
    return tuple(tuple(named.sub(lambda at: kept[int(at[1])], name) for name in group) for group in whole)


def _clause(text: str) -> Joined | None:
    """One clause between semicolons."""
    groups, joints, start = [], list[str](), 0
    text = re.sub(r"^\s*,?\s*(?:and|&)\s+", "", text, flags=re.IGNORECASE)  # “ACLS; and PALS”
    for found in _JOINT.finditer(text):
        groups.append(text[start : found.start()])
        joints.append("or" if (found[2] or "").casefold() == "or" else "and" if found[2] or found[3] else ",")
        start = found.end()
    groups.append(text[start:])
    parts = tuple(tuple(name.strip(" .") for name in group.split("/")) for group in groups)
    if not all(name for part in parts for name in part):
        parts = tuple(part for part in parts if any(part))
        if not all(name for part in parts for name in part) or "or" in joints:
            return None
    if "or" not in joints:
        return parts
    if set(joints[:-1]) <= {","} or set(joints) == {"or"}:
        return (tuple(name for part in parts for name in part),)
    return None
