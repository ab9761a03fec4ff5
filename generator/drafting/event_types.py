"""Tells which words are events and of which PLOVER type, from the vocabulary of triggers and the words around them."""

from collections import Counter
from collections.abc import Iterator

from spacy.tokens import Doc, Token

from generator.drafting.event_lexicon import Trigger, lexicon

_OBJECTS = frozenset({"dobj", "nsubjpass", "attr", "oprd", "dative"})
_NAMES = frozenset({"PERSON", "GPE", "PRODUCT", "ORG", "FAC", "WORK_OF_ART", "LAW", "NORP"})
_PRONOUNS = frozenset({"it", "them"})
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj"})
_TOWARD = frozenset({"with", "over", "for", "at", "on", "against", "to", "by"})
_TURNED = frozenset({"back", "out", "down", "up"})
_APART = 4
_INWARD = frozenset({"in", "on", "up", "down", "off", "over", "out"})
"""Prepositions that belong to their verb only where they stand right behind it: "gave in", not "gave birth in"."""
_VOICED = frozenset({"express", "voice", "make"})


def trigger_at(token: Token) -> Trigger | None:
    """Return the trigger that a token is, or None."""
    if token.pos_ in ("VERB", "AUX"):
        trigger = _verb_trigger(token)
        return None if trigger and trigger.type == "assault" and _is_natural(token) else trigger
    if token.lower_ == "one":
        return _anaphor(token)
    if token.pos_ in ("NOUN", "PROPN"):
        return _noun_trigger(token)
    return None


def _verb_trigger(token: Token) -> Trigger | None:
    words = lexicon()
    forms = _verb_forms(token)
    bare = _bare_type(token)
    if bare:
        return Trigger(token, bare, "verb")
    if forms[-1] == "agree" and all(c.is_punct or c.lower_ == "with" or c.dep_ == "npadvmod" for c in token.rights):
        return None
    decided = _decided(token) or _ruled(token) or _died(token)
    if decided:
        return Trigger(token, decided, "verb-complement")
    paired = (_paired(token, words.pairs[form]) for form in forms if form in words.pairs)
    found = next((p for p in paired if p), None)
    if found:
        return found
    for form in forms:
        if form in words.verbs and _fits(token, form):
            return Trigger(token, words.verbs[form], "verb", formal=form in words.formal)
        if form in words.sayings:
            formal = form in words.formal or _is_on_paper(token) or _is_decided(token)
            return Trigger(token, words.sayings[form], "saying", True, formal)
    return None


def _meant(pronoun: Token) -> Iterator[Token]:
    """Yield the nouns that a pronoun may stand for: those before it in its sentence and the one before."""
    sent = pronoun.sent
    start = pronoun.doc[sent.start - 1].sent.start if sent.start else 0
    yield from (t for t in pronoun.doc[start : pronoun.i] if t.pos_ == "NOUN" and t.dep_ in _ARGUMENTS)


def _is_natural(verb: Token) -> bool:
    """Tell whether what a verb tells is the work of nature or chance: "the flood killed", "killed in a crash"."""
    natural = lexicon().natural
    if verb.dep_ == "advcl" and verb.head.lemma_.lower() in natural:
        return True
    for child in verb.children:
        if child.dep_ == "dobj" and child.lemma_.lower() in natural:
            return True
        if child.dep_ == "nsubj" and _antecedent_lemma(child, verb) in natural:
            return not any(c.dep_ == "prep" and c.lower_ == "of" for c in child.children)
        behind = child.children if child.dep_ in ("prep", "agent") and child.lower_ in ("in", "by") else ()
        if any(c.lemma_.lower() in natural and not _of_force(c) for c in behind):
            return True
    return False


def _of_force(noun: Token) -> bool:
    """Tell "the outbreak of fighting", which is no outbreak of nature's."""
    return any(_noun_trigger(t) for t in _behind_of(noun))


def _behind_of(noun: Token) -> Iterator[Token]:
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ == "of":
            yield from (c for c in child.children if c.dep_ == "pobj")


def _antecedent_lemma(subject: Token, verb: Token) -> str:
    relative = subject.tag_ in ("WDT", "WP") and verb.dep_ == "relcl"
    doer = verb.head if relative else subject
    return _modifier(doer) if _modifier(doer) in lexicon().natural else doer.lemma_.lower()


