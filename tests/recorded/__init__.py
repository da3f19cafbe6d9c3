"""Sessions that were really played, kept as files, and how they were made."""

from pathlib import Path

FOLDER = Path(__file__).parent
HOUR = "hour-of-120.trede-log"
STANDINGS = "hour-of-120.standings.json"
