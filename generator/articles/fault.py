"""What stops one seed from being read."""


class Fault(Exception):
    """One fault of a whole seed: what to do about it, and the rule's name."""

    def __init__(self, message: str, rule: str) -> None:
        super().__init__(message)
        self.message = message
        self.rule = rule
