"""Letting people in, from the lecturer's laptop and a student's phone."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.conftest import Devices
from tests.play.people import Lecturer, Phone
from tests.play.server_under_test import ServerUnderTest


def test_a_student_waits_at_the_door_and_is_let_in_and_a_flood_goes_and_comes_back_at_one_press(
    devices: Devices, server: ServerUnderTest, shoot: Callable[[Page, str], None]
) -> None:
    lecturer = Lecturer(server)
    strangers = [Phone(server, lecturer.room) for _ in range(3)]
    for number, stranger in enumerate(strangers):
        assert stranger.join(f"Stranger {number}")["ok"]
        stranger.close()
    laptop = devices.laptop()
    expect(laptop.get_by_role("heading", level=1)).to_be_visible()
    laptop.goto(f"{server.url}/host/{lecturer.room}")
    laptop.get_by_role("button", name="on the square").click()
    people = laptop.get_by_role("region", name="People")

    # The door, turned on in the middle of things: who is new waits.
    people.get_by_label("I let people in myself").check()
    phone = devices.phone(f"/join/{lecturer.pin}")
    phone.get_by_label("Naam").fill("Noor")
    phone.get_by_role("button", name="Het plein op").tap()
    waits = phone.get_by_role("heading", name="Je staat bij de deur, Noor")
    expect(waits).to_be_focused()  # so that a reader by ear is told, once
    phone.reload()
    expect(waits).to_be_visible()
    shoot(phone, "phone-at-the-door")
    expect(people.get_by_role("heading", name="1 waits at the door")).to_be_visible()
    shoot(laptop, "console-door")
    people.get_by_role("button", name="Turn away: Noor").click()
    expect(phone.get_by_role("heading", name="Je komt hier niet binnen")).to_be_focused()
    people.get_by_text("1 turned away").click()
    people.get_by_role("button", name="Let in after all: Noor").click()
    expect(phone.get_by_role("heading", name="Je staat op het plein, Noor")).to_be_focused()
    phone.reload()
    expect(phone.get_by_role("heading", name="Je staat op het plein, Noor")).to_be_visible()

    # Strangers go from a moment on, and all come back by one press.
    people.get_by_text("Remove from a moment on").click()
    people.get_by_role("button", name="Remove all").last.click()
    people.get_by_role("button", name="Yes, remove").click()
    expect(phone.get_by_role("heading", name="Je bent even van het plein af")).to_be_visible()
    people.get_by_role("button", name="Let all 4 back").click()
    expect(phone.get_by_role("heading", name="Je staat op het plein, Noor")).to_be_visible()
    expect(people.get_by_text("4 in:")).to_be_visible()
