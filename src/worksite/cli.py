"""``worksite …``: the authors' and instructors' commands. Exit codes: 0 fine, 1 faults, 2 usage."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any, NoReturn

from worksite.resources import CourseError, path
from worksite.teach.commands import add_to, show

Command = Callable[[argparse.Namespace], int]


def notebooks() -> Path:
    """The folder of the lesson notebooks; CourseError where there is none (a wheel)."""
    folder = path("notebooks", "lessons.yml").parent
    if "_data" in folder.parts:
        raise CourseError(
            "The lesson notebooks are not here. Run this in a checkout of the course."
        )
    return folder


def _file(typed: str) -> Path:
    """A notebook's path, from that or from its lesson's number."""
    if typed.isdecimal() and not Path(typed).exists():
        from worksite import lessons

        return notebooks() / lessons.get(lessons.two_digits(typed)).file
    return Path(typed).resolve()


def _files(args: argparse.Namespace) -> list[Path]:
    from worksite.notebook.page import ready_files

    if args.files:
        return [_file(each) for each in args.files]
    return [file for file, _ in ready_files(notebooks())]


def _refresh(args: argparse.Namespace) -> int:
    from worksite.notebook.refresh import refresh

    bad = 0
    for file in _files(args):
        try:
            changed = refresh(file)
        except (CourseError, OSError) as error:
            bad += 1
            print(_said(error, file.name), file=sys.stderr)
        else:
            print(f"{file.name}: {'refreshed' if changed else 'unchanged'}")
    return 1 if bad else 0


def _said(error: CourseError | OSError, name: str) -> str:
    if isinstance(error, CourseError):
        return str(error)
    return f"{name}: {error.strerror or error}. Check the file's name and rights."


def _check(args: argparse.Namespace) -> int:
    from worksite.notebook.checks import course_faults, file_faults
    from worksite.teach import deck, notes

    if args.files:
        files = _files(args)
        faults = [fault for file in files for fault in file_faults(file)]
        faults += notes.faults(notes.files_of(files))
    else:
        faults = [*course_faults(notebooks()), *notes.faults(), *deck.faults()]
    for fault in faults:
        print(fault)
    if faults:
        print(f"{len(faults)} fault{'s' if len(faults) > 1 else ''}.", file=sys.stderr)
        return 1
    print("No faults.")
    return 0


def _stats(args: argparse.Namespace) -> int:
    from worksite.notebook.stats import collect, objectives, table

    if args.objectives:
        print(objectives())
        return 0
    found = collect(notebooks())
    print(json.dumps(found, ensure_ascii=False, indent=1) if args.json else table(found))
    return 0


def _new_lesson(args: argparse.Namespace) -> int:
    from worksite.notebook.new_lesson import make

    for made in make(args.number, args.title, notebooks()):
        print(f"made {made}")
    print("The contents list and footers know it after: python3 course.py refresh")
    return 0


def _schema(args: argparse.Namespace) -> int:  # noqa: ARG001 - every command takes its options
    from importlib import import_module

    bank = import_module("worksite.quiz.bank")
    file = notebooks().parent / "quizzes" / "schema.json"
    file.write_text(bank.schema_text(), encoding="utf-8", newline="\n")
    print("quizzes/schema.json: written")
    return 0


def _site(args: argparse.Namespace) -> int:
    from importlib import import_module

    site: Any = import_module("worksite.site")
    from worksite import lessons

    folder, page = Path(args.out), ""
    with ExitStack() as stack:
        running = stack.enter_context(site.server(folder, args.port)) if args.serve else None
        if args.zip:
            site.check_pack(folder, Path(args.zip))
        print("Making the pages ...", flush=True)
        if args.lesson:
            made = site.build(lessons.two_digits(args.lesson), folder)
            page = made.name
            print(f"made {made}")
        else:
            print(f"made {len(site.build_all(folder))} pages in {folder}")
        if args.zip:
            print(f"packed {site.pack(folder, Path(args.zip))}")
        if running:
            show(running, page, args.no_open)
    return 0


def _pack(args: argparse.Namespace) -> int:
    from worksite.pack import pack

    pack(Path(args.folder), args.system, args.python)
    return 0


def _progress(args: argparse.Namespace) -> int:
    from importlib import import_module

    progress: Any = import_module("worksite.progress")
    if args.action == "export":
        print(f"made {progress.export(Path(args.file) if args.file else None)}")
    elif args.action == "import":
        if not args.file:
            raise CourseError("progress import needs a file. Name the one that export made.")
        progress.import_(Path(args.file))
        print(f"read {args.file}")
    else:
        if not args.yes:
            raise CourseError(
                "This deletes every answer kept here, also those set aside. Add --yes to do it."
            )
        progress.forget()
        print("All answers kept here are deleted.")
    return 0


class _Parser(argparse.ArgumentParser):
    """A parser whose errors end with the command's example."""

    def error(self, message: str) -> NoReturn:
        example = f"\n{self.epilog % {'prog': self.prog}}" if self.epilog else ""
        super().error(message + example)


