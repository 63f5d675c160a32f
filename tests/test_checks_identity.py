"""Rules on ids, references, and records that are the same thing."""

from __future__ import annotations

import pytest

from tests.mini import cited, claim
from tests.rule_cases import Rule, check_bad, check_good, codes, name
from tests.tree import REMOVE, Tree

SEOUL = "ministerials/2021-seoul"
PREP = "ministerials/2021-prep"
OPENING = "sessions/2021-seoul/opening"
TRAINING = "sessions/2021-seoul/training"
HELICOPTERS = "pledges/2021-seoul/kor-helicopters"
PACKAGE = "pledges/2021-seoul/kor-package"
SUH = "officials/suh-wook"
NEW = "pledges/2021-seoul/kor-new"

RULES = [
    # id-path
    Rule("id-path", PACKAGE, {PACKAGE: {"/id": "2021-seoul/kor-pack"}},
         {PACKAGE: {"/id": "2021-seoul/kor-package"}}, "/id", '"2021-seoul/kor-pack"',
         'the id is "2021-seoul/kor-pack", the file is pledges/2021-seoul/kor-package.json',
         'write "2021-seoul/kor-package"'),
    # id-event
    Rule("id-event", TRAINING, {TRAINING: {"/ministerial_id": "2021-prep", "/dates": REMOVE},
                                HELICOPTERS: {"/session_id": REMOVE}},
         {}, "/ministerial_id", '"2021-prep"',
         'the id says "2021-seoul", the event is "2021-prep"', "begins with the id of the event"),
    Rule("id-event", "pledges/2021-prep/kor-helicopters",
         {"pledges/2021-prep/kor-helicopters": {"/session_id": "2021-seoul/training"}},
         {PACKAGE: {"/session_id": "2021-seoul/training"}}, "/session_id", '"2021-seoul/training"',
         'the session "2021-seoul/training" belongs to another event', 'begin with "2021-prep/"'),
    # id-reused
    Rule("id-reused", SUH, {SUH: {"/formerly/0": "lacroix-jean-pierre"}},
         {SUH: {"/formerly/0": "2021-seoul"}}, "/formerly/0", '"lacroix-jean-pierre"',
         '"lacroix-jean-pierre" is the present id of a record', "never reused"),
    Rule("id-reused", SUH, {"officials/lacroix-jean-pierre": {"/formerly": ["seo-uk"]}},
         {"missions/unmiss": {"/formerly": ["seo-uk"]}}, "/formerly/0", '"seo-uk"',
         'also claimed by "lacroix-jean-pierre"', "only one can have it"),
    # ref-unknown
    Rule("ref-unknown", PACKAGE, {PACKAGE: {"/pledgers/0/state_id": "KOE"}},
         {PACKAGE: {"/pledgers/0/state_id": "KOR"}}, "/pledgers/0/state_id", '"KOE"',
         'there is no state "KOE"', 'did you mean "KOR" or "KEN"?'),
    Rule("ref-unknown", HELICOPTERS, {HELICOPTERS: {"/announced_by_ids/0": "suh-wok"}},
         {HELICOPTERS: {"/announced_by_ids/0": "lacroix-jean-pierre"}}, "/announced_by_ids/0",
         '"suh-wok"', 'there is no official "suh-wok"', 'did you mean "suh-wook"?'),
    Rule("ref-unknown", SEOUL, {SEOUL: {"/framework_ids/0": "unmiss"}},
         {SEOUL: {"/framework_ids/0": "a4p-plus"}}, "/framework_ids/0", '"unmiss"',
         'there is no framework "unmiss"', "it is the id of a mission"),
    Rule("ref-unknown", SEOUL, {SEOUL: {"/citations/0/source_id": "xyzzy-42"}},
         {SEOUL: {"/citations/0/source_id": "table"}}, "/citations/0/source_id", '"xyzzy-42"',
         'there is no source "xyzzy-42"', "add sources/xyzzy-42.json, or correct the id"),
    Rule("ref-unknown", OPENING, {OPENING: {"/participations/1/citations/0/source_id": "brif"}},
         {}, "/participations/1/citations/0/source_id", '"brif"', 'no source "brif"', '"brief"'),
    Rule("ref-unknown", PACKAGE, {PACKAGE: {"/part_of_id": "2021-seoul/kor-packages"}},
         {PACKAGE: {"/part_of_id": "2021-seoul/un-dpo-course"}}, "/part_of_id",
         '"2021-seoul/kor-packages"', "there is no pledge",
         'did you mean "2021-seoul/kor-package"'),
    Rule("ref-unknown", "organisations/kor-mnd", {"organisations/kor-mnd": {"/part_of_id": "a4p"}},
         {"organisations/kor-mnd": {"/part_of_id": "un"}}, "/part_of_id", '"a4p"',
         'there is no organisation "a4p"', "it is the id of a framework"),
    # ref-former
    Rule("ref-former", HELICOPTERS, {HELICOPTERS: {"/announced_by_ids/0": "seo-uk"}}, {},
         "/announced_by_ids/0", '"seo-uk"', '"seo-uk" is a former id', 'write "suh-wook"'),
    # ref-self
    Rule("ref-self", PACKAGE, {PACKAGE: {"/part_of_id": "2021-seoul/kor-package"}}, {},
         "/part_of_id",
         '"2021-seoul/kor-package"',
         "leads back to itself: 2021-seoul/kor-package → 2021-seoul/kor-p",
         "take the reference out"),
    Rule("ref-self", SEOUL, {SEOUL: {"/prepares_id": "2021-seoul"}}, {}, "/prepares_id",
         '"2021-seoul"',
         "the ministerial leads back to itself", "take the reference out"),
    Rule("ref-self", "sources/table", {"sources/table": {"/copy_of_id": "table"}},
         {"sources/table": {"/copy_of_id": "text"}}, "/copy_of_id", '"table"', "table → table",
         "out"),
    Rule("ref-self", "organisations/un", {"organisations/un": {"/succeeds_id": "un"}},
         {"organisations/un": {"/succeeds_id": "un-dpo"}}, "/succeeds_id", '"un"', "un → un",
         "out"),
    Rule("ref-self", "frameworks/a4p", {"frameworks/a4p": {"/carries_out_id": "a4p"}}, {},
         "/carries_out_id", '"a4p"', "a4p → a4p", "out"),
    # state-alias
    Rule("state-alias", "states/KOR", {"states/KOR": {"/aliases/1": "Republic of KENYA"}},
         {"states/KOR": {"/aliases/1": "The Republic of Korea"}}, "/aliases/1",
         '"Republic of KENYA"',
         "'republic of kenya' is also the name of KEN", "one of the two is wrong"),
    Rule("state-alias", "states/KOR", {"states/KOR": {"/m49": "404"}},
         {"states/KOR": {"/m49": "408"}},
         "/m49", '"404"', "'404' is also the m49 of KEN", "one of the two is wrong"),
    Rule("state-alias", "states/KOR", {"states/KOR": {"/gw_code": 501}},
         {"states/KOR": {"/gw_code": 732, "/cow_code": 733}}, "/gw_code", "501",
         "501 is also the gw code of KEN", "one of the two is wrong"),
    Rule("state-alias", "states/KOR", {"states/KOR": {"/iso_alpha2": "KE"}},
         {"states/KOR": {"/iso_alpha2": "KN"}}, "/iso_alpha2", '"KE"', "iso alpha2 of KEN",
         "wrong"),
    # duplicate
    Rule("duplicate", PACKAGE, {"pledges/2021-seoul/a-twin": {"copy of": PACKAGE}},
         {"pledges/2021-prep/a-twin": {"copy of": PACKAGE}}, "/id", '"2021-seoul/kor-package"',
         'the record says the same as "2021-seoul/a-twin"', "keep one of the two"),
    Rule("duplicate", "missions/unmiss", {"missions/umiss": {"copy of": "missions/unmiss"}},
         {"missions/umiss": {"copy of": "missions/unmiss", "/acronym": "UMISS"}}, "/id", '"unmiss"',
         'the record says the same as "umiss"', "keep one of the two"),
    Rule("duplicate", "sources/text",
         {"sources/texd": {"copy of": "sources/text"}, PACKAGE: {"/citations/0/source_id": "texd"}},
         {"sources/texd": {"copy of": "sources/text", "/title": "Another"},
          PACKAGE: {"/citations/0/source_id": "texd"}}, "/id", '"text"',
         'the record says the same as "texd"', "keep one of the two"),
    # maybe-duplicate
    Rule("maybe-duplicate", NEW,
         {NEW: {"copy of": HELICOPTERS, "/summary": "Give 16 helicopters to its partners.",
                "/part_of_id": REMOVE, "/continues_id": REMOVE}},
         {NEW: {"copy of": HELICOPTERS, "/summary": "Give 16 vehicles to the mission in need.",
                "/quantities/0/claims/0/value": 17, "/part_of_id": REMOVE,
                "/continues_id": REMOVE}},
         "/id", '"2021-seoul/kor-new"', 'looks like "2021-seoul/kor-helicopters"', "join them"),
    # Everybody writes in words of their own, so the same numbers tell as much.
    Rule("maybe-duplicate", NEW,
         {NEW: {"copy of": HELICOPTERS, "/summary": "Hand over sixteen used machines.",
                "/part_of_id": REMOVE, "/continues_id": REMOVE}},
         {NEW: {"copy of": HELICOPTERS, "/summary": "Hand over sixteen used machines.",
                "/quantities/0/claims/0/bound": "about", "/part_of_id": REMOVE,
                "/continues_id": REMOVE}},
         "/id", '"2021-seoul/kor-new"', 'looks like "2021-seoul/kor-helicopters"', "join them"),
    Rule("maybe-duplicate", "officials/wook-suh",
         {"officials/wook-suh": {"copy of": SUH, "/formerly": REMOVE,
         "/names": [claim("Wook Suh")]}},
         {"officials/wook-suh": {"copy of": SUH, "/formerly": REMOVE,
         "/names": [claim("Wook Sun")]}},
         "/id", '"wook-suh"', 'looks like "suh-wook"', "join them"),
    Rule("maybe-duplicate", "sources/brief",
         {"sources/brief-fr": {"/copy_of_id": REMOVE,
         "/url": "https://press.un.org/en/2021/brief.html"}},
         {"sources/brief-fr": {"/url": "https://press.un.org/en/2021/brief.html"}},
         "/id", '"brief"', 'looks like "brief-fr"', "join them"),
    Rule("maybe-duplicate", TRAINING, {TRAINING: {"/titles": [claim("OPENING Céremony")]}},
         {TRAINING: {"/titles": [claim("The opening ceremony")]}},
         "/id", '"2021-seoul/training"', 'looks like "2021-seoul/opening"', "join them"),
    Rule("maybe-duplicate", "organisations/un",
         {"organisations/un-dpo": {"/names/0/value": "United nations"}},
         {"organisations/un-dpo": {"/names/0/value": "United nations", "/state_id": "KOR"}},
         "/id", '"un"', 'looks like "un-dpo"', "join them"),
    Rule("maybe-duplicate", "frameworks/a4p",
         {"frameworks/a4p-plus": {"/names/0/value": "Action for peacekeeping"}},
         {"frameworks/a4p-plus": {"/names/0/value": "Action for peacekeeping +"}},
         "/id", '"a4p"', 'looks like "a4p-plus"', "join them"),
    Rule("maybe-duplicate", SEOUL,
         {PREP: {"/names": [claim("Seoul meeting")], "/start_dates": [claim("2021-12-07")],
                 "/end_dates": [claim("2021-12-07")]}},
         {PREP: {"/names": [claim("Seoul meeting")], "/start_dates": [claim("2021-12-06")],
                 "/end_dates": [claim("2021-12-07")]}},
         "/id", '"2021-seoul"', 'looks like "2021-prep"', "join them"),
    # source-unused
    Rule("source-unused", "sources/new", {"sources/new": {"copy of": "sources/text",
         "/title": "A"}},
         {"sources/new": {"copy of": "sources/text", "/title": "A"},
          SEOUL: {"/citations/1": {"source_id": "new", "locator": "title"}}},
         "/id", '"new"', "nothing cites the source", "cite it where it says something"),
    Rule("source-unused", "sources/new",
         {"sources/new": {"copy of": "sources/text", "/title": "A",
                          "/dates": [{"value": "2021", "citations": cited(source="new")}]}},
         {"sources/new": {"copy of": "sources/text", "/title": "A"},
          "sources/table": {"/copy_of_id": "new"}},
         "/id", '"new"', "nothing cites the source", "or delete it"),
]  # fmt: skip


