"""The page of licences is what the locks say, and a licence that nobody has looked at does not pass."""

import importlib
from typing import Any

import pytest

licences: Any = importlib.import_module("tools.licences")


@pytest.mark.parametrize(
    ("licence", "passes"),
    [
        ("MIT", True),
        ("BSD-3-Clause AND 0BSD AND MIT", True),
        ("Apache Software License", True),
        ("OFL-1.1", True),
        ("MIT OR GPL-2.0", True),
        ("GPL-3.0-only", False),
        ("MIT AND AGPL-3.0", False),
        ("not known", False),
    ],
)
def test_a_licence_passes_or_is_looked_at(licence: str, passes: bool) -> None:
    parts = {"The server": [licences.Package("flask", "3.1.3", licence)]}
    assert (licences.doubtful(parts) == []) is passes


def test_a_package_of_another_system_keeps_what_the_page_says_of_that_version() -> None:
    page = licences.page_of({"Here": [licences.Package("only-elsewhere", "1.0", "ISC")]})
    known = {(name, version): licence for name, version, licence in licences.LINE.findall(page)}
    assert known[("only-elsewhere", "1.0")] == "ISC"
    assert ("only-elsewhere", "1.1") not in known
