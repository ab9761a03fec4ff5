"""Seeds that were renamed: the records of their articles follow them by the seeds' SHA-256."""

from pathlib import PurePath

from generator.problems import Problem
from generator.project import Project
from generator.records import write, yamlfile
from generator.records.cache import Cache
from generator.records.library import Library
from generator.records.models import Seed
from generator.records.texts import Texts


def follow(project: Project, library: Library) -> list[Problem]:
    """Let each article whose seed is gone name the seed with the same bytes that no record names, and tell of each."""
    seeds = {ident: record.seed for ident, record in library.articles.items() if record.seed}
    named, moved = {seed.file for seed in seeds.values()}, dict[str, str]()
    told: list[Problem] = []
    present = {path.name for path in project.seed_files()}
    with Cache(project) as cache:
        texts = Texts(project, cache)
        for ident, seed in seeds.items():
            if seed.file not in present:
                free = (name for name in texts.seeds_of(seed.sha256) if name not in named and _can_name(seed, name))
                new = moved.get(seed.file) or next(free, None)
                if new:
                    moved[seed.file] = new
                    named.add(new)
                    told.append(_follow(project, ident, seed, new))
    return told


def _can_name(seed: Seed, name: str) -> bool:
    """Tell whether a record may name a file: not what no other system could hold."""
    try:
        Seed(**{**seed.model_dump(), "file": name})
    except ValueError:
        return False
    return True


def _follow(project: Project, ident: str, seed: Seed, new: str) -> Problem:
    path, place = project.records / "articles" / f"{ident}.yaml", ("seed", "file")
    text = path.read_bytes().decode("utf-8")
    line, column = yamlfile.locate(text.removeprefix("\ufeff"), place)
    try:
        write.write_atomic(path, write.put(text, place, new))
    except yamlfile.Fault:
        message = f"seeds/{seed.file} is seeds/{new} now; write that here"
        return Problem(project.relative(path), line, column, "error", message, "seed-renamed")
    message = f"seeds/{seed.file} was renamed: the record names seeds/{new} now"
    beside = PurePath(seed.file).with_suffix(".yaml").name
    if (project.seeds / beside).is_file():
        message += f"; rename seeds/{beside} too"
    return Problem(project.relative(path), line, column, "note", message, "seed-renamed")
