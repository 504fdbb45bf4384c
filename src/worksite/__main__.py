"""``python -m worksite``: the same as the ``worksite`` command."""

from worksite.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
