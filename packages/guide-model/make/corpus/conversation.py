"""Whole conversations: one topic or several, after a system prompt or none."""

import re
from random import Random

from corpus.about_app import app_question, app_question_with_follow_up
from corpus.code_samples import code_talk
from corpus.data_files import load
from corpus.facts import fact, two_capitals
from corpus.jokes import joke_talk
from corpus.languages import foreign_words
from corpus.lists import list_talk
from corpus.markdown import markdown_turn
from corpus.memory import memory_talk
from corpus.out_of_domain import out_of_domain
from corpus.rhymes import rhyme_talk
from corpus.small_talk import small_talk, unclear_follow_up
from corpus.spelling import spelling
from corpus.stories import story_talk
from corpus.sums import sum_turn
from corpus.template import choose_by_share, expand, pick
from corpus.turn import Turn

_SYSTEM = load("conversation")["system"]
_SYSTEM_PROMPTS: list[str | None] = [None, *_SYSTEM["prompts"]]

# The system prompt, None where the conversation has none, and the turns.
Conversation = tuple[str | None, list[Turn]]


def draw_conversation(rng: Random) -> Conversation:
    turns = topic_talk(rng)
    for _ in range(_further_topics(rng)):
        turns = turns + topic_talk(rng, first=False)
    if rng.random() < 0.85:
        system = pick(rng, _SYSTEM_PROMPTS)
    else:
        system = expand(rng, _SYSTEM["invented"]).strip()
    return system, [(asked.strip(), _tidy(answer.strip())) for asked, answer in turns if asked.strip()]


def topic_talk(rng: Random, first: bool = True) -> list[Turn]:
    """The turns about one topic; `first` where nothing came before."""
    return choose_by_share(rng.random(), _TOPICS_AT_FIRST if first else _TOPICS_LATER)(rng)


def _further_topics(rng: Random) -> int:
    further = choose_by_share(rng.random(), [(0.72, 0), (0.86, 1), (0.94, 2), (1, 3)])
    return rng.randint(4, 14) if rng.random() < 0.05 else further


def _tidy(answer: str) -> str:
    """No space before punctuation, where an empty alternative left one; code and tables stay as they are."""
    if "```" in answer or "|" in answer:
        return answer
    return re.sub(r" +([,.!?;])(?!\.)", r"\1", answer)


def _one_or_two_sums(rng: Random) -> list[Turn]:
    turns = [sum_turn(rng)]
    if rng.random() < 0.15:
        turns.append(sum_turn(rng))
    return turns


_TOPICS = [
    (0.13, lambda rng: [small_talk(rng)]),
    (0.32, lambda rng: [app_question(rng)]),
    (0.39, app_question_with_follow_up),
    (0.56, story_talk),
    (0.6, joke_talk),
    (0.635, rhyme_talk),
    (0.7, _one_or_two_sums),
    (0.72, lambda rng: [spelling(rng)]),
    (0.795, lambda rng: [fact(rng)]),
    (0.805, two_capitals),
    (0.84, list_talk),
    (0.855, lambda rng: [foreign_words(rng)]),
    (0.88, code_talk),
    (0.9, lambda rng: [markdown_turn(rng)]),
    (0.965, lambda rng: [out_of_domain(rng)]),
    (0.99, memory_talk),
]
_TOPICS_AT_FIRST = [*_TOPICS, (1, lambda rng: [unclear_follow_up(rng)])]
_TOPICS_LATER = [*_TOPICS, (1, lambda rng: [small_talk(rng)])]
