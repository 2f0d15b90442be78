"""Findings as pages, commands and lists show them: judged anew for a day, or as they are kept."""

from datetime import date

from workbench.errors import Progress, quiet
from workbench.records.policy import Policy
from workbench.rules import standing
from workbench.rules.findings import Judge, Judged


def judged(on: date, policy: Policy, provider: int | None = None, progress: Progress = quiet) -> list[Judged]:
    """Every file judged on a day, the office first; of one person that file alone."""
    judge = Judge(on, policy)
    if provider is not None:
        return list(judge.people([provider]))
    ids, all = standing.everybody(), [judge.office()]
    for each in judge.people(ids):
        all.append(each)
        if len(all) % 500 == 0:
            progress(len(all), len(ids))
    return all
