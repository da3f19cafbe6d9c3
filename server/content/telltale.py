"""Words that would give a story's answer away: those of the models, and each axis's own labels and hints."""

import re
from collections.abc import Iterable, Iterator, Mapping

from server.content.shapes import AxisShape
from server.content.wording import LANGUAGES

MODEL_WORDS: Mapping[str, tuple[str, ...]] = {
    "nl": (
        "ambassad",
        "commitment",
        "gecommitteerd",
        "integer",
        "integriteit",
        "loyaal",
        "loyaliteit",
        "loyale",
        "moraal",
        "moreel",
        "morele",
        "prospect",
        "structureel",
        "structurele",
        "supporter",
        "toewijding",
        "vertrouw",
        "wantrouw",
        "wederkerig",
    ),
    "en": (
        "ambassador",
        "commitment",
        "committed",
        "distrust",
        "integrity",
        "loyal",
        "moral",
        "prospect",
        "reciproc",
        "structural",
        "supporter",
        "trust",
    ),
}
"""Beginnings of words, in small letters: "vertrouw" stands for vertrouwen, vertrouwt, vertrouwde."""


def telltale_phrases(axes: Iterable[AxisShape]) -> dict[str, tuple[str, ...]]:
    """Per language all that a title or story on these axes may not say."""
    listed = list(axes)
    return {
        language: (*MODEL_WORDS[language], *dict.fromkeys(_labels_and_hints(listed, language)))
        for language in LANGUAGES
    }


def first_telltale(text: str, phrases: Iterable[str]) -> str | None:
    """The first words of the text that begin with one of the phrases, whatever their capitals."""
    for phrase in phrases:
        if found := re.search(rf"\b{re.escape(phrase)}\w*", text, re.IGNORECASE):
            return found[0]
    return None


def _labels_and_hints(axes: Iterable[AxisShape], language: str) -> Iterator[str]:
    for axis in axes:
        for option in axis.options:
            yield from _parts(option.label.in_language(language))
            yield option.hint.in_language(language)


def _parts(label: str) -> list[str]:
    """ "Client (vaste klant)" -> both names; "Laag: afspraak nagekomen" -> what follows, since low is a common word."""
    named = label.split(":", 1)[-1]
    return [part.strip() for part in re.split(r"[()/,]", named) if part.strip()]
