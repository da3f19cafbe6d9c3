"""What a name may look like, and when two names are the same to a reader's eye."""

import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from server.rules.refusals import Refusal, RefusalCode
from server.rules.settings import RoomSettings

NAME_LONGEST = 20
"""In characters as a reader counts them: combining marks are part of the letter before them."""
COURSE_TITLE_LONGEST = 40
MARKS_PER_LETTER = 2
"""More combining marks than this on one letter are decoration that spills over other lines; they are dropped."""

JOINERS = "\u200d\ufe0f"
"""Zero-width joiner and variation selector: invisible, but they hold an emoji together."""


def clean_name(raw: str, longest: int = NAME_LONGEST) -> str:
    """The name as it will be shown: normalised, without invisible characters or piled-up marks.

    Raises Refusal NAME_EMPTY when nothing visible is left, NAME_TOO_LONG above `longest` letters.
    """
    kept: list[str] = []
    marks = 0
    for character in unicodedata.normalize("NFKC", raw):
        category = unicodedata.category(character)
        if category in {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"} and character not in JOINERS:
            kept.append(" " if character in "\t\n\r" else "")
            continue
        marks = marks + 1 if category in {"Mn", "Me"} else 0
        if marks <= MARKS_PER_LETTER:
            kept.append(character)
    name = " ".join("".join(kept).split()).strip(JOINERS)
    if not any(unicodedata.category(character)[0] in "LNSP" for character in name):
        raise Refusal(RefusalCode.NAME_EMPTY)
    letters = sum(1 for character in name if unicodedata.category(character) not in {"Mn", "Me", "Cf"})
    if letters > longest:
        raise Refusal(RefusalCode.NAME_TOO_LONG)
    return name


SAME_SHAPE = str.maketrans(
    "\u0430\u0432\u0435\u043a\u043c\u043d\u043e\u0440\u0441\u0442\u0443\u0445\u0456\u0458\u0455\u04bb"
    "\u03b1\u03b5\u03b6\u03b7\u03b9\u03ba\u03bc\u03bf\u03c1\u03c4\u03c5\u03c7\u0131\u0142\u00f8\u0111",
    "abekmhopctyxijshaezhikmoptyxilod",
)
"""Cyrillic and Greek letters that look like a Latin one, small or as a capital; Latin ones with a stroke or no dot."""


def same_to_the_eye(name: str) -> str:
    """A form in which two names that read alike are equal: no case, accents, spaces or joiners, and one alphabet."""
    decomposed = unicodedata.normalize("NFKD", name.casefold())
    return "".join(c for c in decomposed if unicodedata.category(c)[0] not in {"M", "Z", "C"}).translate(SAME_SHAPE)


def next_free_name(name: str, taken: set[str]) -> str:
    """A name close to this one that nobody has: "Noor" becomes "Noor 2". `taken` holds forms of same_to_the_eye."""
    number = 2
    while same_to_the_eye(_numbered(name, number)) in taken:
        number += 1
    return _numbered(name, number)


class FreeNames:
    """Gives out names one after another, no two alike; a thousand who chose the same cost no more than others."""

    def __init__(self, taken: Iterable[str]) -> None:
        self._taken = set(taken)
        self._numbers: dict[str, int] = {}

    def take(self, name: str) -> str:
        """This name, or the next that is free: "Noor", "Noor 2", "Noor 3"."""
        number = self._numbers.get(name, 1)
        candidate = name if number == 1 else _numbered(name, number)
        while same_to_the_eye(candidate) in self._taken:
            number += 1
            candidate = _numbered(name, number)
        self._numbers[name] = number
        self._taken.add(same_to_the_eye(candidate))
        return candidate


def _numbered(name: str, number: int) -> str:
    ending = f" {number}"
    return name[: NAME_LONGEST - len(ending)].rstrip() + ending


LOOK_ALIKES = str.maketrans("0134578@$!|€", "oieastbasiie")
"""Signs that are read as a letter in a word somebody wants to hide."""


def allowed_name(raw: str, settings: RoomSettings) -> str:
    """The name as it will be shown, if the room allows it.

    Raises Refusal NAME_NOT_OFFERED where only names on offer may be taken (a number behind one is part of it),
    NAME_NOT_ALLOWED for a word that the host does not allow, and what clean_name raises.
    """
    name = clean_name(raw)
    if settings.offered_names:
        offered = {same_to_the_eye(one) for one in settings.offered_names}
        if same_to_the_eye(name).rstrip("0123456789") not in offered:
            raise Refusal(RefusalCode.NAME_NOT_OFFERED)
        return name
    if _holds_any(settings.blocked_words, name):
        raise Refusal(RefusalCode.NAME_NOT_ALLOWED)
    return name


def stands_in(word: str, name: str) -> bool:
    """Whether a word stands in a name: anywhere when it is long, by itself when it is short, also in disguise."""
    return _holds_any((word,), name)


def _holds_any(words: Iterable[str], name: str) -> bool:
    """Looks at the name once, however many words there are: everybody who joins is held against all of them."""
    seen, parts = _undisguised(name), {_undisguised(part) for part in name.split()}
    for word in words:
        hidden = _undisguised_word(word)
        if hidden and (hidden in seen if len(hidden) > SHORT_WORD else hidden in parts):
            return True
    return False


SHORT_WORD = 3
"""A blocked word no longer than this is looked for as a whole word: many good names hold three letters by chance."""


def _undisguised(text: str) -> str:
    """Letters alone, with what is read as a letter put in its place."""
    seen = same_to_the_eye(text).translate(LOOK_ALIKES)
    return "".join(character for character in seen if character.isalpha())


_undisguised_word = lru_cache(maxsize=512)(_undisguised)
"""Of words that are blocked, never of names: those of the house are the same for every room."""
