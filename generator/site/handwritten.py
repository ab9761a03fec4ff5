"""The pages that editors write in briefings/pages: copied, with tables made from the code where they ask for them."""

import json
import re
from collections.abc import Iterator

from generator.project import Project
from generator.records import dates
from generator.site import index
from generator.site.charts import marks
from generator.site.parts import Parts, page_path
from generator.site.text import Language, escape, shortened
from generator.vocabulary import load

VOCABULARIES = ("stances", "event_types", "actor_kinds", "genres", "participant_roles", "bounds", "versions")
LISTED = 400
"""Corrections that the page lists, the newest; the data has all."""
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_MARKUP = re.compile(r"[*_`]|<[^>]*>")


def pages(project: Project, parts: Parts) -> Iterator[tuple[str, bytes]]:
    """Yield (path, Markdown) of each page in briefings/pages."""
    fillings = {
        "<!-- vocabulary -->": lambda: vocabulary(parts.language),
        "<!-- corrections -->": lambda: corrections(parts),
        "<!-- rules -->": rules,
    }
    if not project.pages.is_dir():
        return
    for path in sorted(project.pages.glob("*.md")):
        text = path.read_text(encoding="utf-8", errors="replace")
        for mark, filling in fillings.items():
            if mark in text:
                text = text.replace(mark, filling())
        yield path.name, (_described(text) + text).encode()


def _described(text: str) -> str:
    """Return front matter that describes a page by its first paragraph; none where the page has its own."""
    paragraphs = (" ".join(part.split()) for part in text.split("\n\n"))
    first = next((part for part in paragraphs if part[:1].isalnum() and not part[:2].rstrip(".").isdigit()), "")
    if text.startswith("---") or not first:
        return ""
    words = _MARKUP.sub("", _LINK.sub(r"\1", first))
    return f"---\ndescription: {json.dumps(shortened(words, 200), ensure_ascii=False)}\n---\n\n"


def vocabulary(language: Language) -> str:
    """Return the closed lists as tables: mark, word, meaning."""
    looks = {name: look["mark"] for name, look in load("stance_marks").items()}
    blocks = []
    for name in VOCABULARIES:
        entries = load(name)
        rows = [
            (
                value.get("mark") or (looks.get(key, "") if name == "stances" else ""),
                key,
                language.label(name, key),
                language.means(name, key),
            )
            for key, value in entries.items()
        ]
        blocks.append(f'<h3 id="{name}">{escape(language.say(f"list_{name}"))}</h3>{_table(rows)}')
    return "<div>" + "".join(blocks) + "</div>"


def rules() -> str:
    """Return the table of what `briefings check` looks for."""
    try:
        from generator.records import checks
    except ImportError:
        return ""
    found = getattr(checks, "RULES", {})
    rows = "".join(
        f'<tr><th scope="row">{_code(str(getattr(rule, "help", rule)))}</th><td><code>{escape(name)}</code></td></tr>'
        for name, rule in sorted(dict(found).items())
    )
    return f'<div lang="en"><table class="b-table b-rules"><tbody>{rows}</tbody></table></div>'


def corrections(parts: Parts) -> str:
    """Return what records say was corrected, the newest first, and the renamed records with where each is now."""
    found = [
        (note.date, note.text, kind, ident)
        for kind, records in parts.library.records.items()
        for ident, record in records.items()
        for note in record.corrections
    ]
    found.sort(key=lambda item: (dates.sort_key(item[0]), item[2:]), reverse=True)
    items = [
        f'<li>{escape(parts.when(date))}: <a href="{page_path(kind, ident)}">{escape(parts.title(kind, ident))}</a>. '
        f"{escape(text)}</li>"
        for date, text, kind, ident in found[:LISTED]
    ]
    if len(found) > LISTED:
        more = parts.language.say("n_more", count=len(found) - LISTED)
        items.append(f'<li><a href="data/records.jsonl">{escape(more)}</a></li>')
    items += [
        f"<li><code>{escape(f'{kind}/{old}')}</code> → "
        f'<a href="{page_path(kind, new)}">{escape(parts.title(kind, new))}</a></li>'
        for kind, old, new in index.former(parts.index)
    ]
    return "<div><ul>" + "".join(items) + "</ul></div>" if items else escape(parts.language.say("none_corrected"))


def _code(text: str) -> str:
    """Return a text as HTML, what stands between backticks as code."""
    pieces = [escape(piece) for piece in text.split("`")]
    return "".join(f"<code>{piece}</code>" if place % 2 else piece for place, piece in enumerate(pieces))


def _table(rows: list[tuple[str, str, str, str]]) -> str:
    cells = [
        f'<tr><td>{marks.html(mark)}</td><th scope="row">{escape(word) or f"<code>{key}</code>"}</th>'
        f"<td>{escape(means)}</td></tr>"
        for mark, key, word, means in rows
    ]
    return '<table class="b-table"><tbody>' + "".join(cells) + "</tbody></table>"
