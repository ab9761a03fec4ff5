"""Hostile words for every text field: what they try, they must not do. Shared by the tests of records and of pages."""

from collections.abc import Iterator
from typing import Any

HTML = [
    "<script>alert(1)</script>",
    "</title><script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "<ScRiPt src=//x.example/a.js></sCrIpT>",
    "<img src=x onerror=alert(1)>",
    '"><img src=x onerror=alert(1)>',
    "'><svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<iframe src='javascript:alert(1)'></iframe>",
    "<a href='javascript:alert(1)'>x</a>",
    "<body onload=alert(1)>",
    "<style>*{display:none}</style>",
    "<link rel=stylesheet href=//x.example/a.css>",
    "<meta http-equiv=refresh content='0;url=//x.example'>",
    "<base href=//x.example/>",
    "<form action=//x.example><input name=a></form>",
    "<!-- comment",
    "--><script>alert(1)</script>",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<math><mtext><script>alert(1)</script></mtext></math>",
    "<details open ontoggle=alert(1)>",
    "<template><script>alert(1)</script></template>",
    "<textarea></textarea><script>alert(1)</script>",
    "<noscript><p title='</noscript><script>alert(1)</script>'>",
    "<b>bold</b> <i>italic</i>",
    "<div></div></div></main>",
    "<object data=//x.example></object><embed src=//x.example>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;alert(1)&#60;/script&#62;",
    "&amp;&lt;&quot;",
    '" onmouseover="alert(1)',
    "' onfocus='alert(1)' autofocus='",
    "` onclick=`alert(1)",
    "< script>alert(1)</ script>",
    "<\u0130mg src=x onerror=alert(1)>",
    "＜script＞alert(1)＜/script＞",
]
LINKS = [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java\tscript:alert(1)",
    " javascript:alert(1)",
    "&#106;avascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "data:text/html;base64,PHNjcmlwdD4=",
    "vbscript:msgbox(1)",
    "file:///etc/passwd",
    "//x.example/a",
    'http://x.example/" onclick="alert(1)',
    "https://x.example/<script>",
    "https://user:pass@x.example/",
    "https://x.example\\@y.example",
    "blob:https://x.example/1",
    "http://[::1",
]
MARKDOWN = [
    "[x](javascript:alert(1))",
    "[x](<javascript:alert(1)>)",
    "![x](//x.example/a.png)",
    '![x](x "onerror=alert(1)")',
    "[x]: javascript:alert(1)",
    "<javascript:alert(1)>",
    "# heading",
    "* item\n* item",
    "```\ncode\n```",
    "`code`",
    "    indented",
    "| a | b |\n|---|---|",
    "**bold** __bold__ *it* _it_",
    "[^1] [^1]: note",
    '!!! danger "x"\n    y',
    "{: onclick=alert(1) }",
    "text {onclick=alert(1)}",
    '--8<-- "/etc/passwd"',
    "[TOC]",
    ":smile: ==mark== ~~gone~~",
    "---\ntitle: x\n---",
    "a\n===\nb\n---",
    "1. one\n2. two",
    "> quote",
    "<https://x.example>",
    "\\<script>alert(1)\\</script>",
    "*[HTML]: x",
    "term\n:   definition",
]
TEMPLATES = [
    "{{ 7 * 7 }}",
    "{% raw %}",
    "{% include '/etc/passwd' %}",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ config }}",
    "{# comment #}",
    "{%- for x in range(10**9) -%}",
    "${7*7} #{7*7} <%= 7*7 %>",
    "%(name)s {name} {0} %s %n",
    "$(id) `id` ; rm -rf x | cat && id",
]
PATHS = [
    "../../etc/passwd",
    "..\\..\\windows\\win.ini",
    "/etc/passwd",
    "C:\\windows\\win.ini",
    "C:evil.txt",
    "..",
    ".",
    "~/.ssh/id_rsa",
    "a/../../b",
    "%2e%2e%2fetc%2fpasswd",
    "index",
    "con",
    "a" * 300,
    ".hidden",
    "-rf",
    "\\\\server\\share",
]
YAML = [
    "!!python/object/apply:os.system ['id']",
    "!!binary aGk=",
    "*alias",
    "&anchor x",
    "<<: x",
    "--- x",
    "... x",
    "- x",
    "? x : y",
    "a: b",
    "# comment",
    "@x",
    "%YAML 1.2",
    "'",
    '"',
    "{a: b",
    "[a, b",
    "|\n  x",
    "~",
    "null",
    "NO",
    "0123",
    "2025-02-30",
]
INVISIBLE = [
    "a\x00b",
    "a\x07b",
    "a\x1b[2Jb",
    "a\x7fb",
    "a\x85b",
    "a\u202egpj.exe",
    "a\u202db",
    "\u2066a\u2069",
    "a\u2028b",
    "a\u2029b",
    "\U000e0001\U000e0041",
    "a\u200bb",
    "a\ufeffb",
    "\u200fa",
    "e\u0301" * 50,
    "Z\u0351\u036b\u0343\u036a\u0302" * 20,
    "\ufdfd" * 40,
    "рaypal аdmin",
    "👩‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿",
    "   ",
    "\t",
    "\n",
    "",
]
HOSTILE: list[str] = [*HTML, *LINKS, *MARKDOWN, *TEMPLATES, *PATHS, *YAML, *INVISIBLE]
"""At least 100 inputs; each is refused with a place, or shows as the text that it is."""

