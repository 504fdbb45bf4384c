"""A question as the browser draws it: all rendered, nothing left open but the answer."""

from __future__ import annotations

from typing import Any

from worksite.faces.markup import escape, inline, markdown, plain
from worksite.quiz import model
from worksite.resources import strings

_CHOOSE = {"one": "choose_one", "many": "choose_all"}


def _cited(source: str) -> str:
    """Claim ids like [E-06] become links; the evidence is only read where one is cited."""
    if "[E-" not in source and "[S-" not in source:
        return source
    from worksite.evidence import expand

    return expand(source)


def block(source: str) -> str:
    """Block HTML of a bank text, claims linked."""
    return markdown(_cited(source))


def line(source: str) -> str:
    """Inline HTML of a bank text, claims linked."""
    return inline(_cited(source))


def _options(options: list[model.Option]) -> list[dict[str, str]]:
    return [
        {"key": key, "letter": key.upper(), "html": line(option.text)}
        for key, option in zip(model.LETTERS, options, strict=False)
    ]


def _option_feedback(options: list[model.Option]) -> dict[str, str]:
    said = {}
    for key, option in zip(model.LETTERS, options, strict=False):
        said[key] = block(option.feedback)
        if option.missed:
            said[f"missed:{key}"] = block(option.missed)
    return said


def _true_false(question: model.TrueFalse) -> dict[str, Any]:
    said = {"true": block(question.feedback.true), "false": block(question.feedback.false)}
    return {
        "reasons": _options(question.reasons),
        "feedback": said | _option_feedback(question.reasons),
    }


def _number(question: model.Number) -> dict[str, Any]:
    words = question.feedback
    said = {"right": words.right, "wrong": words.wrong, "unit": words.unit}
    said |= {f"near:{at}": near.feedback for at, near in enumerate(question.near)}
    return {
        "units": list(question.units),
        "feedback": {key: block(text) for key, text in said.items()},
    }


def _match(question: model.Match) -> dict[str, Any]:
    choices = question.choices()
    said = {str(at): block(pair.feedback) for at, pair in enumerate(question.pairs, 1)}
    for extra in question.extra:
        if extra.feedback:
            said[f"extra:{model.LETTERS[choices.index(extra.text)]}"] = block(extra.feedback)
    rows = [
        {"key": str(at), "html": line(pair.left), "plain": plain(pair.left)}
        for at, pair in enumerate(question.pairs, 1)
    ]
    listed = [
        {"key": key, "plain": plain(_uncited(text))}
        for key, text in zip(model.LETTERS, choices, strict=False)
    ]
    return {"rows": rows, "choices": listed, "feedback": said}


def _uncited(source: str) -> str:
    import re

    return re.sub(r"\s*\[[ES]-[^\]]*\]", "", source)


def _order(question: model.Order) -> dict[str, Any]:
    shown = question.screen()
    return {
        "items": [
            {"key": key, "html": line(item.text), "plain": plain(item.text)} for key, item in shown
        ],
        "feedback": {key: block(item.feedback) for key, item in shown if item.feedback},
    }


def _special(question: model.AnyQuestion) -> dict[str, Any]:
    match question:
        case model.One() | model.Many():
            said = _option_feedback(question.options)
            return {"options": _options(question.options), "feedback": said}
        case model.TrueFalse():
            return _true_false(question)
        case model.Number():
            return _number(question)
        case model.Match():
            return _match(question)
        case model.Order():
            return _order(question)
        case model.Own():
            return {
                "model_answer_html": block(question.model_answer),
                "checklist_html": [line(point) for point in question.checklist],
                "feedback": {},
            }


def _chosen(options: list[model.Option]) -> str:
    return "".join(
        f"<p><strong>{key.upper()}</strong> {line(option.text)}</p>"
        for key, option in zip(model.LETTERS, options, strict=False)
        if option.right
    )


def figure(value: float) -> str:
    """A number as a person writes it: 8,000,000 or 3.6."""
    return f"{int(value):,}" if value == int(value) else f"{value:,}"


def answer_html(question: model.AnyQuestion) -> str:
    """The right answer alone, without its reasons; empty for own words."""
    match question:
        case model.One() | model.Many():
            return _chosen(question.options)
        case model.TrueFalse():
            said = strings("quiz")["true" if question.answer else "false"]
            return f"<p><strong>{escape(said)}</strong></p>{_chosen(question.reasons)}"
        case model.Number():
            unit = f" {escape(question.unit)}" if question.unit else ""
            return f"<p><strong>{figure(question.answer)}{unit}</strong></p>"
        case model.Match():
            rows = [f"<li>{line(p.left)} → {line(p.right)}</li>" for p in question.pairs]
            return f"<ul>{''.join(rows)}</ul>"
        case model.Order():
            return f"<ol>{''.join(f'<li>{line(item.text)}</li>' for item in question.items)}</ol>"
        case model.Own():
            return ""


def choose_words(question: model.AnyQuestion) -> str:
    """ "Choose one" or "Choose all that apply", so that the two are told apart in words."""
    name = _CHOOSE.get(question.type)
    return strings("quiz")[name] if name else ""


def question_spec(bank: model.Bank, question: model.AnyQuestion) -> dict[str, Any]:
    """Everything the browser needs of one question, as plain JSON."""
    links = ""
    if question.claims:
        from worksite.evidence import citation_html

        links = citation_html(question.claims)
    return {
        "ref": f"{bank.lesson}/{question.id}",
        "number": bank.number(question.id),
        "type": question.type,
        "choose": choose_words(question),
        "objective": question.objective,
        "text_html": block(question.text),
        "key": question.key(),
        "hints_html": [block(hint) for hint in question.hints],
        "explain_html": block(question.explain),
        "answer_html": answer_html(question),
        "claims_html": links,
        "confidence": question.confidence,
        "reveal_after": question.reveal_after,
        **_special(question),
    }


def shuffled(spec: dict[str, Any], seed: str) -> dict[str, Any]:
    """The same question with its options in another order; letters follow the new places.

    Only review shuffles: in a lesson a class talks about option B. The order depends on ``seed``
    alone. Keys stay, so an answer means the same.
    """
    from random import Random

    options = list(spec.get("options") or [])
    Random(seed).shuffle(options)
    if not options:
        return spec
    lettered = [
        {**option, "letter": model.LETTERS[at].upper()} for at, option in enumerate(options)
    ]
    return {**spec, "options": lettered}
