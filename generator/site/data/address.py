"""Addresses: where a record's page, its data and its feeds are on the published site."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Address:
    """Makes addresses below `base` (mkdocs.yml's site_url, with its closing slash; "/" where none is set)."""

    base: str = "/"

    def absolute(self, path: str) -> str:
        """Return the address of a path in the site."""
        return self.base.rstrip("/") + "/" + path

    def page(self, kind: str, ident: str) -> str:
        """Return the address of a record's page."""
        return self.absolute(f"{kind}/{ident}.html")

    def data_path(self, kind: str, ident: str) -> str:
        """Return the path in the site of a record's JSON."""
        return f"data/{kind}/{ident}.json"

    def data(self, kind: str, ident: str) -> str:
        """Return the address of a record's JSON."""
        return self.absolute(self.data_path(kind, ident))

    def statement(self, position: str, anchor: str) -> str:
        """Return a statement's permanent link."""
        return f"{self.page('positions', position)}#{anchor}"
