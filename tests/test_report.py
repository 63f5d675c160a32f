"""The reporters: what they say, and what they never let through."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import unicodedata
import xml.etree.ElementTree as ET
from pathlib import Path
from urllib.parse import unquote

import pytest

from tests.tree import Tree
from unpko.problems import RULES, Problem, Report, Severity
from unpko.report import FORMATS, render, write
from unpko.report.frame import cells, frame
from unpko.report.machine import relative
from unpko.report.visible import visible

HOSTILE = "a\x1b[31mb\x07\x9b\u202e[bold red]c[/]:smile:\ud800\n::error::d"


class Terminal(io.StringIO):
    """A stream that says that it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def no_colour_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "TTY_COMPATIBLE", "COLORTERM", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")


def problem(path: str = "pledges/x.json", **more: object) -> Problem:
    plain = {"line": 1, "column": 1, "code": "code-unknown", "message": "m"}
    return Problem(path=path, **{**plain, **more})  # type: ignore[arg-type]


def in_file(folder: Path, text: str | bytes, **more: object) -> Report:
    path = folder / "x.json"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return Report(1, (problem(str(path), **more),))


def width(text: str) -> int:
    """Measure a text in cells, by the Unicode tables of Python and not by those of rich."""
    return sum(
        0
        if unicodedata.category(c) in ("Mn", "Cf")
        else 1 + (unicodedata.east_asian_width(c) in "WF")
        for c in text
    )


def marked(shown: str) -> tuple[str, str]:
    """Give the source line of a report and what stands above the marker, by cells."""
    source, marker = (line.split("| ", 1)[1] for line in shown.split("\n")[1:3])
    ends = [marker.index("^"), len(marker)]
    start, end = (
        next(i for i in range(len(source), -1, -1) if width(source[:i]) <= e) for e in ends
    )
    assert [width(source[:start]), width(source[:end])] == ends
    return source, source[start:end]


# Text


def test_the_line_is_shown_with_a_marker_under_the_fault(tmp_path: Path) -> None:
    report = in_file(
        tmp_path,
        '{\n  "novelty": "newish"\n}\n',
        line=2,
        column=14,
        length=8,
        message='"newish" is not a code',
        hint='did you mean "new"?',
    )
    assert render(report) == (
        f'{tmp_path}/x.json:2:14: error code-unknown: "newish" is not a code\n'
        '    2 |   "novelty": "newish"\n'
        "      |              ^^^^^^^^\n"
        '      hint: did you mean "new"?\n'
        "\n"
        "1 error, 0 warnings in 1 file\n"
    )


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ('\t"a":\t"bc"', '"bc"'),
        ('"서울": "대한민국", "b": 1', '"b"'),
        ('"cafe\u0301": "x"', '"x"'),
        ('"e": "대한민국"', '"대한민국"'),
        ('"\ufeff": "x"', '"x"'),
        ("é" * 300 + "FAULT" + "é" * 300, "FAULT"),
        ("한" * 300 + "FAULT", "FAULT"),
        ("\t" * 90 + "FAULT" + " x" * 90, "FAULT"),
    ],
)
def test_the_marker_stands_under_the_fault(tmp_path: Path, line: str, fault: str) -> None:
    column = line.index(fault) + 1
    shown = render(in_file(tmp_path, line, column=column, length=len(fault)))
    source, above = marked(shown)
    assert above == fault
    assert cells(source) <= 100 - 8


def test_tabs_go_to_the_next_stop() -> None:
    assert frame('\t"a":\t"bc"', 7, 4, 80) == ('    "a":    "bc"', 12, 4)
    assert frame("한\tx", 3, 1, 80) == ("한  x", 4, 1)


def test_a_fault_wider_than_the_screen_is_cut() -> None:
    shown, blanks, length = frame("x" * 50 + "F" * 500 + "y" * 50, 51, 500, 60)
    assert len(shown) <= 60
    assert shown[blanks : blanks + length] == "F" * length
    assert length > 20
    assert shown.startswith("...")
    assert shown.endswith("...")


