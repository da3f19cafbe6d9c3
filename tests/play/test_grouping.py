"""Open answers are put together by one message that may name everybody in the largest room."""

from server.rules.settings import SEATS_MOST
from server.wire.sessions import PLAYER_ID_LENGTH
from tests.play.people import Lecturer


def test_a_grouping_of_the_largest_room_is_heard_where_any_other_message_so_long_is_not(lecturer: Lecturer) -> None:
    players = [f"{number:0{PLAYER_ID_LENGTH}x}" for number in range(SEATS_MOST)]
    group = {"title": "The role", "players": players, "quotes": ["The herring, not the arm around her."], "share": 0.5}
    ack = lecturer.ask("group", card="village-baker", axis="open-why", groups=[group])
    assert (ack["ok"], ack["code"]) == (False, "NOT_NOW")  # heard and judged: nothing has been asked yet
    assert lecturer.ask("choose_axes", axes=players)["code"] == "TOO_LARGE"
