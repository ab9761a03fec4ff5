"""Which attributions are claims: questions, mere topics and deeds are none."""

import pytest

from tests.drafting.test_statements import quotes


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("The union asked whether the port was open.", "The union said that the port was open."),
        ("The ministry declined to specify a day.", "The ministry refused to open the port."),
        ("The union talked about the pay of its pilots.", "The union complained about the pay of its pilots."),
        ("The ministry wanted to stay out of the dispute.", "The ministry vowed to stay out of the dispute."),
    ],
)
def test_what_is_only_asked_or_spoken_of_is_no_claim(asked: str, said: str) -> None:
    assert quotes(asked) == []
    assert len(quotes(said)) == 1


def test_reads_what_someone_makes_clear() -> None:
    assert quotes("The ministry made clear that the port would stay open.") == ["the port would stay open"]
    assert quotes("The ministry made the port clear of boats.") == []


def test_a_quotation_that_is_a_paragraph_goes_on_with_the_report_before_it() -> None:
    text = "The union said that the port was unsafe.\n\n“Nobody should have to work under these cranes.”"
    assert quotes(text) == ["the port was unsafe", "“Nobody should have to work under these cranes.”"]


def test_a_title_in_quotation_marks_is_no_quotation() -> None:
    assert quotes("The ministry appeared on “Meet the Harbour Masters” and left.") == []
