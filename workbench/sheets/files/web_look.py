"""How the cells of a web page look, as far as that may mean something: struck through, filled, hidden. In the reading child.

Excel, Word and Outlook write it into style sheets, attributes and tags of their own when a block is copied.
"""

import re
from array import array
from collections.abc import Mapping

from workbench.sheets.look import Style

RULE = re.compile(r"([^{}]{1,200})\{([^{}]{0,2000})\}")
CLASS = re.compile(r"\.([\w-]{1,60})")
BACKGROUND = re.compile(r"background(?:-color)?\s{0,9}:\s{0,9}([#\w(), ]{3,40})", re.IGNORECASE)
HEX = re.compile(r"^#?([0-9a-f]{6}|[0-9a-f]{3})\b", re.IGNORECASE)
RGB = re.compile(r"^rgba?\(\s*(\d{1,3})\s*,\s*(\d{1,3})\s*,\s*(\d{1,3})")
STRIKING = {"s", "strike", "del"}
NAMED = {
    **{"yellow": "FFFF00", "red": "FF0000", "lime": "00FF00", "green": "008000", "blue": "0000FF", "aqua": "00FFFF"},
    **{
        "cyan": "00FFFF",
        "fuchsia": "FF00FF",
        "magenta": "FF00FF",
        "orange": "FFA500",
        "pink": "FFC0CB",
        "gray": "808080",
    },
    **{
        "silver": "C0C0C0",
        "black": "000000",
        "purple": "800080",
        "maroon": "800000",
        "navy": "000080",
        "teal": "008080",
    },
    **{"olive": "808000", "lightgreen": "90EE90", "lightblue": "ADD8E6", "lightyellow": "FFFFE0", "gold": "FFD700"},
}
PLAIN = Style()


def classes(css: str) -> dict[str, Style]:
    """By class what the style sheets of a page say of it."""
    found: dict[str, Style] = {}
    for names, body in RULE.findall(css):
        said = _said(body)
        for name in CLASS.findall(names) if said != PLAIN else ():
            found[name] = _over(said, found.get(name, PLAIN))
    return found


def style(said: Mapping[str, str], known: Mapping[str, Style], around: Style = PLAIN) -> Style:
    """The style of a tag by its attributes and classes; what it does not say is as around it."""
    if not said:
        return around
    found = around
    for name in said.get("class", "").split():
        found = _over(known.get(name, PLAIN), found)
    if color := _color(said.get("bgcolor", "")):
        found = found._replace(fill=color)
    return _over(_said(said.get("style", "")), found)


def is_hidden(said: Mapping[str, str]) -> bool:
    """Whether a tag shows nothing."""
    return "display:none" in said.get("style", "").replace(" ", "").lower()


def message(rows: Mapping[int, Mapping[int, Style]], hidden: list[int]) -> tuple:
    """The look of a sheet as looking.py sends it; rows count from 1, columns from 0."""
    styles: dict[Style, int] = {PLAIN: 0}
    patterns: dict[tuple[tuple[int, int, int], ...], int] = {}
    starts, ids = array("I"), array("I")
    last = 0
    for row in sorted(rows):
        runs = tuple((at, at, styles.setdefault(each, len(styles))) for at, each in sorted(rows[row].items()))
        plain = patterns.setdefault((), len(patterns))
        if row > last + 1 or not ids:
            starts.append(last + 1)
            ids.append(plain)
        starts.append(row)
        ids.append(patterns.setdefault(runs, len(patterns)))
        last = row
    if ids:
        starts.append(last + 1)
        ids.append(patterns[()])
    return "look", list(map(tuple, styles)), list(patterns), starts.tobytes(), ids.tobytes(), hidden, [], [], []


def _said(body: str) -> Style:
    background = BACKGROUND.search(body)
    return Style(struck="line-through" in body.lower(), fill=_color(background[1].strip()) if background else "")


def _over(said: Style, around: Style) -> Style:
    return Style(struck=said.struck or around.struck, fill=said.fill or around.fill)


def _color(text: str) -> str:
    """RRGGBB; "" for white, for none and for what is no color."""
    word = text.strip().lower()
    if match := HEX.match(word):
        digits = match[1].upper()
        found = digits if len(digits) == 6 else "".join(2 * digit for digit in digits)
    elif match := RGB.match(word):
        found = "".join(f"{min(255, int(part)):02X}" for part in match.groups())
    else:
        found = NAMED.get(re.split(r"[\s,(]", word)[0], "")
    return "" if found == "FFFFFF" else found
