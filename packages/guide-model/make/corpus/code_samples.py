"""Small pieces of code on request."""

import re
from random import Random

from corpus.data_files import load
from corpus.names import draw_name
from corpus.spelling import WORDS
from corpus.story_cast import ANIMALS
from corpus.template import expand, pick
from corpus.turn import Turn
from corpus.typing_style import as_typed

_DATA = load("code")
_ASK: dict[str, str] = _DATA["ask"]
_NAMES: dict[str, str] = _DATA["names"]
_SHORT_NAMES: dict[str, str] = _DATA["short_names"]
_HELLO_WORLD: dict[str, str] = _DATA["hello_world"]
_MAIN_LANGUAGES = ["python", "javascript", "typescript"]
_COMPARED_LANGUAGES = ["python", "javascript", "typescript", "rust", "go", "c", "java"]


def code_talk(rng: Random) -> list[Turn]:
    if rng.random() < 0.15:
        return _hello_world_twice(rng)
    return [_code(rng)]


def _hello_world_twice(rng: Random) -> list[Turn]:
    first, second = rng.sample(_COMPARED_LANGUAGES, 2)
    question = as_typed(rng, f"hello world in {_NAMES[first]}")
    follow_up = as_typed(rng, expand(rng, _ASK["same_in"], b=_NAMES[second]))
    return [
        (question, _printing("Hello, world!", first)),
        (follow_up, _printing("Hello, world!", second)),
    ]


def _code(rng: Random) -> Turn:
    share = rng.random()
    if share < 0.62:
        return _hello_world(rng, language_named=share >= 0.06)
    language = pick(rng, _MAIN_LANGUAGES)
    called = _called(rng, language)
    if share < 0.72:
        return _print_text(rng, language)
    if share < 0.82:
        return _loop(rng, language, called)
    return _function(rng, language, called)


def _hello_world(rng: Random, language_named: bool) -> Turn:
    language = pick(rng, _MAIN_LANGUAGES * 4 + list(_HELLO_WORLD))
    question = expand(rng, _ASK["hello_world"], l=_called(rng, language))
    if not language_named:
        language = "python"
        question = expand(rng, _ASK["any_code"])
    answer = _printing("Hello, world!", language)
    if rng.random() < 0.25:
        answer = f"Here is hello world in {_NAMES[language]}:\n\n{answer}"
    return as_typed(rng, question), answer


def _print_text(rng: Random, language: str) -> Turn:
    text = pick(
        rng,
        [
            draw_name(rng),
            pick(rng, ANIMALS),
            "hi",
            "good morning",
            f"hello {draw_name(rng)}",
            pick(rng, WORDS),
        ],
    )
    question = expand(rng, _ASK["print_text"], L=_NAMES[language], w=text)
    message = as_typed(rng, question, [text, *text.split()])
    # The code prints what the person typed, with its slips.
    typed = re.search(r'"([^"]*)"', message)
    return message, _printing(typed.group(1) if typed else text, language)


def _loop(rng: Random, language: str, called: str) -> Turn:
    last = rng.randint(3, 20)
    question = as_typed(rng, expand(rng, _ASK["loop"], n=last, L=called))
    end = last + 1 if language == "python" else last
    return question, _fenced(_DATA["loop"][language] % end, language)


def _function(rng: Random, language: str, called: str) -> Turn:
    function = pick(rng, _DATA["function"])
    task = function["task"]
    phrase = pick(rng, [f"{_ASK['function']}{task} in {{L}}", _ASK["function_in"] + task])
    question = expand(rng, _ASK["write"] + phrase + _ASK["ending"], L=called)
    return as_typed(rng, question), _fenced(function[language], language)


def _called(rng: Random, language: str) -> str:
    """The language's name, now and then a short one."""
    name = _NAMES[language]
    return pick(rng, [name, name, _SHORT_NAMES.get(language, language)])


def _printing(text: str, language: str) -> str:
    return _fenced(_HELLO_WORLD[language] % text, language)


def _fenced(code: str, language: str) -> str:
    return f"```{language}\n{code}\n```"
