"""Hello, thank you and goodbye in other languages."""

from random import Random

from corpus.data_files import load
from corpus.template import expand, pick
from corpus.turn import Turn
from corpus.typing_style import as_typed
from corpus.wording import NUMBER_WORDS

_DATA = load("languages")
_WORDS: dict[str, list[str]] = _DATA["words"]
# The places of the words in each language's list.
_HELLO, _THANKS, _GOODBYE = range(3)
_COMMON_LANGUAGES = list(_WORDS)[:16]


def foreign_words(rng: Random) -> Turn:
    share = rng.random()
    return _one_language(rng) if share < 0.7 else _several_languages(rng, share)


def _one_language(rng: Random) -> Turn:
    language = pick(rng, list(_WORDS))
    meaning = pick(rng, [_HELLO, _HELLO, _HELLO, _THANKS, _THANKS, _GOODBYE])
    template = _DATA["say"] + _DATA["greeting_words"][meaning] + _DATA["in_language"]
    question = as_typed(rng, expand(rng, template, l=language))
    exclaimed = meaning != _THANKS or rng.random() < 0.8
    return question, _WORDS[language][meaning] + ("!" if exclaimed else ".")


def _several_languages(rng: Random, share: float) -> Turn:
    number = rng.randint(2, 5)
    languages = rng.sample(_COMMON_LANGUAGES, number)
    meaning = pick(rng, [_HELLO, _HELLO, _HELLO, _THANKS])
    words = _DATA["several_words"][meaning]
    if share < 0.8 and meaning == _HELLO:
        question = expand(rng, _DATA["greet_in_several"], n=_digits_or_word(rng, number))
    elif share < 0.9:
        template = _DATA["say_several"] + words + _DATA["in_several"]
        question = expand(rng, template, n=_digits_or_word(rng, number))
    else:
        question = expand(rng, f"say {words} in {', '.join(languages[:-1])} and {languages[-1]}")
    message = as_typed(rng, question)
    return message, "\n".join(f"- {language}: {_WORDS[language][meaning]}" for language in languages)


def _digits_or_word(rng: Random, number: int) -> str:
    return pick(rng, [str(number), NUMBER_WORDS[number]])
