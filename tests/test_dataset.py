"""The dataset: records by id, collections, queries, and what is read when."""

from __future__ import annotations

import copy
import os
import pickle
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import unpko
from tests.mini import claim, mini_records
from tests.tree import Tree
from unpko import resources
from unpko.dataset import Dataset
from unpko.dataset.store import FolderStore, LinesStore
from unpko.errors import (
    Disputed,
    InvalidRecords,
    UnknownCode,
    UnknownFilter,
    UnknownRecord,
    Unlinked,
    UnpkoError,
)
from unpko.model import KINDS, Collection, Pledge, Record

HELICOPTERS = "2021-seoul/kor-helicopters"
SEOUL = "2021-seoul"


def test_every_record_of_a_folder_is_there(ds: Dataset) -> None:
    found = {f"{record.folder}/{record.id}" for record in ds.records()}
    assert found == set(mini_records())
    for folder in KINDS:
        collection: Collection[Any] = getattr(ds, folder)
        assert collection.ids() == tuple(sorted(collection.ids()))
        assert [record.id for record in collection] == list(collection.ids())


def test_nothing_is_read_before_it_is_asked_for(
    mini: Tree, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = []
    real = FolderStore.read

    def counted(self: FolderStore, folder: str, id: str) -> bytes:
        read.append(f"{folder}/{id}")
        return real(self, folder, id)

    monkeypatch.setattr(FolderStore, "read", counted)
    ds = unpko.load(mini.root)
    assert len(ds.pledges) == 5
    assert ds.pledges.ids()[0] == "2021-prep/kor-helicopters"
    assert "KOR" in ds.states
    assert ds.pledges.filters
    repr(ds), repr(ds.pledges), ds._repr_html_()
    assert read == []
    pledge = ds.pledges[HELICOPTERS]
    assert read == [f"pledges/{HELICOPTERS}"]
    assert pledge.ministerial.id == SEOUL
    assert read == [f"pledges/{HELICOPTERS}", f"ministerials/{SEOUL}"]
    list(ds.pledges)
    list(ds.pledges)
    assert ds.pledges[HELICOPTERS] is pledge
    assert len(read) == len(set(read)), "a record was read twice"


def test_a_dataset_lists_no_folder_before_it_is_asked(
    mini: Tree, monkeypatch: pytest.MonkeyPatch
) -> None:
    def never(*_: object) -> Any:
        raise AssertionError("a folder was listed")

    monkeypatch.setattr("unpko.resources.record_files", never)
    unpko.load(mini.root)


def test_a_record_is_found_without_the_other_kinds(
    mini: Tree, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed: list[str] = []
    real = resources.record_files

    def noted(root: str, folder: str) -> list[tuple[str, str]]:
        listed.append(folder)
        return real(root, folder)

    monkeypatch.setattr(resources, "record_files", noted)
    assert unpko.load(mini.root).missions["unmiss"].acronym == "UNMISS"
    assert listed == ["missions"]


def test_load_wants_a_folder(mini: Tree) -> None:
    with pytest.raises(NotADirectoryError):
        unpko.load(mini.root / "nothing")
    with pytest.raises(NotADirectoryError):
        unpko.load(mini.path("states/KOR"))


def test_load_without_a_folder_is_the_packaged_records(packaged: Tree) -> None:
    assert len(unpko.load().pledges) == 5
    assert unpko.load().digest == unpko.load(packaged.root).digest


def test_unknown_ids_come_with_the_close_ones(ds: Dataset) -> None:
    with pytest.raises(UnknownRecord) as caught:
        ds.ministerials["2021-soul"]
    assert caught.value.close[0] == SEOUL
    assert (caught.value.kind, caught.value.id) == ("ministerials", "2021-soul")
    assert str(caught.value).startswith(
        "no record '2021-soul' in ministerials; did you mean \"2021-seoul\""
    )
    assert isinstance(caught.value, KeyError)
    assert isinstance(caught.value, UnpkoError)
    with pytest.raises(UnknownRecord) as caught:
        ds.ministerials["zzzzzzzz"]
    assert str(caught.value) == "no record 'zzzzzzzz' in ministerials"


@pytest.mark.parametrize("name", ["South Korea", "south korea", "the Republic of Korea", "KR"])
def test_names_of_states_lead_to_their_code(ds: Dataset, name: str) -> None:
    with pytest.raises(UnknownRecord, match='did you mean "KOR"'):
        ds.states[name]
    with pytest.raises(UnknownRecord, match='did you mean "KOR"'):
        ds.pledges.where(state=name)


def test_close_ids_are_those_of_the_collection(ds: Dataset) -> None:
    some = ds.pledges.where(state="KEN")
    with pytest.raises(UnknownRecord) as caught:
        some["2021-seoul/kor-helicopter"]
    assert set(caught.value.close) <= set(some.ids())


def test_former_ids_still_lead_to_the_record(ds: Dataset, mini: Tree) -> None:
    suh = ds.officials["suh-wook"]
    assert ds.officials["seo-uk"] is suh
    assert ds.officials.get("seo-uk") is suh
    assert "seo-uk" in ds.officials
    assert not ds.officials.has_id("seo-uk")
    assert ds.sessions.where(official="seo-uk").ids() == ("2021-seoul/opening",)
    mini.change(f"pledges/{HELICOPTERS}", {"/announced_by_ids/0": "seo-uk"})
    mini.replace("sessions/2021-seoul/opening", '"suh-wook"', '"seo-uk"')
    again = unpko.load(mini.root)
    for id in ("suh-wook", "seo-uk"):
        assert again.sessions.where(official=id).ids() == ("2021-seoul/opening",)
    assert again.pledges[HELICOPTERS].announcers.ids() == ("suh-wook",)
    assert again.officials["suh-wook"].announced.ids() == (HELICOPTERS,)
    outside = ds.officials.where(lambda official: official.id != "suh-wook")
    assert outside.get("seo-uk") is None
    with pytest.raises(UnknownRecord):
        outside["seo-uk"]


def test_a_collection_is_a_collection(ds: Dataset) -> None:
    pledges = ds.pledges
    pledge = pledges[HELICOPTERS]
    assert len(pledges) == len(list(pledges)) == 5
    assert HELICOPTERS in pledges
    assert pledge in pledges
    assert "nothing" not in pledges
    assert 5 not in pledges
    assert ds.states["KOR"] not in pledges
    assert pledges.get(HELICOPTERS) is pledge
    assert pledges.get("nothing") is None
    assert pledges.get("nothing", pledge) is pledge
    assert bool(pledges)
    assert not pledges.where(lambda _: False)
    assert repr(pledges) == (
        "<5 pledges: 2021-prep/kor-helicopters, 2021-seoul/ken-joint-unit, "
        "2021-seoul/kor-helicopters, …>"
    )
    assert repr(ds.missions) == "<1 missions: unmiss>"
    assert repr(ds.missions.where(lambda _: False)) == "<0 missions: >"


def test_collections_are_equal_by_order_and_content(ds: Dataset, mini: Tree) -> None:
    other = unpko.load(mini.root)
    assert ds.pledges == other.pledges
    assert ds.pledges != other.sessions
    assert ds.pledges != list(ds.pledges)
    assert ds.pledges.where(state="KEN") != ds.pledges
    mini.change(f"pledges/{HELICOPTERS}", {"/summary": "Another."})
    changed = unpko.load(mini.root)
    assert ds.pledges != changed.pledges
    assert changed.pledges[HELICOPTERS] not in ds.pledges
    with pytest.raises(TypeError):
        hash(ds.pledges)


def test_plain_data_is_what_the_files_say(ds: Dataset) -> None:
    records = mini_records()
    for folder in KINDS:
        collection: Collection[Any] = getattr(ds, folder)
        wanted = [records[f"{folder}/{id}"] for id in collection.ids()]
        assert collection.to_dicts() == wanted


def test_notebooks_show_text_and_no_markup_of_it(mini: Tree) -> None:
    mini.change("missions/unmiss", {"/names/0": claim("<script>alert('&')</script>")})
    mini.change("officials/suh-wook", {"/names/0/value": "<i>Suh</i>"})
    ds = unpko.load(mini.root)
    for html in (
        ds._repr_html_(),
        ds.missions._repr_html_(),
        ds.missions["unmiss"]._repr_html_(),
        ds.officials._repr_html_(),
    ):
        assert "<script" not in html
        assert "<i>" not in html
    assert "&lt;script&gt;" in ds.missions._repr_html_()
    assert "<code>unmiss</code>" in ds.missions._repr_html_()


def test_long_collections_are_cut_in_notebooks(mini: Tree) -> None:
    for number in range(25):
        mini.change(f"missions/m{number:02}", {"copy of": "missions/unmiss"})
    html = unpko.load(mini.root).missions._repr_html_()
    assert html.count("<tr>") == 21
    assert "and 6 more" in html


def test_reprs_are_short(ds: Dataset) -> None:
    assert repr(ds) == (
        f"<Dataset {unpko.__version__}: 2 ministerials, 2 sessions, 2 officials, 5 pledges, "
        "4 sources, 2 states, 4 organisations, 3 frameworks, 1 missions>"
    )
    assert repr(ds.states["KOR"]) == "<State KOR: Republic of Korea>"
    assert str(ds.states["KOR"]) == "Republic of Korea"
    assert all(len(repr(record)) < 140 for record in ds.records())


def test_records_are_values(ds: Dataset, mini: Tree) -> None:
    other = unpko.load(mini.root)
    for record, twin in zip(ds.records(), other.records(), strict=True):
        assert record is not twin
        assert record == twin
        assert hash(record) == hash(twin)
        with pytest.raises(ValueError, match="frozen"):
            record.id = "other"
    assert len({*ds.pledges, *other.pledges}) == len(ds.pledges)
    assert ds.pledges[HELICOPTERS] != ds.pledges["2021-seoul/kor-package"]
    assert len({*ds.records()}) == len(mini_records())


@pytest.mark.parametrize("how", ["pickle", "copy", "deepcopy", "model_copy", "dump"])
def test_copies_are_equal_and_belong_to_no_dataset(ds: Dataset, how: str) -> None:
    pledge = ds.pledges[HELICOPTERS]
    ways: dict[str, Callable[[], Pledge]] = {
        "pickle": lambda: pickle.loads(pickle.dumps(pledge)),
        "copy": lambda: copy.copy(pledge),
        "deepcopy": lambda: copy.deepcopy(pledge),
        "model_copy": pledge.model_copy,
        "dump": lambda: Pledge.model_validate_json(pledge.model_dump_json(exclude_defaults=True)),
    }
    twin = ways[how]()
    assert twin == pledge
    assert hash(twin) == hash(pledge)
    assert twin in ds.pledges
    with pytest.raises(Unlinked, match=f"pledge '{HELICOPTERS}' was made by hand or copied"):
        _ = twin.ministerial
    with pytest.raises(Unlinked):
        _ = twin.links
    assert twin.implementation.value == "partially_fulfilled"  # needs no dataset
    assert pledge.ministerial.id == SEOUL


def test_errors_can_be_pickled() -> None:
    errors: list[UnpkoError] = [
        UnknownRecord("pledges", "a", ("b",)),
        UnknownFilter("pledges", "a", ("b",), ("c",)),
        UnknownCode("rank", "a", ("b",)),
        Disputed("it", (1, 2)),
        Unlinked("pledge", "a"),
        InvalidRecords((1,)),
    ]
    for error in errors:
        again = pickle.loads(pickle.dumps(error))
        assert (type(again), str(again)) == (type(error), str(error))


def test_an_invalid_record_is_told_when_it_is_asked_for(mini: Tree) -> None:
    mini.replace(f"pledges/{HELICOPTERS}", '"novelty"', '"noveltey"')
    mini.write("states/KEN", "{")
    ds = unpko.load(mini.root)
    assert len(ds.pledges) == 5
    assert ds.pledges["2021-seoul/kor-package"].summary
    with pytest.raises(InvalidRecords) as caught:
        ds.pledges[HELICOPTERS]
    (problem,) = caught.value.problems
    assert isinstance(problem, unpko.Problem)
    assert (problem.code, problem.path) == (
        "field-unknown",
        str(mini.path(f"pledges/{HELICOPTERS}")),
    )
    assert 'did you mean "novelty"' in str(caught.value)
    with pytest.raises(InvalidRecords, match="json-syntax"):
        list(ds.states)
    assert ds.states["KOR"].id == "KOR"


def test_a_reference_that_leads_nowhere_is_told_when_it_is_followed(mini: Tree) -> None:
    mini.change(f"pledges/{HELICOPTERS}", {"/session_id": "2021-seoul/trainings"})
    pledge = unpko.load(mini.root).pledges[HELICOPTERS]
    with pytest.raises(UnknownRecord, match='did you mean "2021-seoul/training"'):
        _ = pledge.session


def test_a_folder_and_the_lines_of_a_wheel_have_one_digest(
    mini: Tree, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("unpko.resources.packaged", mini.packed)
    wheel, folder = Dataset(LinesStore(), "1"), unpko.load(mini.root)
    assert wheel.digest == folder.digest
    assert list(wheel.records()) == list(folder.records())
    assert wheel.pledges.ids() == folder.pledges.ids()
    before = folder.digest
    mini.change("states/KOR", {"/cow_code": 731})
    assert unpko.load(mini.root).digest != before
    assert folder.digest == before, "a dataset does not change"


def test_a_digest_does_not_depend_on_the_layout(mini: Tree) -> None:
    before = unpko.load(mini.root).digest
    assert len(before) == 64
    mini.write("states/KOR", mini.read("states/KOR").replace("\n", "\n  "))
    assert unpko.load(mini.root).digest == before


def test_two_threads_that_read_one_record_get_the_same_object(
    mini: Tree, monkeypatch: pytest.MonkeyPatch
) -> None:
    both = threading.Barrier(2, timeout=20)
    real = FolderStore.read

    def together(self: FolderStore, folder: str, id: str) -> bytes:
        both.wait()  # neither goes on before both are reading
        return real(self, folder, id)

    monkeypatch.setattr(FolderStore, "read", together)
    ds = unpko.load(mini.root)
    found: list[Record] = []

    def read() -> None:
        found.append(ds.pledges[HELICOPTERS])
        found.extend(ds.pledges)

    threads = [threading.Thread(target=read) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert len(found) == 12
    assert {id(record) for record in found} == {id(record) for record in ds.pledges}


def test_the_collector_is_as_it_was(mini: Tree) -> None:
    import gc

    assert gc.isenabled()
    mini.write("states/KEN", "{")
    ds = unpko.load(mini.root)
    with pytest.raises(InvalidRecords):
        list(ds.states)
    assert gc.isenabled()
    list(ds.pledges)
    mini.validate()
    assert gc.isenabled()
    gc.disable()
    try:
        list(unpko.load(mini.root).pledges)
        mini.validate()
        assert not gc.isenabled()
    finally:
        gc.enable()


class TestBrokenFolders:
    """What is wrong with a folder ends in an error that says so, and never in a trace."""

    def test_an_id_that_is_not_its_place(self, mini: Tree) -> None:
        mini.path("states/KEN").rename(mini.path("states/KEX"))
        ds = unpko.load(mini.root)
        for use in (
            lambda: ds.states["KEX"],
            lambda: list(ds.states),
            lambda: ds.states.where(region="africa"),
        ):
            with pytest.raises(unpko.InvalidRecords, match='the id is "KEN"'):
                use()

    def test_a_pipe_is_not_waited_for(self, mini: Tree) -> None:
        mini.path("states/KEN").unlink()
        os.mkfifo(mini.path("states/KEN"))
        ds = unpko.load(mini.root)
        with pytest.raises(unpko.InvalidRecords, match="no regular file"):
            list(ds.states)
        with pytest.raises(unpko.InvalidRecords, match="no regular file"):
            _ = ds.digest

    def test_a_link_out_of_the_folder_is_not_followed(self, mini: Tree, tmp_path: Path) -> None:
        outside = tmp_path / "outside.json"
        mini.path("states/KEN").rename(outside)
        mini.path("states/KEN").symlink_to(outside)
        with pytest.raises(unpko.InvalidRecords, match="leads out of the folder"):
            list(unpko.load(mini.root).states)

    def test_the_digest_of_what_is_no_json(self, mini: Tree) -> None:
        mini.write("states/KEN", "{")
        with pytest.raises(unpko.InvalidRecords, match="KEN"):
            _ = unpko.load(mini.root).digest
