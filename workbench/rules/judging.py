"""What a rule is given and what it yields: one day, what is asked on it, and findings."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from workbench.records.policy import Policy
from workbench.rules import standards
from workbench.rules.catalog import RULES
from workbench.rules.standards import Line

DAY = timedelta(days=1)
BLOCK, WARN, INFO = "block", "warn", "info"


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong with a file, or with the office."""

    provider: int | None
    """Whose file; None of the office itself."""
    rule: str
    severity: str
    """block: the file is not ready. warn: it soon is not, or somebody must look. info: it is told."""
    message: str
    """What is wrong, with its days and not its age: it reads the same until something changes."""
    citation: str
    remedy: str
    worse_on: date | None = None
    """The day on which it becomes worse."""
    credential: int | None = None
    application: int | None = None
    table: str = ""
    """The record that it is about, if it is neither: its table and its id."""
    record: int | None = None
    element: str = ""
    """What it is of, where the rule is of several: an exception of one person may take it away."""

    @property
    def why(self) -> str:
        """Why it matters."""
        return RULES[self.rule].why

    @property
    def title(self) -> str:
        """The rule, as it is called."""
        return RULES[self.rule].title


class Judging:
    """One day on which files are judged, one after the other. It notes the first later day on which the file that is judged
    may be judged otherwise, though nothing is entered: until then its findings need not be made again."""

    def __init__(
        self, on: date, policy: Policy, then: Callable[[date], Policy] | None = None, letters_since: date = date.min
    ) -> None:
        """then gives the office's policy of an earlier day; without it that is the same on every day. letters_since is the day from
        which on the office keeps when it told somebody of a decision."""
        self.on, self.policy, self.letters_since = on, policy, letters_since
        self._then = then or (lambda _: policy)
        self._lines = standards.in_force(policy, on, policy.state)
        self._elsewhere: dict[str, standards.Lines] = {policy.state: self._lines}
        self._days: dict[tuple[date, str], standards.Lines] = {(on, policy.state): self._lines}
        self.next = date.max
        self.states: list[str] | None = None
        """Those in which the person works here, once a rule of the file asked for them."""

    def begin(self) -> None:
        """Another file."""
        self.next, self.states = date.max, None

    def lines(self, rule: str, element: str = "", state: str = "") -> tuple[Line, ...]:
        """What is asked, the worst first; nothing where no enabled pack has the rule."""
        asked = self._lines
        if state and state != self.policy.state:
            if state not in self._elsewhere:
                self._elsewhere[state] = standards.in_force(self.policy, self.on, state)
            asked = self._elsewhere[state]
        return asked.get((rule, element), ())

    def lines_of(self, rule: str, then: date, state: str = "") -> tuple[Line, ...]:
        """What was asked on an earlier day, the worst first: what was done then is judged by the limits of its day."""
        day, where = min(then, self.on), state or self.policy.state
        if (day, where) not in self._days:
            self._days[day, where] = standards.in_force(self._then(day), day, where)
        return self._days[day, where].get((rule, ""), ())

    def asking(self, rule: str) -> set[str]:
        """The keys of the enabled packs that have a rule in force."""
        return {row.pack for row in standards.asked(self.policy, self.on) if row.id == rule}

    def over(self, last: date) -> bool:
        """Whether a day was the last good one and is gone; if not, the day after it is noted."""
        if self.on > last:
            return True
        if last < date.max and last + DAY < self.next:
            self.next = last + DAY
        return False

    def come(self, day: date) -> bool:
        """Whether a day has come; if not, it is noted."""
        return self.over(day - DAY)

    def worst(self, lines: tuple[Line, ...], last: Callable[[Line], date]) -> tuple[Line, date | None] | None:
        """The worst line that is crossed and the day on which the next worse one is; last gives the last good day of a line."""
        worse = None
        for line in lines:
            until = last(line)
            if self.over(until):
                return line, worse
            worse = until + DAY if until < date.max else None
        return None


def found(
    line: Line,
    provider: int | None,
    message: str,
    remedy: str,
    worse: date | None = None,
    severity: str = "",
    credential: int | None = None,
    application: int | None = None,
    table: str = "",
    record: int | None = None,
    element: str = "",
) -> Finding:
    """A finding under a line; its severity is the line's unless another is said."""
    row = line.row
    return Finding(
        provider,
        row.id,
        severity or row.severity,
        message,
        line.citation,
        remedy,
        worse,
        credential,
        application,
        table,
        record,
        element,
    )


Found = Iterator[Finding]
