"""What can be wrong with a content file, and how it is said: where, which rule, what to do about it."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

FieldPath = tuple[str | int, ...]
"""The way from the top of a file to a field: names of fields and places in lists, from 0."""


class Rule(StrEnum):
    """Every rule that a content file is held against. The word is printed beside the problem."""

    # The file
    FILE_READABLE = "file-readable"
    """The file is there, is an ordinary file, and may be read."""
    FILE_SIZE = "file-size"
    """The file is not empty and not larger than a deck can be."""
    UTF_8 = "utf-8"
    """The file is text in UTF-8."""
    YAML = "yaml"
    """The file is YAML that can be read."""
    PLAIN_YAML = "plain-yaml"
    """Only fields, lists, texts and numbers: no tags, anchors, dates or more than one document."""
    FIELD_ONCE = "field-once"
    """No field stands twice in one place."""
    FORMAT = "format"
    """The file's format is one that this version of the program knows."""

    # Fields and values
    FIELD_MISSING = "field-missing"
    """Every field that is needed is there, in both languages where it is text."""
    FIELD_UNKNOWN = "field-unknown"
    """There is no field that the format does not have."""
    VALUE_KIND = "value-kind"
    """Text where text is meant, a number where a number is meant."""
    VALUE_ALLOWED = "value-allowed"
    """The value is one of those that the field can have."""
    TEXT_CHARACTERS = "text-characters"
    """No control characters or broken Unicode."""
    LENGTH = "length"
    """Texts and lists are not empty and not longer than the screens can show."""
    MARKUP = "markup"
    """Texts are shown as they stand; HTML would be shown too."""

    # Names
    ID_FORM = "id-form"
    """Ids are kebab-case: small letters, digits and single hyphens."""
    ID_IS_FILE_NAME = "id-is-file-name"
    """A deck's or an axis's id is its file's name without the ending."""
    ID_ONCE = "id-once"
    """No two things of a kind have the same id."""
    ID_TELLS_NOTHING = "id-tells-nothing"
    """A card's id goes to the phones before the reveal, so it does not name an option."""
    AXIS_KNOWN = "axis-known"
    """Every axis that is named has a file in axes/."""
    OPTION_KNOWN = "option-known"
    """Every option that is named is one of its axis."""

    # Keys
    KEY_PER_AXIS = "key-per-axis"
    """Each card is keyed on one to four axes, all of them its deck's; each axis of the deck is asked on some card."""
    KEY_FORM = "key-form"
    """A key is written as the kind of its axis asks: see the table of kinds."""
    NEVER_KEYED = "never-keyed"
    """No key is an option that its axis says is never the right one."""
    AXES_APART = "axes-apart"
    """What one axis of a card shows on the answer sheet does not give the key of another away."""
    CUE_IN_STORY = "cue-in-story"
    """The cue stands literally in the story of the same language."""
    CUE_ONCE = "cue-once"
    """The cue stands in the story once, so that the right words light up."""
    CUES_APART = "cues-apart"
    """Cues of different axes do not overlap in the story."""

    # The card as a whole
    TELLS_NOTHING = "tells-nothing"
    """Title and story hold no model word, and no label or hint of the card's axes: the class concludes."""
    TRANSLATED = "translated"
    """The story is not the same text in both languages."""
    PERSON_IN_STORY = "person-in-story"
    """The named person is in the story."""
    TRAP_FORM = "trap-form"
    """A trap names an option; on a pair `item:option`; on a rank or sequence `first>second`."""
    TRAP_NOT_KEY = "trap-not-key"
    """A trap is not what the key says."""
    TRAP_ONCE = "trap-once"
    """A wrong answer has one trap at most."""
    TRAP_PER_AXIS = "trap-per-axis"
    """Each axis of a card has a trap, so that the reveal has something to say to who chose otherwise."""
    TRAP_ASKED = "trap-asked"
    """A trap stands on an axis that its card is asked on; elsewhere nobody meets it."""
    TWIN = "twin"
    """A twin is another card of the library, with the same keys on the axes that both are asked on."""
    CONTRAST = "contrast"
    """A card to contrast with is another card of the library."""
    CONTESTED_STATUS = "contested-status"
    """A card is contested exactly when more than one option is accepted on one of its axes."""
    CONTESTED_DEBATE = "contested-debate"
    """A contested card, and only that, has a question to debate."""

    # The deck as a whole
    BALANCE = "balance"
    """Of twelve cards or more on an axis each option is keyed on at least two and at most 40 % (60 % on a multi)."""
    OPTION_MET = "option-met"
    """In a deck of twelve cards or more each option of an axis with six or more of them is the key at least once."""
    CONTESTED_FEW = "contested-few"
    """At most two in twelve cards are contested."""

    # Axes
    AXIS_FIELDS = "axis-fields"
    """An axis has the fields that its kind needs, and none of another kind's."""
    USES = "uses"
    """An axis has options of its own, or uses those of one that has."""
    OPTIONS_DIFFER = "options-differ"
    """No two options of an axis read the same."""
    PART_MARKS = "part-marks"
    """Part marks fit the axis, and always choosing the same option never earns more than half."""
    PICTURE = "picture"
    """The picture fits the axis and has a place for each option."""
    UNTANGLES = "untangles"
    """Each question pulls two different options of its axis apart, and no two ask it of the same pair."""

    # The trial card
    TRIAL = "trial"
    """The trial card is clear, has axes of its own that it is asked on, and an id that no other card has."""

    # Exams
    EXAM_SECTION = "exam-section"
    """The section case, and only that, has a case."""
    EXAM_ITEM = "exam-item"
    """An item has three or four options and a key that no other item tells; an open one a model answer and a rubric."""
    EXAM_CASE = "exam-case"
    """A case has 250 to 400 words, its paragraphs are numbered from 1, and each of its items names one."""
    EXAM_HOLE = "exam-hole"
    """As many items stand in the exam as are wanted, or it says why not; `filled` is what is there."""

    # Blind reviews
    REVIEW_THERE = "review-there"
    """Each card has been read blind, twice."""
    REVIEW_FRESH = "review-fresh"
    """A card's story and keys are those that were read blind."""
    REVIEW_FORM = "review-form"
    """A reading answers each axis of its card, in the way of its kind."""
    REVIEW_AGREES = "review-agrees"
    """Both readings agree with the key."""

    # Names
    NAME_USABLE = "name-usable"
    """An offered name can be joined with, and no two read the same."""
    BLOCKED_WORD = "blocked-word"
    """A blocked word is three letters or more, without spaces or signs; none holds another, and no offered name one."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, and what to do. A warning does not keep the file from being used."""

    file: str
    line: int
    field: str
    rule: Rule
    message: str
    remedy: str
    is_warning: bool = False


def by_place(problems: Iterable[Problem]) -> list[Problem]:
    """Problems in the order in which a reader meets them: by file, then by line."""
    return sorted(problems, key=lambda problem: (problem.file, problem.line))
