"""Are the questions well written? Faults that let a learner guess without knowing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from worksite.notebook.bankview import CHOICES, Bank, Item
from worksite.notebook.reading import words

MUCH_LONGER = 1.3
OPTIONS = {"one": (3, 5), "many": (3, 6), "true_false": (2, 5)}
ENOUGH = 4  # questions before a share says anything
_ALL_NONE = re.compile(
    r"\b(?:all|none|both|neither) of (?:the|these) (?:above|below|answers|options)"
    r"|^(?:all|none|both) of (?:these|them)\W*$",
    re.I,
)
_NEGATIVE = re.compile(
    r"\b(?:not|never|no|none|nothing|except|cannot|neither|nor)\b|n['’]t\b", re.I
)
_HEDGE = re.compile(
    r"\b(?:may|might|could|some|sometimes|often|usually|mostly|likely|probably|perhaps|partly|"
    r"roughly|generally|tends?|possibly|in part|in some)\b",
    re.I,
)


def hedges(text: str) -> int:
    """Hedge words in a text: may, some, often …"""
    return len(_HEDGE.findall(text))


def _asks(item: Item) -> str:
    """The sentence that asks: the last one of the text."""
    parts = re.split(r"(?<=[.!?])\s+", item.text.strip())
    return parts[-1]


def _right(item: Item) -> list[int]:
    return [place for place, choice in enumerate(item.choices) if choice.right]


def option_count(bank: Bank) -> Iterator[str]:
    """Enough options to think about, not more than can be held in mind."""
    for item in bank.items:
        low, high = OPTIONS.get(item.type, (0, 99))
        if not low <= len(item.choices) <= high:
            yield (
                f"{item.where}: {len(item.choices)} options. Give {low} to {high} "
                "that people really believe."
            )


def longest_is_right(bank: Bank) -> Iterator[str]:
    """The right option does not stand out by its length."""
    for item in bank.items:
        lengths = [choice.length for choice in item.choices if not choice.right]
        right = [choice.length for choice in item.choices if choice.right]
        if lengths and len(right) == 1 and right[0] > MUCH_LONGER * max(lengths):
            yield (
                f"{item.where}: the right option is by far the longest. "
                "Shorten it, or give a wrong one as much detail."
            )


def position_bias(bank: Bank) -> Iterator[str]:
    """Right answers do not sit at one letter; true and false both occur."""
    single = [item for item in bank.items if item.type == "one" and len(_right(item)) == 1]
    letters = Counter("ABCDEFGH"[_right(item)[0] % 8] for item in single)
    for letter, count in letters.most_common(1):
        if len(single) >= ENOUGH and count > len(single) / 2:
            yield (
                f"quizzes/{bank.lesson}.yml: {letter} is right in {count} of {len(single)} "
                "questions. Move some right options."
            )
    truths = [str(i.raw.get("answer")).lower() for i in bank.items if i.type == "true_false"]
    if len(truths) >= ENOUGH and len(set(truths)) == 1:
        yield (
            f"quizzes/{bank.lesson}.yml: every true/false answer is {truths[0]}. "
            "Turn some statements round."
        )


def all_or_none(bank: Bank) -> Iterator[str]:
    """No "all of the above"."""
    for item in bank.items:
        for choice in item.choices:
            if _ALL_NONE.search(choice.text):
                yield (
                    f'{item.where}: the option "{choice.text}". '
                    'Say what it means, or use "choose all that apply".'
                )


def double_negative(bank: Bank) -> Iterator[str]:
    """No negation inside a negation."""
    for item in bank.items:
        inside = len(_NEGATIVE.findall(_asks(item)))
        option = inside == 1 and item.type in CHOICES
        option = option and any(_NEGATIVE.search(choice.text) for choice in item.choices)
        denied = inside == 1 and item.type == "true_false"
        denied = denied and str(item.raw.get("answer")).lower() == "false"
        if inside > 1 or option or denied:
            yield f"{item.where}: a double negative. Ask the plain way round."


def feedback(bank: Bank) -> Iterator[str]:
    """Every option answers the thought behind it."""
    for item in bank.items:
        for place, choice in enumerate(item.choices):
            if not choice.feedback.strip():
                yield (
                    f"{item.where}: option {'ABCDEFGH'[place % 8]} has no feedback. "
                    "Say why it is right or wrong."
                )


def hedged_right(bank: Bank) -> Iterator[str]:
    """Careful words do not give the right option away."""
    for item in bank.items:
        wrong = sum(hedges(choice.text) for choice in item.choices if not choice.right)
        right = sum(hedges(choice.text) for choice in item.choices if choice.right)
        if right and not wrong and len(item.choices) > 1:
            yield (
                f"{item.where}: only the right option is hedged (may, some, often …). "
                "Hedge a wrong one too, or neither."
            )


def same_words(bank: Bank) -> Iterator[str]:
    """No option twice."""
    for item in bank.items:
        seen = Counter(" ".join(words(choice.text)).casefold() for choice in item.choices)
        for text, count in seen.items():
            if count > 1:
                yield f'{item.where}: the option "{text}" stands there twice. Change one.'


def objectives(bank: Bank, known: list[str]) -> Iterator[str]:
    """Every objective of the lesson is tested by at least two questions, and no other is."""
    tested = Counter(item.objective for item in bank.items)
    for name in known:
        if tested[name] < 2:
            yield (
                f"quizzes/{bank.lesson}.yml: objective {name!r} is tested by {tested[name]} "
                "questions. Write at least two."
            )


CHECKS = (
    option_count,
    longest_is_right,
    position_bias,
    all_or_none,
    double_negative,
    feedback,
    hedged_right,
    same_words,
)
