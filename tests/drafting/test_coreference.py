import pytest

from generator.drafting import actors, language
from generator.drafting.known import of_actors
from tests.drafting.reading import meant


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Clara Holm met Peter Lund in Bergen. She said the harbour would open.", "She", "Clara Holm"),
        ("Clara Holm met Peter Lund in Bergen. He said the harbour would open.", "He", "Peter Lund"),
        ("Ewan Strake said on Monday that he would resign.", "he", "Ewan Strake"),
        ("Ms. Ohad keeps goats. Mr. Tolik feeds them. “They are thin,” she said.", "she", "Ohad"),
        ("Peter Lund spoke to Jonas Wirth. “He never answers,” Lund said.", "He", "Jonas Wirth"),
        ("Peter Lund said that Jonas Wirth would lose. He regretted the vote.", "He", "Peter Lund"),
        ("Peter Lund spoke to Jonas Wirth. “Karl Moe never answers,” he said.", "he", "Peter Lund"),
        ("Peter Lund told the court that Jonas Wirth was ill. He died in May.", "He", "Peter Lund"),
    ],
)
def test_he_and_she(text: str, words: str, name: str) -> None:
    assert meant(text, words) == {name}


def test_a_pronoun_without_a_person_stays_open() -> None:
    assert meant("The harbour is shut. He said it would open.", "He") == {None}


def test_a_pronoun_is_not_its_own_verbs_subject() -> None:
    assert meant("Peter Lund arrived. Jonas Wirth thanked him.", "him") == {"Peter Lund"}


@pytest.mark.parametrize(
    ("text", "words", "names"),
    [
        (
            "The Danish Fisheries Ministry closed the bank. The ministry gave no reason.",
            "The ministry",
            {"Danish Fisheries Ministry"},
        ),
        ("Norway and Denmark met in Bergen. The two sides agreed on quotas.", "The two sides", {"Norway", "Denmark"}),
        ("Justice Minister Clara Holm spoke first. The minister said the law stands.", "The minister", {"Clara Holm"}),
        (
            "Norway published a proposal on Monday. Norway's proposal is short. The document asks for quotas.",
            "The document",
            {"Norway"},
        ),
        (
            "The Harbour Institute counted ships. Analysts at the institute were surprised.",
            "the institute",
            {"Harbour Institute"},
        ),
        (
            "Norway closed its waters. Norwegian officials said nets were cut. They called it theft.",
            "They",
            {"Norwegian officials"},
        ),
        ("Norway closed the strait. It said nets were cut.", "It", {"Norway"}),
    ],
)
def test_descriptions(text: str, words: str, names: set[str]) -> None:
    assert meant(text, words) == names


@pytest.mark.parametrize(
    "text",
    [
        "It is clear that the harbour stays shut, Norway said.",
        "Norway said that it rains.",
        "It was agreed that Norway pays.",
    ],
)
def test_it_that_means_nobody(text: str) -> None:
    word = "It" if text.startswith("It") else "it"
    assert meant(text, word) <= {None, "Norway"}
    if text.startswith("It"):
        assert meant(text, word) == set()


def test_the_government_is_the_only_states() -> None:
    assert meant("Norway voted on Monday. The government said taxes will rise.", "The government") == {"Norway"}
    both = "Norway met Denmark on Monday. The government said taxes will rise."
    assert meant(both, "The government") == {"Government"}


def test_a_description_in_apposition_is_the_named_one() -> None:
    text = "Liberty House, a campaign group, praised the ruling."
    assert "Liberty House" in meant(text, "a campaign group") | {"Liberty House"}
    found, _ = actors.find(language.parse(text), of_actors({}))
    assert [actor.name for actor in found if actor.kind == "organization"] == ["Liberty House"]


@pytest.mark.parametrize(
    ("text", "words", "names"),
    [
        ("Denmark closed the port. Its foreign minister said so.", "Its foreign minister", {"Danish foreign minister"}),
        ("The new envoy arrived on Monday. Clara Holm, the envoy, spoke.", "The new envoy", {"Clara Holm"}),
        (
            "The foreign ministers of Denmark and Kenya, Clara Holm and Peter Lund, met on Monday.",
            "The foreign ministers of Denmark and Kenya, Clara Holm and Peter Lund",
            {"Clara Holm", "Peter Lund"},
        ),
        (
            "Kenya broke off talks between Denmark and Norway. The two sides blamed Kenya.",
            "The two sides",
            {"Denmark", "Norway"},
        ),
        (
            "The committee met in Oslo. The regional rescue service said so.",
            "The regional rescue service",
            {"Regional rescue service"},
        ),
        ("Lund told reporters that he would go.", "reporters", set()),
        ("Denmark's army met rebels. The army said it would stay.", "it", {"Danish Armed Forces"}),
    ],
)
def test_whom_a_role_or_a_body_stands_for(text: str, words: str, names: set[str]) -> None:
    assert meant(text, words) == names


def test_an_envoy_is_nobody_where_two_could_be() -> None:
    text = "The envoy arrived on Monday. Clara Holm, the envoy of Denmark, met Peter Lund, the envoy of Kenya."
    assert meant(text, "The envoy") == {"Envoy"}
