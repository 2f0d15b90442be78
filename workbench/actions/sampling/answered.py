"""What the sample's bylaws, policies and agreements say, as its office answered: nearly all that is asked."""

import json
from datetime import date

from workbench.actions.sampling import terms
from workbench.rules import packs
from workbench.rules.points import NO, NOT_APPLICABLE, YES, Answer
from workbench.store import settings

_WHERE = {
    "42 CFR 482.22(c)": "Bylaws 3.2",
    "42 CFR 482.12(a)(6)": "Bylaws 2.1",
    "MS.01.01.01": "Bylaws 6.4 and 6.7",
    "MS.06.01.03": "Credentials Policy 2",
    "MS.06.01.05": "Credentials Policy 3",
    "MS.08.01.01": "Peer Review Policy 4",
    "MS.08.01.03": "Peer Review Policy 5",
    "MS.09.01.01": "Bylaws 8.1",
    "MS.10.01.01": "Bylaws 9",
}
"""By what asks it, where it stands; of the others in the Credentials Policy."""
_NOT_WRITTEN = ("temporary_need", "names_searched", "distant_review", "quorum_words", "clean_files", "web_search")
_TRAINED = "integrity_training"
_OPEN = frozenset({"volunteers"})
"""What nobody has looked up yet."""
_NONE_HERE = ("delegates_before", "delegates_audited", "delegates_reported", "state_agency_proof")


def keep(today: date) -> None:
    """Answer the points: some with no, one long ago, some that do not apply; inside a step."""
    rows = [row for pack in packs.shipped().values() for row in pack.rows if row.point and row.point not in _OPEN]
    answers = {row.point: Answer(YES, terms.months_on(today, -4), _where(row.legacy or row.current)) for row in rows}
    for point in _NOT_WRITTEN:
        answers[point] = Answer(NO, terms.months_on(today, -4), "Before the bylaws committee")
    answers[_TRAINED] = Answer(YES, terms.months_on(today, -14), "Course of the office, sign-in sheet")
    for point in _NONE_HERE:
        answers[point] = Answer(NOT_APPLICABLE, terms.months_on(today, -4), "Nothing is delegated")
    settings.save(answers=json.dumps({point: answer.kept for point, answer in answers.items()}))


def _where(asked: str) -> str:
    return _WHERE.get(asked, "Credentials Policy 6")
