"""Lines that name a group: the department, section, specialty, category or status of the rows after them."""

import re

from workbench.sheets.cell import words
from workbench.sheets.cell.letter_case import title_case
from workbench.sheets.column.headings import Synonyms
from workbench.sheets.row import departing, group_names

Carried = tuple[tuple[str, str], ...]
COUNT = re.compile(
    r"\s*(?:[-–:]\s*)?(?:\(\s*(?:n\s*=\s*)?\d+\s*(?:members?|providers?|physicians?|practitioners?)?\s*\)|[-–:]\s*\d+(?:\s+\w+)?)\s*$"
)
CONTINUED = re.compile(r"\s*[-–(]?\s*\b(?:cont(?:inued|\.|'d|d)?)\.?\s*\)?\s*$", re.IGNORECASE)
ENUMERATION = re.compile(r"^(?:[A-Z]|[IVX]{1,4}|\d{1,2})[.)]\s+(?=\w)")
TITLES = r"(?:vice[- ]?)?(?:chief|chair|chairs|chairman|chairwoman|chairperson|director|medical director|head|lead)"
OFFICER = re.compile(rf"(?:\s*[-–—|;,(/]\s*{TITLES}\b(?! and)|\s+{TITLES}(?:\s+of\s+\w+)?\s*[:=]).*$", re.IGNORECASE)
OFFICER_LINE = re.compile(rf"^(?:department\s+|section\s+)?{TITLES}\b(?:\s+of\b|\s+[-–—]\s|[^,:]*:)", re.IGNORECASE)
BACKWARDS = re.compile(r"^(.+?),\s*(department|dept\.?|division|section|service)\s+of$", re.IGNORECASE)
LABEL = re.compile(
    r"\s+(?=(?:department|dept\.?|division|section|service|specialty|category|status)\s*:)", re.IGNORECASE
)
SIGNS = " -–—:*=•|~_#<>+[]{}"
LEGEND = "*†‡§^"
TRAILING = {
    "department": "department",
    "dept": "department",
    "service": "department",
    "services": "",
    "division": "department",
    "section": "section",
}
STAFF_WORDS = re.compile(
    r"\s*\b(?:medical staff|staff|members?|providers?|physicians?|practitioners?|roster|list|privileges)\b\s*",
    re.IGNORECASE,
)
STANDING_COUNT = re.compile(r"^(.+?)\s*[:=]\s*\d+$")
NAMED_INSIDE = re.compile(r"\bdep(?:artmen)?t\.? of (.+)$", re.IGNORECASE)
OF_THE_DAY = re.compile(r"\W*\b(?:as of|effective|updated|printed|revised)\b.*$", re.IGNORECASE)
ROSTER = re.compile(r"(?<=\w)\s*[-–—:,]?\s*(?:roster|list|listing|directory)\s*$", re.IGNORECASE)
LONGEST = 60


def is_legend(text: str) -> bool:
    """Whether a line explains a sign: "* Suspended", "** = Provisional", but not "*** PATHOLOGY ***"."""
    return text[:1] in LEGEND and text[-1:] != text[0]


class Sections:
    """Reads what a line of words says of the rows after it; `has_category`: a column holds the staff categories."""

    def __init__(self, synonyms: Synonyms, has_category: bool) -> None:
        self._lines, self._has_category = synonyms.lines, has_category

    def of(self, text: str, *, alone: bool = True) -> Carried:
        """What a line carries: (target, value) pairs. `alone`: the line is one cell."""
        if alone and (departed := departing.carried(plain(text))):
            return tuple(departed.items())
        found: dict[str, str] = {}
        for part in LABEL.split(text):
            found |= dict(self._one(part, alone))
        return tuple(found.items())

    def subject(self, text: str) -> Carried:
        """What a line above the headings says of the whole sheet, where it says it surely."""
        text = ROSTER.sub("", OF_THE_DAY.sub("", text)).strip()
        if not text or is_legend(text) or "=" in text or len(text) > LONGEST:
            return ()
        if found := self.of(text):
            departed = {} if "provider.status" in dict(found) else departing.carried(text, surely=False)
            return (*found, *departed.items())
        if departed := departing.carried(text, surely=False):
            return tuple(departed.items())
        inside = NAMED_INSIDE.search(text)
        return self._carried("department", inside[1]) if inside and group_names.is_known(inside[1]) else ()

    def standing(self, text: str) -> Carried:
        """The category or status that a line says: "ACTIVE STAFF", "Resigned"."""
        plain = STAFF_WORDS.sub(" ", text).strip(" -–:")
        for candidate in (text, plain):
            if len(candidate) < 3 and candidate.upper() not in ("LOA",):
                continue
            category, status = words.category(candidate), words.spelled_status(candidate)
            if category and (not status or not self._has_category):
                return (("provider.category", category),)
            if status:
                return (("provider.status", status),)
        return ()

    def counts_standing(self, text: str) -> bool:
        """ "Active: 2" says how many there are, not who follows."""
        found = STANDING_COUNT.match(text)
        return bool(found and self.standing(found[1]))

    def _one(self, text: str, alone: bool) -> Carried:
        text = plain(text)
        low = text.lower()
        if OFFICER_LINE.match(text):
            return ()
        for what in ("department", "section", "specialty", "category", "status"):
            for prefix in self._lines[what]:
                if low.startswith(prefix) and (not prefix[-1].isalpha() or low[len(prefix) : len(prefix) + 1] in " :-"):
                    value = text[len(prefix) :]
                    if self._names(value, what, surely=not prefix.isalpha() or value[:1] in ":-–"):
                        return self._carried(what, value)
        if not alone or any(c.isdigit() for c in text) or len(text) > LONGEST:
            return ()
        head, _, last = text.rpartition(" ")
        trailing = TRAILING.get(last.lower().rstrip("."))
        if trailing and self._names(head, trailing, surely="," not in head and group_names.manner(text) != "other"):
            return self._carried(trailing, head)
        return self._carried("department", text) if group_names.is_known(text) else self.standing(text)

    def _names(self, value: str, what: str, surely: bool) -> bool:
        """Whether what stands beside "Department" names one; `surely`: the way it is written leaves no doubt."""
        value = value.strip(SIGNS)
        low = value.lower().split()
        if not low or len(value) > LONGEST or set(low) & set(self._lines["no_group"]):
            return False
        if what in ("category", "status"):
            return surely
        return surely and low[0] not in ("all", "by") or group_names.reads_like_a_group(value)

    def _carried(self, what: str, value: str) -> Carried:
        value = title_case(" ".join(value.strip(SIGNS).split()))
        if what == "category":
            value = words.category(value) or value
        if what == "status":
            value = words.status(value) or value
        return ((f"provider.{what}", value),)


def plain(text: str) -> str:
    """A line without its ornaments, number, count, officers: "A. SURGERY (2)", "SURGERY, DEPARTMENT OF"."""
    text = ENUMERATION.sub("", " ".join(text.split()).strip(SIGNS))
    text = COUNT.sub("", CONTINUED.sub("", OFFICER.sub("", text))).strip(SIGNS)
    text = text[4:] if text.lower().startswith("the ") else text
    backwards = BACKWARDS.match(text)
    return f"{backwards[2]} of {backwards[1]}" if backwards else text
