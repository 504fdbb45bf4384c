"""A bank loads whole, or says every fault in it: file, question, line, how to mend it."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
import yaml

from worksite.quiz import bank, model
from worksite.resources import CourseError

ROOT = Path(__file__).resolve().parents[1]
GOOD = """
lesson: "42"
groups: {both: [first, second]}
questions:
  - id: first
    type: one
    objective: x
    kind: recall
    text: What?
    options:
      - {text: This, right: true, feedback: Yes}
      - {text: That, feedback: No, misconception: that}
  - id: second
    type: number
    objective: x
    kind: application
    text: How many?
    answer: 5
    feedback: {right: Yes, wrong: No}
"""


def faults(source: str, references: bool = False) -> list[str]:
    with pytest.raises(CourseError) as caught:
        bank.parse(source, "quizzes/42.yml", references)
    return list(caught.value.faults)


def test_a_good_bank_loads_in_order() -> None:
    found = bank.parse(GOOD, "quizzes/42.yml")
    assert [q.id for q in found.questions] == ["first", "second"]
    assert [q.type for q in found.questions] == ["one", "number"]
    assert found.number("second") == "42.2"


def test_every_fault_is_told_at_once_with_its_place() -> None:
    source = """
lesson: 42
groups: {first: [first], both: [nobody]}
questions:
  - id: first
    type: one
    objektive: x
    kind: dream
    text: [no, text]
    options:
      - {text: A, rigth: true, feedback: ""}
      - not an option
  - id: second
    type: onne
  - just a line
  - id: third
    type: number
    objective: x
    kind: recall
    text: How many?
    answer: five
    feedback: {right: Yes}
