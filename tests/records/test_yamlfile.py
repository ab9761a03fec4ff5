"""YAML in: literal scalars, places, and what is refused."""

import pytest

from generator.records import yamlfile


def test_scalars_stay_as_written() -> None:
    assert yamlfile.load("a: NO\nb: 0123\nc: 1.10\nd: yes\ne: 2025-06-02\nf: ~\ng:\nh: 'null'\n") == {
        "a": "NO",
        "b": "0123",
        "c": "1.10",
        "d": "yes",
        "e": "2025-06-02",
        "f": None,
        "g": None,
        "h": "null",
    }


def bomb() -> str:
    levels = [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 9)]
    return "\n".join(["a0: &a0 [x, x, x, x, x, x, x, x, x, x]", *levels])


@pytest.mark.parametrize(
    ("text", "rule", "line"),
    [
        ("a: 1\na: 2\n", "duplicate-key", 2),
        ("a: !!python/object:os.system x\n", "yaml-tag", 1),
        ("a: !thing x\n", "yaml-tag", 1),
        ("a: !!binary aGk=\n", "yaml-tag", 1),
        ("a: !!set {x}\n", "yaml-tag", 1),
        ("a: !!omap [x: 1]\n", "yaml-tag", 1),
        ("b: {c: 1}\na:\n  <<: {d: 1}\n", "yaml-key", 3),
        ("? [a, b]\n: c\n", "yaml-key", 1),
        ("a: &a [*a]\n", "yaml-alias", 1),
        ("a: *nobody\n", "yaml-syntax", 1),
        ("a: 1\n---\nb: 2\n", "yaml-syntax", 2),
        ("a: x\x00y\n", "yaml-syntax", 1),
        ("a: [1, 2\n", "yaml-syntax", 1),
        ("a: b: c\n", "yaml-syntax", 1),
        ("\ta: b\n", "yaml-syntax", 1),
        ("[" * 100_000, "yaml-size", 1),
        ("- " * 100_000, "yaml-size", 1),
        ("[" * 50 + "]" * 50, "yaml-size", 1),
        ("x" * 1_000_001, "yaml-size", 1),
        (bomb(), "yaml-size", 1),
    ],
)
def test_what_is_refused(text: str, rule: str, line: int) -> None:
    with pytest.raises(yamlfile.Fault) as caught:
        yamlfile.load(text)
    assert caught.value.rule == rule
    assert caught.value.line == line or rule == "yaml-size"


@pytest.mark.parametrize(
    ("path", "place"),
    [
        (("a",), (1, 4)),
        (("b", 1), (3, 5)),
        (("b", 1, "c"), (3, 8)),
        (("b", 1, "key:c"), (3, 5)),
        (("b", 9), (2, 4)),
        (("empty",), (4, 1)),
        (("nothing", 1), (1, 1)),
    ],
)
def test_locate(path: yamlfile.Path, place: tuple[int, int]) -> None:
    assert yamlfile.locate("a: x\nb: [y,\n    c: z]\nempty:\n", path) == place


def test_an_empty_file_has_a_place() -> None:
    assert yamlfile.locate("", ("a",)) == (1, 1)


def test_marks_of_a_merge_conflict_are_told_at_their_line() -> None:
    with pytest.raises(yamlfile.Fault) as told:
        yamlfile.load("title: A\n<<<<<<< HEAD\nkind: x\n=======\nkind: y\n>>>>>>> other\n")
    assert (told.value.line, told.value.column) == (2, 1)
    assert "keep one side" in told.value.message
