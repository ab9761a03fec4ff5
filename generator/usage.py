"""What commands are made of, and what the command line says of words that it does not know."""

import argparse
from collections.abc import Callable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

Arguments = argparse.Namespace


@dataclass(frozen=True)
class Argument:
    """What `add_argument` takes."""

    names: tuple[str, ...]
    options: dict[str, Any]


@dataclass(frozen=True)
class Command:
    """One command: its name, its help, its arguments, and the function that runs it and returns the exit status."""

    name: str
    help: str
    arguments: tuple[Argument, ...]
    run: Callable[[Arguments], int]


def argument(*names: str, **options: Any) -> Argument:
    """Return an argument of these names and options."""
    return Argument(names, options)


class Parser(argparse.ArgumentParser):
    """Proposes the nearest word, and tells of what is too much by the usage of the command that was called."""

    def parse_args(self, args: Any = None, namespace: Any = None) -> argparse.Namespace:  # type: ignore[override]
        """Return the words understood; what is wrong with them ends the program, with status 2."""
        arguments: argparse.Namespace
        arguments, surplus = self.parse_known_args(args, namespace)
        if surplus:
            called: Parser = getattr(arguments, "parser", self)
            called.error(f"'{' '.join(surplus)}' is not understood; {called.prog} --help tells what is")
        return arguments

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        if action.choices is None or value in action.choices:
            return
        close = get_close_matches(str(value), map(str, action.choices), n=1)
        told = f"did you mean '{close[0]}'?" if close else f"choose one of {', '.join(map(str, action.choices))}"
        raise argparse.ArgumentError(action, f"there is no '{value}'; {told}")
