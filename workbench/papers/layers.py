"""Layers of a PDF (optional content): which pages hide something, as whoever opens it on a screen sees it."""

from collections.abc import Iterator, Sequence
from typing import Any

from pikepdf import Array, Dictionary, Object, Pdf, Stream

_FOLLOWED = (Dictionary, Stream, Array)
_APART = {"/Parent", "/P", "/Popup", "/IRT", "/Font", "/Dest", "/A", "/AA", "/StructParents"}
"""Keys that lead to no layer, or away from the page."""
DEEP = 32
Group = tuple[int, int]
"""A layer, by the number of its object."""


def hiding(pdf: Pdf, pages: Sequence[Any]) -> set[int]:
    """The pages, from 0, on which a layer that is off, or a membership of layers, hides something of what they draw.

    Annotations that are hidden as a whole are taken away; of layers the PDF then says no more than which are off, since programs
    differ in what else they heed."""
    if "/OCProperties" not in pdf.Root:
        return set()
    off = {each.objgen for each in _off(pdf.Root.OCProperties)}
    for page in pages:
        if any("/OC" in note for note in page.get("/Annots", [])):
            page.Annots = Array([note for note in page.Annots if "/OC" not in note or _shows(note.OC, off)])
    hidden = set()
    for number, page in enumerate(pages):
        for part in _parts(page):
            if not _shows(part, off):
                hidden.add(number)
            elif _is_member(part):
                _always(part)
    _leave_only_off(pdf.Root.OCProperties)
    return hidden


def _always(member: Any) -> None:
    """A membership that shows goes on to do so in a packet, which knows of no layer that would be off."""
    for key in ("/OCGs", "/P", "/VE"):
        if key in member:
            del member[key]


def _leave_only_off(layers: Any) -> None:
    off = _off(layers)
    for each in layers.get("/OCGs", []):
        if "/Usage" in each:
            del each.Usage
    layers.D = Dictionary(OFF=Array(off))


def _shows(part: Any, off: set[Group]) -> bool:
    """Whether a layer is on, or a membership shows what belongs to it (ISO 32000-1, 8.11.2); anything else shows."""
    if part.objgen in off:
        return False
    if not _is_member(part):
        return True
    if "/VE" in part:
        return _holds(part.VE, off)
    groups = part.get("/OCGs", [])
    states = [each.objgen not in off for each in (groups if isinstance(groups, Array) else [groups])]
    if not states:
        return True
    how = {"/AllOn": all(states), "/AnyOff": not all(states), "/AllOff": not any(states)}
    return how.get(str(part.get("/P", "/AnyOn")), any(states))


def _holds(said: Any, off: set[Group], depth: int = 0) -> bool:
    """Whether an expression over layers is true: a layer, or And, Or, Not of such."""
    if not isinstance(said, Array) or depth > DEEP:
        return said.objgen not in off
    parts = [_holds(each, off, depth + 1) for each in list(said)[1:]]
    return {"/And": all(parts), "/Not": not any(parts)}.get(str(said[0]), any(parts))


def _is_member(part: Any) -> bool:
    return isinstance(part, Dictionary) and part.get("/Type") == "/OCMD"


def _off(layers: Any) -> list[Object]:
    """The layers that are off in the configuration with which a PDF opens (ISO 32000-1, 8.11.4)."""
    how = layers.get("/D", Dictionary())
    known = {each.objgen: each for each in (*layers.get("/OCGs", []), *how.get("/OFF", []))}
    off = set(known) if how.get("/BaseState") == "/OFF" else set()
    off -= {each.objgen for each in how.get("/ON", [])}
    off |= {each.objgen for each in how.get("/OFF", [])}
    for usage in how.get("/AS", []):
        if usage.get("/Event") == "/View":
            for each in usage.get("/OCGs", []):
                off = _told(each, usage, off)
    return [known[each] for each in sorted(off & set(known))]


def _told(layer: Any, usage: Any, off: set[Group]) -> set[Group]:
    """Off as a layer itself says it wants to be while looked at, if it says so."""
    said = layer.get("/Usage", Dictionary())
    names = [str(each)[1:] for each in usage.get("/Category", [])]
    states = [str(said[f"/{name}"].get(f"/{name}State", "")) for name in names if f"/{name}" in said]
    if "/OFF" in states:
        return off | {layer.objgen}
    return off - {layer.objgen} if "/ON" in states else off


def _parts(page: Any) -> Iterator[Object]:
    """What a page draws with: all that hangs on its resources and its annotations."""
    waiting, seen = [page.resources, page.get("/Annots", Array())], set()
    while waiting:
        part = waiting.pop()
        if part.objgen in seen:
            continue
        if part.is_indirect:
            seen.add(part.objgen)
        yield part
        if _is_member(part):
            continue
        inner = part if isinstance(part, Array) else [part[key] for key in part.keys() if key not in _APART]  # noqa: SIM118
        waiting += [each for each in inner if isinstance(each, _FOLLOWED) and not _is_page(each)]


def _is_page(part: Any) -> bool:
    return isinstance(part, Dictionary) and part.get("/Type") in ("/Page", "/Pages")