def test_a_point_past_the_end_of_a_line_has_a_marker() -> None:
    assert frame("abc", 4, 0, 80) == ("abc", 3, 1)
    assert frame("abc", 99, 5, 80) == ("abc", 3, 1)


def test_no_more_of_a_line_is_looked_at_than_can_be_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = []
    monkeypatch.setattr("unpko.report.frame.visible", lambda text: seen.append(len(text)) or text)
    shown, _, _ = frame("é," * 400_000, 400_001, 300_000, 100)
    assert len(shown) == 100
    assert sum(seen) <= 12 * 100


@pytest.mark.parametrize("code", ["file-unreadable", "file-link", "file-size", "file-name"])
def test_no_text_is_shown_for_problems_of_the_file_as_such(tmp_path: Path, code: str) -> None:
    assert "secret" not in render(in_file(tmp_path, "secret", code=code))
    assert "secret" in render(in_file(tmp_path, "secret"))


def test_the_target_of_a_link_is_not_shown(tmp_path: Path) -> None:
    (tmp_path / "target").write_text("secret")
    (tmp_path / "x.json").symlink_to(tmp_path / "target")
    assert "secret" not in render(Report(1, (problem(str(tmp_path / "x.json")),)))


@pytest.mark.parametrize("path", ["gone.json", "", "nul\0.json", "/", "no/such/folder/x.json"])
def test_a_file_that_cannot_be_read_any_more_has_no_frame(path: str) -> None:
    shown = render(Report(1, (problem(path, hint="h"),)))
    assert " | " not in shown
    assert "hint: h" in shown


def test_a_line_that_is_gone_has_no_frame(tmp_path: Path) -> None:
    assert " | " not in render(in_file(tmp_path, "a\nb", line=9))
    assert " | " not in render(in_file(tmp_path, "a\n\nb", line=2))


def test_bytes_that_are_not_utf_8_are_read_as_by_the_reader(tmp_path: Path) -> None:
    shown = render(in_file(tmp_path, '"café": 1'.encode("cp1252"), column=9, length=1))
    assert marked(shown) == ('"café": 1', "1")
    shown = render(in_file(tmp_path, b'\xef\xbb\xbf"a": 1\r\n', column=6, length=1))
    assert marked(shown) == ('"a": 1', "1")


@pytest.mark.parametrize("stream", [io.StringIO, Terminal])
def test_control_characters_do_not_reach_a_terminal(
    tmp_path: Path, stream: type[io.StringIO]
) -> None:
    (tmp_path / "x.json").write_text(HOSTILE.replace("\ud800", ""))
    faults = (
        problem(str(tmp_path / "x.json"), message=HOSTILE, hint=HOSTILE),
        problem(HOSTILE, message="m"),
    )
    plain, target = io.StringIO(), stream()
    write(Report(1, (problem("y.json"),)), plain if stream is io.StringIO else stream())
    write(Report(1, faults), target)
    shown = target.getvalue()
    own = "\x1b[" if stream is Terminal else "\0"
    for control in ("\x1b[31m", "\x07", "\x9b", "\u202e", "\ud800"):
        assert control not in shown
    assert shown.count("␛[31mb␇��[bold red]c[/]:smile:") == 4
    assert all(c >= " " or c == "\n" for c in shown.replace(own, "").replace("\x1b", ""))
    shown.encode()


