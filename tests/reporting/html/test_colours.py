"""Every text stands out enough from its ground, in light and in dark (WCAG 2.2, 1.4.3)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

import linter

_STYLE = (
    Path(linter.__file__).parent / "reporting" / "html" / "templates" / "style.css"
).read_text("utf-8")
_ENOUGH = 4.5
_ENOUGH_FOR_LINES = 3.0
_GROUNDS = ("ground", "panel")
_ON_ANY_GROUND = ("text", "quiet", "link")
_ON_PANEL_TOO = ("error", "warning", "info", "good")


def _schemes() -> dict[str, dict[str, str]]:
    blocks = re.findall(r":root \{(.*?)\}", _STYLE, re.DOTALL)
    light, dark = (dict(re.findall(r"--([\w-]+): (#\w{6});", block)) for block in blocks)
    return {"light": light, "dark": light | dark}


SCHEMES = _schemes()


def _luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_is_measured_as_the_standard_says() -> None:
    assert _contrast("#000000", "#ffffff") == pytest.approx(21)
    assert _contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("colours", SCHEMES.values(), ids=SCHEMES)
def test_every_colour_of_text_can_be_read_on_its_ground(colours: Mapping[str, str]) -> None:
    pairs = [(name, f"{name}-ground") for name in colours if f"{name}-ground" in colours]
    pairs += [(name, ground) for name in _ON_ANY_GROUND for ground in _GROUNDS]
    pairs += [(name, "ground") for name in _ON_PANEL_TOO]
    assert len(pairs) > 20

    weak = {pair: _contrast(*(colours[name] for name in pair)) for pair in pairs}
    assert {pair: value for pair, value in weak.items() if value < _ENOUGH} == {}


@pytest.mark.parametrize("colours", SCHEMES.values(), ids=SCHEMES)
def test_severities_and_lines_can_be_seen(colours: Mapping[str, str]) -> None:
    for name in ("error", "warning", "info", "good", "line", "link"):
        assert _contrast(colours[name], colours["ground"]) >= _ENOUGH_FOR_LINES, name


@pytest.mark.parametrize("colours", SCHEMES.values(), ids=SCHEMES)
def test_a_wrong_cell_is_told_from_those_it_clashes_with_without_seeing_colours(
    colours: Mapping[str, str],
) -> None:
    assert _contrast(colours["culprit-ground"], colours["clash-ground"]) >= _ENOUGH_FOR_LINES


def test_dark_gives_every_colour_anew_and_only_on_screens() -> None:
    light, dark = re.findall(r":root \{(.*?)\}", _STYLE, re.DOTALL)
    assert re.findall(r"--([\w-]+):", light) == re.findall(r"--([\w-]+):", dark)
    assert "@media screen and (prefers-color-scheme: dark)" in _STYLE


def test_no_colour_stands_outside_of_the_palette() -> None:
    after = _STYLE.rpartition("--tip-ground")[2]
    assert re.findall(r"#[0-9a-fA-F]{3,8}\b|rgba?\(", after) == []
    used = set(re.findall(r"var\(--([\w-]+)\)", _STYLE))
    assert used == SCHEMES["light"].keys()