def _decided(verb: Token) -> str | None:
    """Return the type of the act that a vote, refusal or term is about: "voted to strike", "gave it until Friday"."""
    words, lemma = lexicon(), verb.lemma_.lower()
    if lemma == "plead" and any(t.lower_ == "guilty" for t in verb.subtree):
        return "accuse"
    if lemma == "vote" and any(_is_election(c) for c in verb.children):
        return "consult"
    if lemma == "give" and any(c.dep_ == "prep" and c.lower_ in ("until", "till") for c in verb.children):
        return "threaten"
    act = next((c for c in verb.children if c.dep_ == "xcomp" and c.tag_ == "VB"), None)
    if act is None:
        return None
    if lemma == "vote":
        told = (trigger_at(t) for t in (act, *objects_of(act)))
        return next((t.type for t in told if t), None)
    if lemma == "refuse" and act.lemma_.lower() in words.withheld:
        workers = (t for c in verb.children if c.dep_ == "nsubj" for t in with_conjuncts(c))
        return "protest" if any(t.lemma_.lower() in words.labour for t in workers) else None
    return None


def _is_election(prep: Token) -> bool:
    """Tell "voted in a referendum", which says nothing of what for."""
    behind = (o for o in prep.children if prep.dep_ == "prep" and prep.lower_ == "in" and o.dep_ == "pobj")
    return any((kind := _noun_trigger(o)) is not None and kind.type == "consult" for o in behind)


def _died(verb: Token) -> str | None:
    """Return assault for who dies of one: "died in a shootout", "died from shelling"."""
    if verb.lemma_.lower() not in ("die", "perish"):
        return None
    behind = (o for prep in verb.children if prep.dep_ == "prep" for o in prep.children if o.dep_ == "pobj")
    told = (_noun_trigger(o) for noun in behind for o in (noun, *_measured(noun)))
    return "assault" if any(t and t.type == "assault" for t in told) else None


def _ruled(verb: Token) -> str | None:
    """Return what a court's ruling does: "the court ruled for the miners", "the judge found the law invalid"."""
    words, lemma = lexicon(), verb.lemma_.lower()
    if lemma not in ("rule", "find") or not any(
        c.dep_ == "nsubj" and c.lemma_.lower() in words.courts for c in verb.children
    ):
        return None
    told = next((words.rulings[t.lower_] for t in verb.subtree if t.i > verb.i and t.lower_ in words.rulings), None)
    return told or ("coerce" if lemma == "rule" else None)


def _paired(token: Token, pair: dict[str, str]) -> Trigger | None:
    words = lexicon()
    nouns = [t for o in objects_of(token) for t in (_meant(o) if o.lower_ in _PRONOUNS else (o,))]
    if token.lemma_ in words.movements or (
        token.lemma_ in words.ergative and not any(c.dep_ in _OBJECTS for c in token.children)
    ):
        nouns += [c for c in token.children if c.dep_ == "nsubj"]
    for noun in nouns:
        kind = _pair_type(pair, noun)
        if kind:
            formal = noun.lemma_.lower() in words.formal
            aside = token.lemma_ in ("pledge", "promise") and token.dep_ in ("acl", "relcl", "conj")
            saying = (
                kind in ("request", "threaten")
                or token.lemma_ in _VOICED
                or (token.lemma_ == "raise" and kind == "accuse")
                or aside
            )
            return Trigger(token, kind, "verb-object", saying and not formal, formal)
    return None


def _is_decided(verb: Token) -> bool:
    """Tell whether those speak who decide by it: "a judge rejected the request"."""
    deciding = lexicon().courts | lexicon().deciders
    speaks = verb.lemma_.lower() in lexicon().decisions
    return speaks and any(c.dep_ in ("nsubj", "agent") and _heads(c) & deciding for c in verb.children)


def _heads(token: Token) -> set[str]:
    """Return the lemma of a noun, or of the one behind "by"."""
    return {token.lemma_.lower(), *(c.lemma_.lower() for c in token.children if c.dep_ == "pobj")}


def _is_on_paper(verb: Token) -> bool:
    """Tell whether a saying is an act on paper: "urged in a letter"."""
    return any(
        c.lemma_.lower() in lexicon().papers
        for prep in verb.children
        if prep.dep_ == "prep" and prep.lower_ in ("in", "by")
        for c in prep.children
    )


def _fits(verb: Token, form: str) -> bool:
    """Tell whether a verb has about it what it needs to tell its event."""
    words = lexicon()
    if form == "charge" and any(t.ent_type_ == "MONEY" for c in verb.children for t in (c, *c.children)):
        return False
    if form in words.objectless and any(c.dep_ in ("dobj", "ccomp") or c.ent_type_ == "PERCENT" for c in verb.children):
        return False
    if (form in words.concrete or words.verbs[form] == "assault") and _is_figurative(verb):
        return False
    if form == "kill" and any(c.dep_ == "dobj" and c.lower_.endswith(("self", "selves")) for c in verb.children):
        return False
    if form in words.movements:
        return _moves(verb)
    if form in words.departures:
        return any(o.ent_type_ in ("GPE", "LOC") for o in objects_of(verb))
    if form in words.transitive:
        return _has_object(verb)
    aimed = any(
        (c.dep_ in ("xcomp", "advcl") and c.tag_ == "VB")
        or (c.dep_ == "prep" and c.lower_ in ("behind", "around", "to"))
        for c in verb.children
    )
    return form not in words.figurative or not aimed


