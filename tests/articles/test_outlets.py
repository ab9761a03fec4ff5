import pytest

from generator.articles import outlets


@pytest.mark.parametrize(
    ("name", "least"),
    [
        ("The Hill Town Courier", 1.0),
        ("Radio Hill", 1.0),
        ("The Lantern", 0.5),
        ("Hill Town News", 0.5),
        ("Hill Town", 0.0),
        ("World News", -9.0),
        ("follow us", -9.0),
        ("in Hill Town News", -9.0),
        ("Follow The Courier", -9.0),
        ("What does it mean?", -9.0),
        ("", -9.0),
    ],
)
def test_what_looks_like_an_outlet(name: str, least: float) -> None:
    assert outlets.shape(name) == least


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("More from the Kyiv Post and Reuters", {"Kyiv Post", "Reuters"}),
        ("The New York Times", {"The New York Times"}),
        ("Reutersburg, Science and us", set()),
    ],
)
def test_which_outlets_a_text_names(text: str, names: set[str]) -> None:
    assert outlets.mentions(text) == names