"""
    told = "\n".join(faults(source))
    for part in (
        "quizzes/42.yml: 'lesson' is missing or not text",
        "quizzes/42.yml, first, line 5: 'objektive' is not a field here. Did you mean objective",
        "quizzes/42.yml, first, line 5: 'objective' is missing. Add it.",
        "first, line 5, kind: ",
        "first, line 5, text: should be text, is a list",
        "options 1, line 11: 'rigth' is not a field here. Did you mean right",
        "options 2: not a mapping",
        "second, line 13: no type of question is 'onne'. Did you mean one",
        "question 3: not a mapping",
        "third, line 16, answer: should be a number",
        "third, line 16, feedback: 'wrong' is missing",
        "group first: this name is taken",
        "group both: there is no question 'nobody'",
    ):
        assert part in told, part


def question(kind: str, body: str) -> str:
    head = f"id: q\n    type: {kind}\n    objective: x\n    kind: recall\n    text: T\n"
    lines = "".join(f"    {line}\n" for line in body.strip().splitlines())
    return f'lesson: "42"\nquestions:\n  - {head}{lines}'


YES, NO = "{text: Y, right: true, feedback: f}", "{text: N, feedback: f, misconception: m}"


def near(*values: float) -> str:
    """The rest of a question for a number, with typical wrong numbers."""
    said = ", ".join(f"{{value: {one}, feedback: f, misconception: m}}" for one in values)
    return f"feedback: {{right: r, wrong: w}}\nnear: [{said}]"


@pytest.mark.parametrize(
    ("kind", "body", "said"),
    [
        ("one", f"options: [{YES}]", "fewer than two options"),
        ("one", f"options: [{NO}, {NO.replace('N', 'M')}]", "0 options are marked right"),
        ("one", f"options: [{YES}, {YES.replace('Y', 'Z')}, {NO}]", "2 options are marked right"),
        ("one", f"options: [{YES}, {NO.replace('N', 'Y')}]", "two options read alike"),
        ("one", f"options: [{YES}, {{text: N, feedback: f}}]", "option B: no misconception"),
("one", f"options: [{YES}, {{text: N, feedback: '', misconception: m}}]", "option B: no feedback"),
        ("many", f"options: [{NO}, {NO.replace('N', 'M')}]", "mark at least one option right"),
        ("many", f"options: [{YES}, {NO}]", "option A: no 'missed'"),
        ("true_false", f"answer: true\nfeedback: {{true: a, false: b}}\nreasons: [{NO}]",
         "reasons: 0 options are marked right"),
        ("number", "answer: 1\nunit: km\nunits: {m: 1}\nfeedback: {right: r, wrong: w, unit: u}",
         "unit 'km' is not among units"),
        ("number", "answer: 1\nunit: m\nunits: {m: 0}\nfeedback: {right: r, wrong: w, unit: u}",
         "no positive size"),
        ("number", "answer: 1\nunit: m\nunits: {m: 1}\nfeedback: {right: r, wrong: w}",
         "feedback: no 'unit'"),
        ("number", f"answer: 86\ntolerance: 0.5\n{near(84.1)}", "near 84.1: it is graded right"),
        ("number", f"answer: 64\ntolerance: 1\n{near(80)}", "near 80: it is graded right"),
        ("number", f"answer: 64\nabsolute: 3\n{near(80, 82)}", "near 82: another near number"),
        ("match", "pairs: [{left: a, right: b, feedback: f}]", "fewer than two things to match"),
        ("order", "items: [{text: a}, {text: b}]\nshown: [1, 1]", "name every item once"),
        ("order", "items: [{text: a}, {text: b}]\nshown: [1, 2]", "the right order already"),
        ("own", "model_answer: m\nchecklist: [a, b]", "a checklist has three points"),
        ("one", f"options: [{YES}, {NO}]\nreveal_after: 0", "reveal_after is below 1"),
    ],
)  # fmt: skip
def test_each_fault_of_sense_is_told(kind: str, body: str, said: str) -> None:
    told = faults(question(kind, body))
    assert any(said in line for line in told), told
    assert all(line.startswith("quizzes/42.yml, q, line 3") for line in told)


def test_an_id_is_plain_and_used_once() -> None:
    twice = GOOD.replace("id: second", "id: first").replace(", second]", "]")
    assert any("used twice" in line for line in faults(twice))
    assert any("small letters" in line for line in faults(GOOD.replace("first", "First_1")))


def test_unknown_claims_and_objectives_list_the_nearest() -> None:
    source = (ROOT / "quizzes" / "03.yml").read_text(encoding="utf-8")
    wrong = source.replace("claims: [E-04, E-07]", "claims: [E-004, E-07]", 1)
    wrong = wrong.replace("objective: scale", "objective: skale", 1)
    with pytest.raises(CourseError) as caught:
        bank.parse(wrong, "quizzes/03.yml", references=True)
    told = "\n".join(caught.value.faults)
    assert "there is no claim 'E-004'. Did you mean" in told
    assert "there is no objective 'skale'. Did you mean scale" in told


@pytest.mark.parametrize("source", ["[]", "lesson: x", "a: b: c", ""])
def test_what_is_no_bank_is_told_in_one_line(source: str) -> None:
    assert len(faults(source)) == 1


def test_an_edited_bank_is_read_again(tmp_path: Path) -> None:
    file = tmp_path / "42.yml"
    file.write_text(GOOD, encoding="utf-8")
    assert bank.load("42", tmp_path).questions[0].text == "What?"
    file.write_text(GOOD.replace("What?", "Which?"), encoding="utf-8")
    import os

    os.utime(file, ns=(1, 1))
    assert bank.load("42", tmp_path).questions[0].text == "Which?"


def test_references_name_a_question_a_group_or_all(tmp_path: Path) -> None:
    (tmp_path / "42.yml").write_text(GOOD, encoding="utf-8")
    assert len(bank.find("42", tmp_path)) == 2
    assert [q.id for _, q in bank.find("42/second", tmp_path)] == ["second"]
    assert [q.id for _, q in bank.find("42/both", tmp_path)] == ["first", "second"]
    with pytest.raises(CourseError, match="Did you mean 42/second"):
        bank.find("42/secund", tmp_path)
    with pytest.raises(CourseError, match=r"no bank for lesson '43'\. Did you mean 42"):
        bank.find("43", tmp_path)


def test_the_schema_is_current_and_takes_the_courses_banks() -> None:
    text = (ROOT / "quizzes" / "schema.json").read_text(encoding="utf-8")
    assert text == bank.schema_text()
    schema = json.loads(text)
    for name in bank.known():
        raw = yaml.safe_load((ROOT / "quizzes" / f"{name}.yml").read_text(encoding="utf-8"))
        plain = json.loads(json.dumps(raw))
        jsonschema.validate(plain, schema)
        plain["questions"][0]["type"] = "riddle"
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(plain, schema)


def test_every_bank_of_the_course_resolves() -> None:
    assert {"00", "03"} <= set(bank.known())
    for name in bank.known():
        assert bank.load(name, references=True).lesson == name


def test_every_right_response_of_the_course_is_right() -> None:
    from worksite.quiz.grading import grade

    for name in bank.known():
        for each in bank.load(name).questions:
            key = each.key()
            responses = {
                "one": lambda k: k["right"][0],
                "many": lambda k: k["right"],
                "true_false": lambda k: {"answer": k["answer"], "reason": k["right"][0]},
                "number": lambda k: {"value": str(k["answer"]), "unit": k["unit"]},
                "match": lambda k: k["right"],
                "order": lambda k: k["right"],
                "own": lambda k: {"text": "words"},
            }
            verdict = grade(key, responses[each.type](key))["verdict"]
            assert verdict == ("noted" if each.type == "own" else "right"), each.id


def test_every_type_has_a_name() -> None:
    assert set(model.TYPES) == {"one", "many", "true_false", "number", "match", "order", "own"}