@pytest.mark.parametrize("rule", RULES, ids=name)
def test_a_broken_rule_is_one_problem_at_its_place(rule: Rule, mini: Tree) -> None:
    check_bad(rule, mini)


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.good], ids=name)
def test_a_near_miss_is_no_problem(rule: Rule, mini: Tree) -> None:
    check_good(rule, mini)


def test_every_record_of_a_circle_is_named(mini: Tree) -> None:
    mini.change("frameworks/a4p", {"/part_of_id": "a4p-plus-1"})
    assert mini.validate().problems == ()
    mini.change("frameworks/a4p-plus", {"/part_of_id": "a4p"})
    problems = mini.validate().problems
    assert codes(problems) == ["ref-self"] * 3
    assert {p.message.partition(": ")[2] for p in problems} == {
        "a4p → a4p-plus-1 → a4p-plus → a4p",
        "a4p-plus → a4p → a4p-plus-1 → a4p-plus",
        "a4p-plus-1 → a4p-plus → a4p → a4p-plus-1",
    }


def test_a_record_that_leads_into_a_circle_is_not_part_of_it(mini: Tree) -> None:
    mini.change("organisations/un", {"/part_of_id": "un-dpko"})
    mini.change("organisations/un-dpko", {"/part_of_id": "un"})
    assert {mini.place_of(p) for p in mini.validate().problems} == {
        "organisations/un.json",
        "organisations/un-dpko.json",
    }


