"""The rules on a deck as a whole: its name, its axes, and how its keys are spread."""

from server.content.problems import Rule
from tests.content.folder import ContentFolder

CARD = """\
  - id: card-{number}
    title: {{nl: "Kaart", en: "Card"}}
    person: Noor
    story: {{nl: "Noor doet dit en zegt dat.", en: "Noor does this and says that."}}
    models: [M3]
    theme: cg
    difficulty: 1
    status: {status}
    key:
      stage:
        {right}
        cue: {{nl: "doet dit", en: "does this"}}
        why: {{nl: "Daarom.", en: "Because."}}
    traps: [{{axis: stage, pick: {trap}, text: {{nl: "Nee.", en: "No."}}}}]
"""
HEAD = 'id: fair\ntitle: {nl: "Kermis", en: "Fair"}\nabout: {nl: "Kort.", en: "Short."}\naxes: [stage]\ncards:\n'
DEBATE = '    debate: {nl: "Wat weegt zwaarder?", en: "Which weighs more?"}\n'


def deck_of(clear: str, contested: int = 0) -> str:
    """A deck on one axis with a clear card per letter (p, c, l: prospect, customer, client)."""
    options = {"p": "prospect", "c": "customer", "l": "client"}
    text = HEAD
    for number, letter in enumerate(clear):
        trap = "prospect" if letter != "p" else "client"
        text += CARD.format(number=number, status="clear", right=f"is: {options[letter]}", trap=trap)
    for number in range(len(clear), len(clear) + contested):
        right = "accept: {customer: 1, client: 1}"
        text += CARD.format(number=number, status="contested", right=right, trap="prospect") + DEBATE
    return text


def test_a_balanced_deck_of_twelve_passes(content: ContentFolder) -> None:
    content.write("decks/fair.yaml", deck_of("ppppcccclll" + "l"))
    assert content.problems() == []


def test_an_option_that_hardly_comes_up(content: ContentFolder) -> None:
    content.write("decks/fair.yaml", deck_of("pcccccclllll"))
    problem = content.problems()[0]
    assert (problem.rule, problem.field) == (Rule.BALANCE, "cards")
    assert problem.message == "On 'stage' the option 'prospect' is keyed on 1 of 12 cards."
    assert problem.remedy == "Write cards until it is keyed at least 2 times."


def test_an_option_that_comes_up_too_often(content: ContentFolder) -> None:
    content.write("decks/fair.yaml", deck_of("pppppcccclll"))
    problem = content.only_problem()
    assert (problem.rule, problem.line) == (Rule.BALANCE, 5)
    assert problem.message == "On 'stage' the option 'prospect' is keyed on 5 of 12 cards."
    assert problem.remedy.startswith("Let at most 4 cards have it")


FORM_KEY = """\
      form:
        is: {option}
        cue: {{nl: "zegt dat", en: "says that"}}
        why: {{nl: "Zo.", en: "So."}}
"""
FORM_TRAP = '{axis: form, pick: personal, text: {nl: "Nee.", en: "No."}}'


def test_an_option_that_a_class_never_meets(content: ContentFolder) -> None:
    """Six cards of a deck of twelve are asked on the form of commitment too, and none has the key personal."""
    first, *cards = deck_of("ppppccccllll").replace("axes: [stage]", "axes: [stage, form]").split("    traps: [")
    text = first
    for number, card in enumerate(cards):
        is_asked = number < 6
        text += FORM_KEY.format(option=("moral", "structural")[number % 2]) if is_asked else ""
        text += f"    traps: [{FORM_TRAP}, {card}" if is_asked else f"    traps: [{card}"
    content.write("decks/fair.yaml", text)
    problem = content.only_problem()
    assert (problem.rule, problem.field, problem.is_warning) == (Rule.OPTION_MET, "axes[2]", True)
    assert problem.message == "On 'form' the option 'personal' is the key of none of 6 cards."
    content.change_axis("form", "model: M14\n", "model: M14\nnever_keyed: [personal]\n")
    assert content.problems() == []


def test_a_small_deck_need_not_be_balanced(content: ContentFolder) -> None:
    content.write("decks/fair.yaml", deck_of("ppppppppppp"))
    assert content.problems() == []


def test_two_contested_cards_in_twelve_are_enough(content: ContentFolder) -> None:
    content.write("decks/fair.yaml", deck_of("ppppccclll", contested=2))
    assert {problem.rule for problem in content.problems()} <= {Rule.BALANCE}
    content.write("decks/fair.yaml", deck_of("ppppccll", contested=4))
    problem = next(problem for problem in content.problems() if problem.rule is Rule.CONTESTED_FEW)
    assert problem.message == "4 of 12 cards are contested; 2 is the most."


def test_two_cards_with_one_id(content: ContentFolder) -> None:
    content.change_deck("id: two-stalls-of-fish", "id: cheese-on-friday")
    problem = content.only_problem()
    assert (problem.rule, problem.field) == (Rule.ID_ONCE, "cards[cheese-on-friday].id")
    assert problem.line > 6
    assert problem.message == "Another card has the id 'cheese-on-friday' already (line 6)."


def test_an_axis_that_is_not_there(content: ContentFolder) -> None:
    content.change_deck("axes: [stage, form]", "axes: [stages, form]")
    problem = content.only_problem()
    assert (problem.rule, problem.field, problem.line) == (Rule.AXIS_KNOWN, "axes[1]", 4)
    assert problem.message == "There is no axis 'stages'."
    assert problem.remedy.startswith("Did you mean 'stage'?")


def test_an_axis_named_twice(content: ContentFolder) -> None:
    content.change_deck("axes: [stage, form]", "axes: [stage, form, stage]")
    problem = content.only_problem()
    assert (problem.rule, problem.field) == (Rule.ID_ONCE, "axes[3]")


def test_a_deck_is_called_as_its_file(content: ContentFolder) -> None:
    content.change_deck("id: market", "id: fair")
    problem = content.only_problem()
    assert (problem.rule, problem.field, problem.line) == (Rule.ID_IS_FILE_NAME, "id", 1)
    assert problem.remedy == "Rename the file to fair.yaml, or the id."
