"""Writes a trained pipeline as it ships: no words of the treebanks beyond the table of forms, UD-like tokens."""

from __future__ import annotations

import json
from pathlib import Path

from conllu import Tree
from lemma_table import write_lemma_table
from spacy.language import Language
from spacy.util import compile_infix_regex

# UD keeps these with the word after the hyphen: one word, not three.
PREFIXES = (
    "anti", "co", "counter", "cross", "e", "ex", "hyper", "inter", "intra", "macro", "mega", "meta", "micro", "mid",
    "mini", "multi", "neo", "non", "pan", "post", "pre", "pro", "proto", "pseudo", "quasi", "re", "semi", "sub",
    "super", "trans", "ultra", "un", "vice",
)  # fmt: skip
ABBREVIATIONS = ("etc.", "al.", "approx.", "ca.", "eds.", "Ft.", "Nos.", "Sgt.", "Det.", "Lt.", "Col.", "Maj.", "Cpl.")
HYPHENS = "-\u2010\u2011"


def ud_tokens(nlp: Language) -> None:
    """Change spaCy's rules where UD joins what they split: `pro-European`, `etc.`."""
    kept = "".join(f"(?<!\\b{form})" for prefix in PREFIXES for form in (prefix, prefix.capitalize()))
    rules = []
    for rule in nlp.Defaults.infixes or []:
        splits_hyphens = rule.startswith("(?<=[") and "(?:-|" in rule
        rules.append(rule.replace("(?:-|", f"(?:{kept}[{HYPHENS}]|", 1) if splits_hyphens else rule)
    nlp.tokenizer.infix_finditer = compile_infix_regex(rules).finditer
    for form in ABBREVIATIONS:
        nlp.tokenizer.add_special_case(form, [{"ORTH": form}])


def write_model(nlp: Language, data: list[Tree], output: Path) -> None:
    """Write the pipeline, with the table of dictionary forms and without the list of all words seen."""
    ud_tokens(nlp)
    nlp.meta.update(
        {"name": "rashomon", "license": "CC BY-SA 4.0", "spacy_version": ">=3.8.0,<3.9.0", "performance": {}}
    )
    nlp.to_disk(output)
    write_lemma_table(data, output / "lemmas.json")
    labels = {label for pipe in nlp.pipe_names for label in getattr(nlp.get_pipe(pipe), "labels", ())}
    strings = sorted(labels | {"ROOT", "dep", "X"})
    (output / "vocab" / "strings.json").write_text(json.dumps(strings, indent=1) + "\n", encoding="utf-8")
