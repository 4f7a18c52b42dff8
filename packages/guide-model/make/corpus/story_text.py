"""The text of a story: an opening, a problem, tries and an ending that belong together."""

import re
from random import Random

from corpus.data_files import load
from corpus.story_cast import Cast
from corpus.template import expand, pick

_PHRASES = load("story-phrases")
_PLOTS: list[dict[str, list[str]]] = load("story-plots")["plot"] + load("story-plots-more")["plot"]
_PLOTS_OF_THINGS: list[dict[str, list[str]]] = load("story-plots-of-things")["plot"]

_PLACES_WITH_ON = re.compile(
    r"\b([Ii]n) ((?:a|an|the) (?:\w+ )?(?:island|beach|hill|mountain|farm|moon|ice field|ship|playground)\b)"
)
# "a moon" that is no hero: there is only one.
_UNIQUE_PLACES = re.compile(r"\b([Aa]n?) (?=(\w+ )?(moon|sea)\b(?! (named|called|that|from|who|which)))")


def story_text(rng: Random, cast: Cast) -> str:
    slots = cast.slots()
    as_thing = cast.kind == "thing" and rng.random() < 0.75
    plot = pick(rng, _PLOTS_OF_THINGS if as_thing else _PLOTS)
    openings = _PHRASES["openings_of_things"] if as_thing else _PHRASES["openings"]
    opening = expand(rng, pick(rng, openings), **slots)
    if rng.random() < 0.2:
        opening = expand(rng, _PHRASES["announcement"], **slots) + opening
    sentences = [opening]
    for part in ("problem", "tries", "ending"):
        sentences += [expand(rng, sentence, **slots) for sentence in plot[part]]
    return _with_place_words(" ".join(sentences))


def _with_place_words(text: str) -> str:
    """In a village, but on an island; the sea, not a sea."""
    text = _PLACES_WITH_ON.sub(lambda match: ("On " if match[1] == "In" else "on ") + match[2], text)
    return _UNIQUE_PLACES.sub(lambda match: "The " if match[1][0] == "A" else "the ", text)
