"""Which documents stay in the office: what a packet leaves out is in no scan of it either.

What the office says of a document decides. Where it says nothing, only what proves a credential, or is called like what a committee
reads, is printed: a paper that is kept back by mistake is seen at once and printed with one choice, the other mistake is not taken
back. What a name says of identity, health, peer review or the Data Bank goes before all that it says besides."""

import re
from collections.abc import Collection, Sequence
from functools import cache
from pathlib import Path
from typing import Any, Protocol

from workbench.records.desk import KEPT, NOT_AT_ALL, PRINTED

FILE = Path(__file__).parents[2] / "resources" / "documents.toml"
PERSONAL = "CV or form"
"""Papers that mostly tell of birth and home, or of health."""
PEER_REVIEW = "peer review"
"""What a committee itself wrote down: none of a person's papers. On the agenda, as the paper of an item, it may stand."""
_JOINED = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Za-z])(?=\d)|[_.\-–+()\[\],#]+")
SAID = "the office says so"
UNKNOWN = "kind unknown"


class Called(Protocol):
    """A document, or what is said of a file before it is one."""

    @property
    def title(self) -> str: ...
    @property
    def file_name(self) -> str: ...
    @property
    def packet(self) -> str: ...
    @property
    def prints(self) -> str: ...
    @property
    def credential(self) -> Any: ...


def topic_of(*names: str) -> str:
    """What a title or a file name speaks of, one of the topics of documents.toml: “NPDB”, “identity”, “health”, PEER_REVIEW or
    PERSONAL; empty for what a packet may show."""
    said = _said(names)
    return next((topic for topic, words in _topics().items() if words.search(_bare(topic, said))), "")


def is_fit(*names: str) -> bool:
    """Whether a title or a file name says what a packet is there to show: a license, a certificate, a reference."""
    return _one_of("fit", "words").search(_said(names)) is not None


def sort_proved(*names: str) -> str:
    """The key of the only sort of credential that a name says it proves; empty where it says none, or several."""
    said = _said(names)
    if topic_of(*names) or _one_of("proves", "not").search(said):
        return ""
    found = [key for key in _words()["proves"] if key != "not" and _one_of("proves", key).search(said)]
    return found[0] if len(found) == 1 else ""


def why(document: Called, health: Collection[int] = (), *, enclosed: bool = False) -> str:
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
    topic = topic_of(*names)
    if topic and not (enclosed and topic == PEER_REVIEW):
        return topic
    known = enclosed or document.credential is not None or document.prints == NOT_AT_ALL or is_fit(*names)
    return "" if known else UNKNOWN


def in_a_packet(reason: str) -> str:
    """What is said in brief of a document that stays in the office: “Left out: kind unknown”, “Kept back: identity”."""
    return f"{'Left out' if reason == UNKNOWN else 'Kept back'}: {reason}"


def _said(names: Collection[str]) -> str:
    return " ".join(" ".join(_JOINED.sub(" ", name) for name in names).split())


def _bare(topic: str, said: str) -> str:
    """A name without the words that hold one of a topic and are none of it: a permit to practice, addiction medicine beside a
    certification of somebody who was not looked at or treated."""
    if topic in _words()["spared"]:
        return _one_of("spared", topic).sub(" ", said)
    if topic == "health" and _one_of("specialties", "work").search(said) and not _seen(said):
        return _one_of("specialties", "names").sub(" ", said)
    return said


def _seen(said: str) -> bool:
    return _one_of("specialties", "seen").search(said) is not None


@cache
def _words() -> dict[str, dict[str, Sequence[str]]]:
    import tomllib  # the start loads this room and looks at no name

    with FILE.open("rb") as file:
        return tomllib.load(file)


@cache
def _one_of(table: str, key: str) -> re.Pattern[str]:
    """Made when a name is first looked at: it takes longer than loading the rest of this room."""
    return re.compile(rf"\b(?:{'|'.join(_words()[table][key])})\b", re.IGNORECASE)


@cache
def _topics() -> dict[str, re.Pattern[str]]:
    return {topic: _one_of("topics", topic) for topic in _words()["topics"]}
