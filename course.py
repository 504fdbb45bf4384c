"""One command for the course. Needs Python and nothing else.

To learn
    python3 course.py            set up (once) and open the course in JupyterLab
    python3 course.py open ...   the same, with options of JupyterLab ("open" may be left out)
    python3 course.py check      say what stands in the way, and how to mend it
    python3 course.py progress   save a copy of your answers (export) or read one back (import)
To teach
    python3 course.py site       make the web edition (--serve: show it here)
    python3 course.py slides     show a lesson as slides, with your notes (slides 06)
    python3 course.py runsheet   plan a class minute by minute (--minutes 50), or a term
    python3 course.py present    put one question to the vote in a room (present 06.1)
    python3 course.py pack DIR   fetch every package once, for laptops without a network
    python3 course.py --from DIR set up from such a folder; the network is not touched
To work on the course
    python3 course.py test       run every test (test check: list the faults of the content)
    python3 course.py refresh    run lessons and write them as they are kept (refresh 06)
    python3 course.py check 06   list the faults of a lesson
    python3 course.py new-lesson make notebook, questions and entry of a new lesson
    python3 course.py stats      the course in numbers
    python3 course.py schema     write what helps editors with question banks
    python3 course.py bench      measure speed and size beside rivals
    python3 course.py lock       renew the locks and environment.yml

Each tells more with -h, such as: python3 course.py slides -h. On Windows type `py course.py`.
"""

# The standard library alone, in syntax that an old Python can read and say so kindly.
import hashlib
import json
import os
import re
import shutil
import socket
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
OLDEST = (3, 11)
VERSION = "{}.{}".format(*sys.version_info[:2])
INSTALLER = "uv=="  # its pin and hashes stand in the test lock: every set-up resolves alike
SPACE_MB = 900  # what a fresh set-up needs while it unpacks
STAMP = "worksite-ready.json"
FIRST = "00_welcome.ipynb"
TESTED = {"test": "run.py", "bench": "bench/run.py", "lock": "make_locks.py"}
OWN = ("open", "check", *TESTED)
PASSED_ON = ("refresh", "stats", "new-lesson", "schema", "site")  # a test holds these to cli.py
PASSED_ON += ("present", "slides", "runsheet", "pack", "progress")
OFFLINE = re.compile(
    r"dns error|name resolution|failed to fetch|connection (refused|reset|aborted)|timed? ?out"
    r"|network is unreachable|no matching distribution|newconnectionerror|error sending request",
    re.IGNORECASE,
)
CHANGED = re.compile(r"hash mismatch|do not match the hashes", re.IGNORECASE)
FULL = re.compile(r"no space left|not enough space|disk quota|errno 28", re.IGNORECASE)


class Stop(ValueError):
    """One clear line for the person at the keyboard."""


def venv_python(folder, platform=sys.platform):
    """Path of the Python inside a virtual environment, by platform."""
    return folder / "Scripts" / "python.exe" if platform == "win32" else folder / "bin" / "python"


def set_up_commands(folder, lock, platform=sys.platform, root=ROOT, wheels=None):
    """The command lines of a set-up: make, get the installer, install exactly the lock.

    The lock alone comes first: the build tool that installs the course is in it, and with nothing
    downloaded yet the installer builds before it installs. A folder of wheels replaces the network.
    """
    python = str(venv_python(folder, platform))
    local = ["--no-index", "--find-links", str(wheels)] if wheels else []
    sync = [python, "-m", "uv", "pip", "sync", "--quiet", *local, "--python", python]
    get = [python, "-m", "pip", "install", "--quiet", *local, "--require-hashes", "-r"]
    return {
        "make": [sys.executable, "-m", "venv", "--clear", str(folder)],
        "installer": [*get, str(folder / "installer.txt")],
        "packages": [*sync, str(root / lock)],
        "sync": [*sync, "--no-build-isolation", str(root / lock), str(folder / "editable.txt")],
    }


def lab_command(python, folder, extra=()):
    """The command line that opens JupyterLab on the welcome lesson, on this machine only."""
    options = ["--ServerApp.ip=127.0.0.1", "--ServerApp.root_dir=" + str(folder)]
    options += ["--LabApp.default_url=/lab/tree/" + FIRST]  # the printed link leads there as well
    return [str(python), "-m", "jupyterlab", *options, *extra]


