import pytest

from generator.articles import chrome
from generator.articles.lines import lines_of
from generator.vocabulary import load


def reason(text: str) -> str | None:
    return chrome.reason(lines_of(text)[0])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Skip to main content", "menu"),
        ("Vue normale", "menu"),
        ("Hier — 11 juillet 2025Flux principal", "menu"),
        ("ADVERTISEMENT", "advertisement"),
        ("Share on Facebook", "share"),
        ("❌", "mark"),
        ("• • •", "mark"),
        ("388 views", "views"),
        ("Advertisement 2", "advertisement"),
        ("We apologize, but this video has failed to load.", "menu"),
        ("Sign up for breaking news, reviews and more.", "appeal"),
        ("Get daily town news delivered to your inbox so that you'll never miss the top stories.", "appeal"),
        ("Unlimited online access to The Example Times with one account on any device.", "appeal"),
        ("By providing your email address, you have read and agree to our Terms and Conditions.", "cookies"),
        (f"A guard at the gate of the town, {'which was closed, ' * 14}on Monday. (Photo: Jo Poe)", "credit"),
        (f"A guard at the gate of the town, {'which was closed, ' * 14}on Monday. (Jo Poe/Example Pictures)", "credit"),
        ("5 min read", "views"),
        ("11 juillet 2025 à 12:04", "published"),
        ("Updated: 3 June 2025, 10:15", "published"),
        ("14 hours ago", "published"),
        ("Ministers meet at the border – video", "pointer"),
        ("Privacy Notice: the letters may hold advertisements.", "cookies"),
        ("By Ann Example and Bo Sample", "byline"),
        ("BY ANN EXAMPLE", "byline"),
        ("Photo: Global Look Press/Ann Example", "credit"),
        ("Ann Example/Getty Images", "credit"),
        ("The minister at the border (Picture: Agency)", "credit"),
        ("Read also: Ministers meet again", "pointer"),
        ("Recall", "related"),
        ("Lea también", "related"),
        ("Leave a comment", "end"),
        ("© 2025 The Example. All rights reserved.", "end"),
        ("© 2025 The Example", "copyright"),
        ("Copyright © 2025 Example Media Group", "copyright"),
        ("© Jo Poe/Example Agency", "credit"),
        ("Home / Business / Shipping", "path"),
        ("News › World › Europe", "path"),
        ("old minister border meeting example country 2025", "alt"),
        ("We use cookies and ask for your consent; read our privacy policy.", "cookies"),
        ("Sign up for our newsletter", "appeal"),
        ("You could leave, or join our community: your support keeps our reporting free. Become a patron!", "appeal"),
    ],
)
def test_chrome_is_told(text: str, expected: str) -> None:
    assert reason(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The minister said on 11 July 2025 that he would not go to the meeting in the capital.",
        "He told the newsletter of the party that his government would subscribe to the agreement.",
        "Ministers meet again at the border",
        "By then the war was over, and nobody asked who had begun it.",
        "Pictures of the strike show two burnt houses and a car.",
        "The new cookie factory employs 300 people from the region.",
        "“Share this with your friends,” he wrote.",
        "What comes next?",
        "Aid delivered to the border town",
        "Both sides agree to a truce",
        "Duration of the truce",
        "Shells delivered to the front per month",
        "The ministers asked their trusted partners for unlimited access to the search results of the mission.",
        f"The guard at the gate said this, {'and said it again, ' * 14}on Monday (and on Tuesday).",
    ],
)
def test_text_is_left_alone(text: str) -> None:
    assert reason(text) is None


def test_every_reason_has_words_for_people() -> None:
    assert set(load("chrome")) <= set(chrome.REASONS)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("By Ann Example", ("Ann Example",)),
        ("By Ann Example and Bo van Sample", ("Ann Example", "Bo van Sample")),
        ("By Ann Example, Reporter in Berlin", ("Ann Example",)),
        ("By Ann Example, Health Correspondent, and Jo Poe", ("Ann Example", "Jo Poe")),
        ("By ANN EXAMPLE and JO POE JUNE 7, 2016", ("ANN EXAMPLE", "JO POE")),
        ("By Ann Example and Jo Poe / Hill Town Post Staff Writers", ("Ann Example", "Jo Poe")),
        ("Author of the article:By Ann Example", ("Ann Example",)),
        ("By the end of the year", ()),
        ("Ann Example", ()),
    ],
)
def test_a_byline_names_persons(text: str, names: tuple[str, ...]) -> None:
    assert chrome.names_in_byline(text)[: len(names) or None] == names


def test_a_job_in_a_byline_is_no_author() -> None:
    assert chrome.names_in_byline("By Ann Example, Health Correspondent") == ("Ann Example",)
    assert chrome.names_in_byline("By Ann Example in Lima, (Wire)") == ("Ann Example",)
    assert chrome.names_in_byline("By Hill Town Staff") == ("Hill Town Staff",)
