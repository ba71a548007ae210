"""Records are immutable values, as dataclasses make them."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from linter.records import field, mutable_record, record, replace


@record
class Point:
    """A point."""

    x: int
    y: int = 0
    tags: Any = field(default_factory=list)

    def moved(self, by: int) -> Point:
        return replace(self, x=self.x + by)


@mutable_record
class Work:
    done: int = 0


def test_fields_are_given_by_position_by_name_or_by_default() -> None:
    assert Point(1) == Point(x=1, y=0) == Point(1, y=0, tags=[])


def test_records_are_equal_by_their_fields_and_their_kind() -> None:
    assert Point(1, 2, ()) == Point(1, 2, ())
    assert Point(1, 2) != Point(1, 3)
    others: list[object] = [(1, 0, []), Work(1)]
    assert Point(1) not in others


def test_record_is_hashed_by_its_fields() -> None:
    assert len({Point(1, 2, ()), Point(1, 2, ()), Point(2, 2, ())}) == 2


def test_record_cannot_be_changed() -> None:
    point: Any = Point(1)
    with pytest.raises(AttributeError, match="immutable"):
        point.x = 2
    with pytest.raises(AttributeError, match="immutable"):
        del point.x
    with pytest.raises(AttributeError):
        point.z = 1


def test_default_of_a_factory_is_made_anew() -> None:
    assert Point(1).tags is not Point(1).tags


def test_replaced_copy_differs_in_the_named_fields_alone() -> None:
    assert Point(1, 2, ()).moved(3) == Point(4, 2, ())
    with pytest.raises(TypeError, match="z"):
        replace(Point(1), z=1)


@pytest.mark.parametrize(
    ("args", "given", "said"),
    [((), {}, "'x'"), ((1, 2, 3, 4), {}, "4 values for 3"), ((1,), {"x": 1}, "x")],
)
def test_wrong_fields_are_refused(args: tuple[int, ...], given: dict[str, int], said: str) -> None:
    with pytest.raises(TypeError, match=said):
        Point(*args, **given)


def test_record_shows_its_fields() -> None:
    assert repr(Point(1, 2, ())) == "Point(x=1, y=2, tags=())"
    assert Point.__doc__ == "A point."


def test_record_can_be_matched_copied_and_sent_to_another_process() -> None:
    point = Point(1, 2, ())
    match point:
        case Point(x, y, _):
            assert (x, y) == (1, 2)
    sent: Any = point.__reduce__()
    assert sent[0](*sent[1]) == copy.deepcopy(point) == point


def test_mutable_record_can_be_changed_and_has_no_hash() -> None:
    work = Work()
    work.done = 2
    assert work == Work(2)
    with pytest.raises(TypeError, match="unhashable"):
        hash(work)


def test_a_class_of_which_many_are_made_stays_as_it_was() -> None:
    many = [Point(number) for number in range(300)]
    assert [point.x for point in many] == list(range(300))
    assert all(point.y == 0 and point.tags == [] for point in many)
    assert many[-1].tags is not many[-2].tags
    assert Point(1, tags=("a",), y=2) == Point(1, 2, ("a",))
    unknown: dict[str, int] = {"x": 1, "z": 2}
    with pytest.raises(TypeError):
        Point(**unknown)
    for wrong in ((), (1, 2, 3, 4)):
        with pytest.raises(TypeError):
            Point(*wrong)