def explain(output, wheels=None):
    """One line saying why an install failed, from what the installer printed."""
    if FULL.search(output):
        return "The disk is full. Free about 1 GB and run the same command again."
    if CHANGED.search(output):
        return "A package is not the one the course was tested with: not installed. Get it anew."
    lost = wheels and re.search(r"no version of ([\w.-]+)|distribution found for (\S+)", output)
    if lost:
        return f"{wheels} lacks {lost[1] or lost[2]}. Copy the folder again, or pack it anew."
    if not wheels and OFFLINE.search(output):
        return "No network, and the course is not set up yet. Connect once and run it again."
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    named = [line for line in lines if line.lower().startswith("error:")]
    told = (named[:1] or lines[-1:] or ["no reason given"])[0]
    return "The set-up failed: " + told.rstrip(".") + "."


def run_quietly(command):
    """Run a command; return what it printed when it failed, else None."""
    try:
        done = subprocess.run(
            command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, cwd=str(ROOT)
        )
    except OSError as error:
        return str(error)
    if done.returncode == 0:
        return None
    said = done.stdout.decode("utf-8", "replace")
    return said if said.strip() else f"the installer ended with status {done.returncode}"


def wanted(lock):
    """What a finished set-up of this lock, in this place, with this Python, looks like."""
    files = [ROOT / lock, ROOT / "pyproject.toml", *sorted(ROOT.glob("src/jupyter/*/*.json"))]
    parts = [file.read_bytes() for file in files]
    digest = hashlib.sha256(b"\0".join(parts)).hexdigest()
    return {"digest": digest, "root": str(ROOT), "python": VERSION}


