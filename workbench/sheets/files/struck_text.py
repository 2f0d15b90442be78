"""Texts of a workbook that are struck through run by run: as a whole, or in part."""

import re
from collections.abc import Iterator
from itertools import chain

from workbench.sheets.files.package import Package

LONGEST_ROW = 32 * 1024**2
ITEM = re.compile(rb"<(?:\w+:)?si[\s>/]")
RUN = re.compile(rb"<(?:\w+:)?r[\s>]")
SHOWN = re.compile(rb"<(?:\w+:)?t(?:\s[^>]{0,200})?>\s{0,200}[^<\s]")
STRIKE = re.compile(rb"<(?:\w+:)?strike(?:/|>|\s(?![^>]{0,200}val\s{0,9}=\s{0,9}[\"'](?:0|false)[\"']))")


class Unusual(Exception):
    """The XML is not like that of any program that writes workbooks: the sheet is read without its look."""


def struck_strings(package: Package, part: str) -> dict[int, bool]:
    """By number the shared strings that are struck through, and whether as a whole. Few workbooks have any: that is looked at
    first."""
    before = b""
    for chunk in package.chunks(part):
        if b"strike" in before[-8:] + chunk:
            return dict(_struck_items(package.chunks(part)))
        before = chunk
    return {}


def _struck_items(chunks: Iterator[bytes]) -> Iterator[tuple[int, bool]]:
    rest, number = b"", -1  # what stands before the first item counts as -1
    for chunk in chain(chunks, [b""]):
        pieces = ITEM.split(rest + chunk)
        rest = pieces.pop() if chunk else b""
        for piece in pieces:
            if number >= 0 and b"strike" in piece and (struck := is_struck_text(piece)) is not None:
                yield number, struck
            number += 1
        if len(rest) > LONGEST_ROW:
            raise Unusual


def is_struck_text(xml: bytes) -> bool | None:
    """Whether every run of a text that shows something is struck through; None where none is."""
    struck = [bool(STRIKE.search(run)) for run in RUN.split(xml)[1:] if SHOWN.search(run)]
    return all(struck) if any(struck) else None
