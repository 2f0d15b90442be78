"""Columns whose headings say that they are about the person of the row: "Provider Email" beside an office manager's "Email"."""

from collections.abc import Collection, Mapping

from workbench.sheets.column.headings import Meaning, Synonyms, normal


def by_column(
    texts: Mapping[int, str], meanings: Mapping[int, Meaning], kinds: Collection[str], synonyms: Synonyms
) -> dict[int, str]:
    """By column the target of these kinds that its heading says to be the person's."""
    found: dict[int, str] = {}
    own, wanted = set(synonyms.lines["own_headings"]), set(kinds)
    others = synonyms.others["people"] | synonyms.others["clinicians"]
    for column, text in texts.items():
        phrase = set(normal(text, synonyms.words).split())
        target = meanings[column].targets[:1]
        if len(phrase) > 1 and phrase & own and not phrase & others and wanted.intersection(target):
            found[column] = target[0]
    return found
