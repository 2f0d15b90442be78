"""Which of the meanings that a heading can have its column takes: the first that is free and that the cells agree with."""

from collections.abc import Collection

from workbench.sheets import targets
from workbench.sheets.cell import standings, words
from workbench.sheets.column import profile, surely
from workbench.sheets.column.headings import Meaning
from workbench.sheets.column.profile import Profile, fits


def target(found: Meaning, look: Profile, taken: Collection[str], explicit: Collection[str]) -> str | None:
    """The target of a column; None where none is free, or the cells agree with none. `explicit` are those that a heading names alone."""
    choices = [each for each in found.targets if each not in taken or each in targets.SEVERAL]
    if found.targets == ("provider.category", "provider.status"):
        return _standing(choices, look, explicit)
    if found.targets == ("provider.status", "provider.category"):
        return _of_privileges(choices, look)
    if len(found.targets) > 1:
        choices = [each for each in choices if each not in explicit] or choices
        if {"provider.last", "provider.first"}.intersection(explicit):  # "Nombre" beside "Apellidos" is no name in full
            choices = [each for each in choices if each != "provider.full_name"] or choices
    is_sure = len(found.targets) == 1 and not found.weak
    for each in choices:
        kind = targets.kind(each)
        if kind == "category" and len(found.targets) > 1 and profile.says_category(look) is not True:
            continue
        if surely.holds(kind, look) if is_sure else fits(kind, look):
            return each
    return None


def _standing(choices: list[str], look: Profile, explicit: Collection[str]) -> str | None:
    """Whether "Status" means the staff category or the status, by its values."""
    if "provider.category" in explicit or "provider.category" not in choices:
        return "provider.status" if "provider.status" in choices else None
    says = profile.says_category(look) if look.count else False
    chosen = "provider.category" if says else "provider.status"
    return chosen if says is not None and chosen in choices else None


_OF_PRIVILEGES = frozenset(["Active", "Temporary", "Provisional", "Locum tenens"])
"""Categories that are also said of privileges alone."""


def _of_privileges(choices: list[str], look: Profile) -> str | None:
    """ "Privilege Status": the status of the person, or the staff category where a word of it means nothing else."""
    said = {words.category(text) for text in look.texts} - {None}
    if said - _OF_PRIVILEGES and profile.says_category(look):
        return "provider.category" if "provider.category" in choices else None
    is_status = look.share(lambda text: words.status(text) or standings.told(text)) >= 0.9
    return "provider.status" if is_status and "provider.status" in choices else None
