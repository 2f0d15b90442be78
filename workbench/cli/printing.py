"""Commands that put something on paper."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from workbench.actions import packets
from workbench.cli.speaking import (
    FILE,
    AsJson,
    OfficeFile,
    PassphraseFile,
    an_id,
    answer,
    opened,
    progress,
    refuse_over,
    today,
)
from workbench.errors import WorkbenchError
from workbench.store import places


def packet(
    meeting: Annotated[
        str, typer.Argument(metavar="MEETING", help="The meeting's ID, the first column of: list meetings.")
    ],
    output: Annotated[Path, typer.Option("-o", parser=places.to_write, metavar=FILE, help="The PDF to write.")],
    survey: Annotated[bool, typer.Option("--survey", help="The edition for surveyors.")] = False,
    office: OfficeFile = None,
    passphrase_file: PassphraseFile = None,
    json: AsJson = False,
) -> None:
    """The committee packet of a meeting. It is not issued by this: numbered copies are made and logged in the window."""
    id = an_id(meeting, "list meetings")
    assert id is not None
    with opened(office, passphrase_file) as found:
        refuse_over(output, found.path)
        if output.suffix.lower() != ".pdf":
            raise WorkbenchError(
                f"{output.name} does not end in .pdf, as a packet is written. Nothing was written. Name it so."
            )
        edition = "Survey" if survey else "Committee"
        made = packets.save(id, output, today(), edition, progress("Packet"))
    for warning in made.warnings:
        print(warning, file=sys.stderr)
    fields = {"pages": made.pages, "items": list(made.items), "placeholders": list(made.placeholders)}
    answer(json, fields, f"Wrote {made.pages:,} pages to {output}.")


COMMANDS = (packet,)
"""What this module adds to the command line."""
