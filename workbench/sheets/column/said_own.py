"""Columns whose headings say that they are about the person of the row: "Provider Email" beside an office manager's "Email"."""

from collections.abc import Collection, Mapping

from workbench.sheets.column.headings import Meaning, Synonyms, normal


def by_column(
    texts: Mapping[int, str], meanings: Mapping[int, Meaning], kinds: Collection[str], synonyms: Synonyms
) -> dict[int, bool]:
    """By column of such a kind whether it is somebody else's, where it stands behind them: not if its heading says that it is the
    person's, and surely if another one says so. Columns of which no heading says that are in none."""
    own = {at for at, text in texts.items() if _says_own(text, synonyms)}
    of = {at: found.targets[0] for at, found in meanings.items() if found.targets and found.targets[0] in kinds}
    held = {target for at, target in of.items() if at in own}
    return {at: at not in own for at, target in of.items() if target in held}


def _says_own(text: str, synonyms: Synonyms) -> bool:
    phrase = set(normal(text, synonyms.words).split())
    is_of_others = bool(phrase & (synonyms.others["people"] | synonyms.others["clinicians"]))
    return len(phrase) > 1 and bool(phrase.intersection(synonyms.lines["own_headings"])) and not is_of_others
