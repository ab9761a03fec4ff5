"""Measures on public corpora, which stay outside the repository: each function gives rows (what, value in per cent)."""

import importlib.util
import json
import re
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

from generator.articles import read_seed
from generator.drafting import actors, dates, language
from generator.drafting.event_sentences import sentence_type
from generator.drafting.explain import explain
from generator.drafting.known import of_actors

Row = tuple[str, float]
PRONOUNS = frozenset({"he", "she", "his", "her", "him", "hers"})
PLOVER_2021 = {"demand": "request", "disapprove": "accuse", "investigate": "accuse", "fight": "assault"}
"""Types of the older gold standard that the manual has since renamed or folded into others."""


def polnear(folder: Path, tools: Path, split: str = "dev") -> Iterator[Row]:
    """Statements and their speakers, by `explain` on each text, by the shared scorer (networkdynamics/PolNeAR)."""
    scorer = _module(tools / "attribution.py")
    gold = scorer.polnear(str(folder), split)
    with tempfile.TemporaryDirectory(prefix="polnear-") as name:
        home = Path(name)
        with (home / "gold").open("w", encoding="utf-8") as golds, (home / "mine").open("w", encoding="utf-8") as mine:
            for number, document in enumerate(gold):
                seed = home / f"{number}.txt"
                seed.write_text(document["text"], encoding="utf-8", newline="")
                found = explain(read_seed(seed, home))
                quotes = [one for article in found["articles"] for one in article.get("statements", ())]
                golds.write(json.dumps(document) + "\n")
                mine.write(json.dumps({"id": document["id"], "quotes": quotes}) + "\n")
        result = scorer.score(str(home / "gold"), str(home / "mine"))
    yield f"PolNeAR {split}: ALL overlap F", result["ALL"]["overlap"]["F"]
    for kind in ("DIRECT", "INDIRECT"):
        yield f"PolNeAR {split}: {kind} overlap F", result[kind]["overlap"]["F"]
        yield f"PolNeAR {split}: {kind} attr F", result[kind]["attr"]["F"]
    yield f"PolNeAR {split}: SEGMENTS, said by whom, F", result["SEGMENTS"]["attrF"]


def _module(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def tempeval(folder: Path) -> Iterator[Row]:
    """Calendar dates resolved, given the span (jspotter/TempEval-3, data/TBAQ-cleaned)."""
    right = total = 0
    for path in sorted((folder / "data" / "TBAQ-cleaned").glob("*/[!.]*.tml")):
        published, text, spans = _timeml(path)
        doc = language.parse(text) if spans else None
        for start, end, value in spans:
            tense = dates.tense_at(doc, start, end) if doc is not None else None
            told = dates.resolve(text[start:end], published, tense=tense)
            total += 1
            right += told is not None and told.rstrip("~") == value
    yield "TempEval-3 TBAQ: calendar dates right", 100 * right / max(total, 1)


def _timeml(path: Path) -> tuple[str, str, list[tuple[int, int, str]]]:
    root = ET.fromstring(path.read_text(encoding="utf-8"))
    created, body = root.find(".//DCT/TIMEX3"), root.find(".//TEXT")
    pieces: list[str] = []
    spans: list[tuple[int, int, str]] = []

    def walk(element: ET.Element) -> None:
        start = sum(map(len, pieces))
        pieces.append(element.text or "")
        for child in element:
            walk(child)
            pieces.append(child.tail or "")
        value = element.get("value", "")
        if element.tag == "TIMEX3" and element.get("type") == "DATE" and re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", value):
            spans.append((start, sum(map(len, pieces)), value))

    if body is not None:
        walk(body)
    return (created.get("value", "") if created is not None else "")[:10], "".join(pieces), spans


def plover(folder: Path) -> Iterator[Row]:
    """PLOVER types of its gold-standard sentences (openeventdata/PLOVER)."""
    path = folder / "gold_standard_records" / "PLOVER_GSR_CAMEO.txt"
    records = [one for one in json.loads(path.read_text(encoding="utf-8")) if one["event"] != "DOCUMENT"]
    right = 0
    for record, doc in zip(records, language.parse_many(one["text"] for one in records), strict=True):
        wanted = record["event"].lower()
        told = next((kind for sentence in doc.sents if (kind := sentence_type(sentence))), None)
        right += told == PLOVER_2021.get(wanted, wanted)
    yield "PLOVER gold standard: type right", 100 * right / len(records)


def wikievents(folder: Path) -> Iterator[Row]:
    """He and she to the right person (raspberryice/gen-arg, data/wikievents as its history has it)."""
    right = nearest = total = 0
    for split in ("dev", "test"):
        for document, clusters in _wikievents(folder / "data" / "wikievents", split):
            for good, near in _pronouns(document, clusters):
                total, right, nearest = total + 1, right + good, nearest + near
    yield "WikiEvents: he/she to the right person", 100 * right / max(total, 1)
    yield "WikiEvents: the nearest person of the gold", 100 * nearest / max(total, 1)


def _wikievents(folder: Path, split: str) -> Iterator[tuple[dict[str, Any], list[list[str]]]]:
    lines = (folder / "coref" / f"{split}.jsonlines").read_text(encoding="utf-8").splitlines()
    clusters = {one["doc_key"]: one["clusters"] for one in map(json.loads, lines)}
    for line in (folder / f"{split}.jsonl").read_text(encoding="utf-8").splitlines():
        document = json.loads(line)
        yield document, clusters.get(document["doc_id"], [])


def _layout(document: dict[str, Any]) -> tuple[str, list[tuple[int, int]]]:
    """Return the text with a paragraph where sentences touch in the corpus, and each token's place in it."""
    raw, text, last = document["text"], "", 0
    tokens: list[tuple[int, int]] = []
    for words, sentence in document["sentences"]:
        start = raw.find(sentence.strip(), last)
        text += "" if not text else " " if start < 0 or raw[last:start] else "\n\n"
        shift = len(text) - words[0][1]
        text += sentence.strip()
        tokens += [(first + shift, end + shift) for _, first, end in words]
        last = start + len(sentence.strip()) if start >= 0 else last
    return text, tokens


def _pronouns(document: dict[str, Any], clusters: list[list[str]]) -> Iterator[tuple[bool, bool]]:
    """Yield for each pronoun whether its person was found, and whether the nearest gold person before it is the one."""
    text, tokens = _layout(document)
    mentions = {one["id"]: one for one in document["entity_mentions"]}
    cluster_of = {ident: cluster for cluster in clusters for ident in cluster}
    place = {ident: (tokens[one["start"]][0], tokens[one["end"] - 1][1]) for ident, one in mentions.items()}
    named = {ident for ident, one in mentions.items() if one["text"].lower() not in PRONOUNS}
    persons = {ident for ident in named if mentions[ident]["entity_type"] == "PER"}
    _, found = actors.find(language.parse(text), of_actors({}))
    told = {one.start: one.actor for one in found if one.form == "pronoun"}
    for ident in mentions.keys() - named:
        cluster = [other for other in cluster_of.get(ident, ()) if other in named and other in mentions]
        start = place[ident][0]
        if any(place[other][0] < start for other in cluster):
            mine = [(one.start, one.end) for one in found if one.form != "pronoun" and one.actor == told.get(start, -1)]
            hit = any(a < place[other][1] and place[other][0] < b for a, b in mine for other in cluster)
            before = [other for other in persons if place[other][1] <= start]
            yield hit and told.get(start) is not None, max(before, key=lambda one: place[one], default="") in cluster
