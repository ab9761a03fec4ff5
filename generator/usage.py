"""What the command line says of words that it does not know."""

import argparse
from difflib import get_close_matches
from typing import Any


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
