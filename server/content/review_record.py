"""The record of blind readings as a file of reviews/: found, read and written. What it says is judged elsewhere."""

from collections.abc import Mapping
from io import StringIO
from pathlib import Path
from typing import Any, TypeVar

from ruamel.yaml import YAML

from server.content.opened import open_document
from server.content.review_shapes import (
    CardReviewShape,
    ExamReviewShape,
    ItemReviewShape,
    LostReadingsShape,
    LostShape,
    ReviewShape,
)
from server.content.shape_check import fit

Record = TypeVar("Record", ReviewShape, ExamReviewShape, LostReadingsShape)
REVIEWS = "reviews"
LOST_FILE = "lost_readings.yaml"
"""Its underscore is in no deck's id, so no deck's record can come in its place."""
READ_BLIND = "Let two people read it: `trede deck strip`, then `trede deck review`."
"""What to do where nobody has read."""
HEADER = "# Written by `trede deck review`: what blind readers made of each {what}.\n"


def review_file(folder: Path, name: str) -> Path:
    """Where a content folder keeps the reviews of a deck or an exam."""
    return folder / REVIEWS / f"{name}.yaml"


def read_card_reviews(file: Path) -> Mapping[str, CardReviewShape]:
    """The reviews of a deck by card; none when there is no such file or it cannot be used."""
    shape = _read(file, ReviewShape)
    return shape.cards if shape else {}


def read_item_reviews(file: Path) -> Mapping[str, ItemReviewShape]:
    """The reviews of an exam by item; none when there is no such file or it cannot be used."""
    shape = _read(file, ExamReviewShape)
    return shape.items if shape else {}


def read_lost(folder: Path) -> list[LostShape]:
    """What is known of readings that were not kept."""
    shape = _read(folder / REVIEWS / LOST_FILE, LostReadingsShape)
    return shape.lost if shape else []


def contents_read(file: Path) -> Mapping[str, str]:
    """The print of what was read last, by card or by item, whichever the file is about."""
    if not file.exists():
        return {}
    value = open_document(file).value
    is_exam = isinstance(value, Mapping) and "items" in value
    reviews = read_item_reviews(file) if is_exam else read_card_reviews(file)
    return {name: review.content for name, review in reviews.items()}


def write_card_reviews(file: Path, reviews: Mapping[str, object]) -> None:
    """Writes the record of a deck."""
    _write(file, "card", {"id": file.stem, "cards": dict(reviews)})


def write_item_reviews(file: Path, reviews: Mapping[str, object]) -> None:
    """Writes the record of an exam."""
    _write(file, "item", {"id": file.stem, "items": dict(reviews)})


def with_earlier(review: dict[str, object], before: CardReviewShape | ItemReviewShape | None) -> dict[str, object]:
    """The review with what came before it: a reading is never lost because there is a newer one.

    The same readings of the same content are no newer ones.
    """
    if before is None:
        return review
    earlier = [one.model_dump(exclude_none=True) for one in before.earlier]
    if (before.content, before.readings) != (review["content"], review["readings"]):
        earlier.append(before.model_dump(include={"content", "verdict", "missed", "readings"}))
    return review | ({"earlier": [_said(one) for one in earlier]} if earlier else {})


def as_written(review: CardReviewShape | ItemReviewShape) -> dict[str, object]:
    """A review as it stood in the file."""
    written = review.model_dump(exclude_none=True)
    written["earlier"] = [_said(one) for one in written["earlier"]]
    return _said(written)


def _said(written: dict[str, object]) -> dict[str, object]:
    """Without the lists in which nothing stands."""
    return {name: value for name, value in written.items() if value != []}


def _read(file: Path, shape: type[Record]) -> Record | None:
    if not file.exists():
        return None
    document = open_document(file)
    return fit(document, shape, document.value) if document.value is not None else None


def _write(file: Path, what: str, record: Mapping[str, Any]) -> None:
    file.parent.mkdir(exist_ok=True)
    file.write_text(HEADER.format(what=what) + _yaml(record), encoding="utf-8")


def _yaml(value: Mapping[str, Any]) -> str:
    yaml = YAML(typ="safe", pure=True)
    yaml.default_flow_style = None
    yaml.sort_base_mapping_type_on_output = False  # type: ignore[assignment]
    yaml.width = 120
    written = StringIO()
    yaml.dump(dict(value), written)
    return written.getvalue()