def test_a_reference_that_occurs_often_is_reported_each_time(mini: Tree) -> None:
    for place in (HELICOPTERS, PACKAGE):
        mini.change(place, {"/pledgers/0/state_id": "KOX"})
    mini.change(HELICOPTERS, {"/recipients/0/state_id": "KOX"})
    problems = mini.validate().problems
    assert [(mini.place_of(p), p.pointer) for p in problems] == [
        (f"{HELICOPTERS}.json", "/pledgers/0/state_id"),
        (f"{HELICOPTERS}.json", "/recipients/0/state_id"),
        (f"{PACKAGE}.json", "/pledgers/0/state_id"),
    ]


def test_texts_that_look_like_references_are_none(mini: Tree) -> None:
    mini.change(PACKAGE, {"/note": 'see "state_id": "ZZZ" and "mission_ids": ["yyy"] there'})
    assert mini.validate().problems == ()


def test_linked_pledges_are_not_taken_for_one(mini: Tree) -> None:
    mini.change(NEW, {"copy of": HELICOPTERS, "/note": "Part of the same package."})
    assert mini.validate().problems == ()


@pytest.mark.parametrize("copy", ["sources/brief-fr", "sources/table"])
def test_a_copy_is_no_duplicate_whichever_file_comes_first(mini: Tree, copy: str) -> None:
    url = "https://press.un.org/en/2021/brief.html"
    mini.change(copy, {"/copy_of_id": "brief", "/url": url})
    assert mini.validate().problems == ()
    mini.change(copy, {"/copy_of_id": REMOVE})
    assert codes(mini.validate().problems) == ["maybe-duplicate"]


def test_names_in_other_scripts_are_compared_too(mini: Tree) -> None:
    mini.change(SUH, {"/names/0/value": "서욱"})
    twin = {"copy of": SUH, "/formerly": REMOVE, "/note": "Another record of the same person."}
    mini.change("officials/seo-wook", twin)
    assert codes(mini.validate().problems) == ["maybe-duplicate"]
