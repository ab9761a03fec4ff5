"""HTML to articles."""

from generator.articles import metadata
from generator.articles.model import Article, Paragraph


def read_html(text: str, file: str, sha256: str) -> tuple[Article, ...]:
    """Return the article of a page, as the only item; an article without paragraphs if there is none."""
    import trafilatura

    document = trafilatura.bare_extraction(text, with_metadata=True, include_comments=False)
    if document is None:
        return ()
    lines = [line for line in (document.text or "").split("\n") if line.strip()]
    paragraphs = tuple(Paragraph(line, "text", 1) for line in lines)
    article = Article(file, 1, sha256, document.title, document.sitename, published=document.date, url=document.url,
                      paragraphs=paragraphs)
    return (metadata.complete(article, lines, 0),)
