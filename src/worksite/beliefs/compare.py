"""Two rounds of answers held side by side, pure. Twin of ``assets/widgets/survey_compare.js``."""

from __future__ import annotations

from typing import Any

RANK = {"guess": 0, "think": 1, "sure": 2}
Answers = dict[str, dict[str, Any]]


def change(before: dict[str, Any] | None, now: dict[str, Any] | None) -> str:
    """What became of a belief: changed, surer, less_sure, same; "" where one answer is missing."""
    if not before or not now:
        return ""
    if before["response"] != now["response"]:
        return "changed"
    ranks = [RANK.get(str(one.get("confidence"))) for one in (before, now)]
    if None in ranks or ranks[0] == ranks[1]:
        return "same"
    return "surer" if ranks[1] > ranks[0] else "less_sure"  # type: ignore[operator]


def compare(questions: list[dict[str, Any]], state: Answers) -> dict[str, Any]:
    """``{"rows": [change], "counts": {…}, "lines": [names of sentences]}``.

    ``questions`` have ref, before_ref and fits ("true", "false", or "" where both answers have a
    case); ``state`` holds the answers by reference. ``judged`` counts the statements answered now
    whose evidence leans one way, ``fit_now`` and ``fit_before`` the answers that go with it.
    """
    pairs = [(state.get(one["before_ref"]), state.get(one["ref"])) for one in questions]
    rows = [change(before, now) for before, now in pairs]
    judged = [
        (one["fits"], before, now)
        for one, (before, now) in zip(questions, pairs, strict=True)
        if one["fits"] and now
    ]
    counts = {
        "total": len(questions),
        "both": sum(row != "" for row in rows),
        "changed": rows.count("changed"),
        "surer": rows.count("surer"),
        "judged": len(judged),
        "fit_now": sum(now["response"] == fits for fits, _, now in judged),
        "fit_before": sum(bool(b) and b["response"] == fits for fits, b, _ in judged),  # type: ignore[index]
    }
    return {"rows": rows, "counts": counts, "lines": _lines(counts)}


def _lines(counts: dict[str, int]) -> list[str]:
    both, total = counts["both"], counts["total"]
    if not both:
        found = ["no_before"]
    else:
        found = ["changed" if counts["changed"] else "kept_all"]
        if both < total:
            found.append("some_before")
        if counts["surer"]:
            found.append("surer")
    if counts["judged"]:
        found.append("fit_both" if both == total else "fit_now")
    return found
