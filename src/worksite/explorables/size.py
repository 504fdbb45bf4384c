"""How big is a foreman? A cell and a vesicle, side by side, by volume, and at human scale."""

from __future__ import annotations

from typing import Any

import numpy as np

from worksite.explorables.base import Explorable, control
from worksite.faces.markup import escape
from worksite.models import size as model

CELLS = (10, 11, 12.6, 14, 16, 17.9, 20, 21.5, 23, 25, 26.5, 28, 30.4, 32)  # µm
VESICLES = (30, 40, 50, 60, 70, 80, 90, 100, 110, 120, 130, 140, 150, 175, 200)  # nm
START = (20, 100)
STILL = (12.6, 20, 30.4)


class Size(Explorable):
    """Two controls; tables of the length ratio ×10, the volume ratio, the foreman's height in
    0.1 mm, and how both ratios changed since the start, ×100 (negative: divided by)."""

    module = "size.js"
    sheets = ("kit.css", "controls.css", "size.css")
    name = "03/size"
    texts = ("views", "like", "units", "million", "billion")

    def controls(self) -> list[dict[str, Any]]:
        """The width of the cell, and of the vesicle."""
        low, high = model.USUAL_VESICLES
        cells = [CELLS.index(cell) for cell in model.READ_CELLS]
        vesicles = [at for at, v in enumerate(VESICLES) if low <= v <= high]
        said = self.words["controls"]
        return [
            control("cell", CELLS, START[0], cells, said["cell"]),
            control("vesicle", VESICLES, START[1], vesicles, said["vesicle"]),
        ]

    def tables(self) -> dict[str, Any]:
        """Tables are indexed [cell stop][vesicle stop]."""
        grid = (np.array(CELLS)[:, None], np.array(VESICLES)[None, :])
        length, volume = model.length_ratio(*grid), model.volume_ratio(*grid)
        row = model.fold_change(length, model.length_ratio(*START))
        body = model.fold_change(volume, model.volume_ratio(*START))
        return {
            "length": np.rint(length * 10).astype(int).tolist(),
            "volume": model.significant(volume).tolist(),
            "height": np.rint(model.foreman_height(*grid) * 10).astype(int).tolist(),
            "row": np.rint(row * 100).astype(int).tolist(),
            "body": np.rint(body * 100).astype(int).tolist(),
        }

    def rows(self) -> list[list[str]]:
        """The read cell widths beside a vesicle of 100 nm, in words."""
        return [
            [f"{cell:g} µm", self._length(cell), self._volume(cell), self._height(cell)]
            for cell in model.READ_CELLS
        ]

    def _length(self, cell: float) -> str:
        return f"{float(model.length_ratio(cell, 100)):.0f}"

    def _volume(self, cell: float) -> str:
        millions = int(model.significant(model.volume_ratio(cell, 100))) / 1e6
        return str(self.words["million"]).format(value=f"{millions:g}")

    def _height(self, cell: float) -> str:
        height = float(model.foreman_height(cell, 100))
        return str(self.words["units"]["mm"]).format(value=f"{height:.1f}")

    def drawing(self) -> str:
        """Three cells to scale, each beside its vesicle, with both ratios in words."""
        parts = []
        for at, cell in enumerate(STILL):
            middle, radius = 120 + at * 240, cell * 3.2
            dot = middle + radius + 14
            row = self.words["still_row"].format(length=self._length(cell))
            volume = self.words["still_volume"].format(volume=self._volume(cell))
            lines = [f"{cell:g} µm", row, volume]
            parts.append(
                f'<circle cx="{middle}" cy="120" r="{radius:.2f}" fill="#fdf1d8" stroke="#000"/>'
                f'<circle cx="{dot:.2f}" cy="120" r="0.32" fill="#000"/>'
                f'<path d="M{dot:.2f} 88v24m-4 -7l4 7l4 -7" fill="none" stroke="#0072B2" '
                'stroke-width="2"/>'
                + "".join(
                    f'<text x="{middle}" y="{250 + 22 * line}" text-anchor="middle">'
                    f"{escape(text)}</text>"
                    for line, text in enumerate(lines)
                )
            )
        frame = 'viewBox="0 0 720 310" width="720" height="310"'
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" {frame} font-family="sans-serif" '
            'font-size="16"><rect width="720" height="310" fill="#fff"/>'
            + "".join(parts)
            + "</svg>"
        )
