"""Print the audit of a built site as a Markdown table: python -m tests.audit [SITE] [--lighthouse FOLDER].

For one page of each kind: axe-core violations in light and dark, bytes of the first view, and with --lighthouse its
four mobile scores. Below: HTML errors, duplicate ids, broken links and missing anchors of all pages. Exit 1 where
there is any.
"""

import argparse
import shutil
import sys
from pathlib import Path

from playwright.sync_api import Browser

from tests.audit import browser, lighthouse, pages
from tests.audit.serve import serving

HEAVIEST = 150_000
"""Bytes that the first view of a page may transfer: issue 4's bound."""


def axe(chromium: Browser, address: str) -> list[str]:
    """Return the violations of a page in light and dark, each line naming the scheme."""
    found = []
    for scheme in ("light", "dark"):
        page = chromium.new_page(color_scheme=scheme, viewport={"width": 412, "height": 823})
        page.goto(address, wait_until="networkidle")
        found += [f"{scheme}: {violation}" for violation in browser.violations(page)]
        page.close()
    return found


def main() -> int:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("site", nargs="?", type=Path, default=Path("site"))
    ask.add_argument("--lighthouse", type=Path, metavar="FOLDER", help="where Lighthouse is, or is installed by npm")
    ask.add_argument("--only", nargs="*", help="pages to look at, as paths in the site")
    args = ask.parse_args()
    program = lighthouse.install(args.lighthouse) if args.lighthouse else None
    wrong: list[str] = []
    heads = ["page", "axe light+dark", "first view kB", *(lighthouse.CATEGORIES if program else [])]
    print(f"| {' | '.join(heads)} |\n|{' --- |' * len(heads)}")
    with serving(args.site) as address, browser.chromium() as chromium:
        for path in args.only or pages.one_of_each(args.site):
            violations, weight = axe(chromium, address + path), browser.transferred(chromium, address + path)
            cells = [path or "/", str(len(violations)), f"{weight / 1000:.0f}"]
            if program:
                program_scores = lighthouse.scores(program, address + path, shutil.which("chromium") or "")
                cells += [str(score) for score in program_scores.values()]
            print(f"| {' | '.join(cells)} |", flush=True)
            wrong += [f"{path}: {violation}" for violation in violations]
            wrong += [f"{path}: first view takes {weight:,} bytes"] if weight > HEAVIEST else []
    faults = pages.faults(args.site)
    count = len(pages.paths(args.site))
    print(f"\n{count} pages; {len(faults)} HTML errors, duplicate ids, broken links and missing anchors")
    print("\n".join([*wrong, *faults[:50]]))
    return 1 if wrong or faults else 0


if __name__ == "__main__":
    sys.exit(main())
