"""The tables of cues: read whole, lower-case, and with no word in two contrary classes."""

from __future__ import annotations

from rashomon.lang.cues import reporting_cues, source_cues, stance_cues


def test_reporting_verbs_are_lower_case_lemmas() -> None:
    cues = reporting_cues()
    for verbs in (cues.say, cues.tell, cues.think, cues.show, cues.intend, cues.urge, cues.judge, cues.quoting):
        assert verbs
        assert all(verb == verb.lower().strip() for verb in verbs)


def test_verbs_that_need_a_quotation_report_nothing_else() -> None:
    cues = reporting_cues()
    assert not cues.quoting & (cues.say | cues.tell | cues.think | cues.show)


def test_plan_and_doubt_are_kept_apart() -> None:
    cues = stance_cues()
    assert not cues.plan & cues.doubt
    assert not cues.possible & cues.future


def test_kinds_of_sources_do_not_overlap_where_it_matters() -> None:
    cues = source_cues()
    assert not cues.officials & cues.bodies
    assert not cues.outlets & cues.bodies
