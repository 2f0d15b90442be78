"""How a profile is set: nothing under the smallest size, all of one size, on one page where it fits."""

from tests.papers.packet_office import TODAY, PacketOffice
from workbench.papers import blocks, flow, fonts, frame, packet, profile_drawing
from workbench.papers.collected import UNSEEN, Collected
from workbench.papers.tables import Table


def _profiles(packet_office: PacketOffice):
    fonts.ready()
    return packet.packet_of(packet_office.meeting.id, TODAY).profiles


def _texts(made):
    on = Collected()
    for block in made:
        block.wrap(frame.room()[0], 0)
        block.put(on, 0, 0)
    return [(size, said) for (_, size, name), (_, _, said) in on._texts if name != UNSEEN]


def test_nothing_of_a_profile_is_smaller_than_the_smallest_size_at_any_setting(packet_office: PacketOffice):
    for profile in _profiles(packet_office):
        for density in profile_drawing.SETTINGS:
            sizes = [size for size, _ in _texts(profile_drawing._blocks(profile, "Dec 1", {}, density))]
            assert min(sizes) >= blocks.SMALLEST
            assert sorted(sizes)[len(sizes) // 2] == blocks.SMALLEST  # most of it, at every setting


def test_closer_settings_are_lower_and_say_the_same(packet_office: PacketOffice):
    for profile in _profiles(packet_office):
        made = [list(profile_drawing._blocks(profile, "Dec 1", {}, each)) for each in profile_drawing.SETTINGS]
        highs = [flow.height(each) for each in made]
        assert highs == sorted(highs, reverse=True)
        for (least, most), high in zip(profile_drawing.HEIGHTS.values(), highs, strict=True):
            assert least - 0.05 <= high / highs[1] <= most + 0.05
        roomy, close = ("\n".join(said for _, said in _texts(each)) for each in (made[0], made[-1]))
        for each in (row.finding.split()[0] for row in profile.seen):
            assert each in roomy and each in close


def test_a_row_of_the_closest_setting_touches_no_line():
    density = profile_drawing.SETTINGS[-1]
    descender, capital = density.size * 0.24, density.size * 0.73
    below = density.leading * 0.26 + density.row / 2 - descender
    above = density.leading * 0.74 + density.row / 2 - capital
    assert min(below, above) > 1.2


def test_a_title_that_runs_in_is_never_cut():
    density = profile_drawing.SETTINGS[-1]
    table = Table([profile_drawing.Column("Period"), profile_drawing.Column("Said", 9)], [("1", "2")], density)
    table.title, table.runs_in = "Ongoing evaluation (OPPE), which is long", True
    said = [said for _, said in _texts([table])]
    assert said[:3] == ["Ongoing evaluation (OPPE), which is long", "Period", "Said"]
    table = Table([profile_drawing.Column("Period"), profile_drawing.Column("Said")], [("1", "2")], density)
    table.title, table.runs_in = "OPPE", True
    assert [said for _, said in _texts([table])] == ["OPPE", "Said", "1", "2"]
