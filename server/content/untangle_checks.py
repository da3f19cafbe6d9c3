"""The rules on the questions that pull two options of an axis apart."""

from server.content.axis_shapes import AxisShape
from server.content.documents import Document
from server.content.lengths import check_characters
from server.content.problems import Rule
from server.content.wording import nearest_name, one_of

UNTANGLE_CHARACTERS_MOST = 60
"""One line of the projector."""


def check_untangles(document: Document, axis: AxisShape) -> None:
    """Notes all that is wrong with an axis's own questions."""
    known = [option.id for option in axis.options]
    seen: set[frozenset[str]] = set()
    for place, untangle in enumerate(axis.untangles):
        path = ("untangles", place)
        check_characters(document, (*path, "question"), untangle.question, UNTANGLE_CHARACTERS_MOST)
        unknown = [option for option in untangle.pair if option not in known]
        for option in unknown:
            message = f"The axis '{axis.id}' has no option '{option}'."
            document.problem((*path, "pair"), Rule.OPTION_KNOWN, message, one_of(known, nearest_name(option, known)))
        if unknown:
            continue
        one, other = untangle.pair
        if one == other:
            message = f"'{one}' stands here twice."
            document.problem((*path, "pair"), Rule.UNTANGLES, message, "Name two options that are mixed up.")
        elif frozenset(untangle.pair) in seen:
            message = f"There is already a question for '{one}' and '{other}'; their order is nothing."
            document.problem((*path, "pair"), Rule.UNTANGLES, message, "Keep one of the two.")
        seen.add(frozenset(untangle.pair))
