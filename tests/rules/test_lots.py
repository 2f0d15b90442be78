"""Files are drawn by lot so that anybody can draw the same again."""

from hashlib import sha256

from hypothesis import given
from hypothesis import strategies as st

from workbench.rules import lots

sizes = st.dictionaries(
    st.sampled_from(["", "Surgery", "Medicine: inner", "Radiology"]), st.integers(0, 30), min_size=1
)


def test_the_lot_of_a_file_is_what_anybody_can_work_out() -> None:
    by_hand = sorted(range(1, 51), key=lambda id: sha256(f"20261124 {id}".encode()).hexdigest())[:5]
    assert [id for id, _ in lots.draw({"": range(1, 51)}, 5, "20261124")] == sorted(by_hand)
    assert lots.draw({"": range(1, 51)}, 5, "20261125") != lots.draw({"": range(1, 51)}, 5, "20261124")


def test_each_group_has_one_and_the_rest_goes_by_size() -> None:
    assert lots.share({"A": 90, "B": 9, "C": 1}, 10) == {"A": 8, "B": 1, "C": 1}
    assert lots.share({"A": 90, "B": 9, "C": 1}, 2) == {"A": 1, "B": 1, "C": 0}


@given(sizes, st.integers(0, 40))
def test_as_many_are_drawn_as_are_wanted_and_none_twice(sizes: dict[str, int], wanted: int) -> None:
    groups, at = {}, 1
    for name, size in sizes.items():
        groups[name] = list(range(at, at + size))
        at += size + 2
    drawn = lots.draw(groups, wanted, "x")
    assert len(drawn) == len(set(drawn)) == min(wanted, sum(sizes.values()))
    assert all(id in groups[name] for id, name in drawn)
    assert lots.read(lots.written(groups)) == groups
