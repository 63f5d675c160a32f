"""Rules on claims, citations, dates, posts, figures and values that go together."""

from __future__ import annotations

import pytest

from tests.mini import Json, cited, claim
from tests.rule_cases import Rule, check_bad, check_good, codes, name
from tests.tree import REMOVE, Tree

SEOUL = "ministerials/2021-seoul"
PREP = "ministerials/2021-prep"
OPENING = "sessions/2021-seoul/opening"
TRAINING = "sessions/2021-seoul/training"
HELICOPTERS = "pledges/2021-seoul/kor-helicopters"
PACKAGE = "pledges/2021-seoul/kor-package"
JOINT = "pledges/2021-seoul/ken-joint-unit"
SUH = "officials/suh-wook"
UNMISS = "missions/unmiss"
A4P = "frameworks/a4p"


def figure(measure: str, value: int, **more: object) -> Json:
    """Give a figure with one claim; `note` goes into the claim."""
    note = {"note": more.pop("note")} if "note" in more else {}
    bound = {"bound": more.pop("bound")} if "bound" in more else {}
    return {"measure": measure, **more, "claims": [claim(value, **bound, **note)]}


def assessment(as_of: str, **more: object) -> Json:
    """Give an assessment of a pledge."""
    return {
        "as_of": as_of,
        "assessor_kind": "media",
        "summary": "It was.",
        **more,
        "citations": cited(),
    }


def participation(**more: object) -> Json:
    """Give a participation in a session."""
    return {"capacity": "speaker", **more, "citations": cited()}


