"""Names in capitals back in proper case: GARCÍA-LÓPEZ, MCALLISTER, O'BRIEN, VAN DER BERG, ST. JOHN."""

import re

from workbench.sheets.cell import words

PIECES = re.compile(r"([-'’\s./&(]+)")
BEGUN = re.compile(r"(Mc|Mac|De|La|Le|Di|Du|Van|Von|O['’]|D['’]|Fitz|St\.)([^\W\d_a-zà-ÿ]{3,})")
"""McDONALD, DeLEON, LaROSA: names in capitals but for what they begin with."""
OWNERS = re.compile(r"(?<=\w)(['’])S\b")
MACS = """macdonald mackenzie macleod macarthur macgregor macintyre macintosh macmillan macpherson macdougall macdougal
macneil macneill macneal macfarlane mackinnon maclean maclaren maclennan maclellan maclachlan macallister macaulay macnamara
macphail macphee macrae mactavish macdermott macdermid maccormack macdowell macqueen macnab macisaac macinnis"""
SHORT_NAMES = "AJ BJ CJ DJ EJ JB JC JD JJ JM JP JR JT KC KJ LJ MJ PJ RJ TJ TR WC WJ"
JOINING_WORDS = "of and the for in on to at with &"
ABBREVIATIONS = (
    "ENT OB GYN OB/GYN OB-GYN OBGYN ICU NICU PICU ER ED II III IV APP AHP CRNA ECMO HIV PM&R PMR OR ID MRI CT IR GI GU"
)
MAC = frozenset(MACS.split())
INITIALS = frozenset(SHORT_NAMES.split())
SMALL = frozenset(JOINING_WORDS.split())
KEPT = frozenset(ABBREVIATIONS.split())


def proper(text: str, *, given: bool = False) -> str:
    """Proper case of each word that is all capitals; mixed case is kept as written. `given`: initials as JD stay."""
    if not text or not text.isupper() and not any(len(word) > 2 and _is_loud(word) for word in text.split()):
        return text
    parts = text.split()
    particles = words.words().particles
    done = []
    for index, word in enumerate(parts):
        if BEGUN.fullmatch(word):
            done.append(BEGUN.sub(lambda match: match[1] + match[2].capitalize(), word))
        elif not word.isupper() or len(word) == 1 or given and word in INITIALS:
            done.append(word)
        elif index and len(parts) > index + 1 and word.lower() in particles and not given and "." not in word:
            done.append(word.lower())
        else:
            done.append(_word(word))
    return " ".join(done)


def _is_loud(word: str) -> bool:
    return word.isupper() or BEGUN.fullmatch(word) is not None


def _word(word: str) -> str:
    return "".join(_piece(piece, index) for index, piece in enumerate(PIECES.split(word)))


def _piece(piece: str, index: int) -> str:
    low = piece.lower()
    if index % 2 or not piece:
        return piece
    if low.startswith("mc") and len(low) > 3:
        return "Mc" + low[2:3].upper() + low[3:]
    if low in MAC:
        return "Mac" + low[3:4].upper() + low[4:]
    return low[:1].upper() + low[1:]


def title_case(text: str) -> str:
    """The name in a heading line in capitals: "OBSTETRICS AND GYNECOLOGY" -> "Obstetrics and Gynecology"."""
    if not text.isupper():
        return text
    done = []
    for index, word in enumerate(text.split()):
        low = word.lower()
        done.append(word if word.strip("(),") in KEPT else low if index and low in SMALL else _word(word))
    return OWNERS.sub(r"\1s", " ".join(done))
