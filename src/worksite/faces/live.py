"""The base of every live widget: one small Python class, one browser module, three faces."""

from __future__ import annotations

from functools import cache
from typing import Any, ClassVar

import anywidget
import ipywidgets
import traitlets

from worksite.faces.modules import bundle, styles
from worksite.resources import text


class Source(ipywidgets.Widget):  # type: ignore[name-defined, misc]
    """A hidden model that holds a browser module and its styles, sent once per kernel.

    Sent with every widget instead, one lesson of eight widgets would send 326 kB.
    """

    code = traitlets.Unicode().tag(sync=True)
    styles = traitlets.Unicode().tag(sync=True)


@cache
def source(module: str, sheets: tuple[str, ...]) -> Source:
    """The one hidden model of a module in this kernel."""
    return Source(code=bundle(module), styles=styles("tokens.css", *sheets))


class Live(anywidget.AnyWidget):
    """A widget whose module is ``assets/widgets/<module>`` and that always has a still face.

    Subclasses set ``module`` and ``sheets``, fill ``spec`` (what the module draws: JSON, made in
    Python, never changed by the browser) and give ``html`` and ``plain``, its still faces.
    ``ref`` names it for the web edition and the error messages, e.g. ``"quiz 03/size"``.
    """

    module: ClassVar[str]
    sheets: ClassVar[tuple[str, ...]]

    spec = traitlets.Dict().tag(sync=True)
    source_id = traitlets.Unicode().tag(sync=True)
    ref = traitlets.Unicode()

    # ipywidgets 7 would show the widget by this hook alone, without the still faces.
    _ipython_display_ = None

    def __init__(self, ref: str, spec: dict[str, Any], **traits: Any) -> None:
        self._esm = text("assets", "widgets", "stub.js")
        held = source(self.module, self.sheets)
        super().__init__(ref=ref, spec=spec, source_id=held.model_id, **traits)

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
