"""The web edition: lessons as static pages."""

from worksite.site.build import build, page

__all__ = ["build", "page"]
