"""``python -m worksite``: what ``course.py`` runs, so help and errors say what was typed there."""

import sys

from worksite.cli import main

if __name__ == "__main__":
    typed = "py course.py" if sys.platform == "win32" else "python3 course.py"
    raise SystemExit(main(called=typed))
