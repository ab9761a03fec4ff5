"""The table of `make evaluate`."""

import pytest

from tests.drafting.evaluate import line


@pytest.mark.parametrize(("value", "marked"), [(81.9, True), (81.94, True), (82.0, False), (81.96, False)])
def test_a_row_below_its_aim_is_marked(value: float, marked: bool) -> None:
    assert line("texts: statements", value, 82).endswith(" below") is marked
