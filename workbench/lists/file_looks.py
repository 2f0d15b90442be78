"""What was looked up of a person as a whole: malpractice history, sanctions and limits of licenses, exclusion lists. Each look is
a verification, kept for good; one that was struck stands with who struck it, and when."""

from datetime import date

from peewee import ModelSelect

from workbench.lists.file_parts import Part
from workbench.records import texts
from workbench.records.elements import ELEMENTS, OF_PERSON
from workbench.records.policy import Policy
from workbench.records.verification import RESULTS, VERIFICATIONS, Verification, VerificationSource

SAID = dict(zip(RESULTS, ("Nothing else found", "Something else found", "Person not found"), strict=True))
"""By result, how it reads of somebody of whom a source was asked as a whole: against what the file states."""
TONES = dict(zip(RESULTS, ("good", "warn", "bad"), strict=True))


def looks() -> ModelSelect:
    """All of them, the newest first."""
    query = Verification.select(Verification, VerificationSource).join(VerificationSource)
    return query.where(Verification.element.in_(OF_PERSON)).order_by(Verification.done.desc(), Verification.id.desc())


def _look(each: Verification, today: date, policy: Policy) -> tuple:
    said, tone = SAID.get(str(each.result), each.result), TONES.get(str(each.result), "")
    if each.struck:
        said, tone = f"Struck {texts.day(each.struck)} by {each.struck_by}", "quiet"  # type: ignore[arg-type]
    remark = each.struck_why if each.struck else each.remark
    what = ELEMENTS.get(str(each.element), each.element)
    return what, texts.day(each.done), each.source.name, said, each.by, remark, {3: tone}  # type: ignore[arg-type, attr-defined]


LOOKS_PART = Part(
    "looks",
    "Looks at claims and sanctions",
    "look",
    VERIFICATIONS,
    ("What", "Performed", "Source", "Result", "By", "Remark"),
    (),
    looks,
    _look,
    (3,),
)
