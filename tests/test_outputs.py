"""Nothing of a person's is lost: what the commands refuse to write over, and what they replace."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from worksite import cli, outputs, progress
from worksite.resources import CourseError
from worksite.site import build, build_all, check_pack, pack
from worksite.teach import deck


def a_folder(folder: Path) -> Path:
    """A folder that we wrote, with one file in a folder of its own."""
    with outputs.written(folder):
        (folder / "sub").mkdir(exist_ok=True)
        (folder / "sub" / "page.html").write_text("ours", "utf-8")
    return folder


def held(folder: Path) -> dict[str, bytes]:
    """Every file of a folder with its bytes."""
    return {str(each): each.read_bytes() for each in folder.rglob("*") if each.is_file()}


def foreign(folder: Path) -> None:
    (folder / "sub" / "thesis.txt").write_text("mine", "utf-8")


def edited(folder: Path) -> None:
    (folder / "sub" / "page.html").write_text("mine now", "utf-8")


def linked(folder: Path) -> None:
    (folder / "sub" / "page.html").unlink()
    (folder.parent / "own.txt").write_text("ours", "utf-8")
    (folder / "sub" / "page.html").symlink_to(folder.parent / "own.txt")


def unlisted(folder: Path) -> None:
    (folder / outputs.LIST).unlink()


def own_list(folder: Path) -> None:
    (folder / outputs.LIST).write_text('{"files": "of mine"}', "utf-8")


@pytest.mark.parametrize("anew", [True, False])
@pytest.mark.parametrize(
    ("change", "named"),
    [(foreign, "sub/thesis.txt"), (edited, "page.html was changed"), (linked, "sub/page.html"),
     (unlisted, "sub/page.html"), (own_list, "sub/page.html")],
)  # fmt: skip
def test_a_folder_with_a_file_of_somebodys_is_refused_whole(
    tmp_path: Path, change: Callable[[Path], None], named: str, anew: bool
) -> None:
    folder = a_folder(tmp_path / "out")
    change(folder)
    before = held(tmp_path)
    with (
        pytest.raises(CourseError, match=f"{named}.*Nothing is touched"),
        outputs.written(folder, anew),
    ):
        pytest.fail("is let in")
    assert held(tmp_path) == before


def test_a_list_of_somebodys_is_not_written_over(tmp_path: Path) -> None:
    (tmp_path / outputs.LIST).write_text("mine", "utf-8")
    with pytest.raises(CourseError, match=f"holds {outputs.LIST}"), outputs.written(tmp_path):
        pytest.fail("is let in")
    assert (tmp_path / outputs.LIST).read_text("utf-8") == "mine"


def test_our_own_folder_is_written_again_and_emptied_only_when_asked(tmp_path: Path) -> None:
    folder = a_folder(tmp_path / "out")
    (folder / ".DS_Store").write_bytes(b"litter")
    with outputs.written(folder):
        (folder / "more.html").write_text("ours", "utf-8")
    assert [each.name for each in outputs.files(folder)] == ["more.html", "page.html"]
    with outputs.written(folder, anew=True):
        (folder / "new.html").write_text("ours", "utf-8")
    assert [each.name for each in outputs.files(folder)] == ["new.html"]
    assert (folder / ".DS_Store").is_file()


def test_what_a_broken_run_left_is_still_ours(tmp_path: Path) -> None:
    folder = tmp_path / "out"
    with pytest.raises(OSError, match="full"), outputs.written(folder):
        (folder / "half.html").write_text("ours", "utf-8")
        raise OSError("full")
    outputs.check_folder(folder)


def test_a_list_that_names_files_elsewhere_deletes_nothing_there(tmp_path: Path) -> None:
    folder, mine = a_folder(tmp_path / "out"), tmp_path / "mine.txt"
    mine.write_text("mine", "utf-8")
    content = json.loads((folder / outputs.LIST).read_text("utf-8"))
    content["files"]["../mine.txt"] = ""
    (folder / outputs.LIST).write_text(json.dumps(content), "utf-8")
    with outputs.written(folder, anew=True):
        pass
    assert mine.is_file() and not outputs.files(folder)


def test_a_file_is_no_folder_and_a_folder_no_file(tmp_path: Path) -> None:
    (tmp_path / "x").write_text("mine", "utf-8")
    with pytest.raises(CourseError, match="x is a file"):
        outputs.check_folder(tmp_path / "x")
    with pytest.raises(CourseError, match="is a folder"):
        outputs.check_file(tmp_path, lambda file: True, "a page")


def same_name(folder: Path, name: str) -> dict[str, bytes]:
    folder.mkdir()
    (folder / name).write_text("mine", "utf-8")
    return held(folder)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (["site", "--lesson", "3"], "site.css"),
        (["site"], "index.html"),
        (["slides", "03"], "deck.js"),
        (["present", "06.1"], "present.html"),
    ],
)
def test_no_command_writes_over_a_file_of_the_same_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], words: list[str], name: str
) -> None:
    before = same_name(tmp_path / "out", name)
    assert cli.main([*words, "--out", str(tmp_path / "out")]) == 1
    said = capsys.readouterr().err
    assert f"holds {name}, which the course did not write" in said and said.count("\n") == 1
    assert held(tmp_path / "out") == before


def test_an_edition_with_a_file_of_somebodys_is_left_as_it_is(tmp_path: Path) -> None:
    folder = tmp_path / "dist"
    build_all(folder)
    assert (folder / outputs.LIST).is_file()
    (folder / "notes.txt").write_text("mine", "utf-8")
    before = held(folder)
    with pytest.raises(CourseError, match=r"holds notes\.txt"):
        build_all(folder)
    assert held(folder) == before


def test_decks_are_written_anew_and_beside_each_other(tmp_path: Path) -> None:
    first = deck.build(["03"], tmp_path)
    assert deck.build(["06"], tmp_path) and deck.build(["03"], tmp_path) == first
    assert build("03", tmp_path).is_file()
    outputs.check_folder(tmp_path)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (["runsheet", "--minutes", "50", "--lesson", "6", "--out"], "mine.html"),
        (["progress", "export"], "mine.json"),
    ],
)
def test_a_file_that_is_not_of_the_kind_is_not_replaced(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], words: list[str], name: str
) -> None:
    file = tmp_path / name
    for content in (b"", b"[]", b'{"format": "other"}', b"<html>\xff</html>"):
        file.write_bytes(content)
        assert cli.main([*words, str(file)]) == 1
        said = capsys.readouterr().err
        assert f"{file} is there and is not" in said and said.count("\n") == 1
        assert file.read_bytes() == content
    file.unlink()
    for _ in range(2):  # new, then one of our own
        assert cli.main([*words, str(file)]) == 0
    assert list(tmp_path.iterdir()) == [file]


def test_a_zip_replaces_only_a_zip_of_an_edition(tmp_path: Path) -> None:
    folder, target = tmp_path / "dist", tmp_path / "course.zip"
    folder.mkdir()
    (folder / "sw.js").write_text('const CACHE = "worksite-1";', "utf-8")
    with zipfile.ZipFile(target, "w") as other:
        other.writestr("sw.js", "somebody else's worker")
    with zipfile.ZipFile(tmp_path / "b.zip", "w") as other:
        other.writestr("thesis.txt", "mine")
    (tmp_path / "c.zip").write_text("no zip", "utf-8")
    for file in (target, tmp_path / "b.zip", tmp_path / "c.zip"):
        before = file.read_bytes()
        with pytest.raises(CourseError, match="not a zip of the web edition"):
            pack(folder, file)
        assert file.read_bytes() == before
    target.unlink()
    assert pack(folder, target).read_bytes() == pack(folder, target).read_bytes()
    with pytest.raises(CourseError, match="inside"):
        check_pack(folder, folder / "course.zip")


def test_a_zip_that_may_not_be_written_is_told_before_pages_are_made(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.zip").write_text("mine", "utf-8")
    words = ["site", "--out", str(tmp_path / "dist"), "--zip", str(tmp_path / "a.zip")]
    assert cli.main(words) == 1
    assert "a.zip is there" in capsys.readouterr().err
    assert not (tmp_path / "dist").exists()


def test_an_export_from_a_notebook_replaces_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "worksite-progress.json").write_text("{}", "utf-8")
    with pytest.raises(CourseError, match="not an export"):
        progress.export()
