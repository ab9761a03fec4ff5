"""Transcripts and interviews: whose turn it is."""

from generator.drafting import attribution, language, quotes

LEAD = "Ida Brandt leads the union. She spoke to our paper.\n\n"
DASHED = (
    LEAD + "— Will you strike?\n\n— We may.\n\n— Do you fear the robots?\n\n— No, I welcome them.\n\n— And the owners?"
)


def turns(text: str) -> list[tuple[str, str]]:
    found = [one for one in attribution.find(language.parse(text)) if one.rule == "turn"]
    return [(text[slice(*one.source[0])], text[slice(*one.content[0])]) for one in found]


def test_dashes_part_questions_from_answers() -> None:
    assert turns(DASHED) == [("She", "We may"), ("She", "No, I welcome them")]


def test_a_dialogue_with_a_narrator_is_no_interview() -> None:
    text = "— Come in, — said the host.\n\n— Why? — said Ida.\n\n— Why not? — said he.\n\n— Sit down, — said the host."
    assert turns(text) == []
    assert quotes.find(text)[0].dash


def test_letters_tell_question_and_answer() -> None:
    text = LEAD + "Q: Will you strike?\n\nA: We may do so.\n\nQ: When?\n\nA: In June, I think."
    assert turns(text) == [("She", "We may do so"), ("She", "In June, I think")]


def test_names_in_capitals_are_labels() -> None:
    assert turns("BRANDT: We may strike in June.\n\nKRAG: I doubt it very much.") == [
        ("BRANDT", "We may strike in June"),
        ("KRAG", "I doubt it very much"),
    ]


def test_a_heading_before_a_colon_is_no_label() -> None:
    assert turns("Summer: the ferry stops.\n\nWinter: the ferry sails.\n\nOutlook: nobody knows it.") == []
