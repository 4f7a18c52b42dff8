"""Articles, capitals and small numbers in words."""

from corpus.data_files import load

NUMBER_WORDS: list[str] = load("sums")["number_words"]


def with_article(noun: str) -> str:
    lower = noun.lower()
    takes_an = lower[0] in "aeiou" and not lower.startswith(("uni", "euro"))
    return ("an " if takes_an else "a ") + noun


def capitalise(text: str) -> str:
    return text[:1].upper() + text[1:]
