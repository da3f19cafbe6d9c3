"""An audit fails by what it finds, and never calls clean what it did not ask."""

import importlib
import json
from typing import Any

import pytest

audit: Any = importlib.import_module("tools.audit")

CLEAN = {"name": "flask", "version": "3.1.3", "vulns": []}
FAULTY = {
    "name": "eventlet",
    "version": "0.40.0",
    "vulns": [{"id": "PYSEC-1", "fix_versions": ["0.40.3"], "aliases": ["CVE-1"], "description": "Smuggling."}],
}
UNKNOWN = {"name": "redis", "skip_reason": "Dependency not found on PyPI and could not be audited: redis (8.1.0)"}
NPM_CLEAN = {"auditReportVersion": 2, "vulnerabilities": {}, "metadata": {"dependencies": {"total": 121}}}
NPM_FAULTY = {
    **NPM_CLEAN,
    "vulnerabilities": {
        "ws": {"severity": "high", "via": [{"title": "A header too many"}]},
        "engine.io-client": {"severity": "high", "via": ["ws"]},
    },
}


def pip(*packages: Any) -> Any:
    return audit.read_pip_answer(json.dumps({"dependencies": packages, "fixes": []}))


def test_a_fault_of_a_python_package_is_a_find_and_names_its_remedy(capsys: pytest.CaptureFixture[str]) -> None:
    answer = pip(CLEAN, FAULTY)
    assert answer.found == ("eventlet 0.40.0: PYSEC-1, mended in 0.40.3",)
    assert audit.tell({"runtime.lock": answer}, False) == audit.FOUND
    assert "FOUND in runtime.lock: eventlet 0.40.0" in capsys.readouterr().err


def test_a_fault_of_a_page_package_is_a_find_also_through_another(capsys: pytest.CaptureFixture[str]) -> None:
    answer = audit.read_npm_answer(json.dumps(NPM_FAULTY))
    assert answer.found == ("engine.io-client: high, ws", "ws: high, A header too many")
    assert audit.tell({"web": answer}, False) == audit.FOUND


def test_all_asked_and_nothing_found_is_good(capsys: pytest.CaptureFixture[str]) -> None:
    answers = {"runtime.lock": pip(CLEAN), "web": audit.read_npm_answer(json.dumps(NPM_CLEAN))}
    assert audit.tell(answers, True) == 0
    assert "web: 121 packages asked about, 0 faults known" in capsys.readouterr().out


@pytest.mark.parametrize(
    "answer",
    [
        audit.read_pip_answer(""),
        audit.read_pip_answer("ERROR: no network"),
        audit.read_npm_answer('{"message": "405 Method Not Allowed", "error": {"summary": ""}}'),
        audit.read_npm_answer("[]"),
        pip(UNKNOWN),
    ],
)
def test_what_could_not_be_asked_is_said_and_fails_only_who_is_strict(
    answer: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    assert answer.asked == 0
    assert audit.tell({"a.lock": answer}, False) == 0
    assert "NOT ASKED, a.lock" in capsys.readouterr().err
    assert audit.tell({"a.lock": answer}, True) == audit.NOT_ASKED


def test_a_find_beside_what_could_not_be_asked_is_still_a_find(capsys: pytest.CaptureFixture[str]) -> None:
    assert audit.tell({"a.lock": pip(FAULTY, UNKNOWN)}, False) == audit.FOUND
    assert "1 (redis)" in capsys.readouterr().err
