"""What may be wrong with a held privilege that is about to be kept: said beside its box, and kept if meant."""

from collections.abc import Iterator
from typing import Any

from workbench.records.privilege import HeldPrivilege, Privilege, PrivilegeForm
from workbench.records.texts import day
from workbench.rules.editions import line_key
from workbench.ui.kit.form import Form
from workbench.ui.kit.form_dialog import Doubt


def of_held(form: Form, record: HeldPrivilege) -> Iterator[Doubt]:
    """The same privilege held at the same time, at the same facility or at one that is not said; and one without an end."""
    values: dict[str, Any] = form.values()
    wanted = Privilege.get_or_none(Privilege.id == values["privilege"])
    if wanted is None or not values["provider"]:
        return
    for each in _beside(values, record, wanted):
        where = each.facility.name if each.facility_id else "no facility said"
        until = f" to {day(each.ends)}" if each.ends else ""
        said = f"It is held already, from {day(each.starts)}{until}, {where}. The lookup card would show it twice."
        yield Doubt(f"{said} End that one, or correct it.", "privilege")
    if not values["ends"] and record.get_id() is None:
        yield Doubt(
            "Without a last day it is held until somebody ends it, whatever becomes of the appointment.", "ends"
        )


def _beside(values: dict[str, Any], record: HeldPrivilege, wanted: Privilege) -> Iterator[HeldPrivilege]:
    starts, ends, place = values["starts"], values["ends"], values["facility"]
    query = (
        HeldPrivilege.select().join(Privilege).join(PrivilegeForm).where(HeldPrivilege.provider == values["provider"])
    )
    for each in query.order_by(HeldPrivilege.starts, HeldPrivilege.id):
        line = each.privilege
        same = line_key(line.form.name, line.name) == line_key(wanted.form.name, wanted.name)
        there = not place or not each.facility_id or each.facility_id == place
        apart = bool((ends and each.starts > ends) or (starts and each.ends and each.ends < starts))
        if same and there and not apart and each.id != record.get_id():
            yield each
