"""Texts that a spreadsheet would like to make something else of; by a seed, as many as are asked for.

    uv run python -m tests.actions.hostile_texts 10000

sends so many out and takes them back, and says how many changed.
"""

import random
import sys
from collections.abc import Iterator

STARTS = (
    "=",
    "+",
    "-",
    "@",
    "\t",
    "\r",
    "\n",
    "'",
    "''",
    '"',
    "==",
    "=-",
    " =",
    "\u00a0=",
    "＝",
    "|",
    "%",
    "\u200b=",
    "",
)
BODIES = (
    "1+1",
    "cmd|'/C calc'!A0",
    "MSEXCEL|'\\..\\..\\..\\Windows\\System32\\cmd.exe'!''",
    'HYPERLINK("http://example.org","Click")',
    "SUM(A1:A9)",
    "A1",
    "WEBSERVICE(A1)",
    "1E5",
    "00123",
    "1/2/2026",
    "2014-07",
    "TRUE",
    "#N/A",
    "#REF!",
    "_x0041_",
    "_x000D_",
    "_x005F_x0041_",
    "<f>1</f>",
    "]]>",
    "&amp;&#10;",
    "O'Neil",
    "Zoë Ångström",
    "e\u0301",
    "名前 😀",
    "\u202eevil",
    "a\u0000b\u0007c",
    "  two  blanks  ",
    "line\nbreak",
    "line\r\nbreak",
    "tab\tbetween",
    "12345678901234567890",
    "",
)
ENDS = ("", "", "", " ", "\u00a0", "\n", ";", ",", "'")


def texts(count: int, seed: int = 4) -> Iterator[str]:
    """Every start with every body first, then mixtures."""
    made = 0
    for start in STARTS:
        for body in BODIES:
            if made < count and start + body:
                made += 1
                yield start + body
    chance = random.Random(seed)
    while made < count:
        made += 1
        middle = "".join(chance.choice(BODIES) for _ in range(chance.randint(1, 3)))
        yield chance.choice(STARTS) + middle + chance.choice(ENDS) + str(made)


def main(count: int) -> int:
    """Send so many notes out and take them back, in an office of its own; how many changed or became a formula."""
    import tempfile
    from pathlib import Path

    from tests.actions.test_list_survives import hostile
    from tests.conftest import Clock
    from workbench.actions import offices
    from workbench.store.office import Seat

    with tempfile.TemporaryDirectory() as folder:
        office = offices.new_office(Path(folder, "o.workbench"), Seat("Ann", Clock()))
        try:
            changed, formulas = hostile(Path(folder, "notes.xlsx"), count)
        finally:
            office.close()
    print(f"{count:,} texts: {changed:,} changed, {formulas:,} formula cells.")
    return changed + formulas


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000))
