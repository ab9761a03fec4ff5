"""What is wrong with text that is not YAML: the likeliest slip, at the place where it was made, and what to write.

A YAML parser tells where it could go no further, which is often lines below. Each detector here looks for one slip at
or above that place; the first that finds its slip is believed.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import yaml

Slip = tuple[int, int, str]
"""Line and column, from 1, and the message."""

_LINE = re.compile(r"[ ]*(?:- +)*(?P<key>[\w-]+):[ \t]+(?P<value>\S.*)$")
_KEY_LINE = re.compile(r"^[ ]*(?:- +)*[\w-]+:(?:[ ]|$)", re.MULTILINE)
_PAIRS = ('""', "''", "“”", "„“", "‘’")
_QUOTES = "\"'"
_MEANT = "[]{}*&!>|-?@`%#,"
"""What no plain text begins with: https://yaml.org/spec/1.1/#c-indicator"""
_HASH = re.compile(r"\S #\w")
_MOST = 400
"""A line longer than this is not written out in a message."""


@dataclass(frozen=True)
class Failure:
    """A text, where the parser stopped in it and where what it was reading began (line and column from 0), and why."""

    text: str
    loader: Any
    said: str
    line: int
    column: int
    begun: tuple[int, int] | None

    @cached_property
    def lines(self) -> list[str]:
        return self.text.splitlines() or [""]

    @property
    def here(self) -> str:
        """The line where the parser stopped; its last one at the end of the text."""
        return self.lines[min(self.line, len(self.lines) - 1)]

    @cached_property
    def above(self) -> int | None:
        """The number of the nearest line above that holds something."""
        return next((n for n in range(min(self.line, len(self.lines)) - 1, -1, -1) if self.lines[n].strip()), None)

    def near(self) -> Iterator[tuple[int, str]]:
        """Yield the number and text of the line where the parser stopped and of the one above."""
        for number in (self.line, self.above):
            if number is not None and number < len(self.lines):
                yield number, self.lines[number]

    @cached_property
    def quoted(self) -> list[yaml.ScalarToken]:
        """The texts in quote marks that begin before the place, in order."""
        return list(self._quoted())

    def _quoted(self) -> Iterator[yaml.ScalarToken]:
        try:
            for token in yaml.scan(self.text, self.loader):
                if (token.start_mark.line, token.start_mark.column) >= (self.line, self.column):
                    return
                if isinstance(token, yaml.ScalarToken) and token.style and token.style in _QUOTES:
                    yield token
        except yaml.YAMLError:
            return


def comment(text: str, loader: Any) -> Slip | None:
    """Return the first `#` that cuts a text short, in sound YAML; a comment has a space behind its mark, or a line."""
    if not _HASH.search(text):
        return None
    for token in yaml.scan(text, loader):
        if isinstance(token, yaml.ScalarToken) and token.plain and _HASH.match(text, token.end_mark.index - 1):
            line, column = token.end_mark.line, token.end_mark.column
            meant = _as_text(text.splitlines()[line])
            said = (
                "what follows # is not read: if it is a comment, put a space behind the #, else quote marks around the"
            )
            return line + 1, column + 2, f"{said} text{meant}"
    return None


def slip(failure: Failure) -> Slip:
    """Return what an editor most likely did wrong, else what the parser said."""
    found = (detect(failure) for detect in _DETECTORS)
    told = next((one for one in found if one), None)
    return told or (failure.line + 1, failure.column + 1, _UNTOLD)


_UNTOLD = (
    "not valid YAML: in this line or above, a quote mark, a bracket, a colon or the space before the text is wrong"
)


def _tab(failure: Failure) -> Slip | None:
    for number, line in failure.near():
        indent = line[: len(line) - len(line.lstrip())]
        if "\t" in indent:
            return number + 1, indent.index("\t") + 1, "a tab stands before this line's text; indent with spaces"
    return None


_LOOKALIKES = (
    (r"^[ ]*([^\S \t])", "an unusual space ({code}) stands before this line's text; type plain spaces"),
    (r"^[ ]*([‐‑‒–—―−•*]) ", "'{char}' does not begin an item of a list; write '- ', with a hyphen"),
    (r"^[ ]*(?:- +)*[\w-]+ ?([：﹕꞉])", "'{char}' is not a plain colon; write ': '"),
    (r"^[ ]*(?:- +)*[\w-]+:([^\S \t])", "an unusual space ({code}) stands behind the colon; type a plain space"),
)


def _lookalike(failure: Failure) -> Slip | None:
    for number, line in failure.near():
        for pattern, message in _LOOKALIKES:
            if found := re.match(pattern, line):
                said = message.format(char=found[1], code=f"U+{ord(found[1]):04X}")
                return number + 1, found.start(1) + 1, said
    return None


