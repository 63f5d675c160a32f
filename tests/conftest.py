"""What all tests share: no network, modest examples, and the mini dataset."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

import unpko
import unpko.dataset
import unpko.validation
import unpko.validation.run
from tests.tree import Tree
from unpko.dataset import Dataset
from unpko.dataset.store import FolderStore

_SLOW = [HealthCheck.too_slow]
settings.register_profile(
    "ci", max_examples=60, deadline=None, derandomize=True, suppress_health_check=_SLOW
)
settings.register_profile("long", max_examples=5000, deadline=None, suppress_health_check=_SLOW)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))


@pytest.fixture
def mini(tmp_path: Path) -> Tree:
    """The mini dataset, written to a folder of its own."""
    return Tree(tmp_path / "records")


@pytest.fixture
def packaged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Tree:
    """The mini dataset in the place of the packaged records."""
    tree = Tree(tmp_path / "packaged")
    for module in (unpko.validation, unpko.validation.run, unpko.dataset):
        monkeypatch.setattr(module, "packaged_store", lambda: FolderStore(str(tree.root)))
    return tree


@pytest.fixture(scope="session")
def ds(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    """The mini dataset, loaded once; tests must not change its folder."""
    return unpko.load(Tree(tmp_path_factory.mktemp("mini") / "records").root)
