"""Frozen, slotted records as ``dataclasses`` makes them, without compiling methods for each.

``dataclasses`` writes and compiles six methods for every class, half a millisecond each time; a
check imports some seventy small classes. Here the methods are written once and shared. A class
of which many records are made (cells, places, tokens) gets an initialiser of its own then.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar, dataclass_transform

T = TypeVar("T")

_MANY = 100
"""Records of a class from which on it is worth compiling an initialiser for it."""


class _Factory:
    __slots__ = ("make",)

    def __init__(self, make: Callable[[], Any]) -> None:
        self.make = make


_UNSET = object()
"""Stands for a value that is not given, where the default is to be made anew."""


def field(*, default_factory: Callable[[], Any]) -> Any:
    """A field whose default is made anew for each record."""
    return _Factory(default_factory)


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def record(cls: type[T]) -> type[T]:
    """A class of immutable values, compared and hashed by its annotated fields."""
    return _slotted(cls, {"__hash__": _hash, "__setattr__": _refuse, "__delattr__": _refuse})


@dataclass_transform(field_specifiers=(field,))
def mutable_record(cls: type[T]) -> type[T]:
    """A class with the annotated fields, compared by them, for work in progress."""
    return _slotted(cls, {"__hash__": None})


def replace(record: T, **changes: Any) -> T:
    """A copy of ``record`` with some fields changed; a TypeError for an unknown field."""
    kind: Callable[..., T] = type(record)
    return kind(**{**dict(zip(_names(record), _values(record), strict=True)), **changes})


def _slotted(cls: type[T], methods: dict[str, Any]) -> type[T]:
    names = tuple(cls.__annotations__)
    defaults = {name: cls.__dict__[name] for name in names if name in cls.__dict__}
    space = {
        name: value
        for name, value in cls.__dict__.items()
        if name not in defaults and name not in ("__dict__", "__weakref__")
    }
    space |= {"__slots__": names, "__match_args__": names}
    space |= {"__eq__": _equal, "__repr__": _shown, "__reduce__": _reduced, **methods}
    made: Any = type(cls.__name__, cls.__bases__, space)
    put = tuple(made.__dict__[name].__set__ for name in names)
    count = 0

    def initialise(self: Any, *args: Any, **given: Any) -> None:
        nonlocal count
        count += 1
        if count == _MANY:
            made.__init__ = _compiled(names, defaults, put)
        if given or len(args) != len(names):
            args = _completed(cls, names, defaults, args, given)
        for assign, value in zip(put, args, strict=True):
            assign(self, value)

    made.__init__ = initialise
    slotted: type[T] = made
    return slotted


def _compiled(
    names: tuple[str, ...], defaults: dict[str, Any], put: tuple[Callable[..., None], ...]
) -> Callable[..., None]:
    """An initialiser for these fields alone, which takes a quarter of the time.

    What is compiled is made of the names of fields in our own code, never of input.
    """
    scope: dict[str, Any] = {"_UNSET": _UNSET}
    parameters, lines = [], []
    for number, (name, assign) in enumerate(zip(names, put, strict=True)):
        scope[f"_put{number}"] = assign
        value = name
        if name in defaults:
            default = defaults[name]
            factory = isinstance(default, _Factory)
            scope[f"_default{number}"] = default.make if factory else default
            parameters.append(f"{name}=" + ("_UNSET" if factory else f"_default{number}"))
            if factory:
                value = f"_default{number}() if {name} is _UNSET else {name}"
        else:
            parameters.append(name)
        lines.append(f" _put{number}(self, {value})")
    source = f"def __init__(self, {', '.join(parameters)}):\n" + "\n".join(lines)
    exec(source, scope)  # noqa: S102
    initialiser: Callable[..., None] = scope["__init__"]
    return initialiser


def _completed(
    cls: type,
    names: tuple[str, ...],
    defaults: dict[str, Any],
    args: tuple[Any, ...],
    given: dict[str, Any],
) -> tuple[Any, ...]:
    """The values of all fields, in order."""
    values = list(args)
    for name in names[len(args) :]:
        if name in given:
            values.append(given.pop(name))
        elif name in defaults:
            default = defaults[name]
            values.append(default.make() if isinstance(default, _Factory) else default)
        else:
            raise TypeError(f"{cls.__name__}: no value for {name!r}")
    if given or len(values) > len(names):
        surplus = ", ".join(given) or f"{len(values)} values for {len(names)} fields"
        raise TypeError(f"{cls.__name__}: {surplus} not expected")
    return tuple(values)


def _names(self: Any) -> tuple[str, ...]:
    names: tuple[str, ...] = type(self).__slots__
    return names


def _values(self: Any) -> tuple[Any, ...]:
    return tuple(getattr(self, name) for name in _names(self))


def _equal(self: Any, other: object) -> Any:
    if type(other) is not type(self):
        return NotImplemented
    return _values(self) == _values(other)


def _hash(self: Any) -> int:
    return hash(_values(self))


def _shown(self: Any) -> str:
    pairs = zip(_names(self), _values(self), strict=True)
    return f"{type(self).__qualname__}({', '.join(f'{k}={v!r}' for k, v in pairs)})"


def _reduced(self: Any) -> tuple[type, tuple[Any, ...]]:
    return type(self), _values(self)


def _refuse(self: Any, name: str, *_: Any) -> None:
    raise AttributeError(f"{type(self).__name__} is immutable: {name!r} cannot be changed")
