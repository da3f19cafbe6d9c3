"""A mock exam as a deck: each question a card with one axis, so that the rules mark it and practice asks it again."""

from server.content.exams import ChoiceItem, Exam, SectionKind
from server.rules.cards import Axis, AxisKind, Card, CardStatus, Deck, Key, Option, Picture, PictureKind, Text
from server.rules.ids import AxisId, CardId, OptionId

NOTHING = Text("", "")


def deck_of_exam(exam: Exam) -> Deck:
    """The exam's questions with options, in its order. An axis has the id of its question; open ones are left out."""
    asked = [
        (item, section.case.paragraphs[item.paragraph - 1] if section.case and item.paragraph else NOTHING)
        for section in exam.sections
        if section.kind is not SectionKind.OPEN
        for item in section.items
    ]
    return Deck(
        id=exam.id,
        title=exam.title,
        about=exam.about,
        axes=tuple(_axis(item) for item, _ in asked),
        cards=tuple(_card(item, paragraph) for item, paragraph in asked),
    )


def _axis(item: ChoiceItem) -> Axis:
    return Axis(
        id=AxisId(item.id),
        kind=AxisKind.SINGLE,
        label=item.question,
        short_label=item.question,
        question=item.question,
        model=item.model,
        options=tuple(Option(OptionId(option.id), option.text, option.text, NOTHING) for option in item.options),
        picture=Picture(PictureKind.BARS),
    )


def _card(item: ChoiceItem, paragraph: Text) -> Card:
    return Card(
        id=CardId(item.id),
        title=item.question,
        person="",
        story=paragraph,
        models=(item.model,),
        theme=item.theme,
        difficulty=1,
        status=CardStatus.CLEAR,
        version=1,
        keys={AxisId(item.id): Key({OptionId(item.key): 1.0}, cue=NOTHING, why=item.why)},
        traps=(),
    )