_EVIDENCE = [{"article": "a", "quote": "words"}]
FULL: dict[str, dict[str, Any]] = {
    "articles": {
        "title": "Title",
        "publisher": "b",
        "authors": ["Desk"],
        "published": "2024-03-04",
        "language": "en",
        "genre": "report",
        "url": "https://a.example/",
        "relays": ["b"],
        "derived": ["title"],
        "seed": {"file": "a.txt", "part": "1", "sha256": "0" * 64},
        "former_ids": ["c"],
        "corrections": [{"date": "2024-03-05", "text": "Corrected."}],
        "draft": "true",
    },
    "actors": {
        "name": "Name",
        "kind": "state",
        "aliases": ["Alias"],
        "summary": "Summary.",
        "part_of": "b",
        "roles": [{"title": "Role", "of": "b", "speaks_for": "b", "period": "2024", "evidence": _EVIDENCE}],
    },
    "events": {
        "title": "Title",
        "type": "agree",
        "date": "2024-03-03",
        "planned": "false",
        "place": {"name": "Place", "country": "TR", "lat": "1", "lon": "2"},
        "summary": "Summary.",
        "participants": [{"actor": "b", "role": "host"}],
        "figures": [
            {
                "measure": "m",
                "value": "1",
                "upper": "2",
                "bound": "about",
                "unit": "km",
                "by": "b",
                "evidence": _EVIDENCE,
            }
        ],
        "outcomes": [{"text": "Outcome", "evidence": _EVIDENCE}],
        "versions": [{"of": "place", "value": "Elsewhere", "by": "b", "evidence": _EVIDENCE}],
        "issues": ["i"],
        "part_of": "e",
        "evidence": _EVIDENCE,
    },
    "issues": {"title": "Title", "question": "Question?", "keywords": ["Keyword"], "summary": "Summary."},
    "positions": {
        "holder": "b",
        "issue": "i",
        "summary": "Summary.",
        "statements": [
            {
                "id": "s",
                "date": "2024-03-03",
                "stance": "demand",
                "summary": "Summary.",
                "speaker": "b",
                "to": ["b"],
                "event": "e",
                "evidence": _EVIDENCE,
            }
        ],
    },
    "editions": {
        "title": "Title",
        "period": "2024-03",
        "lede": "Lede.",
        "items": [{"text": "Point", "event": "e", "position": "b--i", "statement": "s"}],
    },
}
"""A record of each kind in which every field is filled."""


def places(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Yield the path of every text in value."""
    if isinstance(value, str):
        yield path
    else:
        for step, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from places(inner, (*path, step))


def put(value: Any, path: tuple[str | int, ...], word: str) -> Any:
    """Return a copy of value with word at path."""
    if not path:
        return word
    step, rest = path[0], path[1:]
    if isinstance(value, dict):
        return {key: put(inner, rest, word) if key == step else inner for key, inner in value.items()}
    return [put(inner, rest, word) if index == step else inner for index, inner in enumerate(value)]
