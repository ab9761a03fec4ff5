"""seeds/ to articles: decode, tell article from page, metadata, paragraphs."""

from generator.articles.model import Article, Dropped, Paragraph, Reading
from generator.articles.seed import read_seed
from generator.articles.text import read_text

__all__ = ["Article", "Dropped", "Paragraph", "Reading", "read_seed", "read_text"]
