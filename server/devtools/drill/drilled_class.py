"""A class that a fault is tried on: the simulated class of `trede bots`, one of whose students is the witness."""

from dataclasses import dataclass
from random import Random

from server.devtools.bots.class_run import ClassRun
from server.devtools.bots.door import HostDoor
from server.devtools.bots.habits import Habits
from server.devtools.bots.mind import Mind
from server.devtools.bots.student import Student
from server.devtools.drill.witness import Witness
from server.devtools.oracle import Quiz

WITNESS_NAME = "De Getuige"


@dataclass(slots=True)
class DrilledClass(ClassRun):
    """`witness` is there from the moment that the room has a name."""

    witness: Witness | None = None

    def make_students(self, door: HostDoor, room: str, quiz: Quiz) -> list[Student]:
        """The class, its last student the witness."""
        students = ClassRun.make_students(self, door, room, quiz)
        number = len(students) - 1
        self.witness = Witness(
            door.address,
            room,
            WITNESS_NAME,
            Mind(quiz, self.options.seed, number),
            Habits(),
            Random(f"{self.options.seed}/witness"),
            self.notes,
        )
        return [*students[:-1], self.witness]

    @property
    def ids(self) -> frozenset[str]:
        """What must be heard in no other room."""
        return frozenset({self.room, *(student.player for student in self.students)})

    def is_everybody_back(self) -> bool:
        """Whether every phone has a connection, or has gone home at the end."""
        return all(student.is_online or student.has_seen_the_end for student in self.students)
