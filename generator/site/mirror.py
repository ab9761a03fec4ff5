"""Mirror: a finished build to site/, file by file, so that a reader never meets half a page."""

from pathlib import Path

from generator.records.write import write_atomic


def mirror(made: Path, site: Path) -> int:
    """Make site hold the files of made and no others; returns how many were written. What is alike is left alone."""
    wanted = {path.relative_to(made): path for path in sorted(made.rglob("*")) if path.is_file()}
    written = 0
    for name, path in wanted.items():
        target = site / name
        target.parent.mkdir(parents=True, exist_ok=True)
        written += write_atomic(target, path.read_bytes(), durable=False)
    for path in sorted(site.rglob("*"), reverse=True):
        if path.is_symlink() or (path.is_file() and path.relative_to(site) not in wanted):
            path.unlink()
        elif path.is_dir() and not any(path.iterdir()):
            path.rmdir()
    return written
