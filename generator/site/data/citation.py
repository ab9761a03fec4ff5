"""How to cite a page or a statement: as plain text, BibTeX and CSL-JSON.

Sources: BibTeX's @online of biblatex 3.20; CSL 1.0.2 schema, type "webpage".
"""

import re
from dataclasses import dataclass
from typing import Any

from generator.records import dates

_TEX = str.maketrans(
    {char: "\\" + char for char in "&%$#_{}"}
    | {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
)


@dataclass(frozen=True)
class Citation:
    """What is cited: a title on the site, its permanent link, and its last change (EDTF; None if unknown)."""

    ident: str
    title: str
    site_name: str
    link: str
    changed: str | None

    @property
    def plain(self) -> str:
        """Return the citation as one line of text."""
        when = f" ({self.changed})" if self.changed else ""
        return f"{self.title}. {self.site_name}{when}. {self.link}"

    @property
    def bibtex(self) -> str:
        """Return a biblatex @online entry."""
        fields = {"title": _tex(self.title), "organization": _tex(self.site_name), "url": self.link}
        if self.changed:
            fields["date"] = self.changed[:10]
        inside = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items())
        return f"@online{{{re.sub('[^A-Za-z0-9:-]', '-', self.ident)},\n{inside}}}"

    @property
    def csl(self) -> dict[str, Any]:
        """Return a CSL-JSON item."""
        item: dict[str, Any] = {
            "id": self.ident,
            "type": "webpage",
            "title": self.title,
            "container-title": self.site_name,
            "URL": self.link,
        }
        if self.changed:
            day = self.changed.partition("/")[0].rstrip("?~%")[:10]
            item["issued"] = {"date-parts": [[int(part) for part in day.split("-")]]}
            if dates.parse(self.changed).approximate:
                item["issued"]["circa"] = True
        return item


def _tex(text: str) -> str:
    return text.translate(_TEX)
