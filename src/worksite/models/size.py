"""How big a vesicle is beside a cell: lengths, volumes, and both at human scale.

Cells and vesicles are taken as spheres (assumed). Diameters are read; ratios are worked out.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float64]

WORKER_HEIGHT = 1800.0  # mm; assumed: a worker of 1.8 m
NM_PER_UM = 1000.0
READ_CELLS = (12.6, 17.9, 23.0, 26.5, 30.4)  # µm; MSC mean diameters, claim E-33
USUAL_VESICLES = (30.0, 150.0)  # nm; the range usually quoted for exosomes, claim E-06


def length_ratio(cell: npt.ArrayLike, vesicle: npt.ArrayLike) -> Array:
    """How many vesicles side by side span the cell.

    ``cell`` in µm, ``vesicle`` in nm, both positive and of shapes that broadcast; the result has
    the broadcast shape and no unit. Raises ValueError for a diameter that is not positive.
    """
    cells, vesicles = np.asarray(cell, dtype=float), np.asarray(vesicle, dtype=float)
    if not (np.all(cells > 0) and np.all(vesicles > 0)):
        raise ValueError("A diameter must be above zero. Give the cell in µm, the vesicle in nm.")
    return np.asarray(cells * NM_PER_UM / vesicles)


def volume_ratio(cell: npt.ArrayLike, vesicle: npt.ArrayLike) -> Array:
    """How many vesicles have the volume of the cell: the cube of the length ratio (spheres).

    Units and shapes as in length_ratio. For the read cell diameters and 100 nm this gives
    2.0×10⁶ to 2.8×10⁷ (claim E-35, worked out from E-33).
    """
    return np.asarray(length_ratio(cell, vesicle) ** 3)


def foreman_height(
    cell: npt.ArrayLike, vesicle: npt.ArrayLike, worker: float = WORKER_HEIGHT
) -> Array:
    """Height in mm of the foreman when the cell is blown up to a worker of ``worker`` mm.

    Units and shapes as in length_ratio. 20 µm and 100 nm give 9 mm beside 1.8 m.
    """
    return np.asarray(worker / length_ratio(cell, vesicle))


def fold_change(values: npt.ArrayLike, base: npt.ArrayLike) -> Array:
    """How many times ``base``: 2 is twice, -4 is a quarter; never between -1 and 1.

    Positive values and bases without unit, of shapes that broadcast; the result has that shape.
    """
    ratio = np.asarray(values, dtype=float) / np.asarray(base, dtype=float)
    return np.asarray(np.where(ratio >= 1, ratio, -1 / ratio))


def significant(values: npt.ArrayLike, digits: int = 3) -> npt.NDArray[np.int64]:
    """Positive values rounded to ``digits`` significant digits, as whole numbers (shape kept)."""
    numbers = np.asarray(values, dtype=float)
    place = 10.0 ** (np.floor(np.log10(numbers)) - (digits - 1))
    return np.asarray(np.rint(np.rint(numbers / place) * place), dtype=np.int64)
