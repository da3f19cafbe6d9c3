"""Judges a room that was played, from what the class wrote down, without using any of the server.

It knows the subject (the authored files, the part marks) and the protocol, each read anew; so a mistake in the server's
own rules cannot hide itself here.
"""

from server.devtools.oracle.judge import judge
from server.devtools.oracle.quiz import NotJudged, Quiz, QuizAxis, QuizCard, QuizKey, read_quiz, read_quiz_axis
from server.devtools.oracle.record import (
    Fate,
    Record,
    SeenBoard,
    SeenPoints,
    SeenRoom,
    SeenTeams,
    SeenVotes,
    SentCommand,
    Sighting,
)
from server.devtools.oracle.secrets import SecretWatch, ids_told
from server.devtools.oracle.verdict import Fault, FaultKind, Verdict

__all__ = [
    "Fate",
    "Fault",
    "FaultKind",
    "NotJudged",
    "Quiz",
    "QuizAxis",
    "QuizCard",
    "QuizKey",
    "Record",
    "SecretWatch",
    "SeenBoard",
    "SeenPoints",
    "SeenRoom",
    "SeenTeams",
    "SeenVotes",
    "SentCommand",
    "Sighting",
    "Verdict",
    "ids_told",
    "judge",
    "read_quiz",
    "read_quiz_axis",
]
