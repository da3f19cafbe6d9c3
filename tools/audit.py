"""Asks which locked packages have known faults: Python's by pip-audit, the pages' by npm audit.

A find fails. A database that cannot be reached, or that does not know a package, is said and does not fail, so that a
clone without a network can be built; with --strict it does (exit status 2). What was not asked is never called clean.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
AUDITOR = ROOT / ".venv" / "auditor"
PYTHON_LOCKS = ("runtime", "dev", "node", "audit")
NPM_FOLDERS = ("web", "tools/yardstick")
FOUND, NOT_ASKED = 1, 2
LIMIT_SECONDS = 240


@dataclass(frozen=True)
class Answer:
    """What came of one question: how many packages were looked up, what was found, and what could not be asked."""

    asked: int
    found: tuple[str, ...] = ()
    not_asked: tuple[str, ...] = ()


def read_pip_answer(text: str) -> Answer:
    """The report of `pip-audit --format json`; one that is none means that nothing was asked."""
    try:
        packages = json.loads(text)["dependencies"]
    except (ValueError, LookupError, TypeError):
        return Answer(0, not_asked=("pip-audit gave no report",))
    found = tuple(
        f"{package['name']} {package['version']}: {fault['id']}, mended in {', '.join(fault['fix_versions']) or 'none'}"
        for package in packages
        for fault in package.get("vulns", ())
    )
    skipped = tuple(str(package["name"]) for package in packages if "skip_reason" in package)
    return Answer(len(packages) - len(skipped), found, skipped)


def read_npm_answer(text: str) -> Answer:
    """The report of `npm audit --json`; one that is none, or an error, means that nothing was asked."""
    try:
        report: dict[str, Any] = json.loads(text)
        asked = int(report["metadata"]["dependencies"]["total"])
        faults = report["vulnerabilities"]
    except (ValueError, LookupError, TypeError):
        return Answer(0, not_asked=("npm gave no report",))
    found = tuple(f"{name}: {fault['severity']}, {_titles(fault)}" for name, fault in sorted(faults.items()))
    return Answer(asked, found)


def _titles(fault: dict[str, Any]) -> str:
    """What is said of a fault; where it comes with another package, that one's name."""
    return "; ".join(cause if isinstance(cause, str) else str(cause["title"]) for cause in fault["via"])


def main(arguments: Sequence[str]) -> int:
    """Asks about every lock; prints what was found, and what was not asked."""
    answers = {f"requirements/{name}.lock": _ask_pip(name) for name in PYTHON_LOCKS}
    answers |= {f"{folder}/package-lock.json": _ask_npm(folder) for folder in NPM_FOLDERS}
    return tell(answers, "--strict" in arguments)


def tell(answers: dict[str, Answer], is_strict: bool) -> int:
    """Prints the answers, by lock; returns the exit status."""
    for lock, answer in answers.items():
        for fault in answer.found:
            print(f"FOUND in {lock}: {fault}", file=sys.stderr)
        if answer.not_asked:
            names = ", ".join(answer.not_asked[:5]) + (" ..." if len(answer.not_asked) > 5 else "")
            print(f"NOT ASKED, {lock}: {len(answer.not_asked)} ({names})", file=sys.stderr)
        print(f"{lock}: {answer.asked} packages asked about, {len(answer.found)} faults known")
    if any(answer.found for answer in answers.values()):
        return FOUND
    if any(answer.not_asked for answer in answers.values()):
        print(
            "What was not asked is not known to be clean: run `make audit` where the databases answer.", file=sys.stderr
        )
        return NOT_ASKED if is_strict else 0
    return 0


def _ask_pip(name: str) -> Answer:
    if not _has_auditor():
        return Answer(0, not_asked=("pip-audit could not be installed",))
    lock = ROOT / "requirements" / f"{name}.lock"
    options = ["--require-hashes", "--disable-pip", "--format", "json", "--progress-spinner", "off"]
    return read_pip_answer(_output([str(AUDITOR / "bin" / "pip-audit"), "-r", str(lock), *options], ROOT))


def _has_auditor() -> bool:
    """Installs the locked pip-audit once, apart from the packages that it looks at."""
    stamp, lock = AUDITOR / "lock", ROOT / "requirements" / "audit.lock"
    if stamp.exists() and stamp.read_bytes() == lock.read_bytes():
        return True
    install = ["install", "--quiet", "--disable-pip-version-check", "--retries", "1", "--timeout", "10"]
    try:
        subprocess.run([sys.executable, "-m", "venv", str(AUDITOR)], check=True, timeout=LIMIT_SECONDS)
        command = [str(AUDITOR / "bin" / "pip"), *install, "--require-hashes", "-r", str(lock)]
        subprocess.run(command, check=True, timeout=LIMIT_SECONDS, stderr=subprocess.DEVNULL)
    except (subprocess.SubprocessError, OSError):
        return False
    stamp.write_bytes(lock.read_bytes())
    return True


def _ask_npm(folder: str) -> Answer:
    return read_npm_answer(_output([str(ROOT / "tools" / "node"), "npm", "audit", "--json"], ROOT / folder))


def _output(command: Sequence[str], folder: Path) -> str:
    """What a program prints; its exit status says too little: a find and a lost connection are the same to both."""
    try:
        done = subprocess.run(
            command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, timeout=LIMIT_SECONDS
        )
    except (subprocess.SubprocessError, OSError):
        return ""
    return done.stdout


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
