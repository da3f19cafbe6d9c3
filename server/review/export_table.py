"""A sitting as three tables for a spreadsheet: every pick, every question, everybody; labels, and ids beside them.

Who is in it is called P1, P2, ... unless the log that it was read from bears names and they are asked for.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import fmean, median

from server.review.pace import Rest, at_once, paced
from server.review.sitting import SAID_AT_ONCE, SaidPick, Sitting, SittingCard
from server.rules.cards import Axis, Key, Point, Text
from server.rules.ids import AxisId, OptionId, PlayerId
from server.rules.picks import Pairs, Pick, Words
from server.rules.scoring import POINT

PEOPLE_AT_ONCE = 50
"""So many rows of people between two rests."""

Cell = str | int | float | bool | None
Label = Callable[[Text], str]

LABELS: dict[str, Label] = {"nl": lambda text: text.nl, "en": lambda text: text.en}
"""By language."""


@dataclass(frozen=True, slots=True)
class Table:
    """`name` is for a sheet or a file; every row has as many cells as there are headings."""

    name: str
    headings: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


PICK_HEADINGS = {
    "nl": (
        "kaart nr", "kaart id", "kaart", "as id", "as", "stem", "wie", "antwoord", "antwoord id", "s (0-1)", "goed",
        "zekerheid", "bedenktijd ms", "telt",
    ),
    "en": (
        "card no", "card id", "card", "axis id", "axis", "vote", "who", "answer", "answer id", "s (0-1)", "right",
        "confidence", "thinking ms", "counts",
    ),
}  # fmt: skip
ITEM_HEADINGS = {
    "nl": (
        "kaart nr", "kaart id", "kaart", "as id", "as", "soort", "moeilijkheid 1-3", "betwist", "sleutel",
        "antwoorden", "goed %", "gemiddelde s", "antwoorden na praten", "goed % na praten", "vaakst fout gekozen",
        "zo vaak", "mediaan bedenktijd ms",
    ),
    "en": (
        "card no", "card id", "card", "axis id", "axis", "kind", "difficulty 1-3", "contested", "key",
        "answers", "right %", "mean s", "answers after talk", "right % after talk", "wrong answer chosen most",
        "so often", "median thinking ms",
    ),
}  # fmt: skip
PEOPLE_HEADINGS = {
    "nl": ("wie", "team", "kaarten beantwoord", "antwoorden", "goed", "gemiddelde s", "punten"),
    "en": ("who", "team", "cards answered", "answers", "right", "mean s", "points"),
}
NAMES = {"nl": ("antwoorden", "kaarten", "mensen"), "en": ("answers", "cards", "people")}
YES_NO = {"nl": ("ja", "nee"), "en": ("yes", "no")}


def export_tables(
    sitting: Sitting, language: str, with_names: bool, rest: Rest = at_once
) -> tuple[Table, Table, Table]:
    """Picks, items and people, in this order, with rests between. Raises KeyError for a language that is none."""
    return (
        picks_table(sitting, language, with_names, rest),
        items_table(sitting, language, rest),
        people_table(sitting, language, with_names, rest),
    )


def picks_table(sitting: Sitting, language: str, with_names: bool, rest: Rest = at_once) -> Table:
    """One row for everything that somebody said on an axis in one vote. Raises KeyError, as all of these."""
    rows = paced(_Tables(sitting, language, with_names).picks(), rest, SAID_AT_ONCE)
    return Table(NAMES[language][0], PICK_HEADINGS[language], tuple(rows))


def items_table(sitting: Sitting, language: str, rest: Rest = at_once) -> Table:
    """One row for each question, an axis of a card. Shares are of the first vote, and of the one after a talk."""
    rows = paced(_Tables(sitting, language, with_names=False).items(), rest, 1)
    return Table(NAMES[language][1], ITEM_HEADINGS[language], tuple(rows))


def people_table(sitting: Sitting, language: str, with_names: bool, rest: Rest = at_once) -> Table:
    """One row for everybody who stayed in, in order of arrival."""
    rows = paced(_Tables(sitting, language, with_names).people(), rest, PEOPLE_AT_ONCE)
    return Table(NAMES[language][2], PEOPLE_HEADINGS[language], tuple(rows))


def said_in_words(axis: Axis, key: Key, pick: Pick, label: Label) -> str:
    """A pick as somebody would read it out."""
    labels = {option.id: label(option.label) for option in axis.options}

    def named(option: OptionId) -> str:
        return labels.get(option, option)

    match pick:
        case str():
            return named(pick)
        case tuple():
            return (" > " if key.order else " + ").join(named(option) for option in pick)
        case Point(x, y):
            return f"x {round(100 * x)} %, y {round(100 * y)} %"
        case Pairs(pairs):
            items = {item: label(text) for item, text in key.items.items()}
            return " / ".join(f"{items.get(item, item)}: {named(option)}" for item, option in pairs.items())
        case Words(text):
            return text


def pick_id(pick: Pick) -> str:
    """The same by ids, for whoever counts by them. Words have none."""
    match pick:
        case str():
            return pick
        case tuple():
            return " ".join(pick)
        case Point(x, y):
            return f"{x:.4f} {y:.4f}"
        case Pairs(pairs):
            return " ".join(f"{item}:{option}" for item, option in pairs.items())
        case Words():
            return ""


def key_in_words(axis: Axis, key: Key, label: Label) -> str:
    """What is right, as somebody would read it out."""
    labels = {option.id: label(option.label) for option in axis.options}
    if key.model_answer is not None:
        return label(key.model_answer)
    if key.order:
        return " > ".join(" = ".join(labels.get(option, option) for option in step) for step in key.order)
    if key.pairs:
        return said_in_words(axis, key, Pairs(key.pairs), label)
    between = " + " if len(key.accept) > 1 and not key.is_contested_on(axis) else " / "
    return between.join(labels.get(option, option) for option in key.accept)


class _Tables:
    """Writes the rows."""

    def __init__(self, sitting: Sitting, language: str, with_names: bool) -> None:
        self._sitting = sitting
        self._label = LABELS[language]
        self._yes, self._no = YES_NO[language]
        self._with_names = with_names
        self._cards = {card.card.id: card for card in sitting.cards}

    def picks(self) -> Iterator[tuple[Cell, ...]]:
        """The rows of picks_table."""
        for one in self._sitting.said:
            card, axis = self._cards[one.card].card, self._sitting.room.deck.axis(one.axis)
            yield (
                one.number,
                one.card,
                self._label(card.title),
                one.axis,
                self._label(axis.label),
                one.vote,
                self._who(one.player),
                said_in_words(axis, card.keys[one.axis], one.pick, self._label),
                pick_id(one.pick),
                _rounded(one.share),
                self._said(one.is_right) if one.share is not None else None,
                one.confidence.value if one.confidence else None,
                one.thinking_millis,
                self._said(one.counts),
            )

    def items(self) -> Iterator[tuple[Cell, ...]]:
        """The rows of items_table."""
        for card in self._sitting.cards:
            for axis_id in card.asked.axes:
                yield self._item(card, axis_id)

    def _item(self, card: SittingCard, axis_id: AxisId) -> tuple[Cell, ...]:
        axis, key = self._sitting.room.deck.axis(axis_id), card.card.keys[axis_id]
        first, second = (self._sitting.said_on(card.card.id, axis_id, vote) for vote in (1, 2))
        wrong = Counter(one.pick for one in first if isinstance(one.pick, str) and not one.is_right)
        most_wrong, so_often = next(iter(wrong.most_common(1)), (None, None))
        return (
            card.number,
            card.card.id,
            self._label(card.card.title),
            axis_id,
            self._label(axis.label),
            axis.kind.value,
            card.card.difficulty,
            self._said(key.is_contested_on(axis)),
            key_in_words(axis, key, self._label),
            len(first),
            _right_percent(first),
            _mean_share(first),
            len(second) if card.talk_at is not None and axis_id in card.asked.revote_axes else None,
            _right_percent(second),
            said_in_words(axis, key, most_wrong, self._label) if most_wrong is not None else None,
            so_often,
            round(median(one.thinking_millis for one in first)) if first else None,
        )

    def people(self) -> Iterator[tuple[Cell, ...]]:
        """The rows of people_table."""
        room = self._sitting.room
        for player in self._sitting.players:
            said = [one for one in self._sitting.said_by(player) if one.counts]
            team = room.seats[player].team
            yield (
                self._who(player),
                None if team is None else room.settings.teams[team],
                len({one.card for one in said}),
                len(said),
                sum(one.is_right for one in said),
                _mean_share(said),
                room.points.get(player, 0) / POINT,
            )

    def _who(self, player: PlayerId) -> str:
        return self._sitting.room.seats[player].name if self._with_names else self._sitting.pseudonym(player)

    def _said(self, is_so: bool) -> str:
        return self._yes if is_so else self._no


def _rounded(share: float | None) -> float | None:
    return None if share is None else round(share, 4)


def _right_percent(said: Sequence[SaidPick]) -> float | None:
    judged = [one.is_right for one in said if one.share is not None]
    return round(100 * sum(judged) / len(judged), 1) if judged else None


def _mean_share(said: Iterable[SaidPick]) -> float | None:
    shares = [one.share for one in said if one.share is not None]
    return round(fmean(shares), 4) if shares else None
