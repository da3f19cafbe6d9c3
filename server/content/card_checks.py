"""The rules on one card: its texts, what they may not tell, and whether it is contested."""

from collections.abc import Mapping, Sequence

from server.content.axis_shapes import AxisShape
from server.content.cue_checks import check_cues
from server.content.deck_shapes import CardShape
from server.content.documents import Document
from server.content.key_checks import check_keys
from server.content.lengths import check_characters, check_words
from server.content.problems import FieldPath, Rule
from server.content.sheet_checks import check_axes_apart
from server.content.telltale import first_telltale, telltale_phrases
from server.content.trap_checks import check_traps
from server.content.wording import LANGUAGES
from server.rules.cards import CardStatus

STORY_WORDS_MOST = 60
WHY_WORDS_MOST = 35
TRAP_WORDS_MOST = 30
TITLE_CHARACTERS_MOST = 40
DEBATE_CHARACTERS_MOST = 120
"""At 64 px the question takes two lines of the projector at most."""


def check_card(document: Document, at: FieldPath, card: CardShape, axes: Mapping[str, AxisShape]) -> None:
    """Notes all that is wrong with the card that stands at a place in the document; `axes` are the deck's."""
    asked = [axes[axis] for axis in card.key if axis in axes]
    _check_id(document, (*at, "id"), card.id, asked)
    _check_texts(document, at, card)
    _check_telltales(document, at, card, asked)
    check_keys(document, (*at, "key"), card, axes)
    check_axes_apart(document, (*at, "key"), card, axes)
    check_cues(document, at, card)
    check_traps(document, (*at, "traps"), card, axes)
    _check_contested(document, at, card)


def _check_id(document: Document, path: FieldPath, card_id: str, asked: Sequence[AxisShape]) -> None:
    options = {option.id for axis in asked for option in axis.options}
    told = options & {card_id, *card_id.split("-")}
    if told:
        message = f"The id names the option '{sorted(told)[0]}', and phones see it before the reveal."
        document.problem(path, Rule.ID_TELLS_NOTHING, message, "Name the card after its story.")


def _check_texts(document: Document, at: FieldPath, card: CardShape) -> None:
    check_words(document, (*at, "story"), card.story, STORY_WORDS_MOST)
    for axis, key in card.key.items():
        check_words(document, (*at, "key", axis, "why"), key.why, WHY_WORDS_MOST)
    for place, trap in enumerate(card.traps):
        check_words(document, (*at, "traps", place, "text"), trap.text, TRAP_WORDS_MOST)
    check_characters(document, (*at, "title"), card.title, TITLE_CHARACTERS_MOST)
    if card.debate:
        check_characters(document, (*at, "debate"), card.debate, DEBATE_CHARACTERS_MOST)
    for language in LANGUAGES:
        if card.person not in card.story.in_language(language):
            message = f"'{card.person}' is not in this story."
            remedy = "Use the person's name in both stories, spelled as in 'person'."
            document.warning((*at, "story", language), Rule.PERSON_IN_STORY, message, remedy)
    if card.story.nl == card.story.en:
        message = "The Dutch and the English story are the same."
        document.problem((*at, "story"), Rule.TRANSLATED, message, "Write the story in both languages.")


def _check_telltales(document: Document, at: FieldPath, card: CardShape, asked: Sequence[AxisShape]) -> None:
    phrases = telltale_phrases(asked)
    for part, text in (("title", card.title), ("story", card.story)):
        for language in LANGUAGES:
            told = first_telltale(text.in_language(language), phrases[language])
            if told:
                message = f"'{told}' gives an answer away."
                remedy = "Show it by what the person does or says, in everyday words."
                document.problem((*at, part, language), Rule.TELLS_NOTHING, message, remedy)


def _check_contested(document: Document, at: FieldPath, card: CardShape) -> None:
    has_several = any(key.accept is not None and len(key.accept) > 1 for key in card.key.values())
    is_contested = card.status is CardStatus.CONTESTED
    if has_several and not is_contested:
        message = "More than one option is accepted, but the card says that it is clear."
        document.problem((*at, "status"), Rule.CONTESTED_STATUS, message, "Write status: contested.")
    if is_contested and not has_several:
        message = "The card says that it is contested, but each key has one option."
        remedy = "Write accept: {one: 1, other: 1} on the axis in question, or status: clear."
        document.problem((*at, "status"), Rule.CONTESTED_STATUS, message, remedy)
    if is_contested and card.debate is None:
        message = "A contested card has no question to debate."
        document.problem((*at, "debate"), Rule.CONTESTED_DEBATE, message, "Add debate: with nl and en.")
    if card.debate is not None and not is_contested:
        message = "The card is clear, so there is nothing to debate."
        document.problem((*at, "debate"), Rule.CONTESTED_DEBATE, message, "Move the question to note:.")
