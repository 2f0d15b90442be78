"""Whose a “contact” is: "Contact Phone, Contact E-mail" are the practice's where the sheet has practices, else the person's."""

from collections.abc import Callable, Collection, Mapping

from workbench.sheets.column.headings import Meaning, Synonyms, normal
from workbench.sheets.column.neighbors import CONTACT, OF_CONTACT
from workbench.sheets.column.others import agree_beside
from workbench.sheets.column.profile import Profile

PRACTICE, WORD = "practice.name", "contact"
OF_PERSON = {of_practice: of_person for of_person, of_practice in OF_CONTACT.items()}
_NAMES = ("contact", "contact name", "contact person")
"""Headings over somebody to talk to, who is not the person of the row."""


def settle(
    texts: Mapping[int, str], meanings: dict[int, Meaning], look: Callable[[int], Profile], synonyms: Synonyms
) -> dict[int, str]:
    """Write down what the columns of a contact mean in a sheet without practices; those that are somebody else's, with who
    says so.

    All columns of a contact have one owner: where another column holds what one of them would be, none is the person's.
    A "Contact Email" that is another in each row of one practice is no practice's."""
    phrases = {column: normal(text, synonyms.words) for column, text in texts.items()}
    own = {
        column: OF_PERSON[found.targets[0]]
        for column, found in meanings.items()
        if found.targets and found.targets[0] in OF_PERSON and phrases[column].partition(" ")[0] == WORD
    }
    held = {target for column, found in meanings.items() if column not in own for target in found.targets[:1]}
    if held & {PRACTICE, CONTACT}:
        several = _of_several(own, meanings, look)
        if CONTACT in held or not own or several != set(own) or held.intersection(own.values()):
            return dict.fromkeys(several, WORD)
    if not own:
        return {}
    somebody = next((texts[column] for column, phrase in phrases.items() if phrase in _NAMES), "")
    if somebody or held.intersection(own.values()):
        return dict.fromkeys(own, somebody or WORD)
    meanings.update({column: Meaning((target,)) for column, target in own.items()})
    return {}


def _of_several(contacts: Collection[int], meanings: Mapping[int, Meaning], look: Callable[[int], Profile]) -> set[int]:
    """The columns of a contact whose values are another in each row of one practice."""
    names = [at for at, found in meanings.items() if found.targets in ((PRACTICE,), (CONTACT,))]
    agreed = {at: [agree_beside(look(name), look(at)) for name in names] for at in contacts}
    return {at for at, said in agreed.items() if False in said and True not in said}