def _unclosed_quote(failure: Failure) -> Slip | None:
    """A quote mark that was not closed takes the lines below for its text, up to the next quote mark or the end."""
    if failure.said.startswith("found unexpected end of stream") and failure.begun:
        return _unclosed(failure, *failure.begun)
    for token in failure.quoted:
        if token.start_mark.line != token.end_mark.line and _KEY_LINE.search(_below(failure, token)):
            return _unclosed(failure, token.start_mark.line, token.start_mark.column)
    return None


def _below(failure: Failure, token: yaml.ScalarToken) -> str:
    """Return what a text in quote marks holds of the lines below the one where it begins."""
    return "\n".join(failure.lines[token.start_mark.line + 1 : token.end_mark.line + 1])


def _unclosed(failure: Failure, line: int, column: int) -> Slip:
    mark = failure.lines[line][column : column + 1]
    return line + 1, column + 1, f"the quote mark {mark} that opens here is not closed; add {mark} behind the text"


def _quote_inside(failure: Failure) -> Slip | None:
    """Text goes on behind the quote mark that ends it."""
    for token in reversed(failure.quoted):
        end = token.end_mark
        between = failure.here[end.column : failure.column] if end.line == failure.line else "x"
        if not between.strip(" "):
            said = "the text ends at this quote mark, but the line goes on"
            return end.line + 1, end.column, said + (_as_text(failure.here) or _ESCAPE[token.style or '"'])
    return None


_ESCAPE = {'"': '; write \\" for a quote mark inside "…"', "'": "; write '' for a quote mark inside '…'"}


def _as_text(line: str) -> str:
    """Return `; write key: "…"`, all of the line's value as one text, for a line that is a key and its value."""
    found = _LINE.match(line) if len(line) <= _MOST else None
    if not found:
        return ""
    value = found["value"].rstrip()
    if len(value) > 1 and value[0] + value[-1] in _PAIRS:
        value = value[1:-1]
    value = value.replace('\\"', '"').replace("''", "'")
    return f"; write {found['key']}: {json.dumps(value, ensure_ascii=False)}"


def _missing_colon(failure: Failure) -> Slip | None:
    """A line without its colon, or without the space behind it."""
    number = failure.begun[0] if failure.begun and "could not find expected ':'" in failure.said else None
    if "mapping values" in failure.said and failure.above is not None and _begins_a_line(failure, failure.above):
        number = failure.above
    line = failure.lines[number] if number is not None else ""
    found = re.match(r"[ ]*(?:- +)*(?P<key>[A-Za-z_]+)(?P<colon>:?)(?P<rest>.*)$", line)
    if number is None or not found or _KEY_LINE.match(line) or len(line) > _MOST:
        return None
    wanted = f"{found['key']}: {found['rest'].strip()}".rstrip()
    if found["colon"]:
        return number + 1, found.end("colon") + 1, f"a space is missing behind the colon; write {wanted}"
    return number + 1, found.end("key") + 1, f"a colon is missing behind '{found['key']}'; write {wanted}"


def _begins_a_line(failure: Failure, number: int) -> bool:
    """Tell whether a line begins where a key could, and is not the rest of a text begun above."""
    line, columns = failure.lines[number], _columns(failure.lines[:number])[0]
    return not columns or _indent(line) in columns


def _no_space_after_hyphen(failure: Failure) -> Slip | None:
    for number, line in failure.near():
        if found := re.match(r"[ ]*-([A-Za-z_]\w*:.*)$", line):
            return number + 1, found.start(1) + 1, f"a space is missing behind the hyphen; write - {found[1][:_MOST]}"
    return None


def _no_key(failure: Failure) -> Slip | None:
    """A line of text that no key stands before."""
    if "could not find expected ':'" not in failure.said or not failure.begun:
        return None
    line, column = failure.begun
    meant = failure.lines[line].strip()
    shown = f", as in title: {meant}," if len(meant) < _MOST else ""
    return line + 1, column + 1, f"this line has no key before its text: write one{shown} or delete the line"


def _first_character(failure: Failure) -> Slip | None:
    """A value whose first character means something in YAML, and that was meant as text."""
    found = _LINE.match(failure.here)
    if not found or failure.column < found.start("value") or found["value"][0] not in _MEANT:
        return None
    if found["value"][0] in "[{" and failure.here[failure.column : failure.column + 1] in ("]", "}"):
        said = f"there is one {failure.here[failure.column]} too many here; delete it"
        return failure.line + 1, failure.column + 1, said
    said = f"text that begins with {found['value'][0]} needs quote marks around it"
    return failure.line + 1, found.start("value") + 1, said + _as_text(failure.here)


