"""Small sums, comparisons, sums in a story, and sums that are too large."""

from random import Random

from corpus.data_files import load
from corpus.template import expand, pick
from corpus.turn import Turn
from corpus.typing_style import as_typed
from corpus.wording import NUMBER_WORDS

_DATA = load("sums")
_PRINTED_OPERATORS = {"+": "+", "-": "-", "*": "×", "/": "÷"}


def sum_turn(rng: Random) -> Turn:
    share = rng.random()
    if share < 0.9:
        left, operator, right, result = _operands(rng, share)
        return _plain_sum(rng, left, operator, right, result)
    if share < 0.94:
        return _comparison(rng)
    if share < 0.97:
        return _sum_in_a_story(rng)
    return _too_large(rng)


def _operands(rng: Random, share: float) -> tuple[int, str, int, int]:
    """Left side, operator, right side and result."""
    if share < 0.32:
        left, right = rng.randint(0, 20), rng.randint(0, 20)
        return left, "+", right, left + right
    if share < 0.58:
        left, right = rng.randint(0, 20), rng.randint(0, 20)
        if left < right and rng.random() < 0.85:
            left, right = right, left
        return left, "-", right, left - right
    if share < 0.84:
        left, right = rng.randint(0, 10), rng.randint(0, 10)
        return left, "*", right, left * right
    divisor, quotient = rng.randint(1, 10), rng.randint(1, 10)
    return divisor * quotient, "/", divisor, quotient


def _plain_sum(rng: Random, left: int, operator: str, right: int, result: int) -> Turn:
    in_words = rng.random() < 0.1
    left_text, right_text = _number(left, in_words), _number(right, in_words)
    sign = expand(rng, _DATA["operators"][operator])
    if not sign.isalpha() and " " not in sign and rng.random() < 0.4:
        term = f"{left_text}{sign}{right_text}"
    else:
        term = f"{left_text} {sign} {right_text}"
    question = expand(rng, _DATA["question"]) + term + expand(rng, _DATA["question_ending"])
    if operator == "+" and rng.random() < 0.1:
        question = f"add {left_text} and {right_text}"
    if operator == "*" and rng.random() < 0.08:
        question = f"multiply {left_text} by {right_text}"
    if operator == "-" and rng.random() < 0.14:
        question = expand(rng, _DATA["subtraction_in_words"], A=left_text, B=right_text)
    message = as_typed(rng, question.strip())
    full_stop = "" if rng.random() < 0.93 else "."
    return message, f"{left} {_PRINTED_OPERATORS[operator]} {right} = {result}{full_stop}"


def _number(number: int, in_words: bool) -> str:
    return NUMBER_WORDS[number] if in_words and number < len(NUMBER_WORDS) else str(number)


def _comparison(rng: Random) -> Turn:
    a, b = rng.randint(1, 20), rng.randint(1, 20)
    if a == b:
        b += 1
    if rng.random() < 0.5:
        return as_typed(rng, expand(rng, _DATA["smaller"], a=a, b=b)), f"{min(a, b)} is smaller."
    return as_typed(rng, expand(rng, _DATA["larger"], a=a, b=b)), f"{max(a, b)} is larger."


def _sum_in_a_story(rng: Random) -> Turn:
    a, b = rng.randint(1, 12), rng.randint(1, 8)
    things = pick(rng, _DATA["countable"])
    if rng.random() < 0.5:
        question = as_typed(rng, expand(rng, _DATA["gain"], a=a, b=b, x=things))
        return question, f"{a} + {b} = {a + b}, so there are {a + b} {things}."
    if a < b:
        a, b = b, a
    question = as_typed(rng, expand(rng, _DATA["loss"], a=a, b=b, x=things))
    return question, f"{a} - {b} = {a - b}, so {a - b} {things} are left."


def _too_large(rng: Random) -> Turn:
    a, b = rng.randint(21, 9999), rng.randint(21, 9999)
    operator = pick(rng, ["*", "/", "+", "-", "^", "x"])
    question = as_typed(rng, expand(rng, _DATA["too_large_question"]) + f"{a} {operator} {b}")
    return question.strip(), expand(rng, _DATA["too_large_answer"])
