"""A small content folder without a fault, which each lesson spoils in one place."""

from pathlib import Path

from server.content.library import Library, load_library
from server.content.problems import Problem

STAGE = """\
id: stage
kind: ordinal
label: {nl: "Trede", en: "Stage"}
short_label: {nl: "Trede", en: "Stage"}
question: {nl: "Welke trede?", en: "Which stage?"}
model: M3
part_marks: {neighbour: 0.25, no_credit_across: [[prospect, customer]]}
picture: {kind: pyramid}
telltales: {nl: [customer], en: [customer]}
options:
  - id: prospect
    label: {nl: "Prospect", en: "Prospect"}
    short: {nl: "Prospect", en: "Prospect"}
    hint: {nl: "Nog niets gekocht", en: "Nothing bought yet"}
  - id: customer
    label: {nl: "Customer (koper)", en: "Customer (buyer)"}
    short: {nl: "Customer", en: "Customer"}
    hint: {nl: "Eén transactie", en: "One transaction"}
  - id: client
    label: {nl: "Client (vaste klant)", en: "Client (regular)"}
    short: {nl: "Client", en: "Client"}
    hint: {nl: "Kijkt verder", en: "Looks further"}
"""

FORM = """\
id: form
kind: single
label: {nl: "Vorm", en: "Form"}
short_label: {nl: "Vorm", en: "Form"}
question: {nl: "Willen of moeten?", en: "Want to or have to?"}
model: M14
picture:
  kind: grid
  columns: [{nl: Vrij, en: Free}, {nl: Beperkt, en: Limited}]
  rows: [{nl: Intern, en: Internal}, {nl: Extern, en: External}]
  cells: {personal: [0, 0], moral: [0, 1], structural: [1, 1]}
  empty: {at: [1, 0], why: {nl: "Leeg met opzet", en: "Empty on purpose"}}
options:
  - id: personal
    label: {nl: "Persoonlijk", en: "Personal"}
    short: {nl: "Persoonlijk", en: "Personal"}
    hint: {nl: "Ik wil blijven", en: "I want to stay"}
  - id: moral
    label: {nl: "Moreel", en: "Moral"}
    short: {nl: "Moreel", en: "Moral"}
    hint: {nl: "Ik hoor te blijven", en: "I ought to stay"}
  - id: structural
    label: {nl: "Structureel", en: "Structural"}
    short: {nl: "Structureel", en: "Structural"}
    hint: {nl: "Ik kan niet weg", en: "I cannot leave"}
"""

DECK = """\
id: market
title: {nl: "De markt", en: "The market"}
about: {nl: "Eén kraam en wie er komen.", en: "One stall and who come there."}
axes: [stage, form]
cards:
  - id: cheese-on-friday
    title: {nl: "Kaas op vrijdag", en: "Cheese on Friday"}
    person: Noor
    story:
      nl: "Noor haalt elke vrijdag kaas bij Ben. Volgend jaar ook weer, zegt ze. Niemand anders verkoopt hier kaas."
      en: "Noor gets cheese from Ben every Friday. Next year too, she says. Nobody else sells cheese here."
    models: [M3, M14]
    theme: cg
    difficulty: 1
    status: clear
    version: 1
    key:
      stage:
        is: client
        cue: {nl: "Volgend jaar ook weer", en: "Next year too"}
        why: {nl: "Ze kijkt voorbij deze koop.", en: "She looks past this purchase."}
      form:
        is: structural
        cue: {nl: "Niemand anders verkoopt hier kaas", en: "Nobody else sells cheese here"}
        why: {nl: "De rem ligt om haar heen.", en: "The brake lies around her."}
    traps:
      - axis: stage
        pick: customer
        text: {nl: "Het blijft niet bij één keer.", en: "It does not end with one time."}
      - axis: form
        pick: personal
        text: {nl: "Er staat niet dat ze het graag doet.", en: "Nothing says that she likes it."}
  - id: two-stalls-of-fish
    title: {nl: "Twee viskramen", en: "Two stalls of fish"}
    person: Sem
    story:
      nl: "Sem kocht één keer vis bij Ria. Hij vindt dat hij haar niet mag laten zitten. De buren praten erover."
      en: "Sem bought fish from Ria once. He feels that he may not let her down. The neighbours talk about it."
    models: [M3, M14]
    theme: cg
    difficulty: 3
    status: contested
    key:
      stage:
        is: customer
        cue: {nl: "kocht één keer vis", en: "bought fish from Ria once"}
        why: {nl: "Eén koop, meer niet.", en: "One purchase, no more."}
      form:
        accept: {moral: 1, structural: 0.5}
        cue: {nl: "niet mag laten zitten", en: "may not let her down"}
        why: {nl: "Zijn eigen norm, of die van de buren.", en: "His own norm, or the neighbours'."}
    traps:
      - axis: stage
        pick: client
        text: {nl: "Er is geen blik vooruit.", en: "There is no outlook."}
      - axis: form
        pick: personal
        text: {nl: "Willen staat er niet.", en: "It does not say wanting."}
    debate: {nl: "Zit de rem in Sem of om hem heen?", en: "Is the brake inside Sem or around him?"}
    note: {nl: "Laat de zaal eerst praten.", en: "Let the hall talk first."}
"""

NAMES = """\
nl: [Vrolijke Vos, Snelle Egel, Groene Otter]
en: [Happy Fox, Quick Hedgehog, Green Otter]
"""


class ContentFolder:
    """The folder on disk, with ways to spoil it and to read what is then said."""

    def __init__(self, path: Path) -> None:
        self.path = path
        for name, text in (
            ("axes/stage.yaml", STAGE),
            ("axes/form.yaml", FORM),
            ("decks/market.yaml", DECK),
            ("offered_names.yaml", NAMES),
        ):
            self.write(name, text)

    def write(self, name: str, text: str | bytes) -> Path:
        """Writes a file in the folder, in place of what it held."""
        file = self.path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
        return file

    def change(self, name: str, old: str, new: str) -> None:
        """Puts other words in the place of some that stand once in a file."""
        text = (self.path / name).read_text("utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
        self.write(name, text.replace(old, new))

    def change_deck(self, old: str, new: str) -> None:
        """The same in the deck."""
        self.change("decks/market.yaml", old, new)

    def change_axis(self, name: str, old: str, new: str) -> None:
        """The same in an axis."""
        self.change(f"axes/{name}.yaml", old, new)

    def load(self) -> Library:
        """What the server would play with."""
        return load_library(self.path)

    def problems(self) -> list[Problem]:
        """All that is said about the folder."""
        return list(self.load().problems)

    def line_of(self, name: str, words: str) -> int:
        """The line on which words stand in a file, counted from 1."""
        lines = (self.path / name).read_text("utf-8").splitlines()
        return next(number for number, line in enumerate(lines, 1) if words in line)

    def only_problem(self) -> Problem:
        """The one thing that is said; fails when nothing or more is."""
        found = self.problems()
        assert len(found) == 1, [f"{each.line} {each.field} {each.rule.value} {each.message}" for each in found]
        return found[0]
