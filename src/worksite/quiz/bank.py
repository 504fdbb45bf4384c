"""Question banks: YAML in, checked questions out, or every fault in the file at once."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, get_args, get_origin

import msgspec

from worksite.quiz import model
from worksite.quiz.model import Bank, Question
from worksite.quiz.sense import sense_faults
from worksite.resources import CourseError, line_of, nearest, parse_yaml, path, plainly

EARLIER, FINAL, REVIEW = "earlier", "final", "review"


def _struct_faults(raw: Any, kind: Any, where: str) -> Iterator[str]:
    """Every fault of a mapping held against a struct, field by field, inside out."""
    if not isinstance(raw, dict):
        yield f"{where}: not a mapping. Write its fields as 'name: value'."
        return
    fields = {field.encode_name: field for field in msgspec.structs.fields(kind)}
    for name in raw:
        if name not in fields and name != "type":
            yield f"{where}: {name!r} is not a field here. {nearest(str(name), list(fields))}"
    for name, field in fields.items():
        if name not in raw:
            if field.required:
                yield f"{where}: {name!r} is missing. Add it."
            continue
        yield from _value_faults(raw[name], field.type, f"{where}, {name}")


def _value_faults(value: Any, kind: Any, where: str) -> Iterator[str]:
    inner = get_args(kind)
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        yield from _struct_faults(value, kind, where)
    elif get_origin(kind) is list and isinstance(value, list) and isinstance(inner[0], type):
        for at, each in enumerate(value):
            line = f", line {line_of(each)}" if line_of(each) else ""
            yield from _value_faults(each, inner[0], f"{where} {at + 1}{line}")
    else:
        try:
            msgspec.convert(value, kind, strict=False)
        except msgspec.ValidationError as error:
            yield f"{where}: {plainly(error)}. Mend it."


def _group_faults(raw: dict[str, Any], ids: list[str], name: str) -> Iterator[str]:
    groups = raw.get("groups") or {}
    for group, members in groups.items() if isinstance(groups, dict) else ():
        where = f"{name}, group {group}"
        if group in ids or group in (EARLIER, REVIEW):
            yield f"{where}: this name is taken. Choose another."
        for member in members if isinstance(members, list) else ():
            if member not in ids:
                yield f"{where}: there is no question {member!r}. {nearest(str(member), ids)}"


def _reference_faults(question: Question, where: str) -> Iterator[str]:
    """Claims and objectives that nothing else in the course knows."""
    from worksite import evidence
    from worksite.lessons import load as course

    known = evidence.load().claims
    for claim in question.claims:
        try:
            evidence.get_claim(claim)
        except CourseError:
            yield f"{where}: there is no claim {claim!r}. {nearest(claim, list(known))}"
    lesson = where.split("/")[1].split(".")[0]
    objectives = [o.id for each in course().lessons if each.id == lesson for o in each.objectives]
    if objectives and question.objective not in objectives:
        hint = nearest(question.objective, objectives)
        yield f"{where}: there is no objective {question.objective!r}. {hint}"


def parse(source: str, name: str, references: bool = False) -> Bank:
    """Check the text of a bank. ``name`` is told in faults, e.g. "quizzes/03.yml".

    With ``references`` claims and objectives are looked up too (slower: loads the evidence).
    Raises CourseError with every fault, each naming file, question and line.
    """
    raw = parse_yaml(source, name)
    if not isinstance(raw, dict) or not isinstance(raw.get("questions"), list):
        raise CourseError(f"{name}: no list of questions. Begin it with 'questions:'.")
    faults: list[str] = []
    if not isinstance(raw.get("lesson"), str):
        faults.append(f"{name}: 'lesson' is missing or not text. Write lesson: \"03\".")
    ids: list[str] = []
    questions: list[Any] = []
    for at, entry in enumerate(raw["questions"], 1):
        question, wrong = _question(entry, name, at, references)
        if question is not None and question.id in ids:
            wrong.append(f"{name}, {question.id}, line {line_of(entry)}: this id is used twice. "
                         "Rename one.")  # fmt: skip
        if isinstance(entry, dict):
            ids.append(str(entry.get("id")))
        questions.append(question)
        faults += wrong
    faults += _group_faults(raw, ids, name)
    if faults:
        raise CourseError(*faults)
    return Bank(raw["lesson"], questions, raw.get("groups") or {})


def _question(
    entry: Any, name: str, at: int, references: bool
) -> tuple[model.AnyQuestion | None, list[str]]:
    """One question of a bank, or None, and the faults in it."""
    if not isinstance(entry, dict):
        return None, [f"{name}, question {at}: not a mapping. Begin it with '- id:'."]
    where = f"{name}, {entry.get('id', f'question {at}')}, line {line_of(entry)}"
    kind = model.TYPES.get(str(entry.get("type")))
    if kind is None:
        hint = nearest(str(entry.get("type")), list(model.TYPES))
        return None, [f"{where}: no type of question is {entry.get('type')!r}. {hint}"]
    if "feedback" in entry:
        entry = {**entry, "feedback": _worded(entry["feedback"])}
    faults = list(_struct_faults(entry, kind, where))
    if faults:
        return None, faults
    question = msgspec.convert(entry, kind, strict=False)
    faults += sense_faults(question, where)
    if references:
        faults += _reference_faults(question, where)
    return question, faults


def _worded(feedback: Any) -> Any:
    """YAML reads the keys ``true`` and ``false`` as truth values; names are meant."""
    if not isinstance(feedback, dict):
        return feedback
    return {str(k).lower() if isinstance(k, bool) else k: v for k, v in feedback.items()}


@cache
def _parsed(file: Path, stamp: int, references: bool) -> Bank:  # noqa: ARG001
    return parse(file.read_text(encoding="utf-8"), f"quizzes/{file.name}", references)


def load(lesson: str, folder: Path | None = None, references: bool = False) -> Bank:
    """The bank of a lesson; read again only when its file has changed."""
    file = (folder or path("quizzes")) / f"{lesson}.yml"
    if not file.is_file():
        raise CourseError(
            f"There is no bank for lesson {lesson!r}. {nearest(lesson, known(folder))}"
        )
    return _parsed(file, file.stat().st_mtime_ns, references)


def known(folder: Path | None = None) -> list[str]:
    """Lessons that have a bank."""
    return sorted(file.stem for file in (folder or path("quizzes")).glob("*.yml"))


def find(ref: str, folder: Path | None = None) -> list[tuple[Bank, model.AnyQuestion]]:
    """The questions a reference names: "03", "03/size" or "03/check-yourself"."""
    lesson, _, name = ref.partition("/")
    bank = load(lesson, folder)
    by_id = {question.id: question for question in bank.questions}
    if not name:
        return [(bank, question) for question in bank.questions]
    if name not in by_id and name not in bank.groups:
        names = [f"{lesson}/{each}" for each in [*by_id, *bank.groups, EARLIER]]
        raise CourseError(f"There is no question {ref!r}. {nearest(ref, names)}")
    return [(bank, by_id[each]) for each in bank.groups.get(name, [name])]


def schema_text() -> str:
    """JSON Schema of a bank, for editors that complete and check as you type."""
    schema = msgspec.json.schema(Bank)
    return json.dumps(schema, indent=2, ensure_ascii=False, sort_keys=True) + "\n"