RULES = [
    # claim-reason, claim-preferred, claim-repeated
    Rule("claim-reason", SEOUL, {SEOUL: {"/figures/0/claims/0/reason": REMOVE}},
         {SEOUL: {"/figures/0/claims/0/reason": REMOVE, "/figures/0/claims/0/rank": REMOVE}},
         "/figures/0/claims/0/rank", '"preferred"', "the rank preferred has no reason",
         "say in `reason`"),
    Rule("claim-reason", UNMISS, {UNMISS: {"/names/0/reason": "So."}},
         {UNMISS: {"/names/0/note": "So."}}, "/names/0/reason", '"So."',
         "a reason is given for the rank normal", "or write the text as a note"),
    Rule("claim-reason", "sources/brief", {"sources/brief": {"/dates/0/rank": "deprecated"}},
         {"sources/brief": {"/dates/0": claim("2021", rank="deprecated", reason="A slip.")}},
         "/dates/0/rank", '"deprecated"', "the rank deprecated has no reason", "say in `reason`"),
    Rule("claim-preferred", SEOUL, {SEOUL: {"/names/1/rank": "preferred",
         "/names/1/reason": "Also."}},
         {SEOUL: {"/names/1/rank": "deprecated", "/names/1/reason": "Also."}}, "/names/1/rank",
         '"preferred"', "a second claim of the list is preferred", "prefer one, or none"),
    Rule("claim-repeated", SEOUL, {SEOUL: {"/figures/3/claims/1/value": 55}},
         {SEOUL: {"/figures/3/claims/1/value": 55, "/figures/3/claims/1/of": "ministers"}},
         "/figures/3/claims/1", "{", "the same as claim 1 of the list", "join them into one claim"),
    Rule("claim-repeated", HELICOPTERS, {HELICOPTERS: {"/quantities/0/claims/1/value": 16}},
         {HELICOPTERS: {"/quantities/0/claims/1/value": 16,
         "/quantities/0/claims/1/bound": "about"}},
         "/quantities/0/claims/1", "{", "the same as claim 1", "join them"),
    # cite-supports, cite-missing
    Rule("cite-supports", UNMISS, {UNMISS: {"/citations/0/supports/2": "acronyme"}},
         {UNMISS: {"/citations/0/supports/2": "names"}}, "/citations/0/supports/2", '"acronyme"',
         'the record has no field "acronyme"', 'did you mean "acronym"?'),
    Rule("cite-supports", UNMISS, {UNMISS: {"/citations/0/supports/2": "note"}},
         {UNMISS: {"/citations/0/supports/2": "note", "/note": "A note."}},
         "/citations/0/supports/2",
         '"note"', 'the record has no field "note"', ""),
    Rule("cite-supports", UNMISS, {UNMISS: {"/citations/0/supports/2": "schema_url"}}, {},
         "/citations/0/supports/2", '"schema_url"', 'no field "schema_url"',
         "name a key of this record"),
    Rule("cite-missing", UNMISS, {UNMISS: {"/citations/0/supports": ["acronym"]}},
         {UNMISS: {"/citations/1": cited()[0], "/citations/0/supports": ["acronym"]}}, "/state_ids",
         '"state_ids": [', 'no citation backs "state_ids"', "name it in the `supports`"),
    Rule("cite-missing", JOINT,
         {JOINT: {"/citations/0/supports": ["ministerial_id", "summary", "pledgers", "categories",
                                            "timeframes"]}},
         {JOINT: {"/citations/0/supports": ["ministerial_id", "summary", "pledgers", "categories",
                                            "mission_ids", "timeframes"]}},
         "/mission_ids", '"mission_ids": [', 'no citation backs "mission_ids"',
         "or leave `supports` out"),
    # list-order
    Rule("list-order", HELICOPTERS, {HELICOPTERS: {"/categories": ["equipment", "aviation"]}},
         {HELICOPTERS: {"/categories": ["aviation"]}}, "/categories", "[",
         "not in order, or stand twice",
         "write aviation, equipment"),
    Rule("list-order", HELICOPTERS, {HELICOPTERS: {"/categories": ["aviation", "aviation"]}}, {},
         "/categories", "[", "not in order, or stand twice", "write aviation"),
    Rule("list-order", SEOUL, {SEOUL: {"/figures/2/categories": ["police", "medical"]}},
         {SEOUL: {"/figures/2/categories": ["medical", "police"]}}, "/figures/2/categories", "[",
         "not in order", "write medical, police"),
    Rule("list-order", "states/KOR", {"states/KOR": {"/aliases": ["South Korea", "Korea, South"]}},
         {"states/KOR": {"/aliases": ["Korea, South", "korea, south"]}}, "/aliases", "[",
         "not in order",
         "write Korea, South, South Korea"),
    Rule("post-key", SUH,
         {SUH: {"/posts/1": {"key": "defence-minister", "titles": [claim("Again")]}}},
         {SUH: {"/posts/1": {"key": "defence-minister-2", "titles": [claim("Again")]}}},
         "/posts/1/key", '"defence-minister"', 'two posts have the key "defence-minister"',
         "own key"),
    # party-one
    Rule("party-one", SEOUL, {SEOUL: {"/organisers/0/organisation_id": "un"}},
         {SEOUL: {"/organisers/0/organisation_id": "un", "/organisers/0/state_id": REMOVE}},
         "/organisers/0", "{", "exactly one of state_id or organisation_id", "give one"),
    Rule("party-one", SEOUL, {SEOUL: {"/organisers/0/state_id": REMOVE}}, {}, "/organisers/0", "{",
         "exactly one of state_id or organisation_id", "give one"),
    Rule("party-one", PACKAGE, {PACKAGE: {"/pledgers/0/label": "Korea"}},
         {PACKAGE: {"/pledgers/0": {"label": "Friends", "role": "lead"}}}, "/pledgers/0", "{",
         "exactly one of state_id, organisation_id or label", "give one"),
    Rule("party-one", HELICOPTERS, {HELICOPTERS: {"/partners/0/state_id": REMOVE}}, {},
         "/partners/0", "{",
         "exactly one of", "give one"),
    Rule("party-one", HELICOPTERS, {HELICOPTERS: {"/recipients/0": {}}},
         {HELICOPTERS: {"/recipients/0": {"mission_id": "unmiss", "label": "the mission"}}},
         "/recipients/0", "{", "nobody receives", "mission_id or label"),
    Rule("party-one", TRAINING, {TRAINING: {"/participations/1": participation(label="a voice")}},
         {TRAINING: {"/participations/1": participation(organisation_id="un")}},
         "/participations/1", "{",
         "nobody took part", "give official_id, state_id or organisation_id"),
    # label-other
    Rule("label-other", TRAINING, {TRAINING: {"/participations/0/capacity": "other"}},
         {TRAINING: {"/participations/0/capacity": "other", "/participations/0/label": "herald"}},
         "/participations/0/capacity", '"other"', "other without a label", "the printed word"),
    Rule("label-other", TRAINING, {TRAINING: {"/kind": "other"}},
         {TRAINING: {"/kind": "other", "/note": "A game."}}, "/kind", '"other"',
         "other without a note",
         "add a note"),
    Rule("label-other", "sources/text", {"sources/text": {"/kind": "other"}},
         {"sources/text": {"/kind": "other", "/note": "A poem."}}, "/kind", '"other"', "a note",
         "a note"),
    Rule("label-other", "organisations/un", {"organisations/un": {"/kind": "other"}},
         {"organisations/un": {"/kind": "other", "/note": "A body."}}, "/kind", '"other"', "note",
         "note"),
    Rule("label-other", A4P, {A4P: {"/kind": "other"}}, {A4P: {"/kind": "other",
         "/note": "An idea."}},
         "/kind", '"other"', "other without a note", "a note"),
    Rule("label-other", HELICOPTERS, {HELICOPTERS: {"/partners/0/role": "other"}},
         {HELICOPTERS: {"/partners/0/role": "other", "/partners/0/note": "godparent"}},
         "/partners/0/role",
         '"other"', "other without a note", "add a note"),
    Rule("label-other", JOINT, {JOINT: {"/capabilities": [{"code": "other"}]}},
         {JOINT: {"/capabilities": [{"code": "other", "label": "Band"}]}}, "/capabilities/0/code",
         '"other"', "other without a label", "add a label"),
    Rule("label-other", JOINT, {JOINT: {"/quantities": [{"unit": "other", "claims": [claim(3)]}]}},
         {JOINT: {"/quantities": [{"unit": "other", "label": "herd", "claims": [claim(3)]}]}},
         "/quantities/0/unit", '"other"', "other without a label", "add a label"),
    # money-currency
    Rule("money-currency", SEOUL, {SEOUL: {"/figures/4/currency": REMOVE}},
         {SEOUL: {"/figures/4/currency": "KRW"}}, "/figures/4/measure", '"amount_pledged"',
         "money needs a currency", "ISO 4217"),
    Rule("money-currency", SEOUL, {SEOUL: {"/figures/3/currency": "USD"}}, {}, "/figures/3/measure",
         '"ministerial_level"', "only money has one", "ISO 4217"),
    Rule("money-currency", JOINT, {JOINT: {"/quantities": [{"unit": "money",
         "claims": [claim(3)]}]}},
         {JOINT: {"/quantities": [{"unit": "money", "currency": "EUR", "claims": [claim(3)]}]}},
         "/quantities/0/unit", '"money"', "money needs a currency", "in `currency`"),
    # date-order
    Rule("date-order", PREP, {PREP: {"/end_dates/0/value": "2021-05-31"}},
         {PREP: {"/end_dates/0/value": "2021-06-01"}}, "/end_dates/0/value", '"2021-05-31"',
         "the end 2021-05-31 lies before the start 2021-06", "exchange them"),
    Rule("date-order", UNMISS, {UNMISS: {"/end_dates": [claim("2010")]}},
         {UNMISS: {"/end_dates": [claim("2011")]}}, "/end_dates/0/value", '"2010"',
         "the end 2010 lies before the start 2011-07", "or correct one"),
    Rule("date-order", SUH, {SUH: {"/posts/0/end": "2020-09-17"}},
         {SUH: {"/posts/0/end": "2021-12-07"}},
         "/posts/0/end", '"2020-09-17"', "the end 2020-09-17 lies before the start 2020-09-18",
         "exchange",
         beside=("post-date",)),
    Rule("date-order", JOINT, {JOINT: {"/timeframes/0/value/end": "2021-12-31"}},
         {JOINT: {"/timeframes/0/value/end": "2022"}},
         "/timeframes/0/value/end", '"2021-12-31"', "the end 2021-12-31 lies before the start 2022",
         "exchange"),
    Rule("date-order", "states/KEN", {"states/KEN": {"/un_member_since": "1944-12-31"}},
         {"states/KEN": {"/un_member_since": "1945"}}, "/un_member_since", '"1944-12-31"',
         "lies before the foundation of the UN", "correct the date"),
    # date-event
    Rule("date-event", OPENING, {OPENING: {"/dates/0/value": "2021-12-09"}},
         {OPENING: {"/dates/0/value": "2021-12-08"}}, "/dates/0/value", '"2021-12-09"',
         "2021-12-09 lies outside the event, 2021-12-07 to 2021-12-08", "deprecate the claim"),
    Rule("date-event", OPENING, {OPENING: {"/dates/0/value": "2021-12-06"}},
         {OPENING: {"/dates/0/value": "2021-12-06", "/dates/0/rank": "deprecated",
                    "/dates/0/reason": "A slip."}}, "/dates/0/value", '"2021-12-06"', "outside",
                    "correct"),
    Rule("date-event", TRAINING, {TRAINING: {"/dates/0/value": "2021-11"}},
         {TRAINING: {"/dates/0/value": "2021-11", "/kind": "exhibition"}}, "/dates/0/value",
         '"2021-11"',
         "2021-11 lies outside the event", "correct"),
    # post-unknown, post-date
    Rule("post-unknown", OPENING, {OPENING: {"/participations/0/post": "defense-minister"}}, {},
         "/participations/0/post", '"defense-minister"', 'suh-wook has no post "defense-minister"',
         'the posts of that official: "defence-minister"'),
    Rule("post-unknown", TRAINING, {TRAINING: {"/participations/0/post": "minister"}},
         {TRAINING: {"/participations/0/official_id": "suh-wook",
                     "/participations/0/post": "defence-minister"}},
         "/participations/0/post", '"minister"', 'the post "minister" has no holder',
         "give official_id"),
    Rule("post-date", OPENING, {SUH: {"/posts/0/end": "2021-12-06"}},
         {SUH: {"/posts/0/end": "2021-12"}},
         "/participations/0/post", '"defence-minister"',
         "was held 2020-09-18 to 2021-12-06, the session was on 2021-12-07",
         "name the post held that day"),
    Rule("post-date", OPENING, {SUH: {"/posts/0/start": "2021-12-08"}},
         {SUH: {"/posts/0/start": "2021-12-07"}}, "/participations/0/post", '"defence-minister"',
         "was held 2021-12-08 to 2022-05", "or correct its dates"),
    # figure-repeated, figure-parts
    Rule("figure-repeated", SEOUL, {SEOUL: {"/figures/5": figure("ministerial_level", 60)}},
         {SEOUL: {"/figures/5": figure("ministerial_level", 50, scope="in the room")}},
         "/figures/5/measure", '"ministerial_level"', "stands twice with the same dimensions",
         "join them"),
    Rule("figure-repeated", A4P, {A4P: {"/figures/1": figure("states_endorsing", 152)}},
         {A4P: {"/figures/1": figure("items", 8)}}, "/figures/1/measure", '"states_endorsing"',
         "twice",
         "rival numbers are claims"),
    Rule("figure-parts", SEOUL, {SEOUL: {"/figures/2/claims/0/value": 63, "/figures/1": figure(
            "states_pledging", 62)}},
         {SEOUL: {"/figures/2/claims/0/value": 62, "/figures/1": figure("states_pledging", 62)}},
         "/figures/2/claims", "[", "states_pledging is at least 63, but states_pledging at most 62",
         "say in a claim's `note`"),
    Rule("figure-parts", SEOUL, {SEOUL: {"/figures/1": figure("states_pledging", 156)}},
         {SEOUL: {"/figures/1": figure("states_pledging", 156, note="Counts observers.")}},
         "/figures/1/claims", "[", "at least 156, but member_states_participating at most 155",
         "correct"),
    Rule("figure-parts", SEOUL, {SEOUL: {"/figures/1": figure("states_pledging", 155,
         bound="at_least"),
                                         "/figures/0/claims/1/value": 154}},
         {SEOUL: {"/figures/1": figure("states_pledging", 155, bound="up_to"),
                  "/figures/0/claims/1/value": 154}}, "/figures/1/claims", "[",
         "states_pledging is at least 155, but member_states_participating at most 154", "note"),
    # pledge-category, pledge-assessment, pledge-successor
    Rule("pledge-category", HELICOPTERS, {HELICOPTERS: {"/categories": ["equipment"],
         "/quantities": REMOVE}},
         {HELICOPTERS: {"/categories": ["aviation"]}}, "/capabilities/0/code", '"helicopter"',
         "helicopter belongs to the category aviation", 'add "aviation" to `categories`'),
    Rule("pledge-category", HELICOPTERS,
         {HELICOPTERS: {"/quantities/0/capability": "medical_level_2"}},
         {HELICOPTERS: {"/quantities/0/capability": "other"}}, "/quantities/0/capability",
         '"medical_level_2"', "belongs to the category medical", 'add "medical"'),
    Rule("pledge-assessment", PACKAGE, {PACKAGE: {"/assessments": [assessment("2022")]}},
         {PACKAGE: {"/assessments": [assessment("2022", readiness="level_1")]}}, "/assessments/0",
         "{",
         "the assessment says nothing", "give `implementation` or `readiness`"),
    Rule("pledge-assessment", HELICOPTERS, {HELICOPTERS: {"/assessments/1/as_of": "2022-06"}},
         {HELICOPTERS: {"/assessments/1/as_of": "2022"}}, "/assessments/1/as_of", '"2022-06"',
         "2022-06 stands after 2022-07", "in the order of their dates"),
    Rule("pledge-successor", PACKAGE,
         {PACKAGE: {"/assessments": [assessment("2022", implementation="superseded")]}},
         {PACKAGE: {"/assessments": [assessment("2022", implementation="superseded",
                                                superseded_by_id="2021-seoul/ken-joint-unit")]}},
         "/assessments/0", "{", "a superseded pledge names its successor",
         "give `superseded_by_id`"),
    Rule("pledge-successor", PACKAGE,
         {PACKAGE: {"/assessments": [assessment("2022", implementation="fulfilled",
                                                superseded_by_id="2021-seoul/ken-joint-unit")]}},
                                                {},
         "/assessments/0", "{", "only such a pledge", "with `superseded`"),
]  # fmt: skip


