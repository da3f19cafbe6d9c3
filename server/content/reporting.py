"""How a problem is printed: file, line, field, rule, then what is wrong and what to do."""

from typing import TextIO

from server.content.problems import Problem


def write_problem(problem: Problem, out: TextIO) -> None:
    """Writes a problem as three lines."""
    where = f"{problem.file}:{problem.line}"
    field = f" {problem.field}" if problem.field else ""
    out.write(f"{where}:{field} ({problem.rule.value})\n    {problem.message}\n    {problem.remedy}\n")
