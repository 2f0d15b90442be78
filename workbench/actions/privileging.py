"""Privileges on applications and in force: asked for, seen by the chair and the committee, decided, granted, ended."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from workbench.errors import Problem, WorkbenchError
from workbench.records import texts
from workbench.records.application import VIEWS, Application
from workbench.records.office_lists import Facility
from workbench.records.privilege import CriterionShown, HeldPrivilege, Privilege, PrivilegeForm, PrivilegeRequest
from workbench.rules.editions import line_key
from workbench.store import history

GRANTED = ("Granted", "Granted with conditions")
FOLLOWS = {VIEWS[0]: "Granted", VIEWS[1]: "Granted with conditions"}
"""What an approval grants when nobody decided a line by itself: what was recommended. The rest stays undecided."""


def ask(application: int, privileges: Iterable[int]) -> int:
    """Ask for single privileges on an application, in one step; how many are new on it. Raises WorkbenchError."""
    about = _open(application)
    lines = list(Privilege.select().where(Privilege.id.in_(list(privileges))))
    for line in lines:
        if line.form.state != "In force":
            raise WorkbenchError(
                f"“{line.name}” stands on {line.form.name}, which is {line.form.state.lower()}. Nothing was asked for. "
                "Ask from a form that is in force."
            )
    asked = {row.privilege_id for row in about.privilege_requests}
    new = [line for line in lines if line.id not in asked]
    if new:
        with history.step(f"Ask for {_called(new)} for {about.provider.title}"):
            for line in new:
                PrivilegeRequest.create(application=about, privilege=line)
    return len(new)


def take_off(requests: Sequence[int]) -> int:
    """Take privileges off an application again, before anything was decided about them; how many."""
    found = _requests(requests)
    if decided := [row for row in found if row.decision in GRANTED]:
        raise WorkbenchError(
            f"{decided[0].privilege.name} was decided: {decided[0].decision.lower()}. Nothing was taken off. "
            "Mark it withdrawn instead."
        )
    if found:
        with history.step(f"Take {_called([row.privilege for row in found])} off the application"):
            for row in found:
                row.delete_instance()
    return len(found)


def say(requests: Sequence[int], view: str, by: str, conditions: str | None = None) -> list[Problem]:
    """Keep the chair's or the committee's view (by is “chair” or “committee”) of privileges, in one step.

    conditions replaces theirs when given. A view with conditions needs them."""
    found = _requests(requests)
    problems = [] if view in ("", *VIEWS) else [Problem(f"{by}_view", f"“{view}” is not one of the choices.")]
    problems += _unsaid(found, view == VIEWS[1], conditions)
    if not problems and found:
        with history.step(f"{by.capitalize()}: {view.lower() or 'no view'}, {_called([r.privilege for r in found])}"):
            for row in found:
                setattr(row, f"{by}_view", view)
                _keep(row, conditions)
    return problems


def decide(requests: Sequence[int], decision: str, conditions: str | None = None) -> list[Problem]:
    """Keep what was decided about privileges, in one step; conditions replaces theirs when given."""
    found = _requests(requests)
    known = {choice for choice, _ in PrivilegeRequest.field("decision").choices}
    problems = [] if decision in known | {""} else [Problem("decision", f"“{decision}” is not one of the choices.")]
    problems += _unsaid(found, decision == GRANTED[1], conditions)
    if not problems and found:
        with history.step(f"{decision or 'Not decided'}: {_called([row.privilege for row in found])}"):
            for row in found:
                row.decision = decision  # type: ignore[assignment]
                _keep(row, conditions)
    return problems


def keep_shown(request: int, shown: Mapping[str, str]) -> int:
    """Keep what the office saw for criteria that no record holds, in its own words, by the key of the part that each is
    for; an empty text takes it back. In one step; how many changed."""
    row = PrivilegeRequest.get_by_id(request)
    kept = {each.part: each for each in row.shown}
    changed = {part: text.strip() for part, text in shown.items()}
    changed = {part: text for part, text in changed.items() if text != (kept[part].text if part in kept else "")}
    if changed:
        with history.step(f"Keep what was shown for {row.privilege.name}"):
            for part, text in changed.items():
                each = kept.get(part) or CriterionShown(request=row, part=part)
                each.text = text
                if text:
                    each.save()
                else:
                    each.delete_instance()
    return len(changed)


def grant(application: Application | int, starts: date, ends: date | None, conditions: str = "") -> list[HeldPrivilege]:
    """Give a person the privileges that were granted on an application, from a day to a last day; in one step.

    A line decided by itself follows its decision. One that was not is granted as the committee, else the chair, else the
    chair's report on the whole application recommended it; without any view it stays undecided and is not held.
    conditions are those of the whole approval; they bind a line that has none of its own.
    What the person held of the same line, or of the same line on another edition of the form, at the same facility,
    ends the day before. What was granted on another application from a later day stays, and this ends the day before
    that. Raises WorkbenchError when the end lies before the beginning."""
    about = application if isinstance(application, Application) else Application.get_by_id(application)
    if ends and ends < starts:
        raise WorkbenchError(
            f"The privileges would end {texts.day(ends)}, before they start. Nothing was granted. Mend the term first."
        )
    with history.step(f"Grant privileges to {about.provider.title} from {texts.day(starts)}"):
        rows = about.privilege_requests.order_by(PrivilegeRequest.id)
        return [_hold(about, row, starts, ends, conditions) for row in rows if _decided(about, row) in GRANTED]


def end(held: Sequence[int], on: date) -> list[Problem]:
    """End privileges with a last day; those that end before it anyway stay as they are."""
    found = list(HeldPrivilege.select().where(HeldPrivilege.id.in_(list(held))))
    if early := [row for row in found if on < row.starts]:
        return [Problem("ends", f"{early[0].privilege.name} starts only on {texts.day(early[0].starts)}.")]
    lasting = [row for row in found if row.ends is None or row.ends > on]
    if lasting:
        who = {row.provider_id: row.provider.title for row in lasting}
        whose = f"of {next(iter(who.values()))}" if len(who) == 1 else f"of {len(who)} people"
        with history.step(f"End {_called([row.privilege for row in lasting])} {whose} on {texts.day(on)}"):
            for row in lasting:
                row.ends = on
                row.save()
    return []


def set_conditions(held: int, conditions: str) -> None:
    """Keep under which conditions a privilege is held."""
    row = HeldPrivilege.get_by_id(held)
    if row.conditions != conditions.strip():
        with history.step(f"Change the conditions of {row.privilege.name} of {row.provider.title}"):
            row.conditions = conditions.strip()
            row.save()


def _decided(about: Application, row: PrivilegeRequest) -> str:
    """What stands about a line when the application is granted; kept on it."""
    if not row.decision:
        row.decision = FOLLOWS.get(row.committee_view or row.chair_view or about.chair_view, "")  # type: ignore[assignment]
        if row.decision:
            row.save()
    return str(row.decision)


def _hold(about: Application, row: PrivilegeRequest, starts: date, ends: date | None, conditions: str) -> HeldPrivilege:
    same = _alike(row.privilege)
    before = HeldPrivilege.select().where(
        HeldPrivilege.provider == about.provider_id,
        HeldPrivilege.privilege.in_(same),
        HeldPrivilege.facility == about.facility_id if about.facility_id else HeldPrivilege.facility.is_null(),
    )
    for held in before:
        if held.starts > starts and held.application_id != about.id:
            day_before = held.starts - timedelta(days=1)
            ends = min(ends, day_before) if ends else day_before
        elif held.starts >= starts:
            held.delete_instance()  # the same grant kept again; the trail knows the one before
        elif held.ends is None or held.ends >= starts:
            held.ends = starts - timedelta(days=1)
            held.save()
    facility = Facility.get_or_none(Facility.id == about.facility_id) if about.facility_id else None
    return HeldPrivilege.create(
        provider=about.provider_id,
        privilege=row.privilege_id,
        facility=facility,
        application=about,
        starts=starts,
        ends=ends,
        conditions=_bound_by(row, conditions),
    )


def _bound_by(row: PrivilegeRequest, conditions: str) -> str:
    """A line is held under its own conditions, else under those of the approval; never as if there were none."""
    own = str(row.conditions).strip() if row.decision == GRANTED[1] else ""
    unsaid = "With conditions that were not written down; see the application." if row.decision == GRANTED[1] else ""
    return own or conditions.strip() or unsaid


def _alike(line: Privilege) -> list[int]:
    """The line, and the lines of its name on the other editions of its form."""
    wanted = line_key(line.form.name, line.name)
    rows = Privilege.select(Privilege.id, Privilege.name, PrivilegeForm.name.alias("form_name")).join(PrivilegeForm)
    return [
        row.id
        for row in rows.where(Privilege.name == line.name).objects()
        if line_key(row.form_name, row.name) == wanted
    ]


def _open(application: int) -> Application:
    about = Application.get_by_id(application)
    if about.stage == "Closed":
        raise WorkbenchError(
            f"This application of {about.provider.title} is closed. Nothing was asked for. Begin one for added privileges."
        )
    return about


def _requests(ids: Sequence[int]) -> list[PrivilegeRequest]:
    return list(PrivilegeRequest.select().where(PrivilegeRequest.id.in_(list(ids))).order_by(PrivilegeRequest.id))


def _unsaid(found: Sequence[PrivilegeRequest], conditional: bool, conditions: str | None) -> list[Problem]:
    lacking = [row for row in found if not (row.conditions if conditions is None else conditions).strip()]
    return [Problem("conditions", "Say under which conditions.")] if conditional and lacking else []


def _keep(row: PrivilegeRequest, conditions: str | None) -> None:
    if conditions is not None:
        row.conditions = conditions.strip()  # type: ignore[assignment]
    row.save()


def _called(lines: Sequence[Privilege]) -> str:
    return str(lines[0].name) if len(lines) == 1 else f"{len(lines)} privileges"
