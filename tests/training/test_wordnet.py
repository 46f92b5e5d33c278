"""The derivation of the lexicon, on a database of five words of our own making."""

from __future__ import annotations

import gzip
import importlib.util
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).parents[2] / "training" / "wordnet" / "derive.py"
NOUNS = """\
  1 A heading line begins with two blanks.
00000010 03 n 01 thing 0 000 | whatever there is
00000020 06 n 02 vessel 0 craft 0 001 @ 00000010 n 0000 | a thing that floats
00000030 06 n 01 Punt 0 002 @ 00000020 n 0000 + 00000010 v 0000 | a flat vessel
00000040 06 n 01 wreck 0 002 @ 00000020 n 0000 ! 00000030 n 0101 | a vessel no more
00000050 13 n 01 cheese 0 001 @ 00000010 n 0000 | of no use here
"""
NOUN_INDEX = """\
  1 A heading line begins with two blanks.
craft n 1 1 @ 1 0 00000020
punt n 2 1 @ 2 0 00000030 00000050
punt_pole n 1 1 @ 1 1 00000030
wreck n 2 2 @ ! 2 1 00000040 00000030
"""
VERBS = "00000010 30 v 01 float 0 000 00 | not to sink\n"
VERB_INDEX = "float v 1 0 1 0 00000010\n"
ADJECTIVES = """\
00000010 00 a 01 wet 0 002 & 00000020 a 0000 ! 00000030 s 0101 | not dry
00000020 00 s 01 moist 0 001 & 00000010 a 0000 | a little wet
00000030 00 s 01 dry 0 000 | not wet
"""
ADJECTIVE_INDEX = "dry a 1 0 1 0 00000030\nmoist a 1 1 & 1 0 00000020\nwet a 1 2 & ! 1 0 00000010\n"


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """Return a folder with the six files of the small database."""
    files = {"noun": (NOUNS, NOUN_INDEX), "verb": (VERBS, VERB_INDEX), "adj": (ADJECTIVES, ADJECTIVE_INDEX)}
    for name, (synsets, index) in files.items():
        (tmp_path / f"data.{name}").write_text(synsets, encoding="latin-1")
        (tmp_path / f"index.{name}").write_text(index, encoding="latin-1")
    return tmp_path


@pytest.fixture
def derive() -> ModuleType:
    """Return the script as a module."""
    spec = importlib.util.spec_from_file_location("derive_wordnet", SCRIPT)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_synsets_are_read_without_headings_and_glosses(derive: ModuleType, database: Path) -> None:
    synsets = derive.read_synsets(database, "n")
    assert len(synsets) == 5
    assert synsets["00000020"] == ("06", [("@", "00000010", "n")], ["vessel", "craft"])
    assert synsets["00000030"][2] == ["punt"]  # in lower case


def test_the_index_keeps_single_words_and_their_most_frequent_senses(derive: ModuleType, database: Path) -> None:
    assert derive.read_index(database, "n") == [
        ("craft", ["00000020"]),
        ("punt", ["00000030"]),  # no corpus has it: its first sense alone
        ("wreck", ["00000040", "00000030"]),
    ]


def test_the_lexicon_holds_what_its_words_need(derive: ModuleType, database: Path) -> None:
    rows = [line.split("\t") for line in derive.derive(database).splitlines()]
    assert [row[1:] for row in rows if row[:2] == ["s", "n"]] == [
        ["n", "0", "03", "", "", ""],
        ["n", "1", "06", "0", "", ""],
        ["n", "2", "06", "1", "", ""],  # the pointer to a verb is left out
        ["n", "3", "06", "1", "2", ""],
    ]
    assert [row[2:] for row in rows if row[:2] == ["w", "n"]] == [["craft", "1"], ["punt", "2"], ["wreck", "3,2"]]
    assert [row[2:] for row in rows if row[:2] == ["s", "a"]] == [
        ["0", "00", "", "2", "1"],
        ["1", "00", "", "", "0"],
        ["2", "00", "", "", ""],
    ]


def test_the_same_database_gives_the_same_bytes(derive: ModuleType, database: Path, tmp_path: Path) -> None:
    outputs = [tmp_path / "first.tsv.gz", tmp_path / "second.tsv.gz"]
    for output in outputs:
        subprocess.run([sys.executable, str(SCRIPT), str(database), str(output)], check=True)
    assert outputs[0].read_bytes() == outputs[1].read_bytes()
    assert gzip.decompress(outputs[0].read_bytes()).decode("utf-8") == derive.derive(database)
