"""Closed lists and patterns as YAML, each in one file, with its source named there. Everything reads them here."""

import re
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

SAFE_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""Reads plain YAML by libyaml, where PyYAML has it: eight times as fast."""


class _Loader(SAFE_LOADER):  # type: ignore[misc]
    """Reads on, off, yes and no as the words they are: as YAML 1.2 does, and unlike YAML 1.1."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, words) for tag, words in resolvers if tag != "tag:yaml.org,2002:bool"]
    for first, resolvers in SAFE_LOADER.yaml_implicit_resolvers.items()
}
_Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"(?:true|false)$"), list("tf"))


@cache
def load(name: str) -> Any:
    """Return what generator/vocabulary/NAME.yaml holds: a mapping or a list. Callers must not change it."""
    text = files(__name__).joinpath(f"{name}.yaml").read_text(encoding="utf-8")
    return yaml.load(text, _Loader)  # noqa: S506 - a safe loader
