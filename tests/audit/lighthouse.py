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


def scores(program: Path, address: str) -> dict[str, int]:
    """Return the four scores of a page, 0 to 100, on Lighthouse's throttled phone. Raises CalledProcessError."""
    command = [str(program), address, "--quiet", "--output=json", f"--chrome-flags={FLAGS}"]
    command.append(f"--only-categories={','.join(CATEGORIES)}")
    environment = {**os.environ, "CHROME_PATH": shutil.which("chromium") or shutil.which("google-chrome") or ""}
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment, timeout=180)
    categories = json.loads(done.stdout)["categories"]
    return {name: round(100 * (categories[name]["score"] or 0)) for name in CATEGORIES}
