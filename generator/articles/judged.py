"""A line with the verdict on it."""

from dataclasses import dataclass

from generator.articles.lines import Line


@dataclass
class Judged:
    """A line and why it is no article text; reason is "" as long as nothing speaks against it."""

    line: Line
    reason: str = ""

    @property
    def is_prose(self) -> bool:
        """Tell whether it is running text: a sentence or more, and no chrome."""
        return not self.reason and self.line.words >= 8 and self.line.ends_sentence
