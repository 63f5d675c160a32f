"""The collector is paused while records are built, and left as it was found."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from unpko.collector import collector_paused


@pytest.fixture(autouse=True)
def collector() -> Iterator[None]:
    yield
    gc.unfreeze()
    gc.enable()


def test_it_is_paused_and_goes_on() -> None:
    with collector_paused():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_goes_on_after_an_error() -> None:
    with pytest.raises(KeyError), collector_paused():
        raise KeyError
    assert gc.isenabled()


def test_it_stays_off_for_those_who_switched_it_off() -> None:
    gc.disable()
    with collector_paused():
        pass
    assert not gc.isenabled()


def test_what_was_built_is_not_walked_again() -> None:
    with collector_paused():
        kept = [[number] for number in range(50_000)]
    oldest = {id(thing) for thing in gc.get_objects(generation=2)}
    assert {id(thing) for thing in kept} <= oldest


def test_what_others_froze_stays_frozen() -> None:
    gc.freeze()
    frozen = gc.get_freeze_count()
    assert frozen
    with collector_paused():
        pass
    assert gc.get_freeze_count() == frozen