def _unclosed_bracket(failure: Failure) -> Slip | None:
    closing = re.match(r"did not find expected ',' or '([]}])'", failure.said)
    if not closing or not failure.begun:
        return None
    line, column = failure.begun
    opening = "[" if closing[1] == "]" else "{"
    said = f"the {opening} that opens here is not closed with {closing[1]}, or a comma is missing between its values"
    return line + 1, column + 1, said


def _colon_in_text(failure: Failure) -> Slip | None:
    if "mapping values" not in failure.said:
        return None
    found = _LINE.match(failure.here)
    inside = found is not None and failure.column >= found.start("value")
    column = found.start("value") if found and inside else failure.column
    said = "text that holds ': ' needs quote marks around it"
    return failure.line + 1, column + 1, said + (_as_text(failure.here) if inside else "")


def _backslash(failure: Failure) -> Slip | None:
    if "escape character" not in failure.said and "hexdecimal" not in failure.said:
        return None
    said = 'a backslash inside "…" must be doubled: write \\\\ for \\'
    return failure.line + 1, max(failure.here.rfind("\\", 0, failure.column + 1), 0) + 1, said


def _first_item(failure: Failure) -> Slip | None:
    """The first item of a list that begins further in than the lines below it allow."""
    start = next((n for n in range(failure.line - 1, 0, -1) if re.match("[ ]*- ", failure.lines[n])), 0)
    key = re.match(r"([ ]*(?:- +)*)[\w-]+:[ ]*(?:#.*)?$", failure.lines[start - 1]) if start else None
    if not key or not _KEY_LINE.match(failure.here):
        return None
    column, wanted = _indent(failure.lines[start]), len(key[1]) + 2
    if column <= wanted or not _is_read(failure, start, column - wanted):
        return None
    said = f"this item begins in column {column + 1}, and the lines below do not go with that"
    return start + 1, column + 1, f"{said}; begin it in column {wanted + 1}"


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _is_read(failure: Failure, start: int, less: int) -> bool:
    """Tell whether the parser gets past where it stopped, if the lines from start up to there are indented less."""
    moved = [line[min(less, _indent(line)) :] for line in failure.lines[start : failure.line]]
    text = "\n".join([*failure.lines[:start], *moved, *failure.lines[failure.line :]])
    try:
        for event in yaml.parse(text, failure.loader):
            if event.start_mark and event.start_mark.line > failure.line:
                return True
    except yaml.YAMLError:
        return False
    return True


def _indentation(failure: Failure) -> Slip | None:
    """A line that begins in no column in which a line above it begins, or below the hyphen of its list's items."""
    column = _indent(failure.here)
    columns, hyphens = _columns(failure.lines[: failure.line])
    if failure.here[column : column + 2] == "- ":
        columns = hyphens
    elif column in columns and "expected '-' indicator" in failure.said:
        columns = [one for one in columns if one > column]
    if failure.line >= len(failure.lines) or not _KEY_LINE.match(failure.here) or not columns or column in columns:
        return None
    near = sorted(sorted(columns, key=lambda one: (abs(one - column), one))[:2])
    said = f"this line begins in column {column + 1}, and the lines it belongs with do not"
    return failure.line + 1, column + 1, f"{said}; begin it in column {' or '.join(str(one + 1) for one in near)}"


def _columns(lines: list[str]) -> tuple[list[int], list[int]]:
    """Return the columns, from 0, in which the blocks begin that are still open below lines, and those of hyphens."""
    columns: list[int] = []
    hyphens: list[int] = []
    for line in lines:
        found = re.match(r"([ ]*)((?:- +)*)[^\s#]", line)
        if found:
            start, dashes = len(found[1]), found[2]
            columns, hyphens = ([one for one in each if one < start] for each in (columns, hyphens))
            hyphens += [start + match.start() for match in re.finditer("-", dashes)]
            columns += [*hyphens[len(hyphens) - dashes.count("-") :], start + len(dashes)]
    return columns, hyphens


def _item_without_list(failure: Failure) -> Slip | None:
    if not re.match("[ ]*- ", failure.here) or failure.line >= len(failure.lines):
        return None
    said = "an item of a list ('- ') stands where a 'key:' line is wanted: put it below its key, or delete it"
    return failure.line + 1, _indent(failure.here) + 1, said


def _second_document(failure: Failure) -> Slip | None:
    if "another document" in failure.said:
        return failure.line + 1, 1, "a record is one document: delete the line ---"
    return None


_DETECTORS = (
    _tab,
    _lookalike,
    _unclosed_quote,
    _quote_inside,
    _second_document,
    _backslash,
    _unclosed_bracket,
    _missing_colon,
    _no_space_after_hyphen,
    _no_key,
    _first_character,
    _first_item,
    _indentation,
    _item_without_list,
    _colon_in_text,
)
