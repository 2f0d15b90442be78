"""Words of a file that are in no list of the office and close to one that is: they wait until somebody says what they mean.

Until then the office keeps what it has, and its lists gain nothing.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple

from workbench.sheets.comparison.close_words import close_to
from workbench.sheets.comparison.legends import Legend, entry
from workbench.sheets.known import Drafts, Known
from workbench.sheets.sheet_reading import Meanings, folded

LISTED = {
    "provider.department": "department",
    "provider.specialty": "specialty",
    "provider.subspecialty": "specialty",
    "provider.category": "category",
    "appointment.facility": "facility",
}
"""Targets whose words belong to a list of the office's own."""
WAITS = "is not in the office's list and close to a name that is; left out until it is said what it means."
_FACILITY = "appointment.facility"


class Read(NamedTuple):
    """What a word of a row comes to."""

    word: str
    """What the row says from here on; empty where it says nothing."""
    settled: bool
    """Whether somebody said what it means, or it waits for that."""
    waits: bool = False


class ListWords:
    """The words of the rows, each judged once."""

    def __init__(self, known: Known, drafts: Drafts, meanings: Meanings, legend: Legend) -> None:
        self._drafts, self._meanings, self._legend = drafts, meanings, legend
        self._entries = {tbl: [row[1] for row in known.tables[tbl]] for tbl in set(LISTED.values())}
        self._read: dict[tuple[str, str], Read] = {}

    def settle(self, values: Mapping[str, Any]) -> tuple[Mapping[str, Any], tuple[tuple[str, str], ...], list[str]]:
        """The values of a row as they hold; the words that somebody settles or may settle, by target; which of these wait."""
        changed: dict[str, Any] | None = None
        words, waiting = [], []
        for target in LISTED:
            if (word := values.get(target)) is None:
                continue
            read = self._read.get((target, word)) or self._judge(target, word)
            if not read.settled:
                continue
            words.append((target, word))
            if read.waits:
                waiting.append(target)
            if read.word != word:
                changed = dict(values) if changed is None else changed
                changed[target] = read.word
        if changed is None:
            return values, tuple(words), waiting
        out = {target for target in LISTED if changed.get(target) == ""}
        if _FACILITY in out:  # without the facility its term would be that of another
            out |= {f"appointment.{name}" for name in ("initial", "starts", "last_reappointed", "ends")}
        return {target: value for target, value in changed.items() if target not in out}, tuple(words), waiting

    def _judge(self, target: str, word: str) -> Read:
        read = self._read[target, word] = self._judged(target, word)
        return read

    def _judged(self, target: str, word: str) -> Read:
        meant = self._meanings.get((target, folded(word)))
        if meant is not None:
            return Read(meant, True)
        tbl = LISTED[target]
        entries = self._entries[tbl]
        is_like_one = entry(target, word, entries, self._legend) or close_to(word, entries)
        if self._drafts.has(tbl, word) or not is_like_one:
            return Read(word, False)
        return Read("", True, True)