@pytest.mark.parametrize("rule", RULES, ids=name)
def test_a_broken_rule_is_one_problem_at_its_place(rule: Rule, mini: Tree) -> None:
    check_bad(rule, mini)


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.good], ids=name)
def test_a_near_miss_is_no_problem(rule: Rule, mini: Tree) -> None:
    check_good(rule, mini)


def test_a_session_without_a_date_is_as_long_as_its_event(mini: Tree) -> None:
    mini.change(OPENING, {"/dates": REMOVE})
    mini.change(SUH, {"/posts/0/end": "2021-12-07"})
    assert mini.validate().problems == ()
    mini.change(SUH, {"/posts/0/end": "2021-12-06"})
    assert codes(mini.validate().problems) == ["post-date"]


def test_a_post_without_dates_was_held_on_any_day(mini: Tree) -> None:
    mini.change(SUH, {"/posts/0/end": REMOVE, "/posts/0/start": REMOVE})
    assert mini.validate().problems == ()


def test_the_widest_span_of_rival_dates_holds_a_session(mini: Tree) -> None:
    mini.change(SEOUL, {"/end_dates/1": claim("2021-12-10")})
    mini.change(OPENING, {"/dates/0/value": "2021-12-10"})
    assert mini.validate().problems == ()


def test_deprecated_dates_open_nothing(mini: Tree) -> None:
    mini.change(OPENING, {"/dates/0/value": "2021-12-09"})  # the event's deprecated claim says that
    assert codes(mini.validate().problems) == ["date-event"]


def test_rules_that_need_a_record_are_silent_where_it_is_broken(mini: Tree) -> None:
    mini.write(SUH, "{")
    mini.write(SEOUL, "{")
    assert [(mini.place_of(p), p.code) for p in mini.validate().problems] == [
        (f"{SEOUL}.json", "json-syntax"),
        (f"{SUH}.json", "json-syntax"),
    ]
