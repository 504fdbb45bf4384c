"""The repair site: the rules of the flagship hold for every setting that can be chosen."""

from __future__ import annotations

import numpy as np
import pytest

from worksite.explorables import base, explore
from worksite.explorables.repair_site import CREW, DAYS, FOREMEN, FULL_TEAM, WORKERS
from worksite.models import repair_site as model
from worksite.quiz import bank as banks


@pytest.fixture(scope="module")
def widget() -> base.Explorable:
    return explore("06/repair-site")


@pytest.fixture(scope="module")
def wall(widget: base.Explorable) -> np.ndarray:
    """[damage][crew][kind][workers][foremen][message][day], 0.1 %."""
    return np.array(widget.spec["tables"]["wall"])


def test_every_setting_is_sent(wall: np.ndarray) -> None:
    assert wall.shape == (2, len(CREW), 2, len(WORKERS), len(FOREMEN), 3, 31)
    assert wall.min() == 0
    assert wall.max() <= 1000
    assert (np.diff(wall, axis=-1) >= 0).all()


def test_nothing_sent_is_natural_healing_at_every_stop(wall: np.ndarray) -> None:
    nothing = wall[:, :, :, 0, 0]
    assert (nothing == nothing[:, :, :1, :1]).all()
    for c, crew in enumerate(CREW):
        natural = 1000 * (1 - np.exp(-crew * model.NATURAL * DAYS))
        assert nothing[0, c, 0, 0] == pytest.approx(natural, abs=0.51)


def test_at_not_at_all_foremen_change_nothing(wall: np.ndarray) -> None:
    unread = wall[..., 0, :]
    assert (unread == unread[:, :, :, :, :1]).all()
    # Nor do workers of the signalling kind.
    assert (unread[:, :, 0] == unread[:, :, 0, :1]).all()


def test_without_a_crew_messages_mend_nothing(wall: np.ndarray) -> None:
    assert (wall[:, 0, 0] == 0).all()
    assert (wall[:, 0, 1, 0] == 0).all()


def test_a_gap_closes_only_as_far_as_builders_are_there(wall: np.ndarray) -> None:
    assert wall[1, :, 0].max() <= 10 * model.OWN_SHARE
    for w, workers in enumerate(WORKERS):
        most = model.OWN_SHARE + (100 - model.OWN_SHARE) * workers / FULL_TEAM
        assert wall[1, :, 1, w].max() <= 10 * most + 0.5


def test_the_band_holds_natural_healing_and_all_three_stops(wall: np.ndarray) -> None:
    natural = wall[:, :, :1, :1, :1, 0]
    for stop in range(3):
        assert (natural <= wall[..., stop, :]).all()
        assert (wall[..., stop, :] <= wall[..., 2, :]).all()


def test_it_opens_on_foremen_whose_message_does_nothing(
    widget: base.Explorable, wall: np.ndarray
) -> None:
    starts = [control["start"] for control in widget.spec["controls"]]
    damage, crew, kind, workers, foremen, message, day = starts
    assert (foremen, message, day) == (len(FOREMEN) - 1, 0, len(DAYS) - 1)
    # What stands at the start is natural healing and no more, and the other stops differ from it.
    assert wall[tuple(starts)] == wall[damage, crew, 0, 0, 0, 0, day] > 0
    assert wall[damage, crew, kind, workers, foremen, 2, day] > wall[tuple(starts)]


def test_questions_tell_what_the_model_shows(wall: np.ndarray) -> None:
    asked = {one.id: one for one in banks.load("06").questions}
    gap, inflamed, alone = (wall[d, c, 0, 0, -1, -1, -1] / 10 for d, c in ((1, 2), (0, 2), (0, 0)))
    assert f"{gap:.0f} % of the wall stands, and its limit is {model.OWN_SHARE:.0f} %" in (
        " ".join(asked["needs"].text.split())
    )
    site = asked["empty-site"]
    assert site.answer == alone == 0
    assert [near.value for near in site.near] == [100, round(inflamed), model.OWN_SHARE]


def test_the_model_says_that_it_holds_no_harm(widget: base.Explorable) -> None:
    assert "does harm" in widget.spec["model_html"]
    assert "unwanted effects" in widget.spec["beside_html"]


def test_no_stop_of_the_message_is_called_right(widget: base.Explorable) -> None:
    message = next(c for c in widget.spec["controls"] if c["id"] == "message")
    assert [option["text"] for option in message["options"]] == [
        "not at all", "as in mice", "as the article hopes",
    ]  # fmt: skip
    assert not any(option["note"] for option in message["options"])


def test_what_trials_found_stands_beside_the_model(widget: base.Explorable) -> None:
    for one in ("E-66", "E-69", "S-43"):
        assert f">{one}</a>" in widget.spec["beside_html"]
        assert f">{one}</a>" in widget.html


def test_sent_workers_fade_with_the_read_half_life(widget: base.Explorable) -> None:
    assert widget.spec["tables"]["left"][:3] == [1000, 250, 62]  # days 0, 2, 4: half each day
