"""Fails if a lock file names a download address, lacks hashes, or does not fit pyproject.toml."""

from __future__ import annotations

import json
import re
import sys
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
ADDRESS = re.compile(r"://|^\s*--(index-url|extra-index-url|find-links)", re.MULTILINE)
PIN = re.compile(r"^([A-Za-z0-9._-]+)==(\S+)(.*)$")


def locked_versions(lock_text: str) -> dict[str, str]:
    """The version of each package in a lock file; a package for several systems is listed once."""
    pins = (PIN.match(line) for line in lock_text.splitlines())
    return {canonicalize_name(pin[1]): pin[2] for pin in pins if pin}


def problems_of_lock(path: Path, wanted: Iterable[str]) -> Iterator[str]:
    """What is wrong with one Python lock file, as readable lines."""
    text = path.read_text()
    name = path.relative_to(ROOT)
    if ADDRESS.search(text):
        yield f"{name}: names a download address"
    for entry in re.split(r"^(?=[A-Za-z0-9])", text, flags=re.MULTILINE):
        if PIN.match(entry) and "--hash=sha256:" not in entry:
            yield f"{name}: {entry.splitlines()[0]} has no hash"
    versions = locked_versions(text)
    for line in wanted:
        requirement = Requirement(line)
        version = versions.get(canonicalize_name(requirement.name))
        if version is None:
            yield f"{name}: lacks {requirement.name}"
        elif not requirement.specifier.contains(version, prereleases=True):
            yield f"{name}: has {requirement.name} {version}, pyproject.toml asks for {requirement.specifier}"


def problems_of_npm_lock(path: Path) -> Iterator[str]:
    """What is wrong with the pages' lock file: addresses, or packages without an integrity hash."""
    name = path.relative_to(ROOT)
    for place, package in json.loads(path.read_text())["packages"].items():
        if "resolved" in package:
            yield f"{name}: {place} names a download address"
        if place and not package.get("link") and not package.get("inBundle") and "integrity" not in package:
            yield f"{name}: {place} has no hash"


def main() -> int:
    """Prints every problem; the exit status is 1 if there is one."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    groups = project["dependency-groups"]
    locks = ROOT / "requirements"
    problems = [
        *problems_of_lock(locks / "runtime.lock", [*project["project"]["dependencies"], *groups["build"]]),
        *problems_of_lock(locks / "dev.lock", groups["dev"]),
        *problems_of_lock(locks / "audit.lock", groups["audit"]),
        *problems_of_lock(locks / "node.lock", groups["node"]),
        *problems_of_npm_lock(ROOT / "web" / "package-lock.json"),
        *problems_of_npm_lock(ROOT / "tools" / "yardstick" / "package-lock.json"),
    ]
    for problem in problems:
        print(problem, file=sys.stderr)
    if problems:
        print("Run `make lock` (Python) or `npm install` in web/ with the project's .npmrc.", file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