def _is_figurative(verb: Token) -> bool:
    """Tell whether a verb is done to what is only thought or said: "attacked the policy", "was met with laughter"."""
    direct = [c for c in verb.children if c.dep_ == "dobj"]
    behind = [o for c in verb.rights if c.dep_ == "prep" and c.lower_ in _TOWARD for o in c.children]
    if verb.lemma_.lower() in lexicon().sparring and _is_of_words(verb, direct):
        return True
    passive = [c for c in verb.children if c.dep_ == "nsubjpass"]
    active = [c for c in verb.children if c.dep_ == "nsubj" and c.pos_ == "NOUN"]
    return any(o.lemma_.lower() in lexicon().abstract for o in direct or [*active, *passive, *behind])


def _is_of_words(verb: Token, objects: list[Token]) -> bool:
    """Tell "attacked him for voting", or one named person who hits another."""
    for_doing = any(
        c.dep_ == "prep" and c.lower_ == "for" and any(o.dep_ == "pcomp" for o in c.children) for c in verb.children
    )
    doers = [c for c in verb.children if c.dep_ == "nsubj"]
    return for_doing or all(any(t.ent_type_ == "PERSON" for t in tokens) for tokens in (doers, objects))


def _has_object(verb: Token) -> bool:
    perfect = any(c.dep_ == "aux" and c.lemma_ == "have" for c in verb.children)
    if verb.tag_ == "VBN" and not perfect:
        return True
    return any(c.dep_ in _OBJECTS or c.dep_ in ("relcl", "auxpass") for c in verb.children)


def _bare_type(verb: Token) -> str | None:
    kind = lexicon().intransitive.get(verb.lemma_.lower())
    if kind == "protest" and verb.lemma_ == "gather" and _officials(verb):
        return "consult"
    back = any(c.dep_ in ("prt", "advmod") and c.lower_ in _TURNED for c in verb.children)
    return None if kind is None or back or _has_object(verb) or verb.dep_ == "relcl" else kind


def _officials(verb: Token) -> bool:
    return any(c.lemma_.lower() in lexicon().movers for c in verb.children if c.dep_ == "nsubj")


def _moves(verb: Token) -> bool:
    """Tell whether who arrives or travels is someone to be met: a name, a pronoun, or an official."""
    if any(c.dep_ == "dobj" for c in verb.children) and verb.lemma_.lower() == "fly":
        return False
    for child in verb.children:
        if child.dep_ in ("nsubj", "nsubjpass"):
            someone = child.ent_type_ in ("PERSON", "NORP") or child.pos_ in ("PRON", "PROPN")
            return someone or child.lemma_.lower() in lexicon().movers
    return True


def _pair_type(pair: dict[str, str], noun: Token) -> str | None:
    lemma = noun.lemma_.lower()
    unlabelled = noun.pos_ == "PROPN" and not noun.ent_type_ and noun.dep_.startswith("nsubj")
    person = unlabelled or (noun.ent_type_ in ("PERSON", "NORP") and noun.pos_ in ("PROPN", "NOUN"))
    money = noun.ent_type_ == "MONEY" or noun.is_currency
    kinds = [name for name, fits in (("money", money), ("person", person), ("org", noun.ent_type_ == "ORG")) if fits]
    for form in (f"{_modifier(noun)} {lemma}", lemma, *kinds):
        if form in pair:
            return pair[form]
    anything = noun.dep_ in ("dobj", "nsubjpass") and noun.pos_ in ("NOUN", "PROPN") and not noun.ent_type_
    return pair.get("*") if anything and lemma not in lexicon().movers else None


def _modifier(noun: Token) -> str:
    left = noun.doc[noun.i - 1] if noun.i else None
    return left.lemma_.lower() if left is not None and left.head == noun else ""


def _verb_forms(token: Token) -> list[str]:
    """Return "shoot down" before "shoot": the verb with its particle or preposition, then alone."""
    lemma = token.lemma_.lower()
    behind = [c for c in token.children if 0 < c.i - token.i <= _APART]
    tails = [c.lower_ for c in behind if c.dep_ == "prt" or (c.dep_ in ("prep", "advmod") and c.lower_ not in _INWARD)]
    after = token.nbor(1).lower_ if token.i + 1 < len(token.doc) else ""
    return [*(f"{lemma} {tail}" for tail in dict.fromkeys([after, *tails])), lemma]


