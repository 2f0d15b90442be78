"""Which documents stay in the office: what a packet leaves out is in no scan of it either.

What the office says of a document decides. Where it says nothing, what it proves and what it is called are asked, and the words
are many: a paper that is kept back by mistake is seen at once and printed with one choice, the other mistake is not taken back."""

import re
from collections.abc import Collection
from functools import cache

from workbench.records.desk import KEPT, PRINTED
from workbench.rules.dossier import Row

_TOPICS = {
    "NPDB": r"npdb|hipdb|data ?bank|self query|continuous query",
    "identity": (
        r"passport\w*|drivers?|driver['’]s|photograph\w*|photos?(?! of)|head ?shot|selfie|birth|marriage|divorce|ssn|itin|"
        r"social security|i ?9|i ?94|w ?[249]|1099|visa|green card|resident card|residency card|permanent resident|"
        r"naturali[sz]ation|citizenship|immigration|employment authori[sz]ation|h ?1 ?b|(?:state|military|national|picture) id|"
        r"id card|identity|identification|fingerprint\w*|live ?scan|background (?:check|report|screen\w*)|criminal|credit report|"
        r"voided|direct deposit|bank statement|tax return|utility bill|lease|mortgage|voter|home address"
    ),
    "health": (
        r"health (?:records?|forms?|screen\w*|statements?|questionnaires?|histor\w+|clearances?|assessments?|exam\w*|"
        r"evaluations?|files?|reports?|status|information|declarations?|requirements?|attestations?|certificates?|documents?)|"
        r"(?:employee|occupational|mental|behavioral|physician|practitioner) health|wellness|"
        r"medical (?:records?|histor\w+|exam\w*|clearances?|leaves?|reports?|evaluations?|questionnaires?|certificates?|notes?|"
        r"conditions?|assessments?|excuses?|exemptions?|information|documents?)|"
        r"immuni[sz]\w*|immunity|vaccin\w*|inoculat\w*|titers?|titres?|serolog\w*|tb|tbc|tuberc\w*|ppd|mantoux|tst|igra|"
        r"quantiferon|t ?spot|mmr|measles|mumps|rubella|rubeola|varicella|chicken ?pox|shingles|zoster|influenza|flu|"
        r"covid\w*|sars|tetanus|tdap|pertussis|hep|hepatitis|hbv|hcv|hbsag|hiv|aids|std|sti|"
        r"x ?rays?|radiographs?|chest film|mri|ct scan|ultrasound (?:report|result)s?|mammogra\w*|biops\w*|ekg|ecg|audiogram|"
        r"hearing test|vision test|eye exam\w*|color vision|spirometr\w*|pft|respirator\w*|mask|fit test\w*|"
        r"lab(?:oratory)? (?:results?|reports?|tests?|work)|blood|urin\w+|toxicolog\w* (?:results?|reports?|screen\w*)|"
        r"drug (?:screen\w*|tests?|testing|results?)|alcohol\w*|substance|breathaly\w*|detox\w*|sobriety|aftercare|php|"
        r"(?<!medicine and )(?<!medicine & )rehab\w*|recovery|relapse|addict\w*|"
        r"psych(?:iatric|ological|osocial)|neuropsych\w*|neurocognitive|cognitive|depress\w*|anxiety|bipolar|adhd|suicid\w*|"
        r"counsel(?:l)?ing|psychotherap\w*|fitness|fit for|return to (?:work|duty)|work (?:restrictions?|status)|"
        r"accommodations?|disabilit\w*|impair\w*|ada|fmla|leave of absence|sick|illness\w*|injur\w+|maternity|pregnan\w*|"
        r"physical exam\w*|(?:annual|yearly|employment|pre employment|work|school) physicals?|physicals?$|physicals? (?:form|report|\d+)|"
        r"diagnos[ei]s|prognosis|treatments?|chemo\w*|cancer|surgery (?:note|report)|discharge (?:summary|instructions)|"
        r"prescriptions?|medication\w*|allerg(?:y|ies)|doctor['’]?s note|hospitali[sz]\w*"
    ),
}
_JOINED = re.compile(r"(?<=[a-z])(?=[A-Z])|[_.\-–+()\[\],#]+")
SAID = "the office says so"


def topic_of(*names: str) -> str:
    """What a title or a file name speaks of, “NPDB”, “identity” or “health”; empty for what a packet may show."""
    said = " ".join(" ".join(_JOINED.sub(" ", name) for name in names).split())
    return next((topic for topic, words in _words().items() if words.search(said)), "")


def why(document: Row, health: Collection[int] = ()) -> str:
    """Why a document stays in the office; empty if it is printed. health: the ids of credentials that are about health."""
    if document.credential is not None and document.credential in health:
        return "health"
    if document.packet == KEPT:
        return SAID
    name = document.file_name.rsplit(".", 1)[0]
    return "" if document.packet == PRINTED else topic_of(document.title, name)


@cache
def _words() -> dict[str, re.Pattern[str]]:
    """Made when a name is first looked at: it takes longer than loading the rest of this room."""
    return {topic: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for topic, words in _TOPICS.items()}
