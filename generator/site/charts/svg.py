"""SVG elements in the standard library's ElementTree; every text and attribute is escaped."""

from html import escape
from xml.etree.ElementTree import Element, SubElement

Parent = Element
NARROW = 340.0
"""Pixels across of a drawing for phones."""


def drawing(ident: str, width: float, height: float, title: str, text: str, kind: str, narrow: bool = False) -> Element:
    """Return an empty drawing with its title and text alternative. ident must be unique on its page; sizes in px.

    A narrow one stands behind the wide one of the same ident, and takes title and text from it.
    """
    attributes = {
        "class": f"chart chart-{kind}{' narrow' if narrow else ''}",
        "viewBox": f"0 0 {number(width)} {number(height)}",
        "role": "img",
        "aria-labelledby": f"{ident}-title {ident}-text",
    }
    root = Element("svg", attributes)
    if narrow:
        return root
    SubElement(root, "title", {"id": f"{ident}-title"}).text = title
    SubElement(root, "desc", {"id": f"{ident}-text"}).text = text
    return root


def add(parent: Parent, tag: str, kind: str = "", text: str | None = None, **attributes: float | str) -> Element:
    """Add an element of class kind; an attribute's underscores become hyphens. Returns it."""
    named = {
        name.replace("_", "-"): value if isinstance(value, str) else number(value) for name, value in attributes.items()
    }
    element = SubElement(parent, tag, {**({"class": kind} if kind else {}), **named})
    element.text = text
    return element


def link(parent: Parent, href: str, label: str) -> Element:
    """Add a link around what is then added to it; href is one of our own addresses."""
    return SubElement(parent, "a", {"href": href, "aria-label": label})


def render(root: Element) -> str:
    """Return the drawing as one line of markup, safe to stand in HTML; with links in it, it is no image but a group."""
    if root.find(".//a") is not None:
        root.set("role", "group")
    return _markup(root).replace("\n", " ")


def _markup(element: Element) -> str:
    """Return an element as markup, as the library's `tostring` does, which also looks for namespaces."""
    values = [(name, escape(value, quote=False).replace('"', "&quot;")) for name, value in element.items()]
    attributes = "".join([f' {name}="{value}"' for name, value in values])
    inside = escape(element.text or "", quote=False) + "".join([_markup(child) for child in element])
    return f"<{element.tag}{attributes}>{inside}</{element.tag}>" if inside else f"<{element.tag}{attributes} />"


def number(value: float) -> str:
    """Return a coordinate with at most one decimal, the same on every machine."""
    text = f"{value:.1f}".removesuffix(".0")
    return text if text != "-0" else "0"