def objects_of(verb: Token) -> Iterator[Token]:
    """Yield a verb's objects, its passive subject and the objects of its prepositions, with what is joined to them."""
    for child in verb.children:
        if child.dep_ in _OBJECTS and child.tag_ in ("WDT", "WP"):
            yield from _with_wholes(verb.head)
        elif child.dep_ in _OBJECTS:
            yield from with_conjuncts(child)
            yield from _measured(child)
        elif child.dep_ in ("prep", "agent") and child.lower_ != "by":
            for inner in (
                *child.children,
                *(o for prep in child.children if prep.dep_ == "prep" for o in prep.children),
            ):
                if inner.dep_ == "pobj":
                    yield from with_conjuncts(inner)
    if verb.dep_ in ("acl", "relcl") and verb.tag_ == "VBN":
        yield from _with_wholes(verb.head)
    if verb.dep_ == "conj" and any(c.dep_ == "auxpass" for c in verb.children):
        yield from (c for c in verb.head.children if c.dep_ in ("nsubj", "nsubjpass") and not _has_subject(verb))


def _with_wholes(noun: Token) -> Iterator[Token]:
    """Yield a noun and those it stands behind: in "tariffs on goods imposed in May" tariffs were imposed."""
    yield noun
    while noun.dep_ == "pobj" and noun.head.head.pos_ == "NOUN":
        noun = noun.head.head
        yield noun


def _has_subject(verb: Token) -> bool:
    return any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children)


def _measured(token: Token) -> Iterator[Token]:
    """Yield what a measure is of: "one of its largest assaults", "a series of strikes"."""
    if token.lemma_.lower() in lexicon().measures or token.pos_ == "NUM":
        yield from _behind_of(token)


def with_conjuncts(token: Token) -> list[Token]:
    """Return a token and those joined to it by "and" or "or"."""
    return [token, *token.conjuncts]


def _anaphor(one: Token) -> Trigger | None:
    """Return the trigger of "the previous one", which is of the type of the event told just before."""
    if not any(c.dep_ == "amod" and c.lower_ in lexicon().ordinals for c in one.lefts):
        return None
    start = one.nbor(one.sent.start - one.i - 1).sent.start if one.sent.start else 0
    told = (_noun_trigger(t) for t in reversed(one.doc[start : one.i]) if t.pos_ in ("NOUN", "PROPN"))
    found = next((t for t in told if t), None)
    return Trigger(one, found.type, "anaphor") if found else None


def _noun_trigger(token: Token) -> Trigger | None:
    words = lexicon()
    if token.dep_ in ("compound", "nmod", "npadvmod") or token.ent_type_ in _NAMES:
        return None
    if token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.lemma_ == "line":
        return None
    lemma = token.lemma_.lower()
    pair = f"{_modifier(token)} {lemma}"
    if _modifier(token) in words.natural | words.strange:
        return None
    if pair in words.nouns:
        return Trigger(token, words.nouns[pair], "noun", formal=pair in words.formal)
    if lemma in words.ambiguous:
        kind = _disambiguate(token, words.ambiguous[lemma])
        spoken = kind == "request" and lemma in words.spoken
        return Trigger(token, kind, "noun-in-context", spoken) if kind else None
    kind = words.nouns.get(lemma) or words.nouns.get(token.lower_)
    return Trigger(token, kind, "noun", lemma in words.spoken, lemma in words.formal) if kind else None


def _disambiguate(token: Token, options: dict[str, frozenset[str]]) -> str | None:
    """Return the type whose cues stand nearest: beside the noun count six, in the sentence three, before it one."""
    near = {t.lemma_.lower() for t in token.subtree} - {token.lemma_.lower()}
    sentence = {t.lemma_.lower() for t in token.sent} - {token.lemma_.lower()}
    start = token.sent.start
    before = {t.lemma_.lower() for t in token.doc[max(0, start - 30) : start]}
    text = text_lemmas(token.doc)
    scores = {
        kind: 6 * len(near & cues)
        + 3 * len(sentence & cues)
        + len(before & cues)
        + (sum(text[c] for c in cues) / 8 if len(options) > 1 else 0)
        for kind, cues in options.items()
    }
    best = max(sorted(scores), key=lambda kind: scores[kind])
    return best if scores[best] > 0 else None


def text_lemmas(doc: Doc) -> Counter[str]:
    """Return how often each lemma stands in a document, counted once."""
    counts: Counter[str] | None = doc.user_data.get("lemmas")
    if counts is None:
        counts = Counter(t.lemma_.lower() for t in doc if t.is_alpha)
        doc.user_data["lemmas"] = counts
    return counts
