"""The cast of one article: who is in it, each once, however often and by whatever name."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from generator.drafting.findings import FoundActor, Mention
from generator.drafting.known import Entry, Known, people_word, state_name
from generator.drafting.names import acronyms, fold, same_person, sound, surname
from generator.drafting.places import is_city
from generator.vocabulary import load

LEAST = 3
"""Letters of the proper part of an organization's name: `BBC` of `BBC News`."""

FORCES = frozenset({"armed", "forces", "army", "military", "troops", "defense", "defence", "soldiers"})


class Cast:
    """Actors found so far; each method returns the index of the actor that its arguments name, made if new."""

    def __init__(self, known: Known) -> None:
        self.known = known
        self.actors: list[FoundActor] = []
        self.mentions: list[Mention] = []
        self.by_key: dict[str, int] = {}
        self.principals: dict[str, int | None] = {}
        """By surname, whom the article calls by it alone."""

    def mention(self, start: int, end: int, actor: int | None, form: str, rule: str) -> None:
        """Note that the characters from start to end mean actor."""
        self.mentions.append(Mention(start, end, actor, form, rule))

    def entry(self, entry: Entry) -> int:
        """Return the actor that a known name stands for."""
        kind, _, rest = entry.key.partition(":")
        if kind == "actor":
            return self.record(rest)
        return self.state(entry.key, entry.text if entry.rule != "people" else None)

    def state(self, key: str, alias: str | None = None) -> int:
        """Return the state (or body spoken of like one) of a lexicon key, with one more name of it."""
        ident = self.known.idents.get(key)
        if ident is not None:
            return self.record(ident, alias, key)
        index = self._keyed(key, state_name(key), "state" if is_state(key) else "organization")
        self.alias(index, alias)
        return index

    def record(self, ident: str, alias: str | None = None, key: str | None = None) -> int:
        """Return the actor of a record in briefings/actors, with what its roles say of whom it speaks for."""
        name = key or f"actor:{ident}"
        if name not in self.by_key:
            record = self.known.actors[ident]
            index = self._keyed(name, record.name, record.kind)
            actor = self.actors[index]
            actor.ident, actor.aliases = ident, list(record.aliases)
            heads = [role.speaks_for for role in record.roles if role.speaks_for in self.known.actors]
            if heads and heads[-1] != ident:
                actor.speaks_for = self.record_or_state(str(heads[-1]))
            if record.part_of in self.known.actors and record.part_of != ident:
                actor.part_of = self.record_or_state(str(record.part_of))
        self.alias(self.by_key[name], alias)
        return self.by_key[name]

    def record_or_state(self, ident: str) -> int:
        """Return the actor of a record, under its state's key where it is a state's."""
        key = next((key for key, value in self.known.idents.items() if value == ident), None)
        return self.record(ident, None, key)

    def person(self, name: str) -> int:
        """Return the person of a full name: two words at least."""
        if (whole := self.by_end(name)) is not None:
            return whole
        for index, actor in enumerate(self.actors):
            if actor.kind == "person" and any(same_person(name, form) for form in (actor.name, *actor.aliases)):
                self.alias(index, name)
                return index
        ident = self._known_person(name)
        if ident is not None:
            index = self.record_or_state(ident)
            self.alias(index, name)
            return index
        return self._keyed(f"person:{fold(name)}", name, "person")

    def by_end(self, name: str) -> int | None:
        """Return the one person whose full name ends with this name of several words."""
        words = [fold(word) for word in name.split()]
        found = [i for i, a in enumerate(self.actors) if a.kind == "person" and _ends_with(a.name, words)]
        if len(found) != 1:
            return None
        if surname(self.actors[found[0]].name) == name:
            self.alias(found[0], name)
        return found[0]

    def _known_person(self, name: str) -> str | None:
        idents = self.known.named(name) or self.known.named(surname(name))
        fits = [i for i in sorted(idents) if self._fits(i, name)]
        return fits[0] if len(fits) == 1 else None

    def _fits(self, ident: str, name: str) -> bool:
        record = self.known.actors[ident]
        full = [form for form in (record.name, *record.aliases) if " " in form]
        return record.kind == "person" and (not full or any(same_person(name, form) for form in full))

    def by_surname(self, name: str) -> list[int]:
        """Return the persons of this article whom a single name can mean: by surname, else by first name."""
        persons = [(i, a) for i, a in enumerate(self.actors) if a.kind == "person" and " " in a.name]
        for spelt in (fold, sound):
            wanted = spelt(name)
            for part in (-1, 0, 1, 2):
                found = [
                    i
                    for i, a in persons
                    if any(spelt(word) == wanted for form in (a.name, *a.aliases) for word in _part(form, part))
                ]
                if found:
                    return found
            found = [i for i, a in persons if spelt(surname(a.name)) == wanted]
            if found:
                return found
        return []

    def single(self, name: str) -> int | None:
        """Return the person of a surname alone; an actor with `ambiguous` set where several records share it."""
        found = self.by_surname(name)
        if len(found) == 1:
            self.alias(found[0], name)
            return found[0]
        if found:
            return None
        idents = sorted(i for i in self.known.named(name) if self.known.actors[i].kind == "person")
        if len(idents) == 1:
            return self.record_or_state(idents[0])
        return self.open(name, idents)

    def principal(self, name: str, place: int) -> int | None:
        """Return whom a surname that several share means at a character: the one whom the article calls by it.

        That is who alone has been named in full before it, or had been when it was first used so; else who is named in
        full at least twice as often as the others together. None where it stays between several. Nobody is named in
        full by an honorific and a surname.
        """
        sharing, key = [i for i in self.by_surname(name) if not _is_formal(self.actors[i].name)], sound(name)
        lengths = {index: len(self.actors[index].name) for index in sharing}
        full = [
            m for m in self.mentions if m.actor in lengths and m.end - m.start >= lengths[m.actor] and m.form == "name"
        ]
        before = {m.actor for m in full if m.start < place}
        if len(before) == 1:
            self.principals.setdefault(key, before.pop())
        if key in self.principals:
            return self.principals[key]
        counts = Counter(m.actor for m in full).most_common()
        return counts[0][0] if counts and counts[0][1] >= 2 * sum(n for _, n in counts[1:]) else None

    def open(self, name: str, idents: list[str]) -> int:
        """Return the person of a name that may be any of these records', or none's."""
        key = f"person:{sound(name)}"
        if key not in self.by_key:
            self.by_key[key] = self._add(FoundActor(name, "person", ambiguous=tuple(idents)))
        self.alias(self.by_key[key], name)
        return self.by_key[key]

    def organization(self, name: str, states: Sequence[Entry] = ()) -> int:
        """Return the organization of a name; states are those that stand in the name."""
        state = next((entry.key for entry in states if is_state(entry.key)), None)
        if state and self._is_forces(name, state):
            return self.forces(state, name)
        organ = self.organ(state, name) if state and is_state_body(name) and _is_of_state(name, states) else None
        key = f"organization:{fold(name)}"
        if key not in self.by_key and organ in self.by_key:
            self.by_key[key] = self.by_key[organ]
        if key not in self.by_key:
            printed = any(name.startswith(entry.text) and not _owns(name, entry) for entry in states)
            self._recognize(key, _of_people(name, state) if organ and state and not printed else name)
        index = self.by_key[key]
        if organ:
            self.by_key.setdefault(organ, index)
        self.alias(index, name)
        actor = self.actors[index]
        if state and actor.part_of is None and not actor.ident and _is_of_state(name, states):
            actor.part_of = self.state(state)
            if is_state_voice(name):
                actor.speaks_for = actor.part_of
        return index

    def organ(self, state: str, name: str) -> str:
        """Return the key of a state's ministry or other organ, however it is called: `Danish Ministry of Trade`."""
        own = {word for entry in (people_word(state) or "", state_name(state)) for word in fold(entry).split()}
        words = [word for word in fold(name).split() if word not in own]
        if words[1:2] == ["of"]:
            words = [*words[2:], words[0]]
        return f"described:{fold(state_name(state))} {' '.join(words)}"

    def _recognize(self, key: str, name: str) -> None:
        """File a new organization name under the actor it is another name of, if there is one."""
        same = self.same_organization(name)
        if same is None:
            idents = sorted(self.known.named(name))
            if len(idents) == 1:
                same = self.record_or_state(idents[0])
        if same is None:
            same = self._add(FoundActor(name, "organization"))
            self.actors[same].ambiguous = tuple(idents)
        self.by_key[key] = same

    def same_organization(self, name: str) -> int | None:
        """Return the one organization whose acronym or longer name this is."""
        short, words = name.replace(".", ""), fold(name).split()
        found = set()
        for index, actor in enumerate(self.actors):
            if actor.kind != "organization":
                continue
            for form in (actor.name, *actor.aliases):
                longer = fold(form).split()
                ends = len(words) > 1 and len(longer) > len(words) and longer[-len(words) :] == words
                many = len(words) == len(longer) == 1 and f"{words[0]}s" in longer
                many = many or (len(words) == len(longer) == 1 and f"{longer[0]}s" in words)
                party = _without_sort(words) == _without_sort(longer)
                party = party or _are_members(words, longer)
                if (short.isupper() and short in acronyms(form)) or ends or many or party or _begins(words, longer):
                    found.add(index)
        return found.pop() if len(found) == 1 else None

    def _is_forces(self, name: str, state: str) -> bool:
        own = {word for entry in (people_word(state) or "", state_name(state)) for word in fold(entry).split()}
        words = set(fold(name).split()) - own - {"the", "of"}
        return bool(words) and words <= FORCES

    def forces(self, state: str, name: str | None = None) -> int:
        """Return a state's armed forces."""
        people = people_word(state)
        index = self._keyed(
            f"forces:{state}",
            f"{people} Armed Forces" if people else f"{state_name(state)}'s armed forces",
            "organization",
        )
        self.actors[index].part_of = self.actors[index].speaks_for = self.state(state)
        self.alias(index, name)
        return index

    def described(self, key: str, name: str, kind: str, of: int | None, speaks: bool) -> int:
        """Return an actor that has no name of its own: `Chinese officials`, `government spokesman`."""
        index = self._keyed(f"described:{fold(key)}", name, kind)
        actor = self.actors[index]
        actor.named = False
        if of is not None and of != index and actor.ident is None:
            actor.part_of = of
            if speaks:
                actor.speaks_for = self.voice_of(of)
        return index

    def join_bare(self, nouns: Iterable[str]) -> None:
        """Let `police` of no place be the only police of the article: mentions of the one become the other's."""
        for noun in nouns:
            bare = next((i for i, a in enumerate(self.actors) if not a.named and a.name.lower() == noun), None)
            others = [i for i, a in enumerate(self.actors) if i != bare and a.name.lower().endswith(f" {noun}")]
            if bare is not None and len(others) == 1:
                self.mentions = [replace(m, actor=others[0]) if m.actor == bare else m for m in self.mentions]

    def voice_of(self, index: int) -> int:
        """Return whose position a body's officials voice: the state it is a body of, else the body itself."""
        head = self.actors[index].speaks_for
        return index if head is None else head

    def only_state(self) -> int | None:
        """Return the state that the article is about: the one it names, or names twice as often as all others."""
        counts: Counter[int] = Counter()
        for mention in self.mentions:
            if mention.form == "name" and mention.actor is not None and self.actors[mention.actor].kind == "state":
                counts[mention.actor] += 1
        if not counts:
            return None
        state, number = max(counts.items(), key=lambda item: (item[1], -item[0]))
        return state if 3 * number >= 2 * counts.total() else None

    def people(self, index: int) -> str | None:
        """Return the adjective of a state, None for another actor."""
        key = next((key for key, value in self.by_key.items() if value == index and is_state(key)), "")
        return people_word(key)

    def _keyed(self, key: str, name: str, kind: str) -> int:
        if key not in self.by_key:
            idents = sorted(self.known.named(name)) if not key.startswith("actor:") else []
            fits = [ident for ident in idents if self.known.actors[ident].kind == kind]
            if len(fits) == 1 and f"actor:{fits[0]}" in self.by_key:
                self.by_key[key] = self.by_key[f"actor:{fits[0]}"]
            else:
                self.by_key[key] = self._add(FoundActor(name, kind, ident=fits[0] if len(fits) == 1 else None))
        return self.by_key[key]

    def _add(self, actor: FoundActor) -> int:
        actor.name = _plain(actor.name, actor.kind)
        self.actors.append(actor)
        return len(self.actors) - 1

    def alias(self, index: int, alias: str | None) -> None:
        """Note one more name of an actor."""
        actor = self.actors[index]
        alias = alias and _plain(alias, actor.kind)
        if alias and alias != actor.name and alias not in actor.aliases:
            actor.aliases.append(alias)


