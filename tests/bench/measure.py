"""Run a program and take its time and its memory."""

import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

BIN = Path(sys.executable).parent
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""Programs keep what they compiled, as they do where they are installed."""


@dataclass(frozen=True)
class Cost:
    """Seconds on the clock, seconds of processor time, and the most memory that one of its processes held, in MB."""

    clock: float
    seconds: float
    megabytes: float

    def __add__(self, other: "Cost") -> "Cost":
        return Cost(self.clock + other.clock, self.seconds + other.seconds, max(self.megabytes, other.megabytes))


def run(*words: str | Path, cwd: Path, accept: tuple[int, ...] = (0,)) -> Cost:
    """Run a program of the environment to its end. Raises RuntimeError, with what it said, for another exit status."""
    log = cwd / "bench.log"
    start = time.perf_counter()
    with log.open("wb") as out:
        process = subprocess.Popen([BIN / str(words[0]), *words[1:]], cwd=cwd, env=ENVIRONMENT, stdout=out, stderr=out)
        _, status, usage = os.wait4(process.pid, 0)
    clock = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in accept:
        raise RuntimeError(f"{' '.join(map(str, words))} failed:\n{log.read_text(errors='replace')[-3000:]}")
    return Cost(clock, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)
