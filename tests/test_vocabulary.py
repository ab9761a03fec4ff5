from collections.abc import Iterator
from importlib.resources import files
from typing import Any

import pytest
import yaml
from babel import Locale

from generator import vocabulary
from generator.vocabulary import load

NAMES = sorted(path.name[:-5] for path in files(vocabulary).iterdir() if path.name.endswith(".yaml"))


def listed(value: Any) -> Iterator[Any]:
    """Yield what stands in lists, at any depth."""
    for item in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        if isinstance(value, list):
            yield item
        yield from listed(item)


@pytest.mark.parametrize("name", NAMES)
def test_no_list_holds_a_truth_value_for_a_word(name: str) -> None:
    assert not [item for item in listed(vocabulary.load(name)) if isinstance(item, bool)]


def test_on_and_no_are_words() -> None:
    read = yaml.load("[on, off, yes, no, true, 3]", vocabulary._Loader)  # noqa: S506 - a safe loader
    assert read == ["on", "off", "yes", "no", True, 3]


def test_countries_are_those_of_the_locale_data_without_what_is_no_country() -> None:
    names = Locale.parse("en").territories
    no_country = {"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"}
    codes = {code for code in map(str, names) if len(code) == 2 and code.isalpha()} - no_country
    assert load("countries") == {code: names[code] for code in codes}
    assert load("countries").keys() >= load("states").keys() | load("country_names").keys()
