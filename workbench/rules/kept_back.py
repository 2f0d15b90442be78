"""Which documents stay in the office: what a packet leaves out is in no scan of it either.

What the office says of a document decides. Where it says nothing, only what proves a credential, or is called like what a committee
reads, is printed: a paper that is kept back by mistake is seen at once and printed with one choice, the other mistake is not taken
back."""

import re
from collections.abc import Collection
from functools import cache

from workbench.records.desk import KEPT, NOT_AT_ALL, PRINTED
from workbench.rules.dossier import Row

PERSONAL = "CV or form"
"""Papers that mostly tell of birth and home, or of health."""
_TOPICS = {
    "NPDB": r"n ?p ?d ?b\w*|npdb\w*|hipdb|data ?bank|self query|continuous query",
    "identity": (
        r"pass ?port\w*|dl|driver\w*|driving|licen[cs]e photo|portrait\w*|dmv|cedula|ine|curp|ead|birth\w*|soc(?:ial)? ?sec\w*|"
        r"ss ?card|mug ?shot|police report|photograph\w*|photos?(?! of)|head ?shot|selfie|marriage|divorce|ssn|itin|"
        r"i ?9|i ?94|w ?[249]|1099|visa|green card|resident card|residency card|permanent resident|"
        r"naturali[sz]ation|citizenship|immigration|employment authori[sz]ation|h ?1 ?b|(?:state|military|national|picture) id|"
        r"id card|identity|identification|fingerprint\w*|live ?scan|background (?:check|report|screen\w*)|criminal|credit report|"
        r"voided|direct deposit|bank statement|tax return|utility bill|lease|mortgage|voter|home address"
    ),
    "health": (
        r"drug ?(?:screen|test)\w*|tb ?(?:screen|test)\w*|hep ?[abc]|vax\w*|"
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
    PERSONAL: (
        r"cv|c ?v|vitae|vita|resume|résumé|curriculum\w*|applications?|application form|pre ?applications?|re ?applications?|"
        r"caqh(?: (?:profile|application|data ?summary))?|attestation(?: questionnaire)?|personal (?:data|information|statement)|"
        r"demographic\w*|emergency contact\w*|beneficiary|spouse|w ?4|payroll|onboarding|new hire|employment (?:form|application)"
    ),
}
_FIT = (
    r"licen[cs](?:e|ure|es)|board (?:cert\w*|verification|eligib\w*)|certif\w+ (?:of (?:insurance|completion|attendance|training|"
    r"added qualifications)|in|for)|certification|dea|cds|csr|controlled substance\w*|diplomas?|degree|transcripts?|ecfmg|usmle|"
    r"comlex|training|residency|fellowship|internship|medical school|program director|references?|recommendation|"
    r"peer (?:review|evaluation)s?|evaluations?|oppe|fppe|proctor\w*|(?:case|procedure|surgical|operative|encounter) ?(?:logs?|"
    r"lists?|numbers?|volumes?)|coi|acord|face ?sheets?|declarations? page|tail coverage|claims? (?:history|report|experience)|"
    r"(?:malpractice|professional|liability|medpro) ?(?:insurance|liability|coverage|policy)|insurance (?:certificate|face|"
    r"verification|declaration\w*)|loss runs?|malpractice|cme|continuing (?:medical )?education|acls|bls|pals|nrp|atls|cpr|"
    r"life support|(?:clinical )?privileges?|delineation|dop|criteria|affiliations?|hospital verification|good standing|"
    r"verifications?|primary source|supervis\w+ (?:agreement|physician)|collaborat\w+ agreement|oig|leie|sam|npi|nppes|"
    r"abms|aoa profile|ama profile|fsmb|robotic\w*|(?:moderate )?sedation|letters? of (?:reference|recommendation|good standing)"
)
"""What a scan is called that a committee reads."""
_JOINED = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Za-z])(?=\d)|[_.\-–+()\[\],#]+")
SAID = "the office says so"
UNKNOWN = "kind unknown"


def topic_of(*names: str) -> str:
    """What a title or a file name speaks of, “NPDB”, “identity”, “health” or PERSONAL; empty for what a packet may show."""
    said = _said(names)
    return next((topic for topic, words in _words().items() if words.search(said)), "")


def is_fit(*names: str) -> bool:
    """Whether a title or a file name says what a packet is there to show: a license, a certificate, a reference."""
    return _fit().search(_said(names)) is not None


def why(document: Row, health: Collection[int] = (), *, enclosed: bool = False) -> str:
    """Why a document stays in the office; empty if it is printed. health: the ids of credentials that are about health.

    Of somebody's file is printed what the office says, what proves a credential, and what its name says is fit; of anything else
    nobody knows what it shows, but of what cannot be read, and of which a page says so. enclosed: it was put on the agenda by
    itself, as the paper of an item."""
    if document.credential is not None and document.credential in health:
        return "health"
    if document.packet == KEPT:
        return SAID
    if document.packet == PRINTED:
        return ""
    names = document.title, document.file_name.rsplit(".", 1)[0]
    if topic := topic_of(*names):
        return topic
    known = enclosed or document.credential is not None or document.prints == NOT_AT_ALL or is_fit(*names)
    return "" if known else UNKNOWN


def _said(names: Collection[str]) -> str:
    return " ".join(" ".join(_JOINED.sub(" ", name) for name in names).split())


@cache
def _words() -> dict[str, re.Pattern[str]]:
    """Made when a name is first looked at: it takes longer than loading the rest of this room."""
    return {topic: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for topic, words in _TOPICS.items()}


@cache
def _fit() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_FIT})\b", re.IGNORECASE)
