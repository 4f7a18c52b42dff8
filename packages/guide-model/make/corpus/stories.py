"""Asking for a story, and what follows it."""

from random import Random

from corpus.data_files import load
from corpus.story_cast import Cast, draw_cast
from corpus.story_text import story_text
from corpus.template import expand, pick
from corpus.turn import Turn
from corpus.typing_style import as_typed
from corpus.wording import with_article

_PHRASES = load("story-phrases")
_ASK: dict[str, str] = _PHRASES["ask"]
_FOLLOW_UP: dict[str, str] = _PHRASES["follow_up"]
_VERB_AND_STORY = f"{_ASK['verb']} {_ASK['story']}"


def story_talk(rng: Random) -> list[Turn]:
    """A story, and often more stories or questions about it."""
    question, cast = _story_question(rng)
    message = as_typed(rng, question, [cast.hero, cast.friend])
    story = story_text(rng, cast)
    turns = [(message, expand(rng, _PHRASES["answer"]["preface"]) + story)]
    while rng.random() < 0.3 and len(turns) < 4:
        follow_up, answer, cast = _follow_up(rng, cast)
        turns.append((as_typed(rng, follow_up, [cast.hero]), answer))
    if rng.random() < 0.08:
        thanks = as_typed(rng, expand(rng, _FOLLOW_UP["thanks"]))
        turns.append((thanks, expand(rng, _FOLLOW_UP["thanks_answer"]).strip()))
    return turns


def _story_question(rng: Random) -> tuple[str, Cast]:
    share = rng.random()
    cast = draw_cast(rng)
    if share < 0.36:
        return _ask_for(rng, cast, _named_being(rng, cast, placed=rng.random() < 0.25)), cast
    if share < 0.66:
        return _ask_for(rng, cast, _unnamed_being(rng, cast, placed=rng.random() < 0.25)), cast
    if share < 0.76:
        cast = draw_cast(rng, kind=pick(rng, ["animal", "person"]))
        return _ask_for(rng, cast, _name_alone(rng, cast, placed=rng.random() < 0.2)), cast
    if share < 0.83:
        return expand(rng, _VERB_AND_STORY + _ASK["set_in_place"], **cast.slots()), cast
    if share < 0.9:
        slots = cast.slots() | {
            "ak0": with_article(cast.being),
            "af": with_article(cast.friend_being),
        }
        return expand(rng, _VERB_AND_STORY + _ASK["two_heroes"], **slots), cast
    if rng.random() < 0.7:
        return expand(rng, _VERB_AND_STORY + _ASK["anything_ending"]), cast
    return expand(rng, _ASK["anything"]), cast


def _named_being(rng: Random, cast: Cast, placed: bool) -> str:
    being = cast.being_with_trait if rng.random() < 0.5 else cast.being
    subject = expand(rng, _ASK["named_kind"], **cast.slots(), ak0=with_article(being))
    return _in_place(rng, cast, subject, placed)


def _unnamed_being(rng: Random, cast: Cast, placed: bool) -> str:
    being = cast.being_with_trait if rng.random() < 0.3 else cast.being
    subject = expand(rng, _ASK["kind"], **cast.slots(), ak0=with_article(being))
    return _in_place(rng, cast, subject, placed)


def _name_alone(rng: Random, cast: Cast, placed: bool) -> str:
    subject = cast.hero
    if rng.random() < 0.8:
        subject += expand(rng, _ASK["after_name"])
    return _in_place(rng, cast, subject, placed)


def _in_place(rng: Random, cast: Cast, subject: str, placed: bool) -> str:
    return subject + expand(rng, _ASK["in_place"], **cast.slots()) if placed else subject


def _ask_for(rng: Random, cast: Cast, subject: str) -> str:
    share = rng.random()
    if share < 0.78:
        question = expand(rng, f"{_VERB_AND_STORY} {_ASK['about']} ") + subject
    elif share < 0.9:
        question = expand(rng, _ASK["short"]) + subject
    elif share < 0.96:
        question = expand(rng, _ASK["tell_about"]) + subject
    else:
        question = expand(rng, _ASK["for_someone"]) + subject
    return question + expand(rng, _ASK["ending"])


def _follow_up(rng: Random, cast: Cast) -> tuple[str, str, Cast]:
    """What is asked, its answer, and the cast of the latest story."""
    slots = cast.slots()
    share = rng.random()
    if share < 0.38:
        another = draw_cast(rng)
        return expand(rng, _FOLLOW_UP["another"]), story_text(rng, another), another
    if share < 0.6:
        another = draw_cast(rng)
        return _ask_for_another(rng, another), story_text(rng, another), another
    if share < 0.72:
        return (
            expand(rng, _FOLLOW_UP["who_question"]),
            expand(rng, _FOLLOW_UP["who_answer"], **slots),
            cast,
        )
    if share < 0.8:
        question = expand(rng, _FOLLOW_UP["where_question"], **slots)
        return question, expand(rng, _FOLLOW_UP["where_answer"], **slots), cast
    if share < 0.92:
        return (
            expand(rng, _FOLLOW_UP["moral_question"], **slots),
            expand(rng, _PHRASES["moral"]),
            cast,
        )
    return expand(rng, _FOLLOW_UP["true_question"]), expand(rng, _FOLLOW_UP["true_answer"]), cast


def _ask_for_another(rng: Random, cast: Cast) -> str:
    slots = {"ak": with_article(cast.being), "k": cast.being, "N": cast.hero}
    if rng.random() < 0.75:
        return expand(rng, _FOLLOW_UP["another_about_kind"], **slots)
    return expand(rng, _FOLLOW_UP["another_about_name"], **slots)
