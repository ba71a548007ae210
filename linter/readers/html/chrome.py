"""What a page wraps around its article, told by the page's structure and not by its site.

Navigation, breadcrumbs, related links and footers are known by their element, by the words in
their class, and by being made of links. Whatever holds most of the page's own words is its
article and none of these, however it is named.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from linter.records import record
from linter.regex import regex

_WORD = regex(r"[A-Z]?[a-z]+|[A-Z]+")
_NAMES = frozenset((
    "nav", "navbar", "navigation", "subnav", "menu", "submenu", "footer", "foot", "header",
    "breadcrumb", "breadcrumbs", "crumb", "crumbs", "sidebar", "aside", "related", "share",
    "pagination", "pager", "copyright", "toolbar", "topbar",
))  # fmt: skip
_PREFIXES = ("navbar", "menu", "footer", "header", "sidebar", "breadcrumb", "copyright")
_SUFFIXES = ("nav", "menu", "footer", "header", "sidebar", "crumb", "crumbs")

CONTAINERS = frozenset((
    "div", "section", "article", "main", "nav", "header", "footer", "aside", "ul", "ol", "dl",
    "form", "center", "table", "td", "menu",
))  # fmt: skip
"""Elements that are looked at; a heading or paragraph is never chrome by its own class."""

_NAMED = frozenset((
    "div", "section", "nav", "header", "footer", "aside", "ul", "ol", "dl", "form", "center",
    "menu",
))  # fmt: skip
_ALWAYS = ("nav", "aside", "menu")
_FRAMES = ("header", "footer")


@record
class Container:
    """An element and what it holds.

    ``first`` and ``end`` bound the running numbers of its lines and tables; ``plain`` and
    ``linked`` count characters outside and inside links; ``label`` is its class and id.
    """

    tag: str
    label: str
    first: int
    end: int
    plain: int
    linked: int
    links: int


def chrome_numbers(containers: Sequence[Container], count: int, plain: int) -> Sequence[bool]:
    """For each of ``count`` running numbers whether it stands in chrome.

    ``containers`` come inner ones first; ``plain`` is the page's number of characters outside
    links.
    """
    main = next((c for c in containers if c.tag != "table" and 4 * c.plain >= 3 * plain > 0), None)
    steps = [0] * (count + 1)
    names: dict[str, bool] = {}
    for container in containers:
        inside = main is not None and main.first <= container.first and container.end <= main.end
        if 2 * container.plain <= plain and _is_chrome(container, inside, names):
            steps[container.first] += 1
            steps[container.end] -= 1
    return [depth > 0 for depth in accumulate(steps)]


def _is_chrome(container: Container, in_article: bool, names: dict[str, bool]) -> bool:
    if container.tag in _ALWAYS or _is_made_of_links(container):
        return True
    if in_article and 2 * container.linked < container.plain:
        return False
    if container.tag in _FRAMES:
        return True
    if container.tag not in _NAMED or not container.label:
        return False
    if container.label not in names:
        names[container.label] = _names_chrome(container.label)
    return names[container.label]


def _is_made_of_links(container: Container) -> bool:
    least = 3 if container.tag in ("table", "td") else 2
    return container.links >= least and 2 * container.linked > 3 * container.plain


def _names_chrome(label: str) -> bool:
    words = [word.lower() for word in _WORD.findall(label)]
    return any(
        word in _NAMES or word.startswith(_PREFIXES) or word.endswith(_SUFFIXES) for word in words
    )
