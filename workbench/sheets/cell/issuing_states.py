"""The state of a license that only its issuer or its kind says: "Illinois" under Issuing Authority, "IL Medical License".

A state that stands where the issuer should is the state; the board of a state stays the issuer, and says the state too.
"""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from workbench.records import places
from workbench.sheets import targets
from workbench.sheets.column import kinds_in_rows
from workbench.sheets.column.headings import load_synonyms, meaning

_OF_STATES = ("license", "cds")
_BOARD = re.compile(r"\b(?:board|department|dept|division|commission|bureau)\b", re.IGNORECASE)


def settled(table: Mapping[str, Sequence[Any]]) -> dict[str, Sequence[Any]]:
    """The columns with such states in the rows that say none."""
    found = dict(table)
    kinds = table.get(kinds_in_rows.KIND)
    for target in [target for target in table if target.endswith((".issuer", ".kind"))]:
        group = target.partition(".")[0]
        sort = targets.plain(target).partition(".")[0]
        if sort in _OF_STATES:
            _state_by_its_issuer(found, group, None)
        elif target == kinds_in_rows.KIND:
            _state_by_its_kind(found, table[target])
        elif sort == "credential" and kinds is not None:
            _state_by_its_issuer(found, group, kinds)
    return found


def _state_by_its_issuer(table: dict[str, Sequence[Any]], group: str, kinds: Sequence[Any] | None) -> None:
    issuers = table[f"{group}.issuer"]
    said = {text: state_of(text) for text in set(issuers) if text}
    if not any(said.values()):
        return
    of_state = [kinds is None or _sort_of(kind) in _OF_STATES for kind in kinds or [None] * len(issuers)]
    told = [said[text] if text and fits else "" for text, fits in zip(issuers, of_state, strict=True)]
    _put(table, f"{group}.state", told)
    table[f"{group}.issuer"] = [
        None if state and places.code(text) == state else text for text, state in zip(issuers, told, strict=True)
    ]


def _state_by_its_kind(table: dict[str, Sequence[Any]], kinds: Sequence[Any]) -> None:
    said = {kind: _state_in(kind) for kind in set(kinds) if kind}
    if any(said.values()):
        _put(table, "credential.state", [said.get(kind, "") for kind in kinds])


def _put(table: dict[str, Sequence[Any]], target: str, told: Sequence[str]) -> None:
    before = table.get(target) or [None] * len(told)
    table[target] = [own if own is not None else state or None for own, state in zip(before, told, strict=True)]


def _sort_of(kind: Any) -> str:
    return kinds_in_rows.sort_of(str(kind)) if kind else ""


def _state_in(kind: str) -> str:
    found = meaning(kind, load_synonyms())
    return found.state if found.sort in _OF_STATES else ""


@lru_cache(maxsize=4096)
def state_of(issuer: str) -> str:
    """The state that issued a license, by its name or by that of its board: Illinois, Illinois Medical Board; "" where none does."""
    if code := places.code(issuer):
        return code
    low = f" {' '.join(re.findall(r'[a-z]+', issuer.casefold()))} "
    found = {code for name, code in places.NAMES.items() if f" {name} " in low} if _BOARD.search(issuer) else set()
    if "WV" in found:
        found.discard("VA")  # West Virginia
    return found.pop() if len(found) == 1 else ""
