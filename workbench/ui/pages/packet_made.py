"""A packet as it was made for the preview, and which item of it is read on a page."""

import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from workbench.errors import Progress
from workbench.records.words import of


@dataclass(frozen=True)
class Made:
    """A packet as it was made for the preview."""

    pdf: bytes
    pages: dict[str, int]
    """By an item's number, its page from 1."""
    count: int
    warnings: tuple[str, ...]
    seconds: float
    left_out: tuple[Any, ...] = ()
    """Documents of a kind that is not known: id, title, whose."""
    kept_in: str = ""
    """Why it may be looked at and neither printed nor saved; empty if it may."""
    unprinted: int = 0
    """Scans that are not printed, or not wholly."""

    @property
    def not_in_it(self) -> str:
        """“13 documents are left out, kind unknown. 3 scans cannot be printed, or not wholly; a page of the packet says so.”"""
        said, left, scans = [], len(self.left_out), self.unprinted
        if left:
            said.append(f"{of(left, 'document')} {'is' if left == 1 else 'are'} left out, kind unknown.")
        if scans:
            each = "a page of the packet says so" if scans == 1 else "a page of the packet says so of each"
            said.append(f"{of(scans, 'scan')} cannot be printed, or not wholly; {each}.")
        return " ".join(said)


def in_sight(pages: Mapping[str, int], page: int) -> str:
    """The item that is read on a page: the last one that begins on it or before it; of several the chosen one cannot be told, and
    the first is taken. A cover is before all items: "0" stands for it."""
    begun = [start for start in pages.values() if start <= page]
    return next((item for item, start in pages.items() if begun and start == max(begun)), "0")


def make(meeting: int, today: Any, edition: str, progress: Progress) -> Made:
    """Make the packet of a meeting in memory."""
    from workbench.actions import packets  # the libraries of paper are loaded when paper is wanted

    began = time.perf_counter()
    bound, pdf = packets.preview(meeting, today, edition, progress)
    pages = {str(each["number"]): int(each["page"]) for each in bound.items if each.get("page")}
    seconds, kept_in = time.perf_counter() - began, packets.kept_in(edition)
    unprinted = len(bound.placeholders)
    return Made(pdf, pages, bound.pages, bound.warnings, seconds, bound.left_out, kept_in, unprinted)
