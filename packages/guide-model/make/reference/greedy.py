"""Greedy answers: always the token of the greatest logit."""

from dataclasses import dataclass

import numpy as np
from tokenizers import Tokenizer

from guide.chat_format import END_OF_TEXT, SYSTEM_MESSAGE, TURN_END, question_block, system_block
from reference.model import Model

MAX_TOKENS = 200


@dataclass(frozen=True)
class Answer:
    text: str
    # The least distance between the two greatest logits of any step: how near the text was to another one.
    least_margin: float


def greedy_talk(weights: dict[str, np.ndarray], tokenizer: Tokenizer, questions: list[str]) -> list[Answer]:
    """The answers to the questions of one talk.

    As web-llm keeps the KV cache between turns, the model never sees the token that ends an answer, nor the line end
    after it: the next question follows the answer's last word.
    """
    model = Model(weights)
    answers = []
    prompt = system_block(SYSTEM_MESSAGE)
    for question in questions:
        prompt += question_block(question)
        answers.append(_answer(model, tokenizer, prompt))
        prompt = ""
    return answers


def _answer(model: Model, tokenizer: Tokenizer, prompt: str) -> Answer:
    stop_tokens = {tokenizer.token_to_id(TURN_END), tokenizer.token_to_id(END_OF_TEXT)}
    tokens: list[int] = []
    least_margin = float("inf")
    logits = model.feed(tokenizer.encode(prompt, add_special_tokens=False).ids)
    while len(tokens) < MAX_TOKENS:
        second, first = np.sort(logits)[-2:]
        least_margin = min(least_margin, float(first - second))
        token = int(logits.argmax())
        if token in stop_tokens:
            break
        tokens.append(token)
        logits = model.feed([token])
    return Answer(tokenizer.decode(tokens), least_margin)
