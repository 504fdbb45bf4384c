"""A question of every type, in the form the quiz module draws; texts are for tests only."""

from __future__ import annotations

from typing import Any

from worksite.resources import strings

HOSTILE = """<img src=x onerror="window.__pwned=1"> `it's` "quoted" $x$ </script> <b onclick=x>"""


def _option(key: str, html: str) -> dict[str, str]:
    return {"key": key, "letter": key.upper(), "html": html}


def _item(key: str, words: str) -> dict[str, str]:
    return {"key": key, "html": words, "plain": words}


_OBJECTIVES = {
    "made": "say what an exosome is and how it is made",
    "scale": "put hair, cell, virus and vesicle on one scale",
    "words": "say why “exosome” and “small EV” are not the same word",
}

_CLAIM = '<a href="https://doi.org/10.1002/jev2.12404" title="Welsh 2024">[E-36]</a>'


def _base(number: int, name: str, kind: str, objective: str, text: str) -> dict[str, Any]:
    choose = {"one": "choose_one", "many": "choose_all"}.get(kind)
    return {
        "ref": f"03/{name}", "number": f"03.{number}", "type": kind, "objective": objective,
        "choose": strings("quiz")[choose] if choose else "", "text_html": f"<p>{text}</p>",
        "hints_html": ["<p>Think of the length first.</p>", "<p>Then cube it.</p>"],
        "explain_html": "<p>Volume grows with the <strong>cube</strong> of the length.</p>",
        "claims_html": _CLAIM, "confidence": False, "reveal_after": 2, "feedback": {},
        "answer_html": "<p><strong>B</strong> That is the one.</p>",
    }  # fmt: skip


def one() -> dict[str, Any]:
    """Choose one; B is right; asks how sure."""
    return _base(1, "made", "one", "made", "Where in the cell does an exosome begin?") | {
        "options": [
            _option("a", "At the outer wall: a piece of it is pinched off"),
            _option("b", "Inside a bag within the cell, which later opens to the outside"),
            _option("c", "In the nucleus, next to the <em>blueprint</em>"),
            _option("d", "In the blood, out of what dying cells leave behind"),
        ],
        "confidence": True,
        "key": {"type": "one", "options": ["a", "b", "c", "d"], "right": ["b"]},
        "feedback": {
            "a": "<p>That is how <strong>microvesicles</strong> are made. They bud from the "
            "outer wall.</p>",
            "b": "<p>Yes: it buds inward, into a bag called an endosome.</p>",
            "c": "<p>The nucleus keeps the DNA. Vesicles are made outside of it.</p>",
            "d": "<p>Dying cells leave other pieces, called apoptotic bodies.</p>",
        },
    }


def many() -> dict[str, Any]:
    """Choose all; A and C are right."""
    return _base(2, "inside", "many", "made", "What has been found inside exosomes?") | {
        "options": [
            _option("a", "Proteins"), _option("b", "A nucleus"),
            _option("c", "Short pieces of RNA"), _option("d", "Mitochondria at full size"),
        ],
        "key": {"type": "many", "options": ["a", "b", "c", "d"], "right": ["a", "c"]},
        "feedback": {
            "a": "<p>Yes, dozens of kinds.</p>", "missed:a": "<p>Proteins belong here too.</p>",
            "b": "<p>A nucleus is fifty times as wide as the whole vesicle.</p>",
            "c": "<p>Yes, among them microRNA.</p>", "missed:c": "<p>RNA belongs here too.</p>",
            "d": "<p>A mitochondrion is larger than the vesicle.</p>",
        },
    }  # fmt: skip


def true_false() -> dict[str, Any]:
    """False, because of reason B."""
    return _base(3, "manager", "true_false", "words", "An exosome decides what to tell a cell.") | {
        "reasons": [
            _option("a", "It reads the site and picks a message"),
            _option("b", "It carries what the cell put in; it cannot sense or choose"),
            _option("c", "It is too small to carry any message"),
        ],
        "key": {
            "type": "true_false", "answer": "false", "reasons": ["a", "b", "c"], "right": ["b"],
        },
        "feedback": {
            "true": "<p>That is the picture of the foreman, and here it breaks.</p>",
            "false": "<p>A vesicle decides nothing.</p>",
            "a": "<p>Nothing in it could read or pick.</p>",
            "b": "<p>It is a memo, not a manager.</p>",
            "c": "<p>It does carry molecules.</p>",
        },
    }  # fmt: skip


