"""A course as a lecturer meets it: made on the shelf, two weeks played, looked at, and warmed up at one press."""

import secrets
from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from playwright.sync_api import Page, expect

from server.content.library import load_library
from tests.browser.conftest import Devices
from tests.play.people import HOST_COOKIE, Device, Lecturer, Phone, new_command_id, present
from tests.play.server_under_test import ServerUnderTest

Shoot = Callable[[Page, str], None]
DECK = load_library().decks["village-square"]
STUDENTS = 16
LOOKED_AT = [(1366, 900), (1920, 1080), (1440, 1080), (390, 844)]


class Led(Lecturer):
    """Leads a room that was opened on a page."""

    def __init__(self, server: ServerUnderTest, room: str) -> None:
        self.room = room
        Device.__init__(self, server, "host", room)


class Course:
    """A lecturer's laptop, and a class whose phones are sockets; each keeps its token for the course."""

    def __init__(self, devices: Devices, leaving: ExitStack) -> None:
        self.server, self.leaving = devices.server, leaving
        self.laptop = devices.laptop(height=900)
        self.tokens = [secrets.token_hex(16) for _ in range(STUDENTS)]

    def make(self, title: str) -> None:
        """Makes a course on the shelf; it is chosen from then on."""
        self.laptop.get_by_role("combobox", name="Course").select_option("New course")
        self.laptop.get_by_label("What is the course, or the class, called?").fill(title)
        self.laptop.get_by_role("button", name="Make the course").click()
        expect(self.laptop.get_by_role("link", name=f"Look at course {title}")).to_be_visible()
        expect(self.laptop.get_by_role("combobox", name="Course")).to_have_value(self.id_of(title))

    def id_of(self, title: str) -> str:
        """The course of that title, as the server lists it."""
        listed = self.server.get("/api/courses", Cookie=HOST_COOKIE).json
        found: str = next(line["id"] for line in listed if line["title"] == title)
        return found

    def open(self) -> Led:
        """Opens the square on the village's cards as the shelf has it chosen."""
        self.laptop.goto(f"{self.server.url}/host")
        self.laptop.get_by_role("radio", name="The village square").check()
        self.laptop.get_by_role("radio", name="no limit", exact=True).check()
        self.laptop.get_by_role("button", name="Open the square").click()
        self.laptop.wait_for_url("**/host/*")
        return present(Led(self.server, self.laptop.url.rsplit("/", 1)[-1]), self.leaving)

    def come_in(self, led: Led, week: int) -> list[Phone]:
        """The class comes in, under names of that week."""
        phones = []
        for number, token in enumerate(self.tokens):
            phone = present(Phone(self.server, led.room), self.leaving)
            assert phone.ask("join", name=f"Student {number} in {week}", course_token=token)["ok"]
            phones.append(phone)
        return phones

    def play(self, led: Led, phones: list[Phone], cards: int, wrong: int) -> None:
        """Some cards; on each the first `wrong` of the class stand on the lowest step that is not the key."""
        for _ in range(cards):
            asked = led.step_to("answering")["round"]
            card = next(card for card in DECK.cards if card.id == asked["card"])
            for place, phone in enumerate(phones):
                picks = {axis: next(iter(key.accept)) for axis, key in card.keys.items()}
                if place < wrong:
                    stage = next(axis for axis in DECK.axes if axis.id == "stage")
                    others = [option.id for option in stage.options if option.id not in card.keys[stage.id].accept]
                    picks[stage.id] = others[0]
                assert phone.ask("answer", card=card.id, picks=picks, shown_millis=900)["ok"]
            led.step_to("reveal")
            led.step_to("leaderboard")

    def week(self, number: int, wrong: int) -> None:
        """A whole sitting."""
        led = self.open()
        self.play(led, self.come_in(led, number), cards=2, wrong=wrong)
        assert led.insist("end")["ok"]


@pytest.fixture
def leaving() -> Iterator[ExitStack]:
    """Whoever is put in here leaves when the test has ended."""
    with ExitStack() as stack:
        yield stack


