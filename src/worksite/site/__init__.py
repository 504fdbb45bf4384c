"""The web edition: the whole course as plain files, from the same notebooks and scripts."""

from worksite.site.edition import build, build_all, check_pack, pack
from worksite.site.serve import server

__all__ = ["build", "build_all", "check_pack", "pack", "server"]
