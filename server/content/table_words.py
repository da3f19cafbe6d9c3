"""The figures of the content as text: a table with bars to compare at a glance, and as a value for programs."""

from collections.abc import Iterator, Mapping
from typing import Any

from server.content.first_readings import Agreement
from server.content.table import KEYED_LEAST, ExamFigures, Table, Thin

BAR_LONGEST = 30
_EIGHTHS = "▏▎▍▌▋▊▉█"


def table_lines(table: Table) -> Iterator[str]:
    """The table for people."""
    yield f"{table.cards} cards in {len(table.decks)} decks, {table.contested} contested, {table.twins} twins"
    yield f"{len(table.exams)} mock {'exam' if len(table.exams) == 1 else 'exams'} and {_trial(table)} apart from these"
    yield from _section("Cards per deck", table.decks)
    yield from _section("Cards per model (a card may draw on several)", table.models)
    yield from _options(table.options)
    for name, exam in table.exams.items():
        yield from _exam_lines(name, exam)
    yield from _thin_lines(table.thin)
    yield from _reading_lines(table.read)


def table_value(table: Table) -> Mapping[str, Any]:
    """The same for programs."""
    return {
        "cards": table.cards,
        "decks": len(table.decks),
        "cards_per_deck": dict(table.decks),
        "models": dict(table.models),
        "options": {axis: dict(keyed) for axis, keyed in table.options.items()},
        "contested": table.contested,
        "twins": table.twins,
        "trial": table.trial,
        "reviewed": table.read.fresh,
        "blind_agreement": {
            "cards_read": table.read.cards,
            "cards_agreed": table.read.cards_agreed,
            "keys_read": table.read.keys,
            "keys_agreed": table.read.keys_agreed,
            "cards_known_by_number_only": table.read.lost,
        },
        "exams": {
            name: {
                "sections": dict(exam.sections),
                "models": dict(exam.models),
                "items_read": exam.read.items,
                "keys_read": exam.read.keys,
                "keys_agreed": exam.read.keys_agreed,
            }
            for name, exam in table.exams.items()
        },
        "thin": [
            {"axis": thin.name, "option": thin.option, "cards": thin.cards, "reason": thin.why}
            if thin.option
            else {"model": thin.name, "cards": thin.cards, "reason": thin.why}
            for thin in table.thin
        ],
    }


def bar(count: int, most: int) -> str:
    """A bar as long as a count among others, the longest being BAR_LONGEST; what is there is never quite nothing."""
    eighths = round(count * BAR_LONGEST * 8 / most) if most else 0
    full, rest = divmod(max(eighths, 1 if count else 0), 8)
    return "█" * full + (_EIGHTHS[rest - 1] if rest else "")


def _section(title: str, counts: Mapping[str, int]) -> Iterator[str]:
    yield ""
    yield title
    yield from _bars(counts, max(counts.values(), default=0), max(map(len, counts), default=0))


def _bars(counts: Mapping[str, int], most: int, width: int) -> Iterator[str]:
    """All bars of one scale are comparable, so scale and width are the caller's."""
    digits = len(str(most))
    for name, count in counts.items():
        yield f"  {name:<{width}}  {count:>{digits}}  {bar(count, most)}".rstrip()


def _options(options: Mapping[str, Mapping[str, int]]) -> Iterator[str]:
    yield ""
    yield "Cards per option, where it is the key or can be defended; one scale for all axes"
    most = max((count for keyed in options.values() for count in keyed.values()), default=0)
    width = max((len(option) for keyed in options.values() for option in keyed), default=0)
    for axis, keyed in options.items():
        yield f" {axis}"
        yield from _bars(keyed, most, width)


def _exam_lines(name: str, exam: ExamFigures) -> Iterator[str]:
    parts = ", ".join(f"{count} {section}" for section, count in exam.sections.items())
    yield from _section(f"Mock exam {name}: {parts}; theory per model", exam.models)
    read = exam.read
    yield f"  {read.items} items read blind; at once both readers chose {read.keys_agreed} of {read.keys} keys"


def _thin_lines(thin: tuple[Thin, ...]) -> Iterator[str]:
    yield ""
    yield f"Models without a card, options that are the key on fewer than {KEYED_LEAST}"
    if not thin:
        yield "  none"
    named = [(f"{each.name} {each.option}" if each.option else each.name, each) for each in thin]
    width = max((len(name) for name, _ in named), default=0)
    for name, each in named:
        yield f"  {name:<{width}}  {each.cards}  {each.why or 'no reason is given in gaps.yaml'}"


def _reading_lines(read: Agreement) -> Iterator[str]:
    yield ""
    yield "Blind readings, two per card; as they were the first time, before anything was mended"
    yield f"  cards {_share(read.cards_agreed, read.cards)}"
    yield f"  keys  {_share(read.keys_agreed, read.keys)}"
    if read.lost:
        yield f"  {read.lost} of the cards that differed are known by number only"
    yield f"  {read.fresh} cards stand as they were read last"


def _share(agreed: int, read: int) -> str:
    share = f" ({100 * agreed / read:.1f} %)" if read else ""
    return f"{agreed} of {read} agreed{share}"


def _trial(table: Table) -> str:
    return {0: "no trial card", 1: "1 trial card"}[table.trial]
