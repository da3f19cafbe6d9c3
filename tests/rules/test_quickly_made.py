"""What is made quickly is in everything else the frozen dataclass that it was."""

import copy
import pickle
from dataclasses import FrozenInstanceError, dataclass, field, fields, replace
from inspect import signature

import pytest

from server.rules.quickly_made import quickly_made


@dataclass(frozen=True, slots=True)
class StockSaid:
    """As Python makes it."""

    player: str
    pick: str = "client"
    vote: int = 1


@quickly_made
@dataclass(frozen=True, slots=True)
class Said:
    """As it is made here."""

    player: str
    pick: str = "client"
    vote: int = 1


@quickly_made
@dataclass(frozen=True, slots=True)
class SaidLate(Said):
    """With a field more."""

    by_millis: int = 0


@pytest.mark.parametrize("given", [("noor",), ("noor", "prospect"), ("noor", "prospect", 2)])
def test_arguments_and_defaults_are_those_of_its_fields(given: tuple[object, ...]) -> None:
    named = dict(zip(("player", "pick", "vote"), given, strict=False))
    stock = StockSaid(*given)  # type: ignore[arg-type]
    for made in (Said(*given), Said(**named)):  # type: ignore[arg-type]
        assert [getattr(made, one.name) for one in fields(Said)] == [getattr(stock, one.name) for one in fields(stock)]
    assert signature(Said) == signature(StockSaid)
    assert signature(SaidLate.__init__).parameters.keys() == {"self", "player", "pick", "vote", "by_millis"}


def test_it_is_of_its_own_class_and_cannot_be_changed() -> None:
    for made in (Said("noor"), SaidLate("noor", by_millis=3)):
        assert type(made) in {Said, SaidLate}
        with pytest.raises(FrozenInstanceError):
            made.pick = "prospect"  # type: ignore[misc]
        with pytest.raises((FrozenInstanceError, TypeError)):  # the guard of Python 3.11 stumbles over it
            made.__class__ = StockSaid  # type: ignore[assignment]
        with pytest.raises(FrozenInstanceError):
            del made.pick
        assert made.pick == "client"


def test_it_is_compared_hashed_shown_copied_and_taken_apart_as_before() -> None:
    noor, again, sem = Said("noor"), Said("noor"), Said("sem")
    assert noor == again != sem
    assert len({noor, again, sem}) == 2
    assert repr(noor) == "Said(player='noor', pick='client', vote=1)"
    assert replace(noor, vote=2) == Said("noor", "client", 2)
    assert copy.deepcopy(noor) == pickle.loads(pickle.dumps(noor)) == noor
    match SaidLate("noor", "prospect", 1, 5):
        case Said(player, pick):
            assert (player, pick) == ("noor", "prospect")
    assert Said("noor") != SaidLate("noor")


@pytest.mark.parametrize("given", [(), ("noor", "client", 1, "too many")])
def test_what_lacks_or_is_too_much_is_refused(given: tuple[str, ...]) -> None:
    with pytest.raises(TypeError):
        Said(*given)  # type: ignore[arg-type]


def test_what_cannot_be_made_so_is_refused_when_it_is_declared() -> None:
    @dataclass(slots=True)
    class MayChange:
        player: str

    @dataclass(frozen=True)
    class WithoutSlots:
        player: str

    @dataclass(frozen=True, slots=True)
    class WithFactory:
        picks: list[str] = field(default_factory=list)

    @dataclass(frozen=True, slots=True)
    class NotAnArgument:
        player: str
        seen: int = field(default=0, init=False)

    @dataclass(frozen=True, slots=True)
    class Checked:
        player: str

        def __post_init__(self) -> None:
            assert self.player

    class NoDataclass:
        __slots__ = ("player",)

    for kind in (MayChange, WithoutSlots, WithFactory, NotAnArgument, Checked, NoDataclass):
        with pytest.raises(TypeError, match=f"{kind.__name__} cannot be made quickly"):
            quickly_made(kind)