def parser(called: str = "worksite") -> argparse.ArgumentParser:
    """The command line; ``called`` is what people type to reach it."""
    top = _Parser(prog=called, description="Tools of the course.")
    commands = top.add_subparsers(dest="command", required=True, metavar="command")

    def command(name: str, run: Command, summary: str) -> argparse.ArgumentParser:
        made = commands.add_parser(name, help=summary, description=summary)
        made.set_defaults(run=run)
        return made

    refresh = command("refresh", _refresh, "execute lessons and write them in their committed form")
    check = command("check", _check, "list every fault of lessons, banks and evidence")
    for each in (refresh, check):
        each.add_argument(
            "files", nargs="*", help="lessons, such as 06, or their files (default: all)"
        )
    stats = command("stats", _stats, "the course in numbers")
    stats.add_argument("--json", action="store_true", help="as JSON")
    stats.add_argument("--objectives", action="store_true", help="which questions test what")
    new = command("new-lesson", _new_lesson, "make notebook, question bank and entry of a lesson")
    new.add_argument("number", help="two digits, such as 04")
    new.add_argument("title", help="the title, in quotes")
    command("schema", _schema, "write quizzes/schema.json, which helps editors with banks")
    site = command("site", _site, "make the web edition: the course as plain files")
    site.add_argument("--lesson", help="one lesson only, such as 03")
    site.add_argument(
        "--out", default="dist", help="folder to write to, new or made by this (dist)"
    )
    site.add_argument("--zip", metavar="FILE", help="pack it for any static host as well")
    site.add_argument("--serve", action="store_true", help="show it on this machine")
    site.add_argument(
        "--port", type=int, default=8010, help="where to show it (8010; 0: a free port)"
    )
    site.add_argument("--no-open", action="store_true", help="do not open the browser")
    add_to(command)
    packs = command("pack", _pack, "fetch every package once, for laptops without a network")
    packs.add_argument("folder", help="where to put them; then: python3 course.py --from FOLDER")
    packs.add_argument(
        "--system", action="append", default=[], help="windows, mac-arm, ...: only it"
    )
    packs.add_argument("--python", action="append", default=[], help="such as 3.12: only it")
    packs.epilog = "Example: %(prog)s wheels --system windows"
    progress = command("progress", _progress, "copy, read back or delete the answers kept here")
    progress.add_argument("action", choices=("export", "import", "forget"))
    progress.add_argument("file", nargs="?", help="the file to write or read")
    progress.add_argument("--yes", action="store_true", help="really delete")
    return top


def main(argv: Sequence[str] | None = None, called: str = "worksite") -> int:
    """Run one command. Anything an author can mend is told in plain lines, never a traceback."""
    try:
        return _ran(argv, called)
    except BrokenPipeError:
        # Nobody reads on (``| head``): the rest goes nowhere, and the end is as quiet.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return 1


def _ran(argv: Sequence[str] | None, called: str) -> int:
    try:
        args = parser(called).parse_args(argv)
    finally:
        sys.stdout.flush()
    try:
        status = int(args.run(args))
        sys.stdout.flush()
        return status
    except BrokenPipeError:
        raise
    except CourseError as error:
        print(error, file=sys.stderr)
        return 1
    except OSError as error:
        where = error.filename or args.command
        print(f"{where}: {error.strerror or error}. Check its name and rights.", file=sys.stderr)
        return 1
