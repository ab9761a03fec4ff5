import pytest

from generator.drafting import places
from generator.drafting.findings import FoundPlace
from generator.drafting.language import parse


def found(text: str) -> dict[str, FoundPlace]:
    return {place.name: place for place in places.find(parse(text))}


def test_a_city_has_its_country_and_coordinates() -> None:
    nairobi = found("Teachers marched in Nairobi on Monday.")["Nairobi"]
    assert (nairobi.country, round(nairobi.lat or 0), round(nairobi.lon or 0)) == ("KE", -1, 37)


def test_a_country_has_no_coordinates() -> None:
    kenya = found("Teachers marched across Kenya on Monday.")["Kenya"]
    assert (kenya.rule, kenya.country, kenya.lat) == ("country", "KE", None)


def test_a_country_named_in_the_text_decides_between_cities_of_one_name() -> None:
    assert found("Growers in Córdoba, Argentina, met buyers.")["Córdoba"].country == "AR"


def test_cities_of_one_name_and_size_stay_open() -> None:
    place = found("He lived in San Jose for years.")["San Jose"]
    assert (place.rule, place.country, place.lat) == ("ambiguous-city", None, None)


def test_months_and_people_are_no_places() -> None:
    assert found("In March, the Kenyan union spoke.") == {}


@pytest.mark.parametrize("text", ["", "Nobody came.", "the union"])
def test_nothing_comes_of_nothing(text: str) -> None:
    assert found(text) == {}


def test_the_word_for_a_part_of_a_country_belongs_to_the_name() -> None:
    region = found("Teachers marched in Nakuru county on Monday.")["Nakuru county"]
    assert (region.rule, region.country, region.lat) == ("region", "KE", None)


def test_a_village_that_no_gazetteer_knows_is_named_by_its_kind() -> None:
    assert found("Shells hit the village of Xyloria on Monday.")["Xyloria"].lat is None


def test_two_places_of_one_sentence_are_two() -> None:
    assert list(found("Growers from Lima met buyers in Cusco, Peru.")) == ["Lima", "Cusco", "Peru"]
