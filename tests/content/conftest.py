"""What the lessons about content share."""

from pathlib import Path

import pytest

from tests.content.folder import ContentFolder


@pytest.fixture
def content(tmp_path: Path) -> ContentFolder:
    """A content folder without a fault."""
    return ContentFolder(tmp_path / "game_content")
