"""Documents come as they are asked for, whatever the thread beside has read, and it is gone afterwards."""

import threading

import pytest

from workbench.store import blobs, history
from workbench.store.fetching import Ahead

MOST = 1000


@pytest.fixture(params=[True, False], ids=["beside", "when asked"])
def beside(request):
    return request.param


@pytest.fixture
def kept(office):
    with history.step("Keep"):
        return [blobs.keep(bytes([number]) * size) for number, size in enumerate((10, 20, 0, 30, 2000))]


def test_they_come_in_order_with_their_sizes_and_without_what_is_too_large(kept, beside):
    with Ahead(kept, MOST, beside) as ahead:
        found = [ahead.fetch(each) for each in kept]
    assert found == [(10, b"\x00" * 10), (20, b"\x01" * 20), (0, b""), (30, b"\x03" * 30), (2000, None)]


def test_another_order_one_asked_for_twice_and_one_that_is_not_there_are_answered_alike(kept, beside):
    lost = "0" * 64
    with Ahead([kept[0], kept[0], lost, kept[1]], MOST, beside) as ahead:
        assert ahead.fetch(kept[3]) == (30, b"\x03" * 30)
        assert ahead.fetch(kept[0]) == (10, b"\x00" * 10)
        assert ahead.fetch(kept[0]) == (10, b"\x00" * 10)
        assert ahead.fetch(lost) is None
        assert ahead.fetch(kept[1]) == (20, b"\x01" * 20)


def test_what_is_written_and_not_committed_is_found(office, beside):
    with history.step("Keep two"):
        digests = [blobs.keep(b"one"), blobs.keep(b"two")]
        with Ahead(digests, MOST, beside) as ahead:
            assert [ahead.fetch(each) for each in digests] == [(3, b"one"), (3, b"two")]


@pytest.mark.parametrize("asked", [0, 1, 5])
def test_whoever_stops_in_the_middle_leaves_no_thread(kept, asked, beside):
    before = threading.active_count()
    with pytest.raises(KeyboardInterrupt), Ahead(kept, MOST, beside) as ahead:
        for each in kept[:asked]:
            ahead.fetch(each)
        raise KeyboardInterrupt
    assert threading.active_count() == before