@pytest.mark.timeout(400)
def test_two_weeks_of_a_course_and_a_warm_up_for_the_third(devices: Devices, leaving: ExitStack, shoot: Shoot) -> None:
    course = Course(devices, leaving)
    laptop = course.laptop
    course.make("Klas 2B")
    course.week(1, wrong=12)
    course.week(2, wrong=6)

    laptop.goto(f"{course.server.url}/host")
    sessions = laptop.locator("aside")
    expect(sessions.get_by_text("Counts to Klas 2B")).to_have_count(2)
    expect(laptop.get_by_role("combobox", name="Course")).to_have_value(course.id_of("Klas 2B"))
    sessions.get_by_role("link", name="Look at course Klas 2B").click()
    laptop.wait_for_url("**/course/*")

    expect(laptop.get_by_role("heading", name="Klas 2B stands at week 3")).to_be_visible()
    street = laptop.get_by_role("list", name="The weeks")
    expect(street.get_by_role("listitem")).to_have_count(5)
    for number, right, rest in ((1, 75, "16 people"), (2, 88, "16 people, 16 came back")):
        expect(street.get_by_role("link", name=f"Week {number}, The village square")).to_have_accessible_name(
            f"Week {number}, The village square, {day_of(laptop)}: {right}% right at the first vote, {rest}. "
            f"Replay of week {number}"
        )
    expect(laptop.get_by_text("25%", exact=True)).to_be_visible()
    expect(laptop.get_by_text("up 38", exact=True)).to_be_visible()
    season = laptop.locator("aside")
    expect(season.get_by_role("listitem")).to_have_count(8)
    expect(season.get_by_text("2 weeks, the first 8 of 16")).to_be_visible()
    expect(season.get_by_role("listitem").first).to_contain_text("Student 12 in 2")
    assert "in 1" not in season.inner_text()
    expect(laptop.get_by_text("The 2 weakest cards of week 2 come back")).to_be_visible()
    laptop.get_by_text("Why these").click()
    why = laptop.locator("footer").get_by_role("listitem")
    expect(why).to_have_count(2)
    expect(why.first).to_contain_text("63% right on")
    named = [line.split(", ")[0] for line in why.all_inner_texts()]
    assert not set(named) & {card.title.en for card in DECK.cards[:2]}, "the same story would be memory"
    laptop.get_by_text("Why these").click()
    for width, height in LOOKED_AT:
        laptop.set_viewport_size({"width": width, "height": height})
        assert laptop.evaluate("document.documentElement.scrollWidth <= innerWidth"), width
        shoot(laptop, f"course-{width}")
    laptop.set_viewport_size({"width": 1366, "height": 900})

    laptop.keyboard.press("ArrowRight")
    expect(street.get_by_role("link").first).to_be_focused()
    laptop.keyboard.press("ArrowRight")
    expect(street.get_by_role("link").nth(1)).to_be_focused()
    laptop.keyboard.press("w")
    laptop.wait_for_url("**/host/*")
    expect(laptop.get_by_text("Warm-up after The village square").first).to_be_visible()

    warm_up = present(Led(course.server, laptop.url.rsplit("/", 1)[-1]), leaving)
    deck = warm_up.get(f"/api/rooms/{warm_up.room}/log?after=0").json["entries"][0]["event"]["deck"]
    assert [card["title"]["en"] for card in deck["cards"]] == named
    laptop.go_back()
    expect(laptop.get_by_text("A session is going on.")).to_be_visible()
    expect(street.get_by_role("link", name="Week 3, Warm-up after The village square")).to_be_visible()
    for phone in course.come_in(warm_up, 3)[:1]:
        assert phone.views
    warm_up.step_to("answering")
    warm_up.step_to("reveal")
    assert warm_up.insist("end")["ok"]
    laptop.reload()
    expect(laptop.get_by_role("heading", name="Klas 2B stands at week 4")).to_be_visible()


def day_of(page: Page) -> str:
    """Today, as the page's own language says it."""
    day: str = page.evaluate("new Date().toLocaleDateString('en-GB', { day: 'numeric', month: 'short' })")
    return day


def test_a_phone_is_known_again_under_another_name(devices: Devices, leaving: ExitStack) -> None:
    server = devices.server
    made = server.post("/api/courses", {"command_id": new_command_id(), "title": "Klas 2C"}, Cookie=HOST_COOKIE).json
    phone = devices.phone()
    members = []
    for name in ("Noor", "Queen of the Square"):
        lecturer = present(Lecturer(server, course=made["id"]), leaving)
        phone.goto(f"{server.url}/join/{lecturer.pin}")
        phone.get_by_label("Naam").fill(name)
        phone.get_by_role("button", name="Het plein op").tap()
        lecturer.see("host", lambda host: host["players"] == 1)
        log = lecturer.get(f"/api/rooms/{lecturer.room}/log?after=0").json["entries"]
        members.append(log[1]["event"]["member"])
        assert lecturer.insist("end")["ok"]
    assert members[0] == members[1]
    token = phone.evaluate(f"JSON.parse(localStorage.getItem('trede.course.{made['id']}'))")
    assert len(token) == 32


def test_a_new_course_is_a_dashed_street(devices: Devices) -> None:
    course = Course(devices, ExitStack())
    course.laptop.get_by_role("combobox", name="Course").select_option("New course")
    course.laptop.get_by_role("button", name="Make the course").click()
    expect(course.laptop.get_by_text("The course has no name yet.")).to_be_visible()
    course.laptop.get_by_label("What is the course, or the class, called?").fill("Klas 2D")
    course.laptop.keyboard.press("Enter")
    expect(course.laptop.get_by_role("link", name="Look at course Klas 2D")).to_be_visible()
    course.laptop.get_by_role("link", name="Look at course Klas 2D").click()
    expect(course.laptop.get_by_role("heading", name="Klas 2D begins with week 1")).to_be_visible()
    expect(course.laptop.get_by_role("button", name="Make warm-up")).to_have_attribute("aria-disabled", "true")
    course.laptop.keyboard.press("w")
    expect(course.laptop.get_by_text("After the first week this shows what comes back.")).to_be_visible()
    devices.complaints.clear()  # the browser notes the refusal of a course without a name


def test_the_page_of_a_course_is_the_hosts_and_says_when_there_is_none(devices: Devices) -> None:
    laptop = devices.laptop()
    laptop.goto(f"{devices.server.url}/course/{'0' * 24}")
    expect(laptop.get_by_role("heading", name="This course is not here")).to_be_visible()
    stranger = devices.projector(f"/course/{'0' * 24}")
    expect(stranger.get_by_role("heading", name="Hier stap je binnen als docent")).to_be_visible()
    devices.complaints.clear()  # the browser notes both refusals
