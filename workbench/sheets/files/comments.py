"""The comments of a sheet of an xlsx, the old sort (notes) and the threaded one. In the reading child."""

import re
from xml.etree.ElementTree import Element

from workbench.sheets.files.package import Package, local

MOST, LONGEST = 10_000, 2_000
REFERENCE = re.compile(r"^\$?([A-Z]{1,3})\$?(\d{1,7})$")
STAND_IN = "[Threaded comment]"
"""How the note begins that Excel keeps of a threaded comment for older programs."""

Comment = tuple[int, int, str, str, str]
"""Row from 1, column from 0, author, day as ISO text or "", text."""


def comments_of(package: Package, sheet: str) -> list[Comment]:
    """The comments of the sheet that lies in a part, in the order of the cells."""
    people = _people(package)
    found: list[Comment] = []
    for link in package.links(sheet).values():
        tree = package.tree(link.part) if link.kind in ("comments", "threadedComment") else None
        if tree is not None:
            found += _notes(tree) if link.kind == "comments" else _threads(tree, people)
    return sorted(found)[:MOST]


def column_of(letters: str) -> int:
    """A is 0."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


def _notes(tree: Element) -> list[Comment]:
    authors = [each.text or "" for each in tree.iter() if local(each.tag) == "author"]
    found = []
    for each in tree.iter():
        if local(each.tag) != "comment":
            continue
        text = "".join(part.text or "" for part in each.iter() if local(part.tag) == "t").strip()
        at = each.get("authorId", "")
        author = authors[int(at)] if at.isascii() and at.isdigit() and int(at) < len(authors) else ""
        if author and text.startswith(f"{author}:"):
            text = text[len(author) + 1 :].strip()
        if not text.startswith(STAND_IN):
            found += _placed(each.get("ref", ""), author, "", text)
    return found


def _threads(tree: Element, people: dict[str, str]) -> list[Comment]:
    found = []
    for each in tree:
        text = " ".join(part.text or "" for part in each if local(part.tag) == "text").strip()
        day = each.get("dT", "")[:10]
        found += _placed(each.get("ref", ""), people.get(each.get("personId", ""), ""), day, text)
    return found


def _placed(reference: str, author: str, day: str, text: str) -> list[Comment]:
    place = REFERENCE.match(reference)
    if place is None or not text:
        return []
    return [(int(place[2]), column_of(place[1]), author[:80], day, text[:LONGEST])]


def _people(package: Package) -> dict[str, str]:
    tree = package.tree(package.one(package.workbook, "person"))
    return {each.get("id", ""): each.get("displayName", "") for each in (tree if tree is not None else ())}