def ready(folder):
    """The record of a finished set-up, or an empty dict; a broken Python counts as none."""
    try:
        found = json.loads((folder / STAMP).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    works = run_quietly([str(venv_python(folder)), "-c", "import sys"]) is None
    return found if works and found.get("root") == str(ROOT) else {}


def make_venv(folder, command):
    """Make an empty virtual environment, or say why not and leave nothing behind."""
    free = shutil.disk_usage(str(ROOT)).free // 2**20
    if free < SPACE_MB:
        raise Stop(f"Only {free} MB free here; the course needs {SPACE_MB} MB. Free some.")
    print("Setting up the course (once, a minute or two) ...", flush=True)
    problem = run_quietly(command)
    if problem is not None:
        shutil.rmtree(str(folder), ignore_errors=True)
        if "ensurepip" in problem or "No module named venv" in problem:
            raise Stop(
                "This Python has no venv module. On Debian or Ubuntu: apt install python3-venv"
            )
        raise Stop(explain(problem))


def packed(named):
    """The named folder of packages, once it is sure to serve this laptop and this course."""
    if not named:
        raise Stop("Name the folder that holds the packages: python3 course.py --from DIR")
    from worksite.packed import serving

    return serving(named[0], ROOT / "requirements.lock")


def ensure(folder, lock, wheels=None):
    """Bring a virtual environment to the state of a lock; return its Python.

    Offline with an older set-up in place: says so and goes on with that one.
    """
    before, goal = ready(folder), wanted(lock)
    python = venv_python(folder)
    if before == goal:
        return python
    commands = set_up_commands(folder, lock, wheels=wheels)
    fresh = before.get("python") != goal["python"]
    if fresh:
        make_venv(folder, commands["make"])
    (folder / "editable.txt").write_text("-e " + ROOT.as_posix() + "\n", encoding="utf-8")
    known = (ROOT / "requirements-test.lock").read_text(encoding="utf-8").replace("\\\n", "")
    pin = [line for line in known.splitlines() if line.startswith(INSTALLER)]
    (folder / "installer.txt").write_text("\n".join(pin) + "\n", encoding="utf-8")
    for step in ("installer", "packages", "sync") if fresh else ("sync",):
        problem = run_quietly(commands[step])
        if problem is None:
            continue
        if not fresh:
            print(
                "Could not update the set-up; going on with the one there. "
                + explain(problem, wheels)
            )
            return python
        shutil.rmtree(str(folder), ignore_errors=True)
        raise Stop(explain(problem, wheels))
    (folder / STAMP).write_text(json.dumps(goal), encoding="utf-8")
    return python


def find_browser(platform=sys.platform, which=shutil.which):
    """Path of a Chromium or Chrome on this machine, or None."""
    named = os.environ.get("WORKSITE_CHROMIUM")
    if named and Path(named).exists():
        return named
    for name in ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"):
        if which(name):
            return which(name)
    bases = ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")
    chrome = Path("Google", "Chrome", "Application", "chrome.exe")
    usual = {
        "darwin": [Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")],
        "win32": [os.environ[base] / chrome for base in bases if base in os.environ],
    }
    return next((str(path) for path in usual.get(platform, []) if path.exists()), None)


def ensure_browser(python):
    """A Chromium for the browser tests: found, else installed, else one command to type."""
    found = find_browser()
    if found:
        return found
    print("No Chromium or Chrome found; installing one for the browser tests ...", flush=True)
    if shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        for words in (
            ["apt-get", "update", "-qq"],
            ["apt-get", "install", "-y", "-qq", "chromium"],
        ):
            run_quietly(words)
        if find_browser():
            return find_browser()
    if run_quietly([str(python), "-m", "playwright", "install", "chromium"]) is None:
        return ""  # Playwright knows where it put its own
    raise Stop("No browser for the tests. Install one: sudo apt-get install chromium")


def port_free(port=8888):
    """Whether JupyterLab's usual port is free on this machine."""
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) != 0


def check():
    """Print an OK or mend line for each thing a set-up needs; return how many need mending."""
    free = shutil.disk_usage(str(ROOT)).free // 2**20
    long_path = sys.platform == "win32" and len(str(ROOT)) > 100
    port = "free" if port_free() else "taken; the next free one is used"
    rows = [
        (sys.version_info >= OLDEST, "Python " + VERSION, "install Python 3.11 or newer"),
        (free >= SPACE_MB, f"{free} MB free", "free about 1 GB"),
        (not long_path, f"path of {len(str(ROOT))} letters", "move the course to a shorter path"),
        (True, "port 8888 is " + port, ""),
        (bool(find_browser()), "browser for the tests", "not needed to learn; test installs one"),
        (bool(ready(ROOT / ".venv")), "set up", "run: python3 course.py"),
    ]
    for good, what, mend in rows:
        print("OK    " + what if good else "mend  " + what + ": " + mend)
    return sum(1 for good, _, _ in rows[:3] if not good)


def in_test_environment(words):
    """Run a Python command line with the test lock's packages and a browser to drive."""
    python = ensure(ROOT / ".venv-test", "requirements-test.lock")
    env = dict(os.environ, WORKSITE_CHROMIUM=ensure_browser(python), PYTHONUTF8="1")
    return subprocess.call([str(python), *words], cwd=str(ROOT), env=env)


def understood(words):
    """The command that the words name, and the rest; options alone are for JupyterLab."""
    name, rest = (words[0], words[1:]) if words else ("open", [])
    if name in ("-h", "--help", "help"):
        return "help", rest
    if name.startswith("-") and name != "--from":
        return "open", words
    known = sorted((*OWN, *PASSED_ON))
    if name not in (*known, "--from"):
        raise Stop(f"There is no command {name!r}. Known: {', '.join(known)}. More with: -h")
    return name, rest


def main(words):
    """Do what the words ask; return the exit status."""
    if sys.version_info < OLDEST:
        raise Stop(f"This is Python {VERSION}; the course needs 3.11 or newer.")
    sys.path.insert(0, str(ROOT / "src"))  # packed, handout: like this file, of the library alone
    name, rest = understood(words)
    if name == "help":
        print(__doc__, end="", flush=True)
        return 0
    if name == "check" and not rest:
        return check()
    if name in TESTED:
        return in_test_environment([str(ROOT / "tests" / TESTED[name]), *rest])
    wheels = None
    if name == "--from":
        wheels, name, rest = packed(rest[:1]), "open", rest[1:]
    python = ensure(ROOT / ".venv", "requirements.lock", wheels)
    if name != "open":
        return subprocess.call([str(python), "-m", "worksite", name, *rest], cwd=str(ROOT))
    mine = ROOT / "my-course"
    from worksite.handout import copy_lessons

    for line in copy_lessons(ROOT / "notebooks", mine):
        print(line)
    return subprocess.call(lab_command(python, mine, rest), cwd=str(mine))


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except ValueError as stop:
        sys.exit(str(stop))
    except BrokenPipeError:  # nobody reads on, as with "| head"
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        sys.exit(1)
    except OSError as error:
        full = getattr(error, "errno", None) == 28
        sys.exit(explain("no space left") if full else f"Could not go on: {error}")
    except KeyboardInterrupt:
        sys.exit(130)