def _plain(name: str, kind: str) -> str:
    """Return a person's name with the apostrophe of keyboards, which sorts and searches alike in all articles."""
    return name.replace("’", "'") if kind == "person" else name


def _is_formal(name: str) -> bool:
    """Tell whether a person's name begins with a form of address: Lady Example."""
    return fold(name).split(" ")[0] in load("roles")["honorifics"]


def _owns(name: str, entry: Entry) -> bool:
    return name[len(entry.text) :].startswith(("'s", "’s"))


def _of_people(name: str, state: str) -> str:
    """Return `Danish Foreign Ministry` for `Denmark's Foreign Ministry`, or where that is told before the name."""
    owner, apart, rest = name.replace("’", "'").partition("'s ")
    people = people_word(state)
    own = set(fold(f"{people} {state_name(state)}").split())
    if people and not own & set(fold(name).split()):
        return f"{people} {name}"
    return f"{people} {rest}" if apart and people and owner == state_name(state) else name


def _ends_with(name: str, words: list[str]) -> bool:
    """Tell whether these are the last of a longer name's words: `El Samar` of `Mona El Samar`."""
    longer = [fold(word) for word in name.split()]
    return 1 < len(words) < len(longer) and longer[-len(words) :] == words


def _without_sort(words: list[str]) -> list[str]:
    """Return a name of several words without the common noun behind it: `Green Dawn` of `Green Dawn party`."""
    return words[:-1] if len(words) > 2 and words[-1] in ("party", "movement", "coalition", "alliance") else words