def number() -> dict[str, Any]:
    """100 nm, within 5 %; 200 is a typical slip."""
    return _base(4, "size", "number", "scale", "A cell of 20 µm is 200 vesicles long. How long is "
                 "one vesicle?") | {
        "units": ["nm", "µm"],
        "key": {"type": "number", "answer": 100, "relative": 0.05, "absolute": 0, "unit": "nm",
                "units": {"nm": 1, "µm": 1000}, "near": [200]},
        "feedback": {
            "right": "<p>20,000 nm ÷ 200 = 100 nm.</p>",
            "unit": "<p>A micrometre is a thousand nanometres.</p>",
            "wrong": "<p>Divide 20 µm by 200.</p>",
            "near:0": "<p>200 is how many fit, not how long one is.</p>",
        },
    }  # fmt: skip


def match() -> dict[str, Any]:
    """Three rows, four choices."""
    return _base(5, "match-size", "match", "scale", "Which is about how wide?") | {
        "rows": [_item("1", "A hair"), _item("2", "A red blood cell"), _item("3", "An exosome")],
        "choices": [
            {"key": "a", "plain": "100 nm"}, {"key": "b", "plain": "1 mm"},
            {"key": "c", "plain": "7 µm"}, {"key": "d", "plain": "70 µm"},
        ],
        "key": {"type": "match", "rows": ["1", "2", "3"], "choices": ["a", "b", "c", "d"],
                "right": {"1": "d", "2": "c", "3": "a"}},
        "feedback": {
            "1": "<p>You can see a hair, but not a tenth of it.</p>",
            "2": "<p>Red cells fit through the smallest vessels.</p>",
            "3": "<p>No light microscope shows its shape.</p>",
            "extra:b": "<p>A millimetre is the head of a pin.</p>",
        },
    }  # fmt: skip


def order() -> dict[str, Any]:
    """Right order: b, c, a, d (shown a, b, c, d)."""
    return _base(6, "made-order", "order", "made", "Put the making of an exosome in order.") | {
        "items": [
            _item("a", "The bag travels to the outer wall"),
            _item("b", "The cell wall folds in and makes a bag"),
            _item("c", "The bag’s own wall buds inward"),
            _item("d", "The bag opens and lets the vesicles out"),
        ],
        "key": {"type": "order", "right": ["b", "c", "a", "d"]},
        "feedback": {"a": "<p>It has to be filled first.</p>", "d": "<p>This is the end.</p>"},
    }  # fmt: skip


def own() -> dict[str, Any]:
    """A box, a model answer and three points."""
    return _base(7, "own", "own", "words", "Say in your own words where the foreman breaks.") | {
        "model_answer_html": "<p>A foreman sees, thinks and decides. A vesicle is a parcel.</p>",
        "checklist_html": ["It says what a foreman does", "It says what a vesicle can not do",
                           "It says what that changes"],
        "key": {"type": "own", "points": 3},
    }  # fmt: skip


TYPES = {make.__name__: make for make in (one, many, true_false, number, match, order, own)}


def single(name: str, **changes: Any) -> dict[str, Any]:
    """The spec of one question of a type."""
    return spec([TYPES[name]() | changes], "single")


def group(mode: str = "one-at-a-time") -> dict[str, Any]:
    """The spec of one question of every type."""
    return spec([make() for make in TYPES.values()], mode)


def spec(questions: list[dict[str, Any]], mode: str) -> dict[str, Any]:
    """What the quiz module draws."""
    return {
        "ref": "quiz 03/demo", "title_html": "Check yourself", "mode": mode,
        "strings": strings("quiz"), "objectives": _OBJECTIVES, "questions": questions,
    }  # fmt: skip


def hostile() -> dict[str, Any]:
    """Every learner-visible text is an attack, unescaped, as no renderer of ours would give it."""

    def poison(value: Any, name: str = "") -> Any:
        if isinstance(value, dict):
            return {key: poison(item, key) for key, item in value.items()}
        if isinstance(value, list):
            return [poison(item, name) for item in value]
        texts = name.endswith(("html", "plain", "letter", "number", "choose")) or value == "nm"
        return HOSTILE if isinstance(value, str) and texts else value

    questions = []
    for question in group()["questions"]:
        feedback = dict.fromkeys(question["feedback"], HOSTILE)
        questions.append(poison(question) | {"key": question["key"], "feedback": feedback})
    words = {name: f"{text} {HOSTILE}" for name, text in strings("quiz").items()}
    objectives = dict.fromkeys(_OBJECTIVES, HOSTILE)
    return spec(questions, "all") | {"strings": words, "objectives": objectives}
