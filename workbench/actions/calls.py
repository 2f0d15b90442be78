"""A call that was answered, kept on the file of whom it was about, with the task to call back if there is one."""

from datetime import date

from workbench.errors import Problem
from workbench.records.desk import CALL, Note, Task
from workbench.records.provider import Provider
from workbench.store import history


def log_call(
    provider: int, caller: str, text: str, today: date, seat: str, call_back: date | None = None
) -> list[Problem]:
    """Keep who called about a person and what was said, as one step; with a day, a task to call back by then.

    What is wrong is returned, and nothing is kept then."""
    if not (caller.strip() or text.strip()):
        return [Problem("caller", "Say who called, or what was said.")]
    if call_back and call_back < today:
        return [Problem("call_back", "That day is past.")]
    person = Provider.get_by_id(provider)
    said = " ".join(caller.split())
    with history.step(f"Log a call about {person.title}"):
        Note.create(provider=provider, said=today, sort=CALL, caller=said, by=seat, text=text.strip() or "Called.")
        if call_back:
            title = f"Call {said or 'back'} about {person.title}"
            Task.create(provider=provider, title=title, due=call_back, owner=seat, remarks=text.strip())
    return []
