"""The stills of the evidence: table of claims, glossary, verdict cards."""

from __future__ import annotations

from html import escape
from typing import Any

from worksite.evidence.cite import citation_html, expand, link
from worksite.evidence.ledger import get_claim, load, sources_of
from worksite.evidence.model import Claim, Part, SeedClaim, Source, Term
from worksite.faces.markup import inline, plain
from worksite.faces.still import LEFT, WHOLE, Still
from worksite.resources import CourseError, nearest, read_yaml, strings


def _said(key: str, **values: object) -> str:
    return strings("evidence")[key].format(**values)


def _html(markdown: str) -> str:
    return inline(expand(markdown))


def _listed(lesson_id: str, field: str) -> list[str]:
    """Ids a lesson lists in ``lessons.yml``. CourseError when there is no such lesson."""
    rows: dict[str, dict[str, Any]] = {
        row["id"]: row for row in read_yaml("notebooks", "lessons.yml")["lessons"]
    }
    if lesson_id not in rows:
        raise CourseError(f"There is no lesson {lesson_id!r}. {nearest(lesson_id, list(rows))}")
    return list(rows[lesson_id].get(field, []))


def _figure(part: Part, claim: Claim) -> tuple[str, str]:
    """What a figure says, and the word for its kind."""
    value = " ".join(word for word in (part.value, part.unit) if word)
    value = f"{value}, {part.range}" if part.range else value
    text = f"{part.what}: {value}" if part.what else value
    return text, _said(f"kind_{part.kind or claim.kind}")


def _figures_html(claim: Claim) -> str:
    items = []
    for part in claim.figures:
        text, kind = _figure(part, claim)
        mark = f'<em class="ws-kind ws-{part.kind or claim.kind}">{escape(kind)}</em>'
        items.append(f"<li>{escape(text)} {mark}</li>")
    return f'<ul class="ws-figures"{LEFT}>{"".join(items)}</ul>' if items else ""


def _source_html(source: Source) -> str:
    rest = f", {escape(source.rest)}" if source.rest else ""
    name = f'<cite><a href="{escape(source.link)}">{escape(source.name)}</a></cite>'
    return f"<li>{name}{rest}</li>"


def _grade(claim: Claim) -> str:
    grade = _said(f"grade_{claim.grade}")
    return f"{grade} ({claim.grade_note})" if claim.grade_note else grade


def _claim_row(claim: Claim, sources: list[Source]) -> str:
    ids = "<br>".join(f'<cite><a href="{escape(link(one))}">{one}</a></cite>' for one in claim.ids)
    note = f'<p class="ws-note">{_html(claim.note)}</p>' if claim.note else ""
    inputs = ""
    if claim.inputs:
        words = escape(_said("derived_from"))
        inputs = f'<p class="ws-note">{words} {citation_html(claim.inputs)}</p>'
    grade = escape(_said(f"grade_{claim.grade}"))
    why = f'<p class="ws-note">{escape(claim.grade_note)}</p>' if claim.grade_note else ""
    as_of = escape(_said("as_of", date=claim.as_of))
    return (
        f'<tr>\n<th scope="row"{WHOLE}>{ids}</th>\n'
        f"<td><p>{_html(claim.statement)}</p>{_figures_html(claim)}{inputs}{note}</td>\n"
        f'<td><p class="ws-grade ws-{claim.grade}">{grade}</p>{why}'
        f'<p class="ws-note">{as_of}</p></td>\n'
        f"<td><ul{LEFT}>{''.join(_source_html(source) for source in sources)}</ul></td>\n</tr>"
    )


def _claim_plain(claim: Claim, sources: list[Source]) -> str:
    figures = ["{} ({})".format(*_figure(part, claim)) for part in claim.figures]
    names = "; ".join(f"{source.name} {source.link}" for source in sources)
    pieces = [
        f"[{', '.join(claim.ids)}] {plain(claim.statement)}",
        *figures,
        f"{_said('how_sure')}: {_grade(claim)}, {_said('as_of', date=claim.as_of)}",
        f"{_said('sources')} {names}",
    ]
    return "\n  ".join(pieces)


