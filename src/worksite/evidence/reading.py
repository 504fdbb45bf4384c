"""From parsed YAML to a ledger, with every fault named by file, id and line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, Literal, TypeVar, get_args, get_origin

import msgspec

from worksite.evidence.model import Claim, Ledger, SeedClaim, Sentence, Source, Term
from worksite.resources import line_of, nearest

FILES = {
    "claims": "assets/evidence/claims.yml",
    "sources": "assets/evidence/sources.yml",
    "seeds": "assets/evidence/seed_claims.yml",
    "terms": "assets/evidence/glossary.yml",
}

_Row = TypeVar("_Row", bound=msgspec.Struct)


def _unfit(name: str, value: Any, kind: Any, problem: Exception) -> str:
    if get_origin(kind) is Literal:
        return f"{name} is {value!r}. Write one of: {', '.join(get_args(kind))}."
    if "Expected `str`" in str(problem):
        return f"{name} does not fit ({problem}). Figures are texts: put them in quotes."
    return f"{name} does not fit ({problem}). Compare it with another entry."


@cache
def _fields(struct: type[msgspec.Struct]) -> dict[str, msgspec.structs.FieldInfo]:
    # Looking a struct's fields up costs more than all its conversions together.
    return {field.encode_name: field for field in msgspec.structs.fields(struct)}


def _field_faults(raw: dict[str, Any], struct: type[msgspec.Struct]) -> Iterator[str]:
    fields = _fields(struct)
    for name in raw:
        if name not in fields:
            yield f"{name!r} is not a field here. {nearest(str(name), list(fields))}"
    for name, field in fields.items():
        if name not in raw:
            if field.required:
                yield f"{name!r} is missing. Add it."
            continue
        try:
            msgspec.convert(raw[name], field.type)
        except msgspec.ValidationError as problem:
            yield _unfit(name, raw[name], field.type, problem)


def _rows(
    raw: Any, struct: type[_Row], file: str, key: str, faults: list[str]
) -> Iterator[tuple[_Row, str]]:
    """Each good row with the words that tell where it stands; faults of the others are noted."""
    if not isinstance(raw, list):
        faults.append(f"{file}: not a list of entries. Begin each with '- {key}:'.")
        return
    for number, entry in enumerate(raw, 1):
        if not isinstance(entry, dict):
            faults.append(f"{file}, entry {number}: not an entry. Begin it with '- {key}:'.")
            continue
        where = f"{file}, {entry.get(key, f'entry {number}')}, line {line_of(entry)}"
        wrong = [f"{where}: {fault}" for fault in _field_faults(entry, struct)]
        faults += wrong
        if not wrong:
            yield msgspec.convert(entry, struct), where


def _unknown(where: str, field: str, ids: list[str], known: list[str]) -> Iterator[str]:
    for one in ids:
        if one not in known:
            yield f"{where}: {field} names {one!r}, which is not there. {nearest(one, known)}"


def _reference_faults(ledger: Ledger) -> Iterator[str]:
    claims = [one for row in ledger.claims.values() for one in row.ids]
    seeds = [one for one in ledger.names if one not in claims]
    for claim in ledger.claims.values():
        where = ledger.where["claims", claim.id]
        yield from _unknown(where, "sources", claim.sources, list(ledger.sources))
        yield from _unknown(where, "from", claim.inputs, claims)
    for seed in ledger.seeds.values():
        yield from _unknown(ledger.where["seeds", seed.id], "claims", seed.claims, claims)
    for term in ledger.terms.values():
        yield from _unknown(ledger.where["terms", term.id], "claims", term.claims, claims)
    for sentence in ledger.sentences:
        where = ledger.where["sentences", str(sentence.n)]
        yield from _unknown(where, "claims", sentence.claims, seeds)


class _Reader:
    """Fills a ledger row by row and notes every fault."""

    def __init__(self) -> None:
        self.ledger = Ledger({}, {}, {}, [], {}, {}, {})
        self.faults: list[str] = []

    def _taken(self, where: str, one: str, before: str) -> None:
        self.faults.append(f"{where}: {one!r} is taken already ({before}). Give it another.")

    def keyed(self, kind: str, struct: type[Any], raw: Any) -> None:
        """Rows that have an id, and perhaps further ids under ``also``."""
        ledger = self.ledger
        home: dict[str, Any] = getattr(ledger, kind)
        for row, where in _rows(raw, struct, FILES[kind], "id", self.faults):
            named = [row.id, *row.also] if kind in ("claims", "seeds") else []
            if row.id in home:
                self._taken(where, row.id, ledger.where[kind, row.id])
                continue
            for one in named:
                if one in ledger.names:
                    self._taken(where, one, ledger.names[one])
                ledger.names.setdefault(one, row.id)
            home[row.id] = row
            ledger.where[kind, row.id] = where

    def numbered(self, raw: Any) -> None:
        """The sentences of the article."""
        for row, where in _rows(raw, Sentence, FILES["seeds"], "n", self.faults):
            if ("sentences", str(row.n)) in self.ledger.where:
                self._taken(where, f"sentence {row.n}", self.ledger.where["sentences", str(row.n)])
                continue
            self.ledger.sentences.append(row)
            self.ledger.where["sentences", str(row.n)] = where


def read(raws: Mapping[str, Any]) -> tuple[Ledger, list[str]]:
    """Ledger and faults of the parsed files, by the keys of FILES.

    The faults are those that keep the ledger from working: fields, ids given twice, and ids
    that lead nowhere. What else can be wrong is told by ``rules``.
    """
    reader = _Reader()
    seeds = raws["seeds"] if isinstance(raws["seeds"], dict) else {}
    reader.keyed("sources", Source, raws["sources"])
    reader.keyed("claims", Claim, raws["claims"])
    reader.keyed("seeds", SeedClaim, seeds.get("seeds"))
    reader.numbered(seeds.get("sentences"))
    reader.keyed("terms", Term, raws["terms"])
    if not reader.faults:
        reader.faults += _reference_faults(reader.ledger)
    return reader.ledger, reader.faults
