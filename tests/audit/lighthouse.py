"""Lighthouse's mobile scores, by the npm package that package-lock.json pins; Node.js 18.20 or newer runs it."""

import json
import os
import shutil
import subprocess
from pathlib import Path

HERE = Path(__file__).parent
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
FLAGS = "--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"


def install(folder: Path) -> Path | None:
    """Install Lighthouse below folder, once; returns its program, None where there is no npm."""
    program = folder / "node_modules" / ".bin" / "lighthouse"
    if shutil.which("npm") is None:
        return None
    if not program.exists():
        folder.mkdir(parents=True, exist_ok=True)
        for name in ("package.json", "package-lock.json", ".npmrc"):
            shutil.copy(HERE / name, folder / name)
        subprocess.run(["npm", "ci", "--silent"], cwd=folder, check=True)
    return program


TRIES = 3
"""Runs of which the best counts: what else a machine does only ever lowers a score."""


def scores(program: Path, address: str, least: dict[str, int]) -> dict[str, int]:
    """Return the four scores of a page, 0 to 100, once they are at least so good, or the best of TRIES runs.

    On Lighthouse's throttled phone. Raises CalledProcessError.
    """
    best: dict[str, int] = {}
    for _ in range(TRIES):
        found = _scores(program, address)
        best = {name: max(score, best.get(name, 0)) for name, score in found.items()}
        if all(best[name] >= score for name, score in least.items()):
            break
    return best


def _scores(program: Path, address: str) -> dict[str, int]:
    command = [str(program), address, "--quiet", "--output=json", f"--chrome-flags={FLAGS}"]
    command.append(f"--only-categories={','.join(CATEGORIES)}")
    environment = {**os.environ, "CHROME_PATH": shutil.which("chromium") or shutil.which("google-chrome") or ""}
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment, timeout=180)
    categories = json.loads(done.stdout)["categories"]
    return {name: round(100 * (categories[name]["score"] or 0)) for name in CATEGORIES}
