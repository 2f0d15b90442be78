"""What whoever prints a packet should know beforehand, the gravest first, then in the order of the agenda; none of it is printed."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from workbench.lists.agenda_parts import Agenda
from workbench.papers import attachments, enclosures
from workbench.papers.attachments import Attachment
from workbench.papers.editions import Edition
from workbench.records import texts
from workbench.records.desk import IN_PART, NOT_AT_ALL, WHOLE
from workbench.records.meeting_words import CONSENT
from workbench.records.policy import Policy
from workbench.rules import review
from workbench.rules.dossier import Dossier
from workbench.store import settings

BAD, LACKING, PARTLY, KEPT_BACK, ODD = range(5)
"""How grave: it must not go out so; something is not in it; something is in it in part; something stays in the office; it
prints, and is remarkable, as a copy that differs from the others."""
OF_SCANS = {NOT_AT_ALL: LACKING, IN_PART: PARTLY, WHOLE: ODD}
NO_LEGEND = "The packet has no confidentiality legend. Enter the statute text that counsel gave you, in Settings or on the committee."
Found = tuple[int, int, str]
"""How grave, at which item (by its place on the agenda), and the sentence."""


def of(
    found: Agenda, files: Mapping[int, Dossier], attached: Sequence[Attachment], shown: Edition
) -> tuple[Found, ...]:
    """What the records tell of one edition, before anything is bound."""
    return tuple(_all(found, files, attached, shown))


def sentences(found: Iterable[Found]) -> tuple[str, ...]:
    """All of them sorted, each once."""
    said = sorted(found, key=lambda each: each[:2])
    return tuple(dict.fromkeys(sentence for _, _, sentence in said))


EMPTY_INSERT = (
    "No NPDB response with reports is attached to a query of a practitioner on this agenda: the insert is empty."
)


def _all(
    found: Agenda, files: Mapping[int, Dossier], attached: Sequence[Attachment], shown: Edition
) -> Iterator[Found]:
    if shown.legend and not found.legend.strip():
        yield BAD, 0, NO_LEGEND
    if shown.judgments:
        yield from _on_consent(found, files)
    if shown.sealed and not attached:
        yield BAD, 0, EMPTY_INSERT
    if shown.judgments and (shown.sealed or shown.profiles):
        yield from _unattached(found, files)
    if shown.profiles:
        yield from ((BAD, 0, said) for said in enclosures.perhaps_own_copies(found, files))
        yield from ((ODD, 0, said) for said in enclosures.own_copies(found, files))
    if shown.scans == "all":
        withheld = enclosures.kept_back(found)
        for place, item in enumerate(found.items):
            if item.document in withheld:
                yield KEPT_BACK, place, enclosures.remark(item, withheld[item.document])
            elif item.is_bare:
                yield LACKING, place, f"{item.number} {item.title}: nothing is enclosed for it. Attach its document."
            file = files.get(item.application or 0)
            back = attachments.kept_back(file) if file else ()
            unknown = attachments.left_out(file) if file else ()
            if file and unknown:
                yield KEPT_BACK, place, _left_out(file.title, [each.title for each in unknown])
            if file and back:
                what = ", ".join(back)
                yield KEPT_BACK, place, f"{file.title}: kept back, since a packet leaves out such things: {what}."


def _left_out(whose: str, titles: Sequence[str]) -> str:
    which = "it" if len(titles) == 1 else "them"
    return (
        f"{whose}: left out, kind unknown: {', '.join(titles)}. Look at {which} under “Left out” on the meeting's page, and say "
        f"whether the committee may see {which}."
    )


def _unattached(found: Agenda, files: Mapping[int, Dossier]) -> Iterator[Found]:
    """A profile that says “see sealed insert” of a response that is in no insert."""
    for place, item in enumerate(found.items):
        file = files.get(item.application or 0)
        newest = next((each for each in file.queries if each.queried <= found.held), None) if file else None
        if file and newest is not None and newest.result == "Reports" and newest.response is None:
            yield (
                BAD,
                place,
                f"{item.number} {file.title}: the NPDB's response of {texts.day(newest.queried)} has reports and is not attached, so "
                "that no sealed insert shows it. Attach it to its query, under Evidence.",
            )


def _on_consent(found: Agenda, files: Mapping[int, Dossier]) -> Iterator[Found]:
    """Category 2 is discussed: what stands in the consent block is approved unread."""
    policy = settings.load(Policy)
    for place, item in enumerate(found.items):
        file = files.get(item.application or 0)
        if file is None or item.section != CONSENT or item.information or item.outcome:
            continue
        if review.category(file, found.held, policy) == review.FULL:
            said = f"{item.number} {item.title} stands on the consent list and is Category 2. Move it to its section."
            yield BAD, place, said
