"""The web edition: lessons as static pages."""

from worksite.site.pages import build, page

__all__ = ["build", "page"]
