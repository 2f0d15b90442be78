"""The command line: the second front end, which keeps the rooms honest. A fixed contract; no Qt."""

import sys
import tomllib
from pathlib import Path
from typing import Annotated

import typer

from workbench.cli import checking, importing, keeping, looking, making, printing
from workbench.errors import WorkbenchError

DONE, MENDABLE = 0, 1
PROJECT = Path(__file__).parents[2] / "pyproject.toml"
STOPPED_BY_TYPER = 130
"""What typer makes of Ctrl-C."""

program = typer.Typer(
    name="main.py",
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
for room in (making, importing, looking, checking, keeping, printing):
    for command in room.COMMANDS:
        epilog = looking.EPILOGS.get(command)
        program.command(command.__name__.rstrip("_"), help=command.__doc__, epilog=epilog)(command)


def _say_version(asked: bool) -> None:
    if asked:
        print(f"Medical Staff Workbench {tomllib.loads(PROJECT.read_text('utf-8'))['project']['version']}")
        raise typer.Exit


@program.callback()
def _about(
    version: Annotated[
        bool, typer.Option("--version", callback=_say_version, is_eager=True, help="Say the version, and nothing else.")
    ] = False,
) -> None:
    """The medical staff office in one file. Without a command, the window opens."""


@program.command("shots", help="A PNG of every page over the sample hospital: shots FOLDER [--size WxH ...] [--dark].")
def _shots() -> None:
    """Stands here for the help alone: main.py sends it to the window's side."""


@program.command("tour", help="The whole job without a display: tour FOLDER.")
def _tour() -> None:
    """Stands here for the help alone: main.py sends it to the window's side."""


def main(argv: list[str]) -> int:
    """Run one command. 0 done, 1 something the user can mend, 2 the call is wrong.

    A bug is raised to whoever called, and so is that the user stopped it: KeyboardInterrupt."""
    try:
        program(argv, prog_name="main.py")
    except SystemExit as end:  # typer has said what is wrong with the call
        if end.code == STOPPED_BY_TYPER:
            raise KeyboardInterrupt from end
        return int(end.code or DONE)
    except WorkbenchError as error:
        print(error, file=sys.stderr)
        return MENDABLE
    return DONE
