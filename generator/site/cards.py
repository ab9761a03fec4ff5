"""Social cards: the pictures that other sites show beside a link to a page.

One for the home page, with the newest edition's title, and one for each kind of page: a card takes 30 to 50 ms, and
one for every record, or every edition of some years, would take longer than the rest of the build. What a page is about
is told by its title and description there. The font is a package's, so that cards are the same on every machine.
"""

import textwrap
from collections.abc import Iterator
from hashlib import blake2b
from html import escape

from generator.project import KINDS, Project
from generator.records import dates
from generator.records.library import Library
from generator.site.output import CARDS, Output
from generator.site.text import Language, chosen, plain, shortened

FONT = "font_source_serif_pro", "files/SourceSerifPro-Bold.ttf"
"""Adobe's, under the SIL Open Font License 1.1: the package of a registry, and the file in it."""
WIDTH, HEIGHT = 1200, 630
"""Pixels, as https://ogp.me consumers crop least."""
LONGEST = 130
"""Characters of a headline."""


def card(kind: str) -> str:
    """Return the path in the site of the card for a page of that kind."""
    return f"assets/cards/{kind if kind in KINDS else 'home'}.png"


def draw(project: Project, library: Library) -> int:
    """Bring the cards in build/docs up to date and return how many were written."""
    output = Output(project, CARDS)
    for path, svg in _cards(library, project.settings.site_name, chosen(project)):
        digest = blake2b(svg.encode(), digest_size=12).hexdigest()
        if not output.keeps(path, digest):
            output.write(path, digest, png(svg))
    output.finish()
    return output.written


def _cards(library: Library, site_name: str, words: Language) -> Iterator[tuple[str, str]]:
    for kind in KINDS:
        yield card(kind), picture(site_name, words.say(kind), words.say(f"{kind}_lede"))
    editions = library.editions.values()
    newest = max(editions, key=lambda edition: dates.sort_key(edition.period), default=None)
    headline, below = (newest.title, words.when(newest.period)) if newest else (site_name, "")
    yield card("home"), picture(site_name, headline, below)


def picture(site_name: str, headline: str, below: str) -> str:
    """Return a card as SVG: the site's name, a headline of at most five lines, a line or two below it."""
    short = shortened(headline, LONGEST)
    size, columns = (84, 20) if len(short) <= 50 else (64, 27)
    lines = textwrap.wrap(short, columns, break_long_words=True)[:5]
    texts = [_text(80, 118, 40, "#8a2b1d", plain(site_name))]
    texts += [_text(80, 240 + n * size * 1.22, size, "#1c2024", line) for n, line in enumerate(lines)]
    under = textwrap.wrap(shortened(below, 120), 58)[:2]
    texts += [_text(80, HEIGHT - 30 - 40 * (len(under) - n), 30, "#545b63", line) for n, line in enumerate(under)]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}">'
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fdfcf9"/><rect width="{WIDTH}" height="16" fill="#8a2b1d"/>'
        f"{''.join(texts)}</svg>"
    )


def _text(x: float, y: float, size: int, colour: str, text: str) -> str:
    look = f'font-family="Source Serif Pro" font-weight="700" font-size="{size}" fill="{colour}"'
    return f'<text x="{x:g}" y="{y:g}" {look}>{escape(text)}</text>'


def png(svg: str) -> bytes:
    """Return an SVG as PNG, drawn with that font alone."""
    from importlib.resources import files

    import resvg_py

    font = files(FONT[0]).joinpath(FONT[1])
    return bytes(resvg_py.svg_to_bytes(svg_string=svg, skip_system_fonts=True, font_files=[str(font)]))
