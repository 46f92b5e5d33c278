"""The output contract."""

from __future__ import annotations

import json
from dataclasses import replace

from rashomon.model import Comparison
from rashomon.render.json import SCHEMA, comparison_as_json, finding_id


def test_every_range_resolves_to_the_words_shown(kites: Comparison) -> None:
    document = json.loads(comparison_as_json(kites))
    texts = {report.id: report.text for report in kites.reports}
    shown = [e for finding in document["findings"] for side in finding["sides"] for e in side["evidence"]]
    shown += [e for edge in document["origins"] for e in edge["evidence"]]
    assert len(shown) == 4
    assert all(texts[e["report"]][e["start"] : e["end"]] == e["exact"] for e in shown)


def test_holds_what_the_contract_names(kites: Comparison) -> None:
    document = json.loads(comparison_as_json(kites))
    assert document["schema"] == SCHEMA
    first, second = document["reports"]
    assert (first["id"], first["title"], first["outlet"], first["published"]) == (
        "first",
        "=Kites* win",
        "Kite Weekly",
        "2024-03-03T10:15",
    )
    assert (second["published"], second["language"]) == ("2024-03-04", "en")
    assert first["boilerplate"] == [{"start": 47, "end": 63, "reason": "related-link"}]
    conflict = document["findings"][0]
    assert (conflict["verdict"], conflict["reason"], conflict["about"]) == ("conflict", "quantity", "kites")
    assert conflict["origins"] == {"at_least": 1, "at_most": 2, "why": "why"}
    (said,) = conflict["sides"][0]["evidence"]
    assert said["attribution"] == [{"name": "the club", "cue": "said", "kind": "organisation"}]
    assert (said["sentence"], said["modality"]) == ({"start": 0, "end": 63}, "asserted")
    assert document["origins"][0]["from"] == "second"


def test_the_id_of_a_finding_hangs_on_what_it_says_alone(kites: Comparison) -> None:
    conflict, sole = kites.findings
    assert finding_id(conflict) == finding_id(replace(conflict, score=0.1, sides=conflict.sides[::-1]))
    assert finding_id(conflict) != finding_id(sole)


def test_an_empty_comparison_is_a_document_too() -> None:
    assert json.loads(comparison_as_json(Comparison((), ())))["findings"] == []
