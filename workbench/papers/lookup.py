"""The lookup card for units: who may do what here, as of a day, as one HTML file that works without a network, or on paper."""

import base64
import hashlib
from collections.abc import Iterator
from html import escape
from pathlib import Path

from workbench.errors import Progress, WorkbenchError, quiet
from workbench.papers.lookup_card import CONDITIONAL, Card, about_of, footer, notes_of, title_of
from workbench.papers.private import veiled
from workbench.papers.privileged import Holder
from workbench.records import texts
from workbench.store.saving import save

FOLDER = Path(__file__).parents[2] / "resources" / "lookup"


def write(card: Card, path: Path, progress: Progress = quiet) -> int:
    """Write the card as HTML or PDF, by the name's ending; how many people are on it. Raises WorkbenchError."""
    if path.suffix.lower() == ".pdf":
        from workbench.papers import lookup_pdf  # the document library is loaded when a document is made

        return lookup_pdf.write(card, path, progress)
    if path.suffix.lower() not in (".html", ".htm"):
        raise WorkbenchError(f"{path.name} ends in neither .html nor .pdf. Nothing was written. Choose one of the two.")

    def make(beside: Path) -> int:
        beside.write_text(html_of(card), "utf-8")
        return len(card.holders)

    return save(path, make)


def html_of(card: Card) -> str:
    """The card as HTML that may load nothing from anywhere: its own style and script are named by their hashes."""
    card = veiled(card)
    title, script = title_of(card), _part("card.js")
    return "\n".join(
        [
            "<!DOCTYPE html>",
            '<html lang="en-US">',
            *_told(card, title, script),
            f'<body data-good-through="{card.good_through.isoformat()}">',
            *_head(card, title),
            '<main id="people" tabindex="-1">',
            *(part for number, holder in enumerate(card.holders) for part in _person(number, holder, card)),
            "</main>",
            '<p id="nobody" hidden>Nobody here matches. Fewer words find more; or ask the medical staff office.</p>',
            f"<footer>{escape(footer(card))}</footer>",
            f"<script>{script}</script>",
            "</body>",
            "</html>",
            "",
        ]
    )


def _told(card: Card, title: str, script: str) -> Iterator[str]:
    """What a browser is told before it shows anything."""
    style = f"{_part('card.css')}\n{_each_page(card)}"
    policy = f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; base-uri 'none'; form-action 'none'"
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="robots" content="noindex">'
    yield '<meta name="referrer" content="no-referrer">'
    yield f"<title>{escape(title)}</title>"
    yield f"<style>{style}</style>"
    yield "</head>"


def _head(card: Card, title: str) -> Iterator[str]:
    count = len(card.holders)
    yield "<header>"
    yield f"<h1>{escape(title)}</h1>"
    yield f"<p>Made {texts.day(card.made)}. <strong>Good through {texts.day(card.good_through)}</strong>; after that, get a new card."
    yield "</p>"
    yield (
        '<p id="stale" role="alert" hidden><strong>This card is out of date.</strong> It was good through '
        f"{texts.day(card.good_through)}. Do not rely on it: ask the medical staff office.</p>"
    )
    yield '<form id="ask" role="search">'
    yield '<label for="words">Search by name or privilege</label>'
    yield '<input id="words" type="search" autocomplete="off" spellcheck="false" placeholder="okafor, sedation, …" list="names">'
    yield '<datalist id="names">'
    yield from (f'<option value="{escape(name)}">' for name in card.privileges)
    yield "</datalist>"
    yield "</form>"
    yield f'<p id="count" role="status">{count:,} {"person" if count == 1 else "people"}</p>'
    yield "</header>"


def _person(number: int, holder: Holder, card: Card) -> Iterator[str]:
    about = about_of(holder, card)
    yield f'<article aria-labelledby="p{number}">'
    yield f'<h2 id="p{number}">{escape(holder.name)}</h2>'
    if about:
        yield f'<p class="about">{escape(about)}</p>'
    yield "<ul>"
    for each in holder.held:
        ends = f' data-ends="{each.ends.isoformat()}"' if each.ends else ""
        notes = [f'<span class="note">{escape(note)}</span>' for note in notes_of(each, holder, card)]
        if each.conditional:
            notes.append(f'<span class="note conditional">{CONDITIONAL}</span>')
        sort = "" if each.core else ' <span class="sort">special</span>'
        yield f'<li{ends}><span class="name">{escape(each.name)}</span>{sort} {" ".join(notes)}</li>'
    yield "</ul>"
    yield "</article>"


def _each_page(card: Card) -> str:
    """For the printer: a page that was taken off the others says by itself when it is out of date."""
    said = f"Made {texts.day(card.made)}, good through {texts.day(card.good_through)}"
    return f'@page {{ margin: 14mm 14mm 18mm; @bottom-center {{ content: "{said} · page " counter(page) " of " counter(pages); }} }}'


def _part(name: str) -> str:
    return (FOLDER / name).read_text("utf-8").strip()


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
