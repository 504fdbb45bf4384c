"""``worksite stats``: the course in numbers."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from worksite.notebook.measure import measure
from worksite.notebook.page import open_page, ready_files

COLUMNS = (
    "lesson",
    "minutes",
    "by content",
    "words",
    "grade",
    "questions",
    "figures",
    "explorables",
    "claims",
    "kB",
)


def collect(folder: Path) -> dict[str, Any]:
    """Counts of every ready lesson and their totals, ready for JSON.

    ``{"lessons": [{"id", "title", "minutes", "content_minutes", "words", "grade", "questions":
    {type: n}, "figures", "explorables", "claims", "kB"}], "totals": {…}}``; the total grade is the
    median over lessons.
    """
    rows = []
    for file, lesson in ready_files(folder):
        found = measure(open_page(file, lesson))
        rows.append(
            {
                "id": lesson.id,
                "title": lesson.title,
                "minutes": lesson.minutes,
                "content_minutes": round(found.minutes, 1),
                "words": found.words,
                "grade": found.grade,
                "questions": found.questions,
                "figures": found.figures,
                "explorables": found.explorables,
                "claims": found.claims,
                "kB": found.kilobytes,
            }
        )
    return {"lessons": rows, "totals": _totals(rows)}


def objectives() -> str:
    """Every objective of every ready lesson, and the numbers of the questions that test it."""
    from worksite import lessons
    from worksite.quiz import bank as banks

    lines = []
    for lesson in lessons.load().lessons:
        if not lesson.ready or lesson.id not in banks.known():
            continue
        bank = banks.load(lesson.id)
        lines.append(lesson.name)
        for goal in lesson.objectives:
            asked = [bank.number(q.id) for q in bank.questions if q.objective == goal.id]
            lines.append(f"  {goal.text}: {', '.join(asked)}")
    return "\n".join(lines)


def _totals(rows: list[dict[str, Any]]) -> dict[str, Any]:
    from statistics import median

    kinds = sorted({kind for row in rows for kind in row["questions"]})
    totals: dict[str, Any] = {
        key: round(sum(row[key] for row in rows), 1)
        for key in ("minutes", "content_minutes", "words", "figures", "explorables", "kB", "claims")
    }
    totals["lessons"] = len(rows)
    totals["grade"] = round(median([row["grade"] for row in rows]), 1) if rows else 0.0
    totals["questions"] = {k: sum(row["questions"].get(k, 0) for row in rows) for k in kinds}
    return totals


def _row(name: str, row: dict[str, Any]) -> tuple[str, ...]:
    asked = row["questions"]
    kinds = ", ".join(f"{count} {kind}" for kind, count in asked.items())
    return (
        name,
        str(row["minutes"]),
        str(row["content_minutes"]),
        str(row["words"]),
        str(row["grade"]),
        f"{sum(asked.values())} ({kinds})" if asked else "0",
        str(row["figures"]),
        str(row["explorables"]),
        str(row["claims"]),
        str(row["kB"]),
    )


def table(found: dict[str, Any]) -> str:
    """The counts as a plain table, totals last."""
    rows: list[tuple[str, ...]] = [COLUMNS]
    rows += [_row(f"{row['id']} {row['title']}", row) for row in found["lessons"]]
    rows.append(_row(f"all {found['totals']['lessons']} (median grade)", found["totals"]))
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = ["  ".join(c.ljust(w) for c, w in zip(row, widths, strict=True)) for row in rows]
    return "\n".join(line.rstrip() for line in lines)
