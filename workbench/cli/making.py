"""Commands that make an office."""

from pathlib import Path
from typing import Annotated

import typer

from workbench.actions import offices
from workbench.cli.speaking import (
    FILE,
    AsJson,
    PassphraseFile,
    Refused,
    a_day,
    answer,
    passphrase,
    progress,
    seat,
    today,
)
from workbench.records import own_zone, zones
from workbench.store import places

ZONELESS = "This computer does not tell its time zone: enter the hospital's in Settings before you invite to a meeting."


def new(
    file: Annotated[Path, typer.Argument(parser=places.to_write, metavar=FILE)],
    name: Annotated[str, typer.Option(help="The hospital's name, as printed.")] = "",
    encrypt: Annotated[bool, typer.Option("--encrypt", help="Encrypt the office under a passphrase.")] = False,
    passphrase_file: PassphraseFile = None,
    json: AsJson = False,
) -> None:
    """Make an empty office."""
    secret = passphrase(passphrase_file) if encrypt else None
    if encrypt and not secret:
        raise Refused(
            "An encrypted office needs a passphrase. Nothing was made. Give --passphrase-file or set WORKBENCH_PASSPHRASE."
        )
    zone = own_zone.name()
    offices.new_office(file, seat(), name, secret, zone=zone).close()
    said = f" Its time zone is {zones.said(zone)}, as this computer's." if zone else f" {ZONELESS}"
    told = f"Made {file}." + ("" if encrypt else " It is not encrypted.") + said
    answer(json, {"office": str(file), "name": name}, told)


def sample(
    file: Annotated[Path, typer.Argument(parser=places.to_write, metavar=FILE)],
    providers: Annotated[int, typer.Option(min=1, help="How many people.")] = 120,
    seed: Annotated[int, typer.Option(help="Another seed, other people.")] = 2026,
    day: Annotated[str | None, typer.Option("--today", help="The day the sample lives in (ISO).")] = None,
    json: AsJson = False,
) -> None:
    """Make the sample hospital: all people are invented."""
    from workbench.actions import sample as hospital  # no other command needs its names and streets

    lives_in = a_day(day, lived=True) or today()
    office = hospital.make(file, seat(), lives_in, providers, seed, progress("Sample hospital"))
    try:
        counts = hospital.counts(lives_in)
    finally:
        office.close()
    lines = [f"Made {file}.", *(f"{count:>9,} {name}" for name, count in counts.items())]
    answer(json, counts, "\n".join(lines))


COMMANDS = (new, sample)
