"""A finished build reaches site/ whole, and only what changed is written."""

from pathlib import Path

from generator.site.mirror import mirror


def test_site_holds_what_was_made_and_no_more(tmp_path: Path) -> None:
    made, site = tmp_path / "made", tmp_path / "site"
    for name, text in {"index.html": "new", "events/a.html": "a"}.items():
        (made / name).parent.mkdir(parents=True, exist_ok=True)
        (made / name).write_text(text)
    for name, text in {"index.html": "old", "events/a.html": "a", "gone/b.html": "b"}.items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(text)
    kept = (site / "events/a.html").stat().st_mtime_ns
    assert mirror(made, site) == 1
    found = {path.relative_to(site).as_posix(): path.read_text() for path in site.rglob("*") if path.is_file()}
    assert found == {"index.html": "new", "events/a.html": "a"}
    assert not (site / "gone").exists()
    assert (site / "events/a.html").stat().st_mtime_ns == kept
    assert mirror(made, site) == 0


def test_a_first_build_makes_the_folder(tmp_path: Path) -> None:
    (tmp_path / "made").mkdir()
    (tmp_path / "made" / "index.html").write_text("x")
    assert mirror(tmp_path / "made", tmp_path / "site") == 1


def test_a_link_in_the_site_is_not_followed(tmp_path: Path) -> None:
    made, site, outside = tmp_path / "made", tmp_path / "site", tmp_path / "outside"
    for folder in (made, site, outside):
        folder.mkdir()
    (outside / "keep.html").write_text("keep")
    (site / "link").symlink_to(outside, target_is_directory=True)
    mirror(made, site)
    assert not (site / "link").is_symlink()
    assert (outside / "keep.html").read_text() == "keep"