def test_colour_is_for_terminals(monkeypatch: pytest.MonkeyPatch) -> None:
    report = Report(2, (problem(), problem(severity=Severity.WARNING)))

    def written(stream: io.StringIO) -> str:
        write(report, stream)
        return stream.getvalue()

    plain = written(io.StringIO())
    assert "\x1b" not in plain
    coloured = written(Terminal())
    assert "\x1b[1;31merror code-unknown:\x1b[0m" in coloured
    assert "\x1b[1;33mwarning code-unknown:\x1b[0m" in coloured
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert written(io.StringIO()) == coloured
    monkeypatch.delenv("FORCE_COLOR")
    monkeypatch.setenv("NO_COLOR", "1")
    without = written(Terminal())
    assert "31m" not in without
    assert "error code-unknown:" in without
    monkeypatch.delenv("NO_COLOR")
    monkeypatch.setenv("TERM", "dumb")
    assert written(Terminal()) == plain


def test_hints_hang_below_themselves_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "dumb")  # no colour, and 80 columns
    hint = "the codes are: " + ", ".join(f"code_{n}" for n in range(30))
    stream = Terminal()
    write(Report(1, (problem(hint=hint),)), stream)
    below = stream.getvalue().split("hint: ")[1].split("\n\n")[0].split("\n")
    assert len(below) > 2
    assert " ".join(line.strip() for line in below) == hint
    assert all(line.startswith(" " * 12) and len(line) <= 80 for line in below[1:])
    assert f"hint: {hint}\n" in render(Report(1, (problem(hint=hint),)))


def test_the_closing_line_counts() -> None:
    warning = problem(severity=Severity.WARNING)
    assert render(Report(412, (problem(), problem(), warning))).endswith(
        "\n\n2 errors, 1 warning in 412 files\n"
    )
    assert render(Report(0)) == "no problems in 0 files\n"


