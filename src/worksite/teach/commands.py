"""The instructors' commands of ``worksite``."""

from __future__ import annotations

import argparse
import http.server
import tempfile
import webbrowser
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

Run = Callable[[argparse.Namespace], int]
Command = Callable[[str, Run, str], argparse.ArgumentParser]


def _present(args: argparse.Namespace) -> int:
    from worksite import outputs
    from worksite.resources import CourseError
    from worksite.teach import present

    refs = [present.resolve(ref) for ref in args.questions]
    faults = [said for ref in refs if (said := present.page_spec(ref).get("not_votable"))]
    if faults:
        raise CourseError(*faults)
    if args.out:
        with outputs.written(Path(args.out)):
            print(f"made {present.present_files(Path(args.out), refs)}")
        return 0
    with ExitStack() as stack:
        folder, running = _held(stack, args)
        present.present_files(folder, refs)
        fragment = refs[0] if len(refs) == 1 else ""
        show(running, f"present.html#{fragment}".rstrip("#"), args.no_open)
    return 0


def _slides(args: argparse.Namespace) -> int:
    from worksite import lessons
    from worksite.resources import CourseError
    from worksite.teach import deck

    wanted = [lessons.two_digits(each) for each in args.lessons]
    if args.all:
        wanted = [each.id for each in lessons.load().lessons if each.open]
    if not wanted:
        raise CourseError("Which lesson? Name one, such as 06, or say --all.")
    if args.out:
        made = deck.build(wanted, Path(args.out))
        print(f"made {len(made)} decks in {args.out}" if args.all else f"made {made[0]}")
        return 0
    with ExitStack() as stack:
        folder, running = _held(stack, args)
        made = deck.build(wanted, folder)
        for page in made[1:]:
            print(f"also there: {page.name}")
        show(running, made[0].name, args.no_open)
    return 0


def _held(stack: ExitStack, args: argparse.Namespace) -> tuple[Path, http.server.HTTPServer]:
    """A folder for a while, and its server: the port is held before anything is made."""
    from worksite.site import server

    folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
    return folder, stack.enter_context(server(folder, args.port))


def show(running: http.server.HTTPServer, page: str, no_open: bool) -> None:
    """Serve on this machine until Ctrl+C, and open a page in the browser."""
    address = f"http://127.0.0.1:{running.server_port}/{page}"
    print(f"It is at {address} (stop with Ctrl+C)", flush=True)
    if not no_open:
        webbrowser.open(address)
    try:
        running.serve_forever()
    except KeyboardInterrupt:
        print("Stopped.")


def _runsheet(args: argparse.Namespace) -> int:
    from worksite import lessons, outputs
    from worksite.teach import paper, runsheet, term

    if args.out:
        outputs.check_file(Path(args.out), paper.is_ours, "a run sheet")
    if args.term:
        found = term.term(args.minutes)
        made = paper.term_page(found) if args.out else paper.term_text(found)
    else:
        taught = [lesson.id for lesson in lessons.load().lessons if lesson.open]
        wanted = [lessons.two_digits(args.lesson)] if args.lesson else taught
        sheets = [runsheet.sheet(one, args.minutes) for one in wanted]
        title = runsheet.said("sheets_title", minutes=args.minutes)
        told = "\n\n\n".join(map(paper.as_text, sheets))
        made = paper.sheets_page(sheets, title) if args.out else told
    if args.out:
        Path(args.out).write_text(made, encoding="utf-8", newline="\n")
    print(f"made {args.out}" if args.out else made)
    return 0


def add_to(command: Command) -> None:
    """Add the instructors' commands; ``command(name, run, summary)`` makes a parser."""
    present = command("present", _present, "ask one question in a room: two votes, then the answer")
    present.add_argument("questions", nargs="+", help="such as 06.4 or 06/which-crew")
    present.add_argument("--out", metavar="FOLDER", help="only write the page there")
    slides = command("slides", _slides, "show a lesson as slides, with a window of notes")
    slides.add_argument("lessons", nargs="*", help="such as 06")
    slides.add_argument("--all", action="store_true", help="every lesson")
    slides.add_argument("--out", metavar="FOLDER", help="only write them there")
    for each in (present, slides):
        each.add_argument("--port", type=int, default=0, help="where to show it (a free port)")
        each.add_argument("--no-open", action="store_true", help="do not open the browser")
    sheet = command("runsheet", _runsheet, "plan a class minute by minute, or a whole term")
    sheet.add_argument("--minutes", type=int, required=True, help="of one class: 45, 50, 90 …")
    which = sheet.add_mutually_exclusive_group()
    which.add_argument("--lesson", help="one lesson only, such as 06")
    which.add_argument("--term", action="store_true", help="all lessons over classes of a term")
    present.epilog = "Example: %(prog)s 06.1 06.4"
    slides.epilog = "Example: %(prog)s 06"
    sheet.epilog = "Example: %(prog)s --minutes 50 --lesson 06"
    sheet.add_argument(
        "--out", metavar="FILE", help="write a page to print, not words to read here"
    )
