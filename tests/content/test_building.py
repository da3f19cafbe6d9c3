"""What stands in the files is what the rules play with."""

from server.content.problems import Rule
from server.rules.cards import CardStatus, GridCell, PictureKind, Text
from server.rules.ids import AxisId, OptionId
from tests.content.folder import ContentFolder


def test_a_deck_says_what_its_file_says(content: ContentFolder) -> None:
    deck = content.load().decks["market"]
    assert deck.title == Text("De markt", "The market")
    assert [axis.id for axis in deck.axes] == ["stage", "form"]
    clear, contested = deck.cards
    assert clear.keys[AxisId("stage")].accept == {"client": 1.0}
    assert clear.keys[AxisId("stage")].cue.en == "Next year too"
    assert contested.status is CardStatus.CONTESTED
    assert contested.keys[AxisId("form")].accept == {"moral": 1.0, "structural": 0.5}
    assert contested.version == 1
    assert contested.debate is not None
    assert contested.debate.nl.startswith("Zit de rem")
    assert clear.traps[0].pick == "customer"


def test_an_axis_says_what_its_file_says(content: ContentFolder) -> None:
    axes = content.load().axes
    assert [option.id for option in axes["stage"].options] == ["prospect", "customer", "client"]
    marks = axes["stage"].part_marks
    assert marks is not None
    assert marks.neighbour == 0.25
    assert marks.no_credit_across == (("prospect", "customer"),)
    grid = axes["form"].picture
    assert grid.kind is PictureKind.GRID
    assert grid.cells is not None
    assert grid.cells[OptionId("moral")] == GridCell(row=0, column=1)
    assert grid.empty_at == GridCell(row=1, column=0)


def test_a_text_that_runs_over_lines_is_one_line_on_the_screen(content: ContentFolder) -> None:
    content.change_deck(
        'note: {nl: "Laat de zaal eerst praten.", en: "Let the hall talk first."}',
        "note:\n      nl: |\n        Laat de zaal\n        eerst praten.\n      en: Let the hall talk first.",
    )
    note = content.load().decks["market"].cards[1].note
    assert note is not None
    assert note.nl == "Laat de zaal eerst praten."


def test_two_ways_to_write_an_accent_are_one(content: ContentFolder) -> None:
    content.change_deck('cue: {nl: "kocht één keer vis"', 'cue: {nl: "kocht e\u0301e\u0301n keer vis"')
    cue = content.load().decks["market"].cards[1].keys[AxisId("stage")].cue
    assert cue.nl == "kocht één keer vis"


def test_html_in_a_text_stays_text(content: ContentFolder) -> None:
    content.change_deck("Next year too, she says.", "Next year too, she says. <script>alert(1)</script>")
    library = content.load()
    assert "<script>alert(1)</script>" in library.decks["market"].cards[0].story.en
    assert [(problem.rule, problem.is_warning) for problem in library.problems] == [(Rule.MARKUP, True)]