def claims(lesson_id: str) -> Still:
    """Table of the claims a lesson cites: what, which figures, how sure, from where, as of when."""
    ledger = load()
    rows = list(
        {claim.id: claim for claim in map(get_claim, _listed(lesson_id, "claims"))}.values()
    )
    found = [(row, [ledger.sources[one] for one in sources_of(ledger, row)]) for row in rows]
    if not found:
        empty = _said("no_claims")
        return Still(f'<section class="worksite ws-claims"><p>{escape(empty)}</p></section>', empty)
    many = "claims_caption" if len(found) != 1 else "claims_caption_one"
    caption = _said(many, count=len(found))
    heads = "".join(
        f'<th scope="col"{LEFT}>{escape(_said(key))}</th>'
        for key in ("column_id", "column_claim", "how_sure", "column_source")
    )
    legends = [_said("legend_kind"), _said("legend_grade")]
    body = "\n".join(_claim_row(*each) for each in found)
    html = (
        '<section class="worksite ws-claims">\n<div class="ws-scroll">\n<table>\n'
        f"<caption>{escape(caption)}</caption>\n"
        f"<thead><tr>{heads}</tr></thead>\n<tbody>\n{body}\n</tbody>\n</table>\n</div>\n"
        + "\n".join(f'<p class="ws-note">{escape(legend)}</p>' for legend in legends)
        + "\n</section>"
    )
    lines = [caption, *(_claim_plain(*each) for each in found), *legends]
    return Still(html, "\n".join(lines))


def _term(term: Term) -> tuple[str, str]:
    also = f" ({_said('also', names=', '.join(term.also))})" if term.also else ""
    cites = f" {citation_html(term.claims)}" if term.claims else ""
    ids = f" [{', '.join(term.claims)}]" if term.claims else ""
    html = f"<strong>{escape(term.term)}</strong>{escape(also)}: {_html(term.plain)}{cites}"
    return html, f"{term.term}{also}: {plain(term.plain)}{ids}"


def glossary(lesson_id: str | None = None) -> Still:
    """The words of a lesson, or of the whole course, from A to Z."""
    known = load().terms
    wanted = list(known) if lesson_id is None else _listed(lesson_id, "terms")
    for one in wanted:
        if one not in known:
            raise CourseError(f"There is no term {one!r}. {nearest(one, list(known))}")
    terms = sorted((known[one] for one in wanted), key=lambda term: term.term.casefold())
    if not terms:
        empty = _said("no_terms")
        return Still(
            f'<section class="worksite ws-glossary"><p>{escape(empty)}</p></section>', empty
        )
    rows = [_term(term) for term in terms]
    items = "\n".join(f"<li>{html}</li>" for html, _ in rows)
    html = f'<section class="worksite ws-glossary">\n<ul>\n{items}\n</ul>\n</section>'
    return Still(html, "\n".join(text for _, text in rows))


# Refutation text: the common idea, what is known, why, and what would change the verdict.
_REFUTATION = ("many_say", "evidence_shows", "because", "would_change")
# A quote inside a quote gets single marks.
_INNER = str.maketrans("“”", "‘’")


def _card(seed: SeedClaim) -> tuple[str, str]:
    verdict = _said(f"verdict_{seed.verdict}")
    quote = _said("quote", words=seed.quote.translate(_INNER))
    parts = [(key, _said(key), getattr(seed, key)) for key in _REFUTATION]
    paragraphs = "\n".join(
        f'<p class="ws-{key}"><strong>{escape(label)}</strong> {_html(text)}</p>'
        for key, label, text in parts
    )
    sources = escape(_said("sources"))
    html = (
        f'<section class="worksite ws-verdict ws-{seed.verdict}">\n'
        f'<h3 class="ws-quote">{escape(quote)}</h3>\n'
        f'<p class="ws-verdict-word"><strong>{escape(verdict)}</strong></p>\n{paragraphs}\n'
        f'<p class="ws-note">{sources} {citation_html(seed.claims)}</p>\n</section>'
    )
    lines = [
        quote,
        verdict,
        *(f"{label} {plain(text)}" for _, label, text in parts),
        f"{_said('sources')} {', '.join(seed.claims)}",
    ]
    return html, "\n".join(lines)


def seed_claim(*ids: str) -> Still:
    """Verdict cards of claims of the article, as refutation text.

    CourseError with the nearest ids for a seed claim nobody knows.
    """
    ledger = load()
    known = [one for one, own in ledger.names.items() if own in ledger.seeds]
    wrong = [
        f"There is no seed claim {one!r}. {nearest(one, known)}" for one in ids if one not in known
    ]
    if wrong or not ids:
        raise CourseError(*wrong or [f"seed_claim() needs an id. {nearest('', known)}"])
    cards = [_card(ledger.seeds[ledger.names[one]]) for one in ids]
    return Still("\n".join(html for html, _ in cards), "\n\n".join(text for _, text in cards))