def test_importing_and_machine_formats_import_no_rich() -> None:
    code = (
        "import sys, io, unpko.report as r\n"
        "from unpko.problems import Report, Problem\n"
        "report = Report(1, (Problem('a', 1, 1, 'json-empty', 'm', 'h'),))\n"
        "for f in r.FORMATS: r.write(report, io.StringIO(), f)\n"
        "assert not any(m.split('.')[0] == 'rich' for m in sys.modules), 'rich was imported'\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, env={"PYTHONPATH": ":".join(sys.path)})


# Machines


def test_an_unknown_format_is_refused() -> None:
    with pytest.raises(ValueError, match="yaml"):
        render(Report(0), "yaml")


@pytest.mark.parametrize("format", FORMATS)
def test_a_report_without_problems_can_be_written(format: str) -> None:
    stream = io.StringIO()
    write(Report(3), stream, format)
    assert stream.getvalue() == render(Report(3), format)


def test_json_has_exactly_the_promised_keys(mini: Tree) -> None:
    mini.replace("states/KOR", '"KR"', '"Kr"')
    report = mini.validate()
    assert report.problems
    data = json.loads(render(report, "json"))
    assert data == report.to_dict()
    assert list(data) == ["checked", "problems"]
    keys = ["code", "severity", "path", "line", "column", "pointer", "message", "hint"]
    assert list(data["problems"][0]) == keys


def test_json_holds_hostile_text_unharmed() -> None:
    text = render(Report(1, (problem(HOSTILE, message=HOSTILE, hint="서울"),)), "json")
    assert "서울" in text
    assert visible(text.replace("\n", "")) == text.replace("\n", "")
    found = json.loads(text.encode())["problems"][0]
    assert found["path"] == found["message"] == HOSTILE


def test_github_commands_are_escaped() -> None:
    found = problem("a,b:c%\n.json", line=3, column=7, length=2, message="50%\r\n::x", hint="h,:")
    assert render(Report(1, (found,)), "github") == (
        "::error file=a%2Cb%3Ac%25%0A.json,line=3,col=7,endColumn=9,title=code-unknown"
        "::50%25%0D%0A::x%0Ahint: h,:\n"
    )
    warning = render(Report(1, (problem(severity=Severity.WARNING, message=HOSTILE),)), "github")
    assert warning.startswith("::warning file=pledges/x.json,")
    assert warning.count("\n") == 1
    assert "\x1b" not in warning


def test_paths_are_those_of_the_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert relative(str(tmp_path / "records" / "x.json")) == "records/x.json"
    assert relative("./records//x.json") == "records/x.json"
    assert relative("../x.json") == "../x.json"
    assert relative("/elsewhere/x.json") == "/elsewhere/x.json"


def test_sarif_has_the_published_structure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    faults = (
        problem(
            str(tmp_path / "pledges/서울 1#.json"),
            line=3,
            column=7,
            length=4,
            pointer="/novelty",
            message="m {0}",
            hint="h",
        ),
        problem("/elsewhere/a:b.json", code="rule-of-tomorrow", severity=Severity.WARNING),
    )
    log = json.loads(render(Report(9, faults), "sarif"))
    assert set(log) == {"$schema", "version", "runs"}
    assert log["version"] == "2.1.0"
    assert "sarif-2.1.0" in log["$schema"]
    (run,) = log["runs"]
    assert set(run) <= {"tool", "results", "columnKind", "properties"}
    assert run["columnKind"] == "unicodeCodePoints"
    driver = run["tool"]["driver"]
    assert driver["name"] == "unpko"
    assert {rule["id"] for rule in driver["rules"]} == {*RULES, "rule-of-tomorrow"}
    assert all(rule["shortDescription"]["text"] for rule in driver["rules"])
    first, second = run["results"]
    for result in (first, second):
        assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in {"none", "note", "warning", "error"}
        assert isinstance(result["message"]["text"], str)
        (location,) = result["locations"]
        assert set(location) == {"physicalLocation"}
        region = location["physicalLocation"]["region"]
        assert min(region.values()) >= 1
    assert first["level"] == "error"
    assert first["properties"] == {"pointer": "/novelty"}
    place = first["locations"][0]["physicalLocation"]
    assert place["region"] == {"startLine": 3, "startColumn": 7, "endColumn": 11}
    uri = place["artifactLocation"]["uri"]
    assert uri.isascii()
    assert unquote(uri) == "pledges/서울 1#.json"
    assert not {" ", "#"} & set(uri)
    assert second["level"] == "warning"
    outside = second["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert outside == "file:///elsewhere/a%3Ab.json"


def test_sarif_names_files_whose_name_is_not_utf_8() -> None:
    text = render(Report(1, (problem("caf\udce9.json"),)), "sarif")
    assert '"caf%E9.json"' in text
    text.encode()


def test_junit_is_well_formed_and_counts() -> None:
    faults = (
        problem("a/x.json", message=HOSTILE + '<&"]]>\ufffe', hint="h"),
        problem("a/x.json", severity=Severity.WARNING),
        problem("b/y.json", severity=Severity.WARNING, message="only a warning"),
    )
    text = render(Report(10, faults), "junit")
    root = ET.fromstring(text.encode())
    (suite,) = root
    assert root.tag == "testsuites"
    cases = suite.findall("testcase")
    assert int(suite.attrib["tests"]) == int(root.attrib["tests"]) == len(cases) == 3
    assert int(suite.attrib["failures"]) == len(suite.findall("testcase/failure")) == 1
    assert [case.attrib["name"] for case in cases] == [
        "a/x.json",
        "b/y.json",
        "8 files without problems",
    ]
    failure = cases[0].find("failure")
    assert failure is not None
    assert failure.attrib["message"].startswith("1 error, the first: a")
    assert '<&"]]>' in (failure.text or "")
    assert "warning code-unknown" in (failure.text or "")
    assert "only a warning" in (cases[1].findtext("system-out") or "")
    properties = {p.attrib["name"]: p.attrib["value"] for p in suite.iter("property")}
    assert properties == {"checked": "10", "errors": "1", "warnings": "2"}


def test_junit_of_a_clean_run_is_one_case_that_passes() -> None:
    suite = ET.fromstring(render(Report(3), "junit").encode())[0]
    (case,) = suite.findall("testcase")
    assert case.attrib["name"] == "3 files without problems"
    assert not list(case)
