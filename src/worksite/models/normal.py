"""The normal distribution, as far as the models need it.

Formulas: Johnson, Kotz & Balakrishnan, Continuous Univariate Distributions 1 (1994), section 13.1.
"""

from __future__ import annotations

import math


def density(z: float) -> float:
    """Density of the standard normal distribution at ``z``, in 1 per standard deviation."""
    return math.exp(-z * z / 2) / math.sqrt(2 * math.pi)


def below(z: float) -> float:
    """Share of the standard normal distribution below ``z``; 0 to 1."""
    return math.erfc(-z / math.sqrt(2)) / 2
