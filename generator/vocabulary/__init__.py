"""Closed lists and patterns as YAML, each in one file, with its source named there. Everything reads them here."""

from functools import cache
from importlib.resources import files
from typing import Any

import yaml

SAFE_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""Reads plain YAML by libyaml, where PyYAML has it: eight times as fast."""


@cache
def load(name: str) -> Any:
    """Return what generator/vocabulary/NAME.yaml holds: a mapping or a list. Callers must not change it."""
    text = files(__name__).joinpath(f"{name}.yaml").read_text(encoding="utf-8")
    return yaml.load(text, SAFE_LOADER)  # noqa: S506 - a safe loader
