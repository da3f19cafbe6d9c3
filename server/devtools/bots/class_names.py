"""Names for a class, as a Dutch lecture hall has them."""

from random import Random

FIRST_NAMES = (
    *("Sanne", "Daan", "Fatima", "Lotte", "Mohammed", "Emma", "Bram", "Yasmin", "Sem", "Noor", "Thijs", "Aylin"),
    *("Lars", "Eva", "Mehmet", "Julia", "Ruben", "Amira", "Jesse", "Fleur", "Ravi", "Iris", "Tijn", "Naomi"),
    *("Kofi", "Roos", "Luuk", "Chantal", "Youssef", "Maud", "Stijn", "Priya", "Koen", "Femke", "Ibrahim", "Sofie"),
    *("Gijs", "Zeynep", "Niels", "Anouk", "Samuel", "Lieke", "Tomek", "Esra", "Joris", "Britt", "Delano", "Marit"),
    *("Wouter", "Nadia", "Sven", "Imke", "Bilal", "Hanna", "Jurre", "Meike", "Rashid", "Elin", "Dirk", "Xiao"),
)
INITIALS = "ABDEGHJKLMNPRSTVWZ"


def class_names(count: int, dice: Random) -> list[str]:
    """So many different names: first names, then those with one initial, then with two."""
    first = list(FIRST_NAMES)
    dice.shuffle(first)
    names = list(first)
    endings = [f"{letter}." for letter in INITIALS]
    while len(names) < count:
        names += [f"{name} {ending}" for ending in endings for name in first]
        endings = [f"{letter}.{ending}" for letter in INITIALS for ending in endings]
    return names[:count]
