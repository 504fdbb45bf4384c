"""Record what the Python grader says, so that the browser's can be held to it.

`python tests/make_grading_cases.py` writes tests/data/grading_cases.json. Cases are chosen here;
only their results are recorded. A test fails when the file is not what this makes.
"""

from __future__ import annotations

import itertools
import json
from pathlib import Path
from typing import Any

FILE = Path(__file__).parent / "data" / "grading_cases.json"

PLAIN = {"type": "number", "answer": 1500, "relative": 0, "absolute": 0, "unit": None, "units": {}}
TENTH = {**PLAIN, "answer": 0.3}
BIG = {**PLAIN, "answer": 8e6, "relative": 0.05, "near": [200, 40000]}
NEGATIVE = {**PLAIN, "answer": -0.74, "absolute": 0.01}
LENGTH = {**PLAIN, "answer": 100, "relative": 0.02, "unit": "nm", "units": {"nm": 1, "µm": 1000}}
HEIGHT = {
    **PLAIN,
    "answer": 9,
    "relative": 0.05,
    "unit": "mm",
    "units": {"mm": 1, "cm": 10, "m": 1000},
    "near": [90, 0.9],
}
TYPED = [
    "1500",
    "1,500",
    "1.500",
    "1 500",
    "1\u202f500",
    "1\u00a0500",
    "1'500",
    "1\u2019500",
    "1.5e3",
    "1,5e3",
    "1.5E3",
    "1.5×10^3",
    "1.5x10^3",
    "1.5*10^3",
    "1.5 × 10³",
    "15·10²",
    "10^3",
    "×10^3",
    "1.5 thousand",
    "1,5 thousand",
    "0.0015 million",
    "+1500",
    "1500.",
    "01500",
    "1500,0",
    "1500%",
    "1500 %",
    "3000/2",
    "3000 / 2",
    "1/0",
    "1/2/3",
    "",
    " ",
    "\t",
    "\u00a0",
    "\ufeff",
    "abc",
    "1500abc",
    "1.5.00",
    "1,50,0",
    "1,500,000",
    "1.500.000",
    "1,500.5",
    "1.500,5",
    "--1500",
    "- 1500",
    ".5",
    ",5",
    ".",
    ",",
    "e3",
    "1e",
    "1e400",
    "1e-400",
    "-0",
    "NaN",
    "nan",
    "Infinity",
    "inf",
    "0x5dc",
    "１５００",
    "1_500",
    "1 5 0 0",
    "15 00",
    "1500 1500",
    "1.5e3 million",
    "<b>1500</b>",
    "1e300/1e-300",
]
SMALL = ["0.3", "0,3", ".3", "3/10", "0.30000000000000004", "30%", "0.3000001", "0.31", "-0.3"]
MINUS = [
    "-0.74",
    "\u22120.74",
    "\u20130,74",
    "\u22120.735",
    "-0.76",
    "0.74",
    "\uff0d0.74",
    "-74e-2",
]
LARGE = [
    "8000000",
    "8 million",
    "8,000,000",
    "8.000.000",
    "8 000 000",
    "8e6",
    "8×10⁶",
    "8 × 10^6",
    "8*10**6",
    "7.7 million",
    "7.5 million",
    "0.008 billion",
    "8000 thousand",
    "200",
    "40000",
    "40,000",
    "8",
    "8 billion",
]
UNITS = [
    ("100", "nm"),
    ("0.1", "µm"),
    ("0,1", "µm"),
    ("100", "µm"),
    ("0.1", "nm"),
    ("100", None),
    ("100", ""),
    ("100", "km"),
    ("101", "nm"),
    ("103", "nm"),
    ("1e2", "nm"),
    ("x", "nm"),
    ("", "nm"),
    (100, "nm"),
    (0.1, "µm"),
    ("100", 5),
    ("100000", "nm"),
]
HEIGHTS = [
    ("9", "mm"),
    ("0.9", "cm"),
    ("0.009", "m"),
    ("9", "cm"),
    ("9", "m"),
    ("90", "mm"),
    ("0.9", "mm"),
    ("900", "mm"),
    ("9.4", "mm"),
    ("9.5", "mm"),
    ("9", None),
]
ODD: list[Any] = [None, "", 0, 1, True, [], {}, ["a"], {"a": 1}, "z", [["a"]], {"value": None}]


def _sets(letters: str) -> list[list[str]]:
    return [
        list(chosen)
        for count in range(len(letters) + 1)
        for chosen in itertools.combinations(letters, count)
    ]


def cases() -> list[tuple[dict[str, Any], Any]]:
    """Every key and response to be recorded."""
    found: list[tuple[dict[str, Any], Any]] = []
    one = {"type": "one", "options": list("abcd"), "right": ["c"]}
    found += [(one, response) for response in [*"abcd", "A", *ODD]]
    many = {"type": "many", "options": list("abcde"), "right": ["a", "c", "d"]}
    found += [(many, chosen) for chosen in _sets("abcde")]
    found += [(many, r) for r in [["c", "a", "a"], ["z"], ["a", "z"], "a", *ODD]]
    all_right = {"type": "many", "options": list("abc"), "right": list("abc")}
    found += [(all_right, chosen) for chosen in _sets("abc")]
    truth = {"type": "true_false", "answer": "false", "reasons": list("abc"), "right": ["b"]}
    for answer, reason in itertools.product(["true", "false", None, True, "x"], [*"abcz", None]):
        found.append((truth, {"answer": answer, "reason": reason}))
    found += [(truth, response) for response in ODD]
    match = {
        "type": "match",
        "rows": ["1", "2", "3"],
        "choices": list("abcd"),
        "right": {"1": "b", "2": "a", "3": "d"},
    }
    for picks in itertools.product(["b", "a", "c", None], ["a", "b", ""], ["d", "a", "z"]):
        found.append((match, dict(zip("123", picks, strict=True))))
    found += [(match, response) for response in ODD]
    order = {"type": "order", "right": list("bdac")}
    found += [(order, list(given)) for given in itertools.permutations("abcd")]
    found += [
        (order, r)
        for r in [
            ["b", None, None, None],
            ["b", "d", None, "c"],
            [None] * 4,
            ["c", "z", "b", "q"],
            ["b", "b", "d", "a"],
            *ODD,
        ]
    ]
    own = {"type": "own", "points": 3}
    for said in ["my own words", " ", "", None, 5]:
        found.append((own, {"text": said, "ticks": [0, 2]}))
    found += [(own, response) for response in ODD]
    opinion = {"type": "opinion", "options": ["true", "false", "unknown"]}
    found += [(opinion, response) for response in ["true", "false", "unknown", "True", True, *ODD]]
    for key, typed in [(PLAIN, TYPED), (TENTH, SMALL), (NEGATIVE, MINUS), (BIG, LARGE)]:
        found += [(key, {"value": value, "unit": None}) for value in typed]
    found += [(PLAIN, response) for response in ODD]
    found += [(LENGTH, {"value": value, "unit": unit}) for value, unit in UNITS]
    found += [(HEIGHT, {"value": value, "unit": unit}) for value, unit in HEIGHTS]
    return found


def text() -> str:
    """The file's text: one case a line."""
    from worksite.quiz.grading import grade

    lines = [
        json.dumps(
            {"key": key, "response": response, "result": grade(key, response)}, sort_keys=True
        )
        for key, response in cases()
    ]
    return "[\n" + ",\n".join(lines) + "\n]\n"


if __name__ == "__main__":
    FILE.write_text(text(), encoding="utf-8", newline="\n")
