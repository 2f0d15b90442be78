"""The parts of an xlsx: where each lies and what it points at. Every part but a sheet's own is read whole, up to a bound."""

import posixpath
import zipfile
from collections.abc import Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import fromstring

MOST = 8 * 1024**2
"""Bytes of a part that is read whole; of sheets with more comments or styles the rest is not looked at."""
CHUNK = 1 << 20


class Link(NamedTuple):
    """What a part points at: the last word of the relation's type (comments, theme), and the other part's name."""

    kind: str
    part: str


class Package:
    """The zip archive of a workbook. Names are found whatever their case and slashes; raises what zipfile and the parser raise."""

    def __init__(self, path: str) -> None:
        self._archive = zipfile.ZipFile(path)
        self._names = {_plain(name): name for name in self._archive.namelist()}
        main = next((link.part for link in self.links("").values() if link.kind == "officeDocument"), "")
        self.workbook = main or "xl/workbook.xml"

    def close(self) -> None:
        """Close the archive."""
        self._archive.close()

    def tree(self, part: str) -> Element | None:
        """The part as a tree; None where there is none, or where it is too big to be what it should be."""
        name = self._names.get(_plain(part))
        if name is None or self._archive.getinfo(name).file_size > MOST:
            return None
        return fromstring(self._archive.read(name))

    def chunks(self, part: str) -> Iterator[bytes]:
        """The bytes of a part, a block at a time; none where there is no such part."""
        name = self._names.get(_plain(part))
        if name is not None:
            with self._archive.open(name) as stream:
                while chunk := stream.read(CHUNK):
                    yield chunk

    def links(self, part: str) -> dict[str, Link]:
        """By id, what a part points at inside the package; of the package itself for the part ""."""
        folder, name = posixpath.split(part)
        tree = self.tree(posixpath.join(folder, "_rels", f"{name}.rels"))
        found = {}
        for link in tree if tree is not None else ():
            target = link.get("Target", "")
            if target and link.get("TargetMode") != "External":
                kind = link.get("Type", "").rpartition("/")[2]
                found[link.get("Id", "")] = Link(kind, posixpath.normpath(posixpath.join("/", folder, target))[1:])
        return found

    def one(self, part: str, kind: str) -> str:
        """The first part of a kind that a part points at; "" where it points at none."""
        return next((link.part for link in self.links(part).values() if link.kind == kind), "")

    def sheets(self) -> dict[str, str]:
        """By name the part that holds each sheet."""
        links, found, tree = self.links(self.workbook), {}, self.tree(self.workbook)
        for each in tree.iter() if tree is not None else ():
            if local(each.tag) == "sheet":
                id = next((value for key, value in each.attrib.items() if key.endswith("}id")), "")
                if id in links and _plain(links[id].part) in self._names:
                    found[each.get("name", "")] = links[id].part
        return found


def local(tag: object) -> str:
    """A tag without its namespace."""
    return str(tag).rpartition("}")[2]


def _plain(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()
