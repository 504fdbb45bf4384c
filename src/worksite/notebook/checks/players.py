"""Test-taking players: each knows nothing, follows one habit, and must do no better than chance."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from math import sqrt

from worksite.notebook.bankview import Bank, Choice, Item
from worksite.notebook.checks.items import hedges

Player = Callable[[tuple[Choice, ...]], list[int]]


def _most(scores: list[int]) -> list[int]:
    best = max(scores)
    return [place for place, score in enumerate(scores) if score == best]


def longest(choices: tuple[Choice, ...]) -> list[int]:
    """Takes the longest option."""
    return _most([choice.length for choice in choices])


def shortest(choices: tuple[Choice, ...]) -> list[int]:
    """Takes the shortest option."""
    return _most([-choice.length for choice in choices])


def middle(choices: tuple[Choice, ...]) -> list[int]:
    """Takes the middle option; with an even number, one of the two in the middle."""
    last = len(choices) - 1
    return sorted({last // 2, (last + 1) // 2})


def hedged(choices: tuple[Choice, ...]) -> list[int]:
    """Takes the most careful option."""
    return _most([hedges(choice.text) for choice in choices])


def second(choices: tuple[Choice, ...]) -> list[int]:
    """Takes option B."""
    return [min(1, len(choices) - 1)]


PLAYERS: dict[str, Player] = {
    "always the longest option": longest,
    "always the shortest option": shortest,
    "always the middle option": middle,
    "always the most hedged option": hedged,
    "always option B": second,
}


def playable(banks: list[Bank]) -> list[Item]:
    """Questions with exactly one right option or reason among two or more."""
    return [
        item
        for bank in banks
        for item in bank.items
        if item.type in {"one", "true_false"}
        and len(item.choices) > 1
        and sum(choice.right for choice in item.choices) == 1
    ]


def score(player: Player, items: list[Item]) -> float:
    """Expected right answers of a player; a tie counts in shares."""
    total = 0.0
    for item in items:
        taken = player(item.choices)
        total += sum(item.choices[place].right for place in taken) / len(taken)
    return total


def limit(items: list[Item]) -> tuple[float, float]:
    """Right answers of blind guessing, and that plus two standard deviations."""
    shares = [1 / len(item.choices) for item in items]
    chance = sum(shares)
    return chance, chance + 2 * sqrt(sum(share * (1 - share) for share in shares))


def truths(banks: list[Bank]) -> dict[str, int]:
    """How many statements of all banks are true, and how many false."""
    asked = [item.raw.get("answer") for bank in banks for item in bank.items
             if item.type == "true_false"]  # fmt: skip
    return {word: asked.count(word == "true") for word in ("true", "false")}


def check(banks: list[Bank]) -> Iterator[str]:
    """A line for each habit that beats chance by more than two standard deviations."""
    items = playable(banks)
    chance, most = limit(items)
    for name, player in PLAYERS.items():
        got = score(player, items)
        if got > most:
            yield (
                f"quizzes: a learner who takes {name} gets {got:.1f} of {len(items)} right; "
                f"guessing gets {chance:.1f}. Change options until the habit does not pay."
            )
    found = truths(banks)
    total = sum(found.values())
    for word, got in found.items():
        if got > total / 2 + sqrt(total):  # two deviations of a coin thrown so often
            yield (
                f"quizzes: a learner who always says {word} is right on {got} of {total} "
                "statements. Turn some round."
            )
