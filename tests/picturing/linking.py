"""README's table of layouts: its lines, which picture shows each, and the page that holds them all."""

import re
from pathlib import Path

from tests.picturing.layouts import FORMATTED, LAYOUTS, Layout

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"
PICTURES = ROOT / "resources" / "pictures" / "layouts"
HEAD = "| a roster that ... | is read so |"
LINK = re.compile(r" \[seen\]\([^)]*\)")


def lines() -> list[str]:
    """The lines of the table as they stand, without the two of its head."""
    text = README.read_text("utf-8")
    after = text[text.index(HEAD) :].splitlines()[2:]
    return after[: next(n for n, line in enumerate(after) if not line.startswith("|"))]


def layout_of(line: str) -> Layout | None:
    """The roster that shows a line."""
    return next((each for each in LAYOUTS if each.words in line), None)


def linked(line: str) -> str:
    """A line with the link to its picture at its end; without one where none shows it."""
    bare, found = LINK.sub("", line), layout_of(line)
    if found is None:
        return bare
    where = PICTURES.relative_to(ROOT).as_posix()
    return f"{bare.removesuffix(' |')} [seen]({where}/{found.name}.png) |"


def link() -> None:
    """Write README's table and the page of pictures anew."""
    text = README.read_text("utf-8")
    for line in lines():
        text = text.replace(line, linked(line))
    README.write_text(text, "utf-8")
    (PICTURES / "README.md").write_text(page(), "utf-8")


def page() -> str:
    """Every picture under what it shows."""
    parts = ["# Rosters that are read, and what a person sees of each", "Drawn by `uv run python -m tests.picturing`."]
    for line in lines():
        found = layout_of(line)
        if found is not None:
            roster, read = (cell.strip() for cell in LINK.sub("", line).strip("| ").split(" | ", 1))
            parts += [f"A roster that {roster}: {read}.", f"![{found.name}]({found.name}.png)"]
    parts += ["Rows that are struck through or filled, and what they are asked to mean."]
    parts += [f"![{each.name}]({each.name}.png)" for each in FORMATTED]
    return "\n\n".join(parts) + "\n"
