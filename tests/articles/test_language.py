import pytest

from generator.articles import language


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (
            "The ministers met on Monday in the border town to speak of the crossing that has been closed since March.",
            "en",
        ),
        (
            "Les ministres se sont rencontrés lundi dans la ville frontière pour parler du passage fermé depuis mars.",
            "fr",
        ),
        ("Міністри зустрілися в понеділок у прикордонному місті, щоб обговорити закритий із березня перехід.", "uk"),
        ("Министры встретились в понедельник в приграничном городе, чтобы обсудить закрытый с марта переход.", "ru"),
        ("اجتمع الوزراء يوم الاثنين في المدينة الحدودية للحديث عن المعبر المغلق منذ شهر مارس الماضي.", "ar"),
        ("Home", "und"),
        ("", "und"),
    ],
)
def test_the_language_is_told(text: str, code: str) -> None:
    assert language.tell(text) == code
