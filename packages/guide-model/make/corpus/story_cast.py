"""Whom, where and what a story is about."""

from dataclasses import dataclass
from random import Random

from corpus.data_files import load
from corpus.names import draw_name
from corpus.template import pick
from corpus.wording import with_article

_DATA = load("story-cast")
ANIMALS: list[str] = _DATA["animals"]
PEOPLE: list[str] = _DATA["people"]
THINGS: list[str] = _DATA["things"]
_BEINGS = {"animal": ANIMALS, "person": PEOPLE, "thing": THINGS}


@dataclass(frozen=True)
class Cast:
    kind: str  # "animal", "person" or "thing"
    hero: str
    being: str
    being_with_trait: str
    friend: str
    friend_being: str
    place: str
    place_phrase: str
    object_phrase: str

    def slots(self) -> dict[str, str]:
        """The slots of the story templates."""
        return {
            "N": self.hero,
            "k": self.being,
            "ak": with_article(self.being_with_trait),
            "FN": self.friend,
            "fk": self.friend_being,
            "pl": self.place,
            "apl": self.place_phrase,
            "aob": self.object_phrase,
        }


def draw_cast(rng: Random, being: str = "", hero: str = "", kind: str = "") -> Cast:
    """What is not given is drawn. The friend has another name and is another being."""
    kind = kind or _kind_of(rng, being)
    being = being or pick(rng, _BEINGS[kind])
    hero = hero or draw_name(rng)
    friend = hero
    while friend == hero:
        friend = draw_name(rng)
    friend_being = being
    while friend_being == being:
        friend_being = pick(rng, ANIMALS if rng.random() < 0.7 else PEOPLE)
    place = pick(rng, _DATA["places"])
    trait = pick(rng, _DATA["traits"]) + " " if rng.random() < 0.6 else ""
    return Cast(
        kind=kind,
        hero=hero,
        being=being,
        being_with_trait=trait + being,
        friend=friend,
        friend_being=friend_being,
        place=place,
        place_phrase=_place_phrase(rng, place),
        object_phrase=with_article(pick(rng, _DATA["objects"])),
    )


def _kind_of(rng: Random, being: str) -> str:
    if not being:
        return pick(rng, ["animal", "animal", "person", "thing"])
    if being in THINGS:
        return "thing"
    return "person" if being in PEOPLE else "animal"


def _place_phrase(rng: Random, place: str) -> str:
    if rng.random() < 0.7:
        return with_article(place)
    adjective = pick(rng, ["small", "quiet", "old", "strange", "green", "lonely", "big"])
    return with_article(f"{adjective} {place}")
