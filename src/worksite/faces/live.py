"""The base of every live widget: one small Python class, one browser module, three faces."""

from __future__ import annotations

from typing import Any, ClassVar

import anywidget
import traitlets

from worksite.faces.modules import bundle, styles


class Live(anywidget.AnyWidget):
    """A widget whose module is ``assets/widgets/<module>`` and that always has a still face.

    Subclasses set ``module`` and ``sheets``, fill ``spec`` (what the module draws: JSON, made in
    Python, never changed by the browser) and give ``html`` and ``plain``, its still faces.
    ``ref`` names it for the web edition and the error messages, e.g. ``"quiz 03/size"``.
    """

    module: ClassVar[str]
    sheets: ClassVar[tuple[str, ...]]

    spec = traitlets.Dict().tag(sync=True)
    ref = traitlets.Unicode()

    # ipywidgets 7 would show the widget by this hook alone, without the still faces.
    _ipython_display_ = None

    def __init__(self, ref: str, spec: dict[str, Any], **traits: Any) -> None:
        self._esm = bundle(self.module)
        self._css = styles("tokens.css", *self.sheets)
        super().__init__(ref=ref, spec=spec, **traits)

    @property
    def html(self) -> str:
        """The still face: readable with no kernel, no script and no style."""
        raise NotImplementedError

    @property
    def plain(self) -> str:
        """The still face in plain text."""
        raise NotImplementedError

    def _repr_mimebundle_(self, **kwargs: Any) -> tuple[dict[str, Any], dict[str, Any]]:
        data, metadata = super()._repr_mimebundle_(**kwargs) or ({}, {})
        return {**data, "text/html": self.html, "text/plain": self.plain}, metadata

    def __repr__(self) -> str:
        return f"<{self.ref}>"
