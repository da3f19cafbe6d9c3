"""A mock exam sat on a phone: flags and returns, a reload in the middle, one handing in, a result that adds up."""

from collections import Counter
from collections.abc import Callable

from playwright.sync_api import Page, expect

from server.content.exams import ChoiceItem, OpenItem
from server.content.library import load_library
from tests.browser.conftest import Devices

Shoot = Callable[[Page, str], None]
EXAM = load_library().exams["exam-cg"]
ITEMS: dict[str, ChoiceItem] = {item.question.nl: item for section in EXAM.sections for item in section.items}
QUESTIONS: dict[str, OpenItem] = {item.question.nl: item for section in EXAM.sections for item in section.questions}
ALL = len(ITEMS) + len(QUESTIONS)
LEFT_OPEN = {5, 11}
FLAGGED = {2, 7}
RELOAD_AT = 20


def right_at(number: int) -> bool:
    """Which questions this student knows: two of three."""
    return number % 3 != 0


def test_an_exam_is_sat_with_flags_and_told_as_the_file_has_it(devices: Devices, shoot: Shoot) -> None:
    phone = devices.phone("/practice")
    phone.get_by_role("link", name=EXAM.title.nl).tap()
    expect(phone.get_by_role("heading", name=EXAM.title.nl)).to_be_focused()
    shoot(phone, "exam-start")
    phone.get_by_role("button", name="Begin").tap()

    met: dict[int, str] = {}
    for number in range(1, ALL + 1):
        expect(phone.get_by_role("heading", name=f"Vraag {number} van {ALL}")).to_be_focused()
        met[number] = sit(phone, number)
        if number == RELOAD_AT:
            before = phone.locator("legend").inner_text()
            phone.reload()
            phone.get_by_role("button", name="Ga verder").tap()
            assert phone.locator("legend").inner_text() == before
            expect(phone.locator("input:checked")).to_have_count(1)
            shoot(phone, "exam-question")
        phone.get_by_role("button", name="Kijk over en lever in" if number == ALL else "Volgende").tap()
    assert set(met.values()) == {*ITEMS, *QUESTIONS}

    # Look over: what is open and flagged is counted, and a tap away.
    expect(phone.get_by_text(f"{len(LEFT_OPEN)} staan nog open.")).to_be_visible()
    expect(phone.get_by_text(f"{len(FLAGGED)} zijn gevlagd.")).to_be_visible()
    shoot(phone, "exam-over")
    phone.get_by_role("button", name="Ga naar vraag 7").tap()
    flag = phone.get_by_role("button", name="Gevlagd", exact=True)
    expect(flag).to_have_attribute("aria-pressed", "true")
    flag.tap()
    expect(phone.get_by_role("button", name="Vlag", exact=True)).to_have_attribute("aria-pressed", "false")
    expect(phone.get_by_role("button", name="Ga naar vraag 2")).to_be_visible()
    phone.evaluate("document.querySelector('footer').scrollIntoView()")
    for number in range(7, ALL + 1):
        phone.get_by_role("button", name="Kijk over en lever in" if number == ALL else "Volgende").tap()
    expect(phone.get_by_text("1 is gevlagd.")).to_be_visible()
    phone.get_by_role("button", name="Lever in").tap()

    # The result, counted anew from the file.
    answered = {number: ITEMS[met[number]] for number in met if met[number] in ITEMS}
    right = {number for number in answered if right_at(number) and number not in LEFT_OPEN}
    expect(phone.get_by_role("heading", name=f"{len(right)} van {len(ITEMS)} goed")).to_be_focused()
    of_model = Counter(item.model for item in ITEMS.values())
    right_of_model = Counter(answered[number].model for number in right)
    rows = phone.locator(".rows li .unseen").all_inner_texts()
    assert sorted(row.rsplit(": ", 1)[1] for row in rows) == sorted(
        f"{right_of_model[model]} van {asked}" for model, asked in of_model.items()
    )
    levels = f"Niveaus van vertrouwen: {right_of_model['M12']} van {of_model['M12']}"
    assert levels in rows
    missed = {item.why.nl for number, item in answered.items() if number not in right}
    assert set(phone.locator(".why").all_inner_texts()) == missed
    shoot(phone, "exam-result")

    # Open questions are apart: own words, the model answer, the rubric, ticked by oneself.
    for question in QUESTIONS.values():
        expect(phone.get_by_text(question.model_answer.nl)).to_be_visible()
    expect(phone.get_by_text("Mijn eigen woorden").first).to_be_visible()
    first = next(iter(QUESTIONS.values()))
    phone.get_by_role("checkbox", name=first.rubric[0].text.nl).check()
    expect(phone.get_by_text(f"1 van {len(first.rubric)} punten").first).to_be_visible()

    # A reload keeps it; then the misses become cards to practise.
    phone.reload()
    expect(phone.get_by_role("heading", name=f"{len(right)} van {len(ITEMS)} goed")).to_be_visible()
    phone.get_by_role("button", name=f"Oefen de {len(ITEMS) - len(right)} gemiste").tap()
    phone.wait_for_url("**/practice")
    kept = phone.evaluate("JSON.parse(localStorage.getItem('trede.practice.pool')).cards.map((card) => card.card)")
    assert sorted(kept) == sorted(item.id for number, item in answered.items() if number not in right)
    phone.get_by_role("button", name="Begin met").tap()
    expect(phone.locator("fieldset").first).to_be_visible()


