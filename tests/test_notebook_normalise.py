"""The one committed form of a notebook."""

from __future__ import annotations

import copy
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from small_notebooks import code, markdown, notebook

from worksite.notebook.normalise import METADATA, normalise

VIEW = "application/vnd.jupyter.widget-view+json"


def done(*cells: dict[str, Any], **metadata: Any) -> dict[str, Any]:
    made = copy.deepcopy(notebook(cells))
    made["metadata"] = metadata
    normalise(made)
    return made


def ids(*cells: dict[str, Any]) -> list[str]:
    return [cell["id"] for cell in done(*cells)["cells"]]


def test_metadata_is_generic() -> None:
    made = done(widgets={"state": 1}, language_info={"version": "3.11.7"}, kernelspec={"name": "x"})
    assert made["metadata"] == METADATA
    assert (made["nbformat"], made["nbformat_minor"]) == (4, 5)


def test_chosen_ids_stay_random_missing_and_doubled_ones_are_made() -> None:
    assert ids(
        markdown("# The title", ""),
        code('lesson("03", "next")', "b9c1f0de"),
        code('quiz("03/size")', "3f0c6a44-9d5a-4a4b-8a51-0a6a4f2f3d11"),
        code('quiz("03/size")', "mine"),
        code("x = 1", "mine"),
        markdown("words", "deadbeef"),
        markdown("words", "deadbeee"),
        markdown("# ***", "deadbee1"),
        {"cell_type": "raw", "metadata": {}, "source": "x"},
    ) == [
        "the-title", "lesson-03-next", "quiz-size", "mine", "code", "text", "text-2", "text-3",
        "raw",
    ]  # fmt: skip


def test_a_made_id_gives_way_to_a_chosen_one_further_down() -> None:
    assert ids(code('quiz("03/size")', ""), code("1", "quiz-size")) == ["quiz-size-2", "quiz-size"]


def test_cells_are_locked_unless_meant_to_be_changed() -> None:
    busy = {"tags": ["change-me"], "collapsed": True, "execution": {"iopub": 1}}
    free, shut = done(code("1", "a", metadata=busy), markdown("x", "b", metadata={}))["cells"]
    assert free["metadata"] == {"tags": ["change-me"]}
    assert shut["metadata"] == {"deletable": False, "editable": False}


def test_the_widget_view_goes_where_a_still_face_stands_beside_it() -> None:
    def out(**data: Any) -> dict[str, Any]:
        return {
            "output_type": "display_data",
            "data": data,
            "metadata": {"a": 1},
            "transient": {"display_id": 1},
        }

    both = out(**{VIEW: {}, "text/html": "x"})
    bare = out(**{VIEW: {}})
    (cell,) = done(code("1", "a", outputs=[both, bare]))["cells"]
    assert [set(each["data"]) for each in cell["outputs"]] == [{"text/html"}, {VIEW}]
    assert all(each["metadata"] == {} and "transient" not in each for each in cell["outputs"])


def test_printed_pieces_are_joined() -> None:
    def said(text: Any, name: str = "stdout") -> dict[str, Any]:
        return {"output_type": "stream", "name": name, "text": text}

    (cell,) = done(code("1", outputs=[said("a"), said(["b", "c"]), said("d", "stderr")]))["cells"]
    assert [each["text"] for each in cell["outputs"]] == ["abc", "d"]


_CELLS = st.lists(
    st.builds(
        lambda kind, name, source: (markdown if kind else code)(source, name),
        st.booleans(),
        st.sampled_from(["", "a", "b", "text", "text-2", "0badf00d", "quiz-size"]),
        st.sampled_from(['quiz("03/size")', "# text", "words", "a = "]),
    ),
    max_size=8,
)


@given(_CELLS)
def test_twice_is_once_and_every_id_is_its_own(cells: list[dict[str, Any]]) -> None:
    once = done(*cells)
    again = copy.deepcopy(once)
    normalise(again)
    assert again == once
    found = [cell["id"] for cell in once["cells"]]
    assert len(set(found)) == len(found)
