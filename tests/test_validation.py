"""Validating as a contributor does: a folder with everything wrong, and every form of path."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

import unpko
from tests.mini import cited, claim, mini_records
from tests.tree import REMOVE, Tree, text_of
from unpko.problems import Problem, Severity
from unpko.validation import validate

SEOUL = "ministerials/2021-seoul"

HELICOPTERS = "pledges/2021-seoul/kor-helicopters"
PACKAGE = "pledges/2021-seoul/kor-package"
JOINT = "pledges/2021-seoul/ken-joint-unit"
COURSE = "pledges/2021-seoul/un-dpo-course"
LACROIX = "officials/lacroix-jean-pierre"
UNMISS = "missions/unmiss"

DENIED = "the file cannot be read: Permission denied"

FOUND: list[tuple[str, int, int, str, str, str, str]] = [
    ("frameworks/a4p-plus-1.json", 1, 1, "field-missing", "",
     '"citations" is missing', "what backs the fields that carry no citations of their own"),
    ("frameworks/notes.txt", 1, 1, "file-name", "",
     "notes.txt is no .json file below the folder of its kind", "rename or remove it"),
    ("ministeriels", 1, 1, "file-name", "",
     "ministeriels is not in the folder of a kind", 'did you mean "ministerials"?'),
    ("missions/minusma.json", 1, 1, "file-link", "",
     "the symbolic link leads out of the folder, to ", "put the record itself here"),
    ("missions/pipe.json", 1, 1, "file-unreadable", "",
     "the file cannot be read: it is no regular file", "put the record itself here, or remove it"),
    ("missions/unmiss.json", 16, 3, "cite-missing", "/state_ids",
     'no citation backs "state_ids"', "name it in the `supports` of a citation, or leave"),
    ("missions/unmiss.json", 32, 16, "date-order", "/end_dates/0/value",
     "the end 2010-12-31 lies before the start 2011-07", "exchange them, or correct one"),
    (f"{LACROIX}.json", 1, 1, "file-unreadable", "", DENIED, "check its rights"),
    ("organisations/kor-mnd.json", 7, 39, "file-encoding", "",
     "byte 0xE9 is not UTF-8", 'save it as UTF-8; in Windows-1252 the byte is "é"'),
    ("organisations/un.json", 1, 1, "file-bom", "",
     "the file begins with a byte order mark", "save it as UTF-8 without BOM, or run `unpko fmt`"),
    (f"{JOINT}.json", 17, 5, "code-unknown", "/categories/0",
     '"enginering" is not a code of Category',
     'did you mean "engineering"?; the codes are: military'),
    (f"{HELICOPTERS}.json", 63, 3, "field-unknown", "/noveltey",
     'there is no field "noveltey"', 'did you mean "novelty"'),
    ("pledges/2021-seoul/kor-twin.json", 3, 9, "duplicate", "/id",
     'the record says the same as "2021-seoul/kor-package"', "keep one of the two"),
    (f"{COURSE}.json", 8, 26, "ref-unknown", "/pledgers/0/organisation_id",
     'there is no organisation "un-dpoo"', 'did you mean "un-dpo"'),
    ("sources/brief.json", 12, 10, "value-url", "/url",
     '"www.un.org/brief" is not a web address', "write it as it stands in the browser, from http"),
    ("states/KEN.json", 24, 4, "json-trailing-comma", "",
     "a comma stands before the closing bracket", "delete the comma"),
    ("states/KOR.json", 5, 3, "json-duplicate-key", "",
     'the key "m49" stands here and in line 4', "keep one of them"),
]  # fmt: skip

FILE_CODES = {row[3] for row in FOUND if row[3].startswith("file-")}


def spoil(tree: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    """Do to a tree of records everything that a new contributor may."""
    tree.change(HELICOPTERS, {"/novelty": REMOVE})
    tree.replace(HELICOPTERS, '"continues_id"', '"noveltey": "advanced",\n  "continues_id"')
    tree.replace(JOINT, '"engineering"', '"enginering"')
    tree.change(COURSE, {"/pledgers/0/organisation_id": "un-dpoo"})
    tree.change(UNMISS, {"/end_dates": [claim("2010-12-31")], "/citations/0/supports": ["acronym"]})
    tree.replace("sources/brief", "https://press.un.org/en/2021/brief.html", "www.un.org/brief")
    tree.change("pledges/2021-seoul/kor-twin", {"copy of": PACKAGE})
    tree.replace("states/KEN", "    }\n  ]\n}", "    }\n  ],\n}")
    tree.replace("states/KOR", '"m49": "410",', '"m49": "410",\n  "m49": "410",')
    tree.replace("states/KOR", '"iso_alpha2": "KR",\n  "m49": "410"', '"m49": "410"')
    tree.replace(
        "states/KOR", '"m49": "410",\n  "short', '"m49": "410",\n  "iso_alpha2": "KR",\n  "short'
    )
    tree.write("organisations/un", b"\xef\xbb\xbf" + tree.read("organisations/un").encode())
    text = tree.read("organisations/kor-mnd").replace("National Defense", "National Défense")
    tree.write("organisations/kor-mnd", text.encode("cp1252"))
    tree.change("frameworks/a4p-plus-1", {"/citations": REMOVE})
    outside = tree.root.parent / "outside.json"
    outside.write_text(tree.read(UNMISS))
    tree.path("missions/minusma").symlink_to(outside)
    os.mkfifo(tree.path("missions/pipe"))
    (tree.root / "frameworks" / "notes.txt").write_text("to do")
    (tree.root / "ministeriels").mkdir()
    deny(monkeypatch, tree.path(LACROIX))


def deny(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    """Make a file unreadable; taking its rights away would not stop root."""
    real = os.open

    def refuse(name: Any, *rest: Any, **named: Any) -> int:
        if os.fspath(name) == str(path):
            raise PermissionError(13, "Permission denied", name)
        return real(name, *rest, **named)

    monkeypatch.setattr(os, "open", refuse)


def rows(tree: Tree, problems: tuple[Problem, ...]) -> list[tuple[str, int, int, str, str]]:
    """Give place, code and pointer of problems."""
    return [(tree.place_of(p), p.line, p.column, p.code, p.pointer) for p in problems]


def test_everything_at_once(mini: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    spoil(mini, monkeypatch)
    report = mini.validate()
    assert rows(mini, report.problems) == [row[:5] for row in FOUND]
    for problem, (*_, message, hint) in zip(report.problems, FOUND, strict=True):
        assert problem.message.startswith(message)
        assert problem.hint.startswith(hint)
        assert problem.severity is Severity.ERROR
    assert not report.ok
    assert report.checked == 25 + 2 + 3  # the records, a twin and a pipe, a link and two strays


def test_all_of_it_one_by_one_says_the_same(mini: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    spoil(mini, monkeypatch)
    for file in sorted({row[0] for row in FOUND if "/" in row[0]}):
        found = rows(mini, mini.validate(file).problems)
        assert found == [row[:5] for row in FOUND if row[0] == file]


def test_several_paths_are_the_sum_of_each(mini: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    spoil(mini, monkeypatch)
    files = [row[0] for row in FOUND if row[0].endswith(".json")]
    assert rows(mini, mini.validate(*files, *files).problems) == [
        row[:5] for row in FOUND if row[0].endswith(".json")
    ]
    assert mini.validate("", *files, "pledges", "").problems == mini.validate().problems


def test_the_order_of_paths_does_not_matter(mini: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    spoil(mini, monkeypatch)
    first = mini.validate()
    assert mini.validate() == first
    assert list(first.problems) == sorted(
        first.problems, key=lambda p: (p.path, p.line, p.column, p.code)
    )
    names = sorted(os.listdir(mini.root))
    assert mini.validate(*names).problems == mini.validate(*reversed(names)).problems


def test_a_sub_folder_is_checked_against_the_whole_tree(mini: Tree) -> None:
    mini.change(COURSE, {"/pledgers/0/organisation_id": "un-dpoo"})
    mini.change(UNMISS, {"/acronym": "unmiss", "/end_dates": [claim("2010")]})
    report = mini.validate("pledges/2021-seoul")
    assert [(mini.place_of(p), p.code) for p in report.problems] == [
        (f"{COURSE}.json", "ref-unknown")
    ]
    assert report.checked == 4
    assert mini.validate("sessions").problems == ()
    assert mini.validate("sessions").checked == 2


def test_one_file_of_a_tree_is_checked_against_all_of_it(mini: Tree) -> None:
    mini.change("pledges/2021-seoul/a-twin", {"copy of": PACKAGE})
    for place, other in ((PACKAGE, "a-twin"), ("pledges/2021-seoul/a-twin", "kor-package")):
        (problem,) = mini.validate(f"{place}.json").problems
        assert mini.place_of(problem) == f"{place}.json"
        assert problem.code == "duplicate"
        assert other in problem.message


def test_paths_are_named_as_they_were_given(mini: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    mini.write(PACKAGE, "{")
    monkeypatch.chdir(mini.root.parent)
    for path in (
        "records",
        f"records/{PACKAGE}.json",
        "records/pledges",
        "records/pledges/2021-seoul",
    ):
        assert [p.path for p in validate(path).problems] == [f"records/{PACKAGE}.json"]
    monkeypatch.chdir(mini.root)
    assert [p.path for p in validate(f"{PACKAGE}.json").problems] == [f"./{PACKAGE}.json"]
    assert [p.path for p in validate(mini.root).problems] == [str(mini.path(PACKAGE))]


def test_a_path_that_does_not_exist_is_wrong_usage(mini: Tree) -> None:
    with pytest.raises(FileNotFoundError, match="no file or folder"):
        mini.validate("pledges/2021-seoul/nothing.json")


def test_a_loose_file_may_refer_to_the_packaged_records(packaged: Tree, tmp_path: Path) -> None:
    record = {
        **mini_records()[PACKAGE],
        "id": "2021-seoul/kor-more",
        "summary": "Send two doctors.",
    }
    loose = tmp_path / "new.json"
    loose.write_bytes(text_of("pledges", record))
    report = validate(loose)
    assert (report.checked, report.problems) == (1, ())
    loose.write_text(loose.read_text().replace('"KOR"', '"KOX"'))
    (problem,) = validate(loose).problems
    assert (problem.code, problem.path, problem.line) == ("ref-unknown", str(loose), 8)
    assert '"KOR"' in problem.hint


def test_a_loose_folder_is_read_by_what_its_files_say(packaged: Tree, tmp_path: Path) -> None:
    folder = tmp_path / "loose" / "deep"
    folder.mkdir(parents=True)
    (folder / "a.json").write_text(packaged.read(PACKAGE))
    (folder / "b.json").write_text(packaged.read(UNMISS).replace('"acronym"', '"acronim"'))
    (folder / "c.json").write_text('{"id": "x",}')
    (folder / "d.json").write_text("")
    (folder / "e.json").write_bytes('{"id": "x"}'.encode("utf-16"))
    (folder / "f.json").write_text('{"$schema": "https://w3id.org/unpko/schemas/1.0/pledg.json"}')
    (folder / "notes.txt").write_text("ignored")
    report = validate(tmp_path / "loose")
    assert [(Path(p.path).name, p.line, p.column, p.code) for p in report.problems] == [
        ("b.json", 1, 1, "field-missing"),
        ("b.json", 4, 3, "field-unknown"),
        ("c.json", 1, 1, "schema-missing"),
        ("c.json", 1, 11, "json-trailing-comma"),
        ("d.json", 1, 1, "json-empty"),
        ("e.json", 1, 1, "file-encoding"),
        ("f.json", 1, 13, "schema-unknown"),
    ]
    assert report.checked == 6


def test_two_loose_files_with_one_id_are_both_looked_at(packaged: Tree, tmp_path: Path) -> None:
    for name in ("a", "b"):
        text = packaged.read(PACKAGE).replace('"KOR"', '"KOX"' if name == "a" else '"KOR"')
        (tmp_path / f"{name}.json").write_text(text)
    problems = validate(tmp_path / "a.json", tmp_path / "b.json").problems
    assert [(Path(p.path).name, p.code) for p in problems] == [
        ("a.json", "ref-unknown"),
        ("b.json", "duplicate"),
    ]


def test_a_contributed_folder_refers_to_the_packaged_records(
    packaged: Tree, tmp_path: Path
) -> None:
    folder = Tree(tmp_path / "mine", {})
    source = {**packaged.records["sources/text"], "id": "new", "title": "News"}
    pledge = {
        **packaged.records[PACKAGE],
        "id": "2021-seoul/kor-more",
        "summary": "Send two doctors.",
    }
    folder.write("sources/new", source)
    folder.write("pledges/2021-seoul/kor-more", {**pledge, "citations": cited(source="new")})
    report = folder.validate()
    assert (report.checked, report.problems) == (2, ())
    (folder.root / "pledges/2021-seoul/kor-more.json").unlink()
    # Nothing cites the source now, but who knows what else there is: the folder is no whole tree.
    assert folder.validate().problems == ()


def test_a_contribution_that_repeats_a_packaged_record_is_told(
    packaged: Tree, tmp_path: Path
) -> None:
    mine = Tree(tmp_path / "mine", {})
    twin = {**packaged.records[PACKAGE], "id": "2021-seoul/a-package"}
    mine.write("pledges/2021-seoul/a-package", twin)
    (problem,) = mine.validate().problems
    assert (problem.code, problem.line) == ("duplicate", 3)
    assert '"2021-seoul/kor-package"' in problem.message


def test_a_contribution_replaces_the_packaged_record_of_its_id(
    packaged: Tree, tmp_path: Path
) -> None:
    mine = Tree(tmp_path / "mine", {})
    mine.write(PACKAGE, {**packaged.records[PACKAGE], "summary": "Six pledges, told again."})
    assert mine.validate().problems == ()


@pytest.mark.usefixtures("packaged")
def test_only_a_whole_tree_knows_what_is_not_cited(mini: Tree) -> None:
    mini.change("sources/new", {"copy of": "sources/text", "/title": "News"})
    assert [p.code for p in mini.validate().problems] == ["source-unused"]
    assert [p.code for p in mini.validate("sources/new.json").problems] == ["source-unused"]
    (mini.root / UNMISS).with_suffix(".json").unlink()
    (mini.root / "missions").rmdir()
    assert mini.validate().problems == ()


def test_without_a_path_the_packaged_records_are_checked(packaged: Tree) -> None:
    assert (unpko.validate().checked, unpko.validate().ok) == (25, True)
    packaged.write(PACKAGE, "{")
    assert [p.path for p in unpko.validate().problems] == [str(packaged.path(PACKAGE))]
