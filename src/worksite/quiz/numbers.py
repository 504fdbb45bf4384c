"""Numbers as people type them. Twin of ``assets/widgets/numbers.js``, line by line."""

from __future__ import annotations

import math
import re
import unicodedata

_ZEROS = {"thousand": 3, "million": 6, "billion": 9}
_SHAPE = re.compile(
    "([+-]?)([0-9.,]*)(?:e([+-]?[0-9]{1,3})|([\u00d7x*\u00b7]?)10\\^([+-]?[0-9]{1,3}))?"
    "(thousand|million|billion)?"
)
_GROUPS = re.compile(r"[1-9][0-9]{0,2}([.,])[0-9]{3}(?:\1[0-9]{3})*")
_RAISED = re.compile("[\u2070\u00b9\u00b2\u00b3\u2074-\u207b]+")
_MINUS = re.compile("[\u2212\u2010-\u2013\ufe63\uff0d]")
_SPACE = re.compile("[ \t\u00a0\u2000-\u200a\u202f]")
_APOSTROPHE = re.compile("([0-9])['\u2019](?=[0-9])")


def _mantissas(text: str) -> list[str]:
    """Every value digits with points and commas can stand for: "1,500" is two, "1,50,0" none."""
    if not re.search("[0-9]", text):
        return []
    head, *tails = re.split("[.,]", text)
    whole = re.sub("[.,]", "", text)
    if not tails:
        return [whole]
    grouped = [whole] if _GROUPS.fullmatch(text) else []
    if len(tails) == 1:
        return [f"{head}.{tails[0]}", *grouped]
    if grouped:
        return grouped
    at = max(text.rfind("."), text.rfind(","))
    front = text[:at]
    fits = _GROUPS.fullmatch(front) and text[at] not in front
    return [f"{re.sub('[.,]', '', front)}.{text[at + 1 :]}"] if fits else []


def _plain(text: str) -> list[float]:
    found = _SHAPE.fullmatch(text)
    if not found:
        return []
    sign, digits, short, times, long, word = found.groups()
    if long and (not digits) != (not times):
        return []
    ten = int(short or long or 0) + _ZEROS.get(word or "", 0)
    written = _mantissas(digits or ("1" if long else ""))
    values = [float(f"{sign}{value}e{ten}") for value in written]
    return [value for value in values if math.isfinite(value)]


def readings(text: str) -> list[float]:
    """Every value a typed text can stand for; empty when it cannot be read as a number.

    Knows decimal comma and point, group marks, Unicode minus, powers of ten ("8×10⁶", "8e6"),
    "thousand", "million", "billion", a closing percent sign (dropped) and fractions ("1/8").
    """
    clean = _RAISED.sub(lambda raised: "^" + unicodedata.normalize("NFKC", raised[0]), text.lower())
    clean = _SPACE.sub("", _MINUS.sub("-", clean))
    clean = _APOSTROPHE.sub(r"\1", clean).removesuffix("%")
    over, *under = clean.split("/")
    if not under:
        return _plain(over)
    if len(under) > 1:
        return []
    quotients = [a / b for a in _plain(over) for b in _plain(under[0]) if b]
    return [value for value in quotients if math.isfinite(value)]
