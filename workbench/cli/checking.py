"""The command that judges files by the standards; it reads, so that it works while a window is open."""

from dataclasses import replace
from datetime import date
from typing import Annotated, Any

import typer

from workbench.cli.speaking import (
    MOST_ID,
    AsJson,
    OfficeFile,
    PassphraseFile,
    Refused,
    a_day,
    answer,
    opened,
    progress,
    today,
)
from workbench.lists import found
from workbench.records.policy import Policy
from workbench.records.provider import Provider
from workbench.rules import standards
from workbench.rules.findings import Judged
from workbench.store import settings

MOST_LINES = 60


def check(
    provider: Annotated[
        int | None, typer.Option(min=1, max=MOST_ID, help="One person, by the ID of list providers.")
    ] = None,
    pack: Annotated[str, typer.Option(help="By this pack alone, enabled or not.")] = "",
    on: Annotated[str | None, typer.Option(help="As if it were that day (ISO).")] = None,
    office: OfficeFile = None,
    passphrase_file: PassphraseFile = None,
    json: AsJson = False,
) -> None:
    """Findings by the standards: what keeps each file from being ready, why, and what would mend it."""
    day = a_day(on, lived=True) or today()
    with opened(office, passphrase_file):
        policy = _policy(pack)
        if provider is not None and not Provider.select().where(Provider.id == provider).exists():
            raise Refused(f"There is no provider {provider}. Nothing was checked. Look up the ID in list providers.")
        judged = found.judged(day, policy, provider, progress("Judging"))
        fields = summary(judged)
        text = _told(judged, fields, day)
    answer(json, fields, text)


def summary(judged: list[Judged]) -> dict[str, Any]:
    """The contract: files, ready, and the findings with the six things that each says."""
    files = [each for each in judged if each.provider]
    return {
        "files": len(files),
        "ready": sum(each.is_ready for each in files),
        "findings": [
            {
                "provider": finding.provider,
                "rule": finding.rule,
                "severity": finding.severity,
                "message": finding.message,
                "remedy": finding.remedy,
                "citation": finding.citation,
            }
            for each in judged
            for finding in each.findings
        ],
    }


def _policy(pack: str) -> Policy:
    policy = settings.load(Policy)
    if not pack:
        return policy
    there = standards.books(policy)
    if pack not in there:
        raise typer.BadParameter(f"There is no pack “{pack}”. There are: {', '.join(there)}.")
    return replace(policy, packs=pack)


def _told(judged: list[Judged], fields: dict[str, Any], day: date) -> str:
    lines = [f"{fields['files']:,} files, {fields['ready']:,} ready on {day.isoformat()}."]
    for each in judged:
        lines += [f"{each.title or 'The office'}: {finding.severity}: {finding.message} {finding.remedy} "
                  f"[{finding.rule}, {finding.citation}]" for finding in each.findings]  # fmt: skip
    more = len(lines) - 1 - MOST_LINES
    return "\n".join(
        [*lines[: MOST_LINES + 1], *([f"... and {more:,} more; --json lists them all."] if more > 0 else [])]
    )


COMMANDS = (check,)
