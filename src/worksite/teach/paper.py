"""Run sheets as words for the terminal and as a page to print."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from pathlib import Path
from textwrap import fill

from worksite.faces.markup import escape, plain
from worksite.quiz.spec import line
from worksite.resources import strings, text
from worksite.teach.part import Part
from worksite.teach.plan import Row
from worksite.teach.runsheet import Sheet, after, clock, said, to_do
from worksite.teach.term import Term

MARK = '<meta name="generator" content="worksite runsheet">'  # tells our pages from others
WIDTH = 88  # of a line in the terminal
_BARE = ("pause", "free", "discuss")  # kinds whose title says it all


def _headed(row: Row) -> str:
    """What a row is, without its lines."""
    kind, title = strings("teach")[f"kind_{row.part.kind}"], row.part.title
    right = "".join(
        said("right_is", letters=words) for key, words in row.part.lines if key == "right"
    )
    return title if row.part.kind in _BARE else f"{kind}: {title}{right}"


def _told(part: Part) -> list[tuple[str, str]]:
    """(label, words) of all that is to be said about a part; questions and points have no label."""
    texts = strings("teach")
    told = [(f"{texts[name]}:" if (name := f"line_{key}") in texts else "", words)
            for key, words in part.lines if key != "right"]  # fmt: skip
    return [*told, ("", ", ".join(part.numbers))] if part.kind == "check" else told


def _can(one: Sheet) -> str:
    """What people can do afterwards."""
    return said("sheet_can", what="; ".join(plain(each.text) for each in one.lesson.objectives))


def _indented(words: str, first: str, rest: str) -> str:
    return fill(plain(words), WIDTH, initial_indent=first, subsequent_indent=rest)


def _listed(lines: list[str]) -> list[str]:
    return [_indented(each, "  - ", "    ") for each in lines]


def as_text(one: Sheet) -> str:
    """The run sheet in words."""
    lines = [one.title, "=" * len(one.title), fill(_can(one), WIDTH)]
    lines += ["", said("sheet_before"), *_listed(to_do(one)), "", said("sheet_table")]
    for row in one.plan.rows:
        minutes = said("sheet_minutes", minutes=row.minutes)
        lines.append(f"  {clock(row.start)}–{clock(row.end)}  {_headed(row)} ({minutes})")
        for label, words in _told(row.part):
            lines.append(_indented(f"{label} {words}".strip(), " " * 13, " " * 15))
    lines += ["", said("sheet_after"), *_listed(after(one.plan))]
    lines += ["", fill(said("sheet_votes"), WIDTH), fill(said("sheet_assumed"), WIDTH)]
    return "\n".join(lines)


def _list(lines: list[str]) -> str:
    return "<ul>" + "".join(f"<li>{line(each)}</li>" for each in lines) + "</ul>"


def _row(row: Row) -> str:
    points = [words for key, words in row.part.lines if key == "point"]
    told = [(label, words) for label, words in _told(row.part) if words not in points]
    lines = "".join(
        f"<p>{f'<b>{escape(label)}</b> ' if label else ''}{line(words)}</p>"
        for label, words in told
    )
    return (
        f'<tr class="{row.part.kind}"><th scope="row">{clock(row.start)}–{clock(row.end)}</th>'
        f'<td class="minutes">{row.minutes}</td><td><p class="what">{escape(_headed(row))}</p>'
        f"{_list(points) if points else ''}{lines}</td></tr>"
    )


def _table(kind: str, heads: list[str], rows: list[str]) -> str:
    cells = "".join(f'<th scope="col">{escape(head)}</th>' for head in heads)
    return (
        f'<table class="{kind}"><thead><tr>{cells}</tr></thead>'
        f"<tbody>{''.join(rows)}</tbody></table>"
    )


def as_html(one: Sheet, level: int = 1) -> str:
    """The run sheet as a section to print; ``level`` is that of its heading."""

    def head(key: str) -> str:
        return f"<h{level + 1}>{escape(said(key))}</h{level + 1}>"

    heads = [said("sheet_time"), said("sheet_short_minutes"), said("sheet_what")]
    return "\n".join((
        f'<section class="sheet">\n<h{level} class="top">{escape(one.title)}</h{level}>',
        f'<p class="private">{escape(said("sheet_private"))}</p>',
        f"<p>{escape(_can(one))}</p>",
        head("sheet_before"),
        _list(to_do(one)),
        head("sheet_table"),
        _table("rows", heads, [_row(row) for row in one.plan.rows]),
        head("sheet_after"),
        _list(after(one.plan)),
        f'<p class="small">{escape(said("sheet_votes"))} {escape(said("sheet_assumed"))}</p>',
        "</section>",
    ))  # fmt: skip


def is_ours(file: Path) -> bool:
    """Whether a file is a page of run sheets."""
    return MARK.encode() in file.read_bytes()


def page(title: str, body: str) -> str:
    """A whole page that needs no other file and runs nothing."""
    style = text("assets", "teach", "runsheet.css")
    digest = b64encode(sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"{MARK}\n"
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        f"<title>{escape(title)}</title>\n<style>{style}</style>\n</head>\n"
        f"<body>\n<main>\n{body}\n</main>\n</body>\n</html>\n"
    )


def sheets_page(sheets: list[Sheet], title: str) -> str:
    """One sheet, or several one after the other, as a page."""
    if len(sheets) == 1:
        return page(sheets[0].title, as_html(sheets[0]))
    head = f'<section class="term">\n<h1 class="top">{escape(title)}</h1>\n</section>'
    return page(title, "\n".join((head, *(as_html(one, 2) for one in sheets))))


def _class_cells(term: Term) -> list[list[list[str]]]:
    """Of each class: its lessons, what is done, what is at home before and after; lines each."""
    return [[each.names, each.done, each.home_before, each.home_after] for each in term.classes]


def term_text(term: Term) -> str:
    """The overview of a term in words."""
    lines = [term.title, "=" * len(term.title), term.lead]
    labels = [said(key) for key in ("term_in_class", "term_before", "term_after")]
    for number, (names, *cells) in enumerate(_class_cells(term), 1):
        lines += ["", f"{said('term_class')} {number}: {'; '.join(names)}"]
        for label, told in zip(labels, cells, strict=True):
            lines += [_indented(f"{label}: {words}", "  - ", "    ") for words in told]
    return "\n".join(lines)


def term_page(term: Term) -> str:
    """The overview of a term and the sheets of its classes, as a page."""
    keys = ("term_class", "term_lessons", "term_in_class", "term_before", "term_after")
    rows = [
        f'<tr><th scope="row">{number}</th>'
        + "".join(
            f"<td>{''.join(f'<p>{line(words)}</p>' for words in told)}</td>" for told in cells
        )
        + "</tr>"
        for number, cells in enumerate(_class_cells(term), 1)
    ]
    table = _table("classes", [said(key) for key in keys], rows)
    overview = (
        f'<section class="term">\n<h1 class="top">{escape(term.title)}</h1>\n'
        f"<p>{escape(term.lead)}</p>\n{table}\n</section>"
    )
    sheets = [as_html(one, 2) for each in term.classes for one in each.sheets]
    return page(term.title, "\n".join((overview, *sheets)))
