"""What a passphrase is worth: a hint while it is typed, and what is doubted once before it is taken."""

import re

from workbench.records.words import of
from workbench.store.keys import SHORTEST

LONG = 12
"""Letters from which a passphrase is taken without a question."""
COMMON = frozenset(
    """
    password passwort passphrase passcode passw pass pword pw letmein welcome hello admin administrator root login
    logon user guest master default secret changeme changethis temp test testing demo qwerty qwertyuiop qwertz
    azerty asdf asdfgh asdfghjkl zxcvbn zxcvbnm abc abcd abcdef abcdefg abcdefgh monkey dragon football baseball
    basketball hockey soccer superman batman starwars sunshine princess shadow michael jennifer jordan iloveyou
    loveyou trustno mustang freedom whatever computer internet flower cheese chocolate summer winter spring autumn
    fall january february march april may june july august september october november december monday tuesday
    wednesday thursday friday hospital medical medicalstaff medicalstaffoffice staffoffice medstaff medstaffoffice
    credentialing credentials doctor nurse office workbench medicalstaffworkbench yourpassphrase mypassword
    mypassphrase thisismypassword thisismypassphrase correcthorsebatterystaple opensesame iamthebest
    """.split()  # noqa: SIM905
)
"""What is tried first, without the digits and signs around it: the head of every published list, and an office's own words."""
_LEET = str.maketrans("0134578@$!", "oieastbasi")
_BARE = re.compile(r"[^a-z]+")


def strength(passphrase: str) -> tuple[str, str]:
    """What a passphrase is worth, as a word and its tone; a hint while typing, not a promise."""
    if not passphrase:
        return "", "quiet"
    if len(passphrase) < SHORTEST:
        return f"too short: {len(passphrase)} of {SHORTEST}", "bad"
    words, different = len(passphrase.split()), len(set(passphrase.lower()))
    if is_common(passphrase):
        return "weak: easy to guess", "warn"
    if (words >= 4 and len(passphrase) >= 16) or (len(passphrase) >= 16 and different >= 10):
        return "strong", "good"
    return ("fair", "info") if len(passphrase) >= LONG else ("weak: easy to guess", "warn")


def is_common(passphrase: str, about: str = "") -> bool:
    """Whether it is one of those that are tried first: few letters over and over, digits alone, or a very common word however
    it is decorated; about is what everybody knows of the office, as the hospital's name."""
    lowered = passphrase.lower()
    if len(set(lowered)) < 6 or lowered.isdigit():
        return True
    known = COMMON | {_BARE.sub("", about.lower())} - {""}
    bare = {_BARE.sub("", lowered), _BARE.sub("", lowered.strip("0123456789!?.$#*@ ").translate(_LEET))}
    return any(each in known or _doubled(each) in known for each in bare)


def _doubled(letters: str) -> str:
    """The half of what is written twice, “passwordpassword”; else nothing."""
    half = len(letters) // 2
    return letters[:half] if letters and letters == letters[:half] * 2 else ""


def doubt(passphrase: str, about: str = "") -> str:
    """What is said once of a passphrase that is taken all the same; empty where there is nothing to say."""
    again = (
        "Press the button again to take it all the same, or choose four words that have nothing to do with each other."
    )
    if is_common(passphrase, about):
        return f"It is one of the first that anybody tries. {again}"
    if len(passphrase) < LONG:
        return f"It has {of(len(passphrase), 'character')}; under {LONG} a program guesses it. {again}"
    return ""
