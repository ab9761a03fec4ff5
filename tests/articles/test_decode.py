from pathlib import Path

import pytest

from generator.articles import read_seed
from generator.articles.decode import MAX_BYTES, decode
from generator.articles.fault import Fault

CYRILLIC = "Міністр закордонних справ заявив, що переговори тривають і що сторони обмінялися проєктами документів. " * 3
WESTERN = "Le ministre a déclaré à la presse que les négociations se poursuivaient, malgré l’échec — « hélas ». " * 3


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1251"])
def test_common_encodings_are_told(encoding: str) -> None:
    assert decode(CYRILLIC.encode(encoding))[0] == CYRILLIC


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252"])
def test_western_encodings_are_told(encoding: str) -> None:
    assert decode(WESTERN.encode(encoding))[0] == WESTERN


def test_a_page_may_state_its_encoding() -> None:
    page = '<html><head><meta charset="koi8-r"></head><body>Привет, мир</body></html>'
    assert decode(page.encode("koi8-r")) == (page, "koi8-r")


def test_a_false_statement_of_the_encoding_is_overruled() -> None:
    page = '<html><head><meta charset="no-such-thing"></head><body>' + CYRILLIC + "</body></html>"
    assert CYRILLIC in decode(page.encode("cp1251"))[0]


def test_line_ends_become_line_feeds() -> None:
    assert decode("a\r\nb\rc\u2029d".encode())[0] == "a\nb\nc\nd"


@pytest.mark.parametrize(
    ("data", "rule"),
    [
        (b"", "seed-empty"),
        (b" \r\n\t", "seed-empty"),
        (b"\xef\xbb\xbf \n", "seed-empty"),
        ("\u00a0\u2003".encode(), "seed-empty"),
        (b"%PDF-1.7\n1 0 obj", "seed-binary"),
        (b"PK\x03\x04" + bytes(100), "seed-binary"),
        (b"\x89PNG\r\n" + bytes(range(256)), "seed-binary"),
        (bytes(range(256)) * 20, "seed-binary"),
        (b"text \x01\x02\x03\x04\x05\x06\x07\x08 " * 9, "seed-binary"),
        (b"\xff\xfeA", "seed-undecodable"),
        (b"a" * (MAX_BYTES + 1), "seed-oversized"),
    ],
)
def test_what_is_no_text_is_one_fault(data: bytes, rule: str) -> None:
    with pytest.raises(Fault) as caught:
        decode(data)
    assert caught.value.rule == rule


@pytest.mark.parametrize("name", ["q:a.txt", "x\\y.txt", "bad\udcff.txt", "two\nlines.txt"])
def test_a_file_that_no_record_could_name_is_one_fault(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("Ministers met at the bridge and agreed to open it again in May.\n", encoding="utf-8")
    reading = read_seed(tmp_path / name, tmp_path)
    assert [problem.rule for problem in reading.problems] == ["seed-name"]
    assert not reading.articles
