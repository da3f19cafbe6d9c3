"""A small mock exam without a fault."""

from tests.content.folder import ContentFolder

ITEM = """\
      - id: {id}
        model: {model}
        question: {{nl: "Vraag {id}?", en: "Question {id}?"}}
        options:
          - {{id: a, text: {{nl: "Ja {id}", en: "Yes {id}"}}}}
          - {{id: b, text: {{nl: "Nee {id}", en: "No {id}"}}}}
          - {{id: c, text: {{nl: "Soms {id}", en: "Some {id}"}}}}
        key: b
        why: {{nl: "Daarom.", en: "That is why."}}
"""
PARAGRAPH = '        - number: {number}\n          text: {{nl: "{words}", en: "{words}"}}\n'
OPEN = """\
  - id: open
    title: {nl: "Open", en: "Open"}
    items:
      - id: own-blog
        model: M8
        question: {nl: "Wat zie je?", en: "What do you see?"}
        model_answer: {nl: "Dit.", en: "This."}
        rubric:
          - {id: seen, text: {nl: "Gezien.", en: "Seen."}}
"""
RUBRIC = '        rubric:\n          - {id: seen, text: {nl: "Gezien.", en: "Seen."}}\n'
PARAGRAPHS = "".join(PARAGRAPH.format(number=number, words="woord " * 70) for number in range(1, 5))
EXAM = (
    'id: mock\ntype: exam\ntitle: {nl: "Proef", en: "Mock"}\nabout: {nl: "Kort.", en: "Short."}\nsections:\n'
    '  - id: theory\n    title: {nl: "Theorie", en: "Theory"}\n    items:\n'
    + ITEM.format(id="one", model="M1")
    + ITEM.format(id="two", model="M3")
    + '  - id: case\n    title: {nl: "Casus", en: "Case"}\n    case:\n      title: {nl: "Zaak", en: "Shop"}\n'
    f"      paragraphs:\n{PARAGRAPHS}    items:\n"
    + ITEM.format(id="three", model="M3")
    + "        paragraph: 2\n"
    + OPEN
    + "totals:\n  - {section: theory, wanted: 2, filled: 2}\n"
    "blueprint:\n  - {theme: cg, model: M1, filled: 1}\n  - {theme: cg, model: M3, wanted: 1, filled: 1}\n"
    '  - {theme: cl, filled: 0, hole: {nl: "Geen stof.", en: "No material."}}\n'
)


def with_exam(content: ContentFolder, old: str = "", new: str = "") -> ContentFolder:
    """The folder with the exam, something in it changed that stands there once."""
    content.write("decks/mock.yaml", EXAM)
    if old:
        content.change("decks/mock.yaml", old, new)
    return content
