"""The still face of questions: readable with no kernel, no script and no style."""

from __future__ import annotations

from worksite.faces.markup import escape, plain
from worksite.faces.still import APART
from worksite.quiz import model
from worksite.quiz.spec import answer_html, block, choose_words, figure, line
from worksite.resources import strings


def _options(options: list[model.Option]) -> list[str]:
    items = [
        f"<li><strong>{key.upper()}</strong> {line(option.text)}</li>"
        for key, option in zip(model.LETTERS, options, strict=False)
    ]
    return ["<ul>", *items, "</ul>"]


def _reasons(options: list[model.Option], words: dict[str, str]) -> list[str]:
    """Every option with its verdict in words and its reason, the right one marked."""
    items = []
    for key, option in zip(model.LETTERS, options, strict=False):
        verdict = words["mark_right" if option.right else "mark_wrong"]
        items.append(
            f"<li><strong>{key.upper()}</strong> <em>({escape(verdict)})</em> "
            f"{line(option.feedback)}</li>"
        )
    return ["<ul>", *items, "</ul>"]


def _asked(question: model.AnyQuestion, words: dict[str, str]) -> list[str]:
    """What can be chosen from, as a list."""
    match question:
        case model.One() | model.Many():
            return _options(question.options)
        case model.TrueFalse():
            choice = f"<p>{escape(words['true'])} · {escape(words['false'])}</p>"
            return [choice, f"<p>{escape(words['reason'])}</p>", *_options(question.reasons)]
        case model.Match():
            lefts = [f"<li>{line(pair.left)}</li>" for pair in question.pairs]
            rights = [f"<li>{line(right)}</li>" for right in question.choices()]
            return ["<ul>", *lefts, "</ul>", f"<p>{escape(words['with'])}</p>", "<ul>", *rights,
                    "</ul>"]  # fmt: skip
        case model.Order():
            return ["<ul>", *[f"<li>{line(i.text)}</li>" for _, i in question.screen()], "</ul>"]
        case _:
            return []


def _answer(question: model.AnyQuestion, words: dict[str, str]) -> list[str]:
    match question:
        case model.One() | model.Many():
            return _reasons(question.options, words)
        case model.TrueFalse():
            said = words["true" if question.answer else "false"]
            return [f"<p><strong>{escape(said)}</strong></p>", *_reasons(question.reasons, words)]
        case model.Number():
            unit = f" {escape(question.unit)}" if question.unit else ""
            near = [f"<li>{figure(n.value)}{unit}: {line(n.feedback)}</li>" for n in question.near]
            reason = f"<p>{line(question.feedback.right)}</p>"
            return [answer_html(question), reason, *(["<ul>", *near, "</ul>"] if near else [])]
        case model.Own():
            points = [f"<li>{line(point)}</li>" for point in question.checklist]
            return [block(question.model_answer), "<ul>", *points, "</ul>"]
        case _:
            return [answer_html(question)]


def question_html(bank: model.Bank, question: model.AnyQuestion) -> str:
    """One question with its answer and reasons in a closed fold."""
    words = strings("quiz")
    choose = choose_words(question)
    head = f"<strong>{bank.number(question.id)}</strong>"
    parts = [f"<p>{head} {escape(choose)}</p>" if choose else f"<p>{head}</p>"]
    parts += [block(question.text), *_asked(question, words)]
    if question.hints:
        hints = [f"<li>{line(hint)}</li>" for hint in question.hints]
        parts += [f"<details><summary>{escape(words['hints'])}</summary>", "<ul>", *hints, "</ul>",
                  "</details>"]  # fmt: skip
    parts += [f"<details><summary>{escape(words['answer_fold'])}</summary>"]
    parts += _answer(question, words)
    if question.explain:
        parts.append(block(question.explain))
    parts.append("</details>")
    return "\n".join(parts)


def group_html(ref: str, asked: list[tuple[model.Bank, model.AnyQuestion]]) -> str:
    """The still face of a question or a group of them."""
    run = escape(strings("faces")["run_to_answer"])
    body = [f"<div{APART}>\n{question_html(bank, question)}\n</div>" for bank, question in asked]
    if not body:
        body = [f"<p>{escape(strings('quiz')['review_still'])}</p>"]
    return (
        f'<section class="worksite ws-still-quiz" data-worksite="quiz {escape(ref)}">\n'
        f"<p><em>{run}</em></p>\n" + "\n".join(body) + "\n</section>"
    )


def group_plain(asked: list[tuple[model.Bank, model.AnyQuestion]]) -> str:
    """Numbers and questions in plain text."""
    lines = [f"{bank.number(q.id)} {plain(q.text)}" for bank, q in asked]
    return "\n".join(lines) or strings("quiz")["review_still"]
