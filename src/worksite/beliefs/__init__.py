"""What do you believe now? ``survey("before")`` asks in lesson 00, ``survey("after")`` in the last.

Answers are opinions: kept like every answer, never graded. After the second time each statement
shows what was said before, what is said now, and the verdict of the evidence.
"""

from worksite.beliefs.model import WHEN
from worksite.beliefs.widget import SurveyWidget
from worksite.resources import CourseError, nearest

__all__ = ["SurveyWidget", "survey"]


def survey(when: str) -> SurveyWidget:
    """The survey ``"before"`` or ``"after"`` the course; CourseError for any other word."""
    if when not in WHEN:
        raise CourseError(f"There is no survey {when!r}. {nearest(str(when), list(WHEN))}")
    return SurveyWidget(when)
