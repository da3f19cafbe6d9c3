"""The trial card teaches how to answer: it brings its own axes, and where it is broken the decks play on without it."""

import pytest

from server.content.library import load_library
from server.content.problems import Rule
from server.rules.ids import AxisId
from tests.content.folder import DECK, FORM, ContentFolder
from tests.content.test_check_command import check

OWN = FORM.replace("id: form", "id: trial-form", 1)
CARD = DECK.split("cards:\n  - ")[1].split("  - id: two-stalls")[0]


def indented(text: str, by: str) -> str:
    """The text with each line but the first moved to the right."""
    return text.strip().replace("\n", f"\n{by}")


TRIAL = f"axes:\n  - {indented(OWN, '    ')}\ncard:\n  " + indented(CARD.replace("\n    ", "\n"), "  ").replace(
    "cheese-on-friday", "trial-cheese"
).replace("form:", "trial-form:").replace("axis: form", "axis: trial-form")
STAGE_KEY = TRIAL[TRIAL.index("    stage:") : TRIAL.index("    trial-form:\n      is")]
STAGE_TRAP = TRIAL[TRIAL.index("    - axis: stage") : TRIAL.index("    - axis: trial-form")]
TRIAL = TRIAL.replace(STAGE_KEY, "").replace(STAGE_TRAP, "")


def with_trial(content: ContentFolder, old: str = "", new: str = "") -> ContentFolder:
    """The folder with the trial card, something in it changed that stands there once."""
    content.write("trial.yaml", TRIAL)
    if old:
        content.change("trial.yaml", old, new)
    return content


def test_the_trial_card_comes_with_its_own_axes_and_is_in_no_deck(content: ContentFolder) -> None:
    library = with_trial(content).load()
    assert library.problems == ()
    assert library.trial is not None
    assert (library.trial.card.id, [axis.id for axis in library.trial.axes]) == ("trial-cheese", ["trial-form"])
    assert list(library.trial.card.keys) == ["trial-form"]
    assert "trial-form" not in library.axes
    assert [card.id for card in library.decks["market"].cards] == ["cheese-on-friday", "two-stalls-of-fish"]
    assert library.decks["market"].trial is None


def test_without_the_file_there_is_no_trial_card_and_nothing_to_say(content: ContentFolder) -> None:
    assert (content.load().trial, content.load().problems) == (None, ())


@pytest.mark.parametrize(
    ("old", "new", "rule", "field"),
    [
        ("- id: trial-form", "- id: form", Rule.TRIAL, "axes[form].id"),
        ("  id: trial-cheese", "  id: two-stalls-of-fish", Rule.TRIAL, "card.id"),
        ("  status: clear", "  status: contested", Rule.TRIAL, "card.status"),
        ("  person: Noor", "  person: Noor\n  twin_of: two-stalls-of-fish", Rule.TRIAL, "card.twin_of"),
        ("is: structural", "is: structure", Rule.OPTION_KNOWN, "card.key.trial-form.is"),
        ('"Want to or have to?"', f'"{"W" * 41}"', Rule.LENGTH, "axes[trial-form].question.en"),
        (
            'en: "Nobody else sells cheese here"}',
            'en: "Nobody at all"}',
            Rule.CUE_IN_STORY,
            "card.key.trial-form.cue.en",
        ),
        ("    kind: single", "    kind: single\n    uses: form", Rule.TRIAL, "axes[trial-form].uses"),
        ("  theme: cg", "  theme: cg\n  points: 3", Rule.FIELD_UNKNOWN, "card.points"),
    ],
)
def test_a_broken_trial_card_is_said_and_left_out(
    content: ContentFolder, old: str, new: str, rule: Rule, field: str
) -> None:
    with_trial(content, old, new)
    library = content.load()
    problem = next(each for each in library.problems if each.rule is rule)
    assert (problem.field, problem.file) == (field, str(content.path / "trial.yaml"))
    assert problem.line > 1
    assert library.trial is None
    assert list(library.decks) == ["market"]


def test_an_axis_that_the_card_is_not_asked_on(content: ContentFolder) -> None:
    more = OWN.replace("trial-form", "trial-more")
    with_trial(content, "\ncard:\n", f"\n  - {indented(more, '    ')}\ncard:\n")
    problem = content.only_problem()
    assert (problem.rule, problem.field) == (Rule.TRIAL, "axes[trial-more].id")


@pytest.mark.parametrize("text", ["", "- just\n- a list\n", "card: [\n", "format: 2\n", b"\xff\xfe\x00"])
def test_a_file_that_is_no_trial_card(content: ContentFolder, text: str | bytes) -> None:
    content.write("trial.yaml", text)
    library = content.load()
    assert library.trial is None
    assert {problem.file for problem in library.problems} == {str(content.path / "trial.yaml")}
    assert list(library.decks) == ["market"]


def test_a_folder_in_the_place_of_the_trial_card(content: ContentFolder) -> None:
    (content.path / "trial.yaml").mkdir()
    assert content.only_problem().message == "This is a folder."
    assert list(content.load().decks) == ["market"]


def test_the_file_can_be_checked_by_itself(content: ContentFolder) -> None:
    with_trial(content)
    assert check(content.path / "trial.yaml") == (0, "1 file; 0 problems, 0 warnings.\n")
    content.change("trial.yaml", "  id: trial-cheese", "  id: cheese-on-friday")
    status, said = check(content.path / "trial.yaml")
    assert status == 1
    assert "A deck has a card 'cheese-on-friday' already." in said


def test_a_deck_may_be_called_trial_too(content: ContentFolder) -> None:
    with_trial(content)
    content.write("decks/trial.yaml", DECK.replace("id: market", "id: trial"))
    assert check(content.path / "decks/trial.yaml")[0] == 0
    for _ in range(2):  # The second time from what was parsed before.
        library = load_library(content.path)
        assert library.trial is not None
        assert sorted(library.decks) == ["market", "trial"]
        content.write("trial.yaml", f"{TRIAL}\n")


def test_the_shipped_trial_card_has_a_near_miss_and_tells_how_to_change() -> None:
    trial = load_library().trial
    assert trial is not None
    ladder, single = trial.axes
    assert (ladder.part_marks is not None, single.part_marks) == (True, None)
    whys = " ".join(key.why.en for key in trial.card.keys.values())
    assert "part of the point" in whys
    assert "your last choice counts" in whys
    assert set(trial.card.models) == {"M20"}
    assert trial.card.keys.keys() == {AxisId("trial-mug"), AxisId("trial-drink")}
