"""What whoever prints a packet should know beforehand, the gravest first, then in the order of the agenda; none of it is printed."""

from collections.abc import Iterator, Mapping, Sequence

from workbench.lists.agenda import Agenda
from workbench.papers import attachments, enclosures
from workbench.papers.attachments import Attachment
from workbench.papers.editions import Edition
from workbench.records.desk import IN_PART, NOT_AT_ALL
from workbench.rules.dossier import Dossier

BAD, LACKING, PARTLY, KEPT_BACK = range(4)
"""How grave: it must not go out so; something is not in it; something is in it in part; something stays in the office."""
NO_LEGEND = "There is no confidentiality legend: enter the statute text of your state, as counsel gave it, in Settings."
Found = tuple[int, int, str]
"""How grave, at which item (by its place on the agenda), and the sentence."""


def of(
    found: Agenda, files: Mapping[int, Dossier], attached: Sequence[Attachment], shown: Edition
) -> tuple[str, ...]:
    """All of them for one edition, each once."""
    said = sorted(_all(found, files, attached, shown), key=lambda each: each[:2])
    return tuple(dict.fromkeys(sentence for _, _, sentence in said))


def _all(
    found: Agenda, files: Mapping[int, Dossier], attached: Sequence[Attachment], shown: Edition
) -> Iterator[Found]:
    if shown.legend and not found.legend.strip():
        yield BAD, 0, NO_LEGEND
    if shown.sealed and not attached:
        yield BAD, 0, "No practitioner on this agenda has an NPDB response with reports on file: the insert is empty."
    places = {item.number: place for place, item in enumerate(found.items)}
    for each in attached:
        yield from _unprinted(each, places.get(each.item, 0))
    if shown.scans == "all":
        withheld = enclosures.kept_back(found)
        for place, item in enumerate(found.items):
            if item.document in withheld:
                yield KEPT_BACK, place, enclosures.remark(item, withheld[item.document])
            elif item.is_bare:
                yield LACKING, place, f"{item.number} {item.title}: nothing is enclosed for it. Attach its document."
            file = files.get(item.application or 0)
            back = attachments.kept_back(file) if file else ()
            if file and back:
                what = ", ".join(back)
                yield KEPT_BACK, place, f"{file.title}: kept back, since a packet leaves out such things: {what}."


def _unprinted(each: Attachment, place: int) -> Iterator[Found]:
    """What was found when it was attached; the press finds it anew, and says on which page."""
    what = each.title if each.title == each.whose else f"{each.title} ({each.whose})"
    if each.prints == NOT_AT_ALL:
        yield LACKING, place, f"{each.item} {what} is not printed; a page says so. {each.prints_why}"
    elif each.prints == IN_PART:
        yield PARTLY, place, f"{each.item} {what} is printed in part; a page says so. {each.prints_why}"
