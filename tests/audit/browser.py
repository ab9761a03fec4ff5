"""What a browser tells of a page: accessibility violations, and what its first view transfers."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

ARGUMENTS = [
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@contextmanager
def chromium() -> Iterator[Browser]:
    """Yield the system's Chromium, headless. Raises FileNotFoundError where none is installed."""
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if program is None:
        raise FileNotFoundError("no chromium on PATH; install Debian's package chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=ARGUMENTS, chromium_sandbox=False)
        yield browser
        browser.close()


def violations(page: Page, *rules: str) -> list[str]:
    """Return axe-core's violations of these rules, or all, on the open page: rule, impact, and the first place."""
    script = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
    page.evaluate(script)
    found: dict[str, Any] = page.evaluate(
        "(rules) => axe.run(document, {resultTypes: ['violations'], ...(rules.length && {runOnly: rules})})", rules
    )
    return [
        f"{v['id']} ({v['impact']}): {v['nodes'][0]['target'][0]} and {len(v['nodes']) - 1} more"
        for v in found["violations"]
    ]


def transferred(browser: Browser, address: str) -> int:
    """Return the bytes that the first view of a page takes off the network, with nothing cached."""
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    sizes: list[float] = []
    session.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    page.goto(address, wait_until="networkidle")
    context.close()
    return round(sum(sizes))
