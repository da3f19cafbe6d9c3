"""The rules on one card: its texts, its key on each axis of the deck, its traps, and whether it is contested."""

from collections.abc import Mapping

from server.content.cue_checks import check_cues
from server.content.documents import Document
from server.content.problems import FieldPath, Rule
from server.content.shapes import AxisShape, CardShape, KeyShape, TextShape
from server.content.telltale import first_telltale, telltale_phrases
from server.content.wording import LANGUAGES, has_markup, nearest_name, one_of, word_count
from server.rules.cards import CardStatus

STORY_WORDS_MOST = 60
WHY_WORDS_MOST = 35
TRAP_WORDS_MOST = 30
TITLE_CHARACTERS_MOST = 40
DEBATE_CHARACTERS_MOST = 120
"""At 64 px the question takes two lines of the projector at most."""


def check_card(document: Document, at: FieldPath, card: CardShape, axes: Mapping[str, AxisShape]) -> None:
    """Notes all that is wrong with the card that stands at a place in the document; `axes` are the deck's."""
    _check_id(document, (*at, "id"), card.id, axes)
    _check_texts(document, at, card)
    _check_telltales(document, at, card, axes)
    _check_keys(document, (*at, "key"), card, axes)
    check_cues(document, at, card)
    _check_traps(document, (*at, "traps"), card, axes)
    _check_contested(document, at, card)


def _check_id(document: Document, path: FieldPath, card_id: str, axes: Mapping[str, AxisShape]) -> None:
    options = {option.id for axis in axes.values() for option in axis.options}
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
        if has_markup(card.story.in_language(language)):
            message = "This looks like HTML; the class will see it as it stands."
            document.warning((*at, "story", language), Rule.MARKUP, message, "Write plain text.")


def check_words(document: Document, path: FieldPath, text: TextShape, most: int) -> None:
    """Notes each language in which the text has too many words."""
    for language in LANGUAGES:
        count = word_count(text.in_language(language))
        if count > most:
            message = f"{count} words stand here; {most} is the most."
            document.problem((*path, language), Rule.LENGTH, message, f"Leave out {count - most}.")


def check_characters(document: Document, path: FieldPath, text: TextShape, most: int) -> None:
    """Notes each language in which the text has too many characters."""
    for language in LANGUAGES:
        count = len(text.in_language(language))
        if count > most:
            message = f"{count} characters stand here; {most} is the most."
            document.problem((*path, language), Rule.LENGTH, message, f"Shorten it by {count - most}.")


def _check_telltales(document: Document, at: FieldPath, card: CardShape, axes: Mapping[str, AxisShape]) -> None:
    phrases = telltale_phrases(axes.values())
    for part, text in (("title", card.title), ("story", card.story)):
        for language in LANGUAGES:
            told = first_telltale(text.in_language(language), phrases[language])
            if told:
                message = f"'{told}' gives an answer away."
                remedy = "Show it by what the person does or says, in everyday words."
                document.problem((*at, part, language), Rule.TELLS_NOTHING, message, remedy)


def _check_keys(document: Document, path: FieldPath, card: CardShape, axes: Mapping[str, AxisShape]) -> None:
    for axis in axes:
        if axis not in card.key:
            message = f"The card has no key on the deck's axis '{axis}'."
            document.problem(path, Rule.KEY_PER_AXIS, message, f"Add {axis}: with is, cue and why.")
    for axis, key in card.key.items():
        if axis not in axes:
            message = f"'{axis}' is not an axis of this deck."
            document.problem((*path, axis), Rule.KEY_PER_AXIS, message, one_of(axes, nearest_name(axis, axes)))
            continue
        _check_key_form(document, (*path, axis), key, axes[axis])
        for option in key.shares:
            field = ("is",) if key.accept is None else ("accept", option)
            check_option(document, (*path, axis, *field), option, axes[axis])


def _check_key_form(document: Document, path: FieldPath, key: KeyShape, axis: AxisShape) -> None:
    if key.is_ is None and key.accept is None:
        message = "The key says nothing about what is right."
        document.problem(path, Rule.KEY_FORM, message, "Add is: with the right option's id.")
    elif key.is_ is not None and key.accept is not None:
        message = "The key has both 'is' and 'accept'."
        document.problem(path, Rule.KEY_FORM, message, "Keep 'is' for one right option, 'accept' for several.")
    elif key.accept is not None and len(key.accept) == 1:
        message = "Only one option is accepted."
        document.problem((*path, "accept"), Rule.KEY_FORM, message, f"Write is: {next(iter(key.accept))} instead.")
    elif key.accept is not None and max(key.accept.values()) < 1:
        message = "No accepted option has the share 1, so nobody can earn the whole point."
        document.problem((*path, "accept"), Rule.KEY_FORM, message, "Give the best option the share 1.")
    elif len(key.shares) >= len(axis.options):
        message = "Every option of the axis is accepted, so there is nothing to ask."
        document.problem((*path, "accept"), Rule.KEY_FORM, message, "Leave out what cannot be defended.")


def check_option(document: Document, path: FieldPath, option: str, axis: AxisShape) -> None:
    """Notes an option that the axis does not have, with the one that was probably meant."""
    known = [candidate.id for candidate in axis.options]
    if option not in known:
        message = f"The axis '{axis.id}' has no option '{option}'."
        document.problem(path, Rule.OPTION_KNOWN, message, one_of(known, nearest_name(option, known)))


def _check_traps(document: Document, path: FieldPath, card: CardShape, axes: Mapping[str, AxisShape]) -> None:
    seen: set[tuple[str, str]] = set()
    for place, trap in enumerate(card.traps):
        here = (*path, place)
        if trap.axis not in axes:
            message = f"'{trap.axis}' is not an axis of this deck."
            remedy = one_of(axes, nearest_name(trap.axis, axes))
            document.problem((*here, "axis"), Rule.AXIS_KNOWN, message, remedy)
            continue
        check_option(document, (*here, "pick"), trap.pick, axes[trap.axis])
        if trap.axis in card.key and trap.pick in card.key[trap.axis].shares:
            message = f"'{trap.pick}' is accepted on '{trap.axis}', so it cannot be a trap."
            document.problem((*here, "pick"), Rule.TRAP_NOT_KEY, message, "Name the tempting wrong option.")
        if (trap.axis, trap.pick) in seen:
            message = f"There is already a trap on '{trap.pick}'."
            document.problem((*here, "pick"), Rule.TRAP_ONCE, message, "Put the two texts together.")
        seen.add((trap.axis, trap.pick))
    for axis in axes:
        if axis not in {trap.axis for trap in card.traps}:
            message = f"No trap is written for the axis '{axis}'."
            remedy = "Say of the most tempting wrong option why it tempts and why it fails."
            document.warning(path, Rule.TRAP_PER_AXIS, message, remedy)


def _check_contested(document: Document, at: FieldPath, card: CardShape) -> None:
    has_several = any(len(key.shares) > 1 for key in card.key.values())
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