def _are_members(words: list[str], longer: list[str]) -> bool:
    """Tell whether one word in the plural is what a party calls its members: `Democrats`, of the Democratic Party."""
    stem = words[0].removesuffix("s") if len(words) == 1 else ""
    return len(stem) > 3 and stem != words[0] and longer[1:] == ["party"] and longer[0].startswith(stem)


def _begins(words: list[str], longer: list[str]) -> bool:
    """Tell whether one word is the proper part of an organization's name: `Northway` of `Northway Buses`."""
    if len(words) != 1 or len(longer) < 2 or longer[0] != words[0] or len(words[0]) < LEAST:
        return False
    heads = load("organization_words")
    return not is_city(words[0]) and not any(words[0] in heads[part] for part in ("first", "plain", "state", "other"))


def _is_of_state(name: str, states: Iterable[Entry]) -> bool:
    """Tell whether a state in a name is whose it is: `Danish Church`, `Bank of Denmark`; not `Workers of America`."""
    return is_state_body(name) or any(name.removeprefix("the ").startswith(entry.text) for entry in states)


def _part(name: str, number: int) -> list[str]:
    """Return the word of a full name at this place: its last, its first, or a middle one that is long enough."""
    words = name.split()
    if len(words) < 2 or (number > 0 and (number >= len(words) - 1 or len(words[number]) < 4)):
        return []
    return [words[number]]


def is_state(key: str) -> bool:
    """Tell whether a lexicon key is a state's: one of the list, or a land that the text tells to have a government."""
    return key.startswith(("state:", "land:"))


def is_state_body(name: str) -> bool:
    """Tell whether an organization's name says that it is an organ of state: ministry, parliament, navy."""
    words = fold(name).split()
    heads = load("organization_words")["state"]
    return any(" ".join(words[-n:]) in heads for n in (1, 2)) or (bool(words) and words[0] in heads)


def is_state_voice(name: str) -> bool:
    """Tell whether an organ of state speaks for its state: a ministry does, a court or a parliament does not."""
    return is_state_body(name) and not set(fold(name).split()) & set(load("organization_words")["independent"])
