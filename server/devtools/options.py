"""What the commands of the tools have in common."""

import argparse
from collections.abc import Callable


def between(least: int, most: int) -> Callable[[str], int]:
    """Reads a whole number of an option. What that returns raises ArgumentTypeError outside of the bounds."""

    def whole_number(text: str) -> int:
        number = int(text)
        if not least <= number <= most:
            raise argparse.ArgumentTypeError(f"from {least} to {most}")
        return number

    return whole_number
