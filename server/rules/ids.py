"""Names for the things a rule speaks of. Distinct types, so that a wrong id does not type-check."""

from typing import NewType

RoomId = NewType("RoomId", str)
"""A sitting's permanent, unguessable id."""
Pin = NewType("Pin", str)
"""Six digits lent to an open room; never part of the log's key."""
PlayerId = NewType("PlayerId", str)
"""A seat's public id: a prefix of the hash of the seat's secret token, so that it can be shown and the token cannot."""
CourseId = NewType("CourseId", str)
"""A class with a season: the rooms that belong together over the weeks."""
MemberId = NewType("MemberId", str)
"""One device in one course, whatever its seats are called: never shown to anybody."""
LecturerId = NewType("LecturerId", str)
"""Whose a room, a course or a homework is; None stands for the owner of the machine. Never shown to anybody."""
CommandId = NewType("CommandId", str)
"""The id that a client gives its command, so that a repeat is recognised."""
CardId = NewType("CardId", str)
AxisId = NewType("AxisId", str)
OptionId = NewType("OptionId", str)

Version = NewType("Version", int)
"""How many events a room's log holds."""
ServerMillis = NewType("ServerMillis", int)
"""Milliseconds since 1970 on the one clock: that of Redis."""
MilliPoints = NewType("MilliPoints", int)
"""Thousandths of a point. Whole numbers, so that a sum is the same on every machine."""
