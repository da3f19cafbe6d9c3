"""A content folder with a deck that asks in every way there is, contested ways included, on the shipped axes."""

import shutil
from pathlib import Path

DECK = Path(__file__).with_name("every-kind.yaml")
SHIPPED = Path(__file__).parents[2] / "game_content"


def content_with_every_kind(folder: Path) -> Path:
    """Makes the folder's content: all axes and names as they ship, and the one deck "every-kind"."""
    content = folder / "content"
    shutil.copytree(SHIPPED / "axes", content / "axes")
    shutil.copy(SHIPPED / "offered_names.yaml", content)
    (content / "decks").mkdir()
    shutil.copy(DECK, content / "decks")
    return content
