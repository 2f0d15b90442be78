"""Columns told by their values alone: numbers that all pass their check digit, e-mail addresses, names in full with degrees."""

from collections.abc import Collection

from workbench.records import checks
from workbench.sheets import targets
from workbench.sheets.column import profile
from workbench.sheets.column.headings import load_synonyms
from workbench.sheets.column.profile import Profile

LEAST = 5
"""Cells from which a column is told by its values alone."""


def told(words: list[str], look: Profile, known: Collection[str], has_dea: bool) -> tuple[str, str] | None:
    """The target of a column under these words of an unknown heading, and what is said of it.

    `known` are the targets that other headings name or hold. Chance would fail nine in ten check digits.
    """
    if look.count < LEAST:
        return None
    if not words and (found := _unnamed(look, known)):
        return found
    if not load_synonyms().others_words.isdisjoint(words) or len(look.distinct()) < look.count * 0.8:
        return None
    if "provider.npi" not in known and look.share(profile.is_npi) >= 0.95:
        return "provider.npi", "is read as the NPI, since its numbers pass the NPI's check digit"
    if not has_dea and look.share(checks.dea_is_valid) >= 0.95:
        return "dea.number", "is read as the DEA number, since its numbers pass the DEA's check digit"
    return None


def _unnamed(look: Profile, known: Collection[str]) -> tuple[str, str] | None:
    """A column without a heading whose cells leave no doubt."""
    if len(look.distinct()) < 0.9 * look.count:
        return None
    for target, test, what in (
        ("provider.email", lambda text: "@" in text, "its cells are e-mail addresses"),
        ("provider.full_name", profile.is_name_with_degree, "its cells are names with degrees"),
    ):
        named = target == "provider.full_name" and {"provider.last", "provider.full_name"}.intersection(known)
        if target not in known and not named and look.share(test) >= 0.95:
            return target, f"has no heading and is read as {targets.title(target)}, since {what}"
    return None
