"""What the lessons about content share."""

from pathlib import Path

import pytest

from tests.content.folder import ContentFolder
from tests.content.kinds_folder import KindsFolder


@pytest.fixture
def content(tmp_path: Path) -> ContentFolder:
    """A content folder without a fault."""
    return ContentFolder(tmp_path / "game_content")


@pytest.fixture
def kinds(tmp_path: Path) -> KindsFolder:
    """A content folder without a fault, with every kind of axis."""
    return KindsFolder(tmp_path / "game_content")
