"""Words that would give a story's answer away: those of the models, and what the axes of its card say themselves."""

import re
from collections.abc import Iterable, Iterator, Mapping

from server.content.axis_shapes import AxisShape, OptionShape
from server.content.wording import LANGUAGES, word_count

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
    """Per language all that a title or story on these axes may not say.

    A label or hint counts from two words on: a single one ("gelijk", "both") may be an everyday word, so those that
    do tell are listed, above for all cards and in the axis's own file for its cards.
    """
    listed = list(axes)
    return {
        language: tuple(
            dict.fromkeys(
                (*MODEL_WORDS[language], *(said for axis in listed for said in _said_by(axis, language))),
            )
        )
        for language in LANGUAGES
    }


def first_telltale(text: str, phrases: Iterable[str]) -> str | None:
    """The first words of the text that begin with one of the phrases, whatever their capitals."""
    lowered = text.lower()
    for phrase in phrases:
        # Most phrases are not there at all, and looking for letters is far quicker than making a pattern.
        if phrase.lower() in lowered and (found := re.search(rf"\b{re.escape(phrase)}\w*", text, re.IGNORECASE)):
            return found[0]
    return None


def telling_names(axis: AxisShape, option: OptionShape, language: str) -> list[str]:
    """The parts of an option's label that nobody says by chance: of two words or more, or listed as telling."""
    told = (*MODEL_WORDS[language], *axis.telltales.in_language(language))
    return [part for part in _parts(option.label.in_language(language)) if _is_phrase(part) or _is_listed(part, told)]


def _is_listed(word: str, told: tuple[str, ...]) -> bool:
    return first_telltale(word, told) is not None


def _said_by(axis: AxisShape, language: str) -> Iterator[str]:
    yield from axis.telltales.in_language(language)
    for option in axis.options:
        for text in (option.label, option.hint):
            yield from filter(_is_phrase, _parts(text.in_language(language)))


def _is_phrase(text: str) -> bool:
    return word_count(text) > 1


def _parts(text: str) -> list[str]:
    """ "Client (vaste klant)" -> both names; "Laag: afspraak nagekomen" -> "Laag" and what follows."""
    return [part.strip(" .?!") for part in re.split(r"[()/,:;]", text) if part.strip(" .?!")]
