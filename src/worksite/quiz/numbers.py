"""Numbers as people type them. Twin of ``assets/widgets/numbers.js``."""

from __future__ import annotations

import math
import re

_SPACE = "[ \t\u00a0\u2000-\u200a\u202f]"
_EDGES = re.compile(f"^{_SPACE}+|{_SPACE}+(?![\\s\\S])")
_GROUP_MARK = re.compile(f"([0-9])(?:{_SPACE}|['\u2019])(?=[0-9])")
_MINUS = re.compile("[\u2212\u2010-\u2013\ufe63\uff0d]")
_RAISED = "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079"
_POWER = re.compile(f"[\u207b\u207a{_RAISED}]+")
_ZEROS = {"thousand": 3, "million": 6, "billion": 9}
_SHAPE = re.compile(
    f"([+-]?)([0-9.,]*){_SPACE}*"
    f"(?:e([+-]?[0-9]{{1,3}})|([\u00d7x*\u00b7]?){_SPACE}*10(?:\\^|\\*\\*)([+-]?[0-9]{{1,3}}))?"
    f"{_SPACE}*(thousand|million|billion)?"
)
_GROUPS = re.compile(r"[1-9][0-9]{0,2}([.,])[0-9]{3}(?:\1[0-9]{3})*")


def _mantissas(text: str) -> list[str]:
    """Every value digits with points and commas can stand for: "1,500" is two, "1,50,0" none."""
    if re.fullmatch("[0-9]+", text):
        return [text]
    if not re.search("[0-9]", text):
        return []
    marks = re.sub("[0-9]", "", text)
    at = text.rindex(marks[-1])
    head = text[:at]
    decimal = f"{re.sub('[.,]', '', head)}.{text[at + 1 :]}"
    grouped = _GROUPS.fullmatch(text) is not None
    if len(marks) == 1:
        return [decimal, text.replace(marks, "")] if grouped else [decimal]
    if grouped:
        return [re.sub("[.,]", "", text)]
    return [decimal] if _GROUPS.fullmatch(head) and marks[-1] not in head else []


def _plain(text: str) -> list[float]:
    found = _SHAPE.fullmatch(_EDGES.sub("", text))
    if not found:
        return []
    sign, digits, short, times, long, word = found.groups()
    if long is not None and bool(digits) != bool(times):
        return []
    ten = int(short or long or 0) + _ZEROS.get(word or "", 0)
    written = digits or ("" if long is None else "1")
    values = [float(f"{sign}{value}e{ten}") for value in _mantissas(written)] if written else []
    return [value for value in values if math.isfinite(value)]


def _lower_power(match: re.Match[str]) -> str:
    signs = {"\u207b": "-", "\u207a": "+"}
    return "^" + "".join(signs.get(c) or str(_RAISED.index(c)) for c in match[0])


def readings(text: str) -> list[float]:
    """Every value a typed text can stand for; empty when it cannot be read as a number.

    Knows decimal comma and point, group marks, Unicode minus, powers of ten ("8×10⁶", "8e6"),
    "thousand", "million", "billion", a closing percent sign (dropped) and fractions ("1/8").
    """
    clean = _POWER.sub(_lower_power, _MINUS.sub("-", text.lower()))
    clean = _GROUP_MARK.sub(r"\1", _EDGES.sub("", clean).removesuffix("%"))
    over, *under = clean.split("/")
    if not under:
        return _plain(over)
    if len(under) > 1:
        return []
    return [
        a / b for a in _plain(over) for b in _plain(under[0]) if b != 0 and math.isfinite(a / b)
    ]