def sit(phone: Page, number: int) -> str:
    """Answers the question on the screen, or leaves it; flags some. Returns the question."""
    if number in FLAGGED:
        phone.get_by_role("button", name="Vlag", exact=True).tap()
    if phone.locator("textarea").count():
        phone.locator("textarea").fill("Mijn eigen woorden")
        return phone.locator("label").inner_text()
    question = phone.locator("legend").inner_text()
    item = ITEMS[question]
    if number not in LEFT_OPEN:
        places = [option.id for option in item.options]
        key = places.index(item.key)
        place = key if right_at(number) else (key + 1) % len(places)
        phone.locator("fieldset input").nth(place).check(force=True)
    return question


def test_an_exam_is_sat_by_keys_and_the_case_keeps_its_place(devices: Devices, shoot: Shoot) -> None:
    phone = devices.phone(f"/exam/{EXAM.id}", touch=False)
    phone.get_by_role("button", name="Begin").press("Enter")
    expect(phone.get_by_role("heading", name=f"Vraag 1 van {ALL}")).to_be_focused()
    phone.keyboard.press("2")
    expect(phone.locator("fieldset input").nth(1)).to_be_checked()
    phone.keyboard.press("f")
    expect(phone.get_by_role("button", name="Gevlagd", exact=True)).to_be_visible()
    phone.keyboard.press("Enter")
    expect(phone.get_by_role("heading", name=f"Vraag 2 van {ALL}")).to_be_focused()
    phone.keyboard.press("p")
    expect(phone.get_by_role("heading", name=f"Vraag 1 van {ALL}")).to_be_focused()

    theory = sum(len(section.items) for section in EXAM.sections if not section.case)
    for number in range(2, theory + 2):
        phone.keyboard.press("n")
        expect(phone.get_by_role("heading", name=f"Vraag {number} van {ALL}")).to_be_focused()
    phone.get_by_role("button", name="De casus").click()
    pane = phone.locator("#case")
    pane.evaluate("pane => (pane.scrollTop = 120)")
    phone.get_by_role("button", name="Sluit de casus").click()
    phone.keyboard.press("n")
    phone.get_by_role("button", name="De casus").click()
    assert pane.evaluate("pane => pane.scrollTop") == 120
    phone.keyboard.press("n")
    assert pane.evaluate("pane => pane.scrollTop") == 120
    shoot(phone, "exam-case")

    for _ in range(ALL - len(QUESTIONS) - theory - 2):
        phone.keyboard.press("n")
    field = phone.locator("textarea")
    field.click()
    phone.keyboard.type("fnp 1")  # in a field every key is the field's own
    expect(field).to_have_value("fnp 1")


def test_an_exam_that_is_not_there_is_said_to_be(devices: Devices) -> None:
    phone = devices.phone("/exam/no-such-exam")
    expect(phone.get_by_text("Dit proeftentamen is er niet meer.")).to_be_visible()
    devices.complaints[:] = [said for said in devices.complaints if "404" not in said]
