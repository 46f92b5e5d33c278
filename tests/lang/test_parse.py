"""The shipped parser on invented news sentences: who did what to whom, under which modal, negated or not."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.shipped import forgetful_parser, parser

from rashomon.errors import InstallError
from rashomon.lang.clear_labels import Arc, to_universal
from rashomon.lang.parse import load_parser
from rashomon.lang.sentences import split_sentences
from rashomon.model import Sentence, Token
from rashomon.text import Range


def parsed(text: str) -> tuple[Sentence, ...]:
    return parser().parse(text, split_sentences(text, 0, len(text)))


def one(text: str) -> tuple[Token, ...]:
    sentences = parser().parse(text, (Range(0, len(text)),))
    assert len(sentences) == 1
    return sentences[0].tokens


# Sentence, then arcs as "dependent label head": the label may be a prefix ("obl" stands for "obl:agent" too).
GOLDEN_TEXT = """
The mayor opened the bridge on Tuesday.
    mayor nsubj opened; bridge obj opened; Tuesday obl opened
Rebels attacked the harbour at dawn.
    Rebels nsubj attacked; harbour obj attacked
The harbour was attacked by rebels at dawn.
    harbour nsubj:pass attacked; was aux:pass attacked; rebels obl attacked
Two miners were rescued by firefighters.
    miners nsubj:pass rescued; firefighters obl rescued; Two nummod miners
The minister did not sign the treaty.
    minister nsubj sign; not advmod sign; treaty obj sign
Police never found the weapon.
    Police nsubj found; never advmod found; weapon obj found
The storm could reach the coast by Friday.
    could aux reach; storm nsubj reach; coast obj reach
The court may have rejected the appeal.
    may aux rejected; court nsubj rejected; appeal obj rejected
The airline will cancel 40 flights.
    will aux cancel; airline nsubj cancel; flights obj cancel; 40 nummod flights
Officials said the dam had burst.
    Officials nsubj said; burst ccomp said; dam nsubj burst
The driver, who fled the scene, was later arrested.
    driver nsubj:pass arrested; fled acl:relcl driver; scene obj fled
At least 12 people died in the fire.
    people nsubj died; 12 nummod people; fire obl died
The quake killed nine people and injured dozens.
    quake nsubj killed; people obj killed; injured conj killed; dozens obj injured
The governor wants to build a new school.
    governor nsubj wants; build xcomp wants; school obj build
The company paid the workers a bonus.
    company nsubj paid; workers iobj paid; bonus obj paid
She is the director of the museum.
    She nsubj director; is cop director; museum nmod director
The road is closed because of snow.
    snow obl closed; is a closed
Prosecutors charged the banker with fraud.
    Prosecutors nsubj charged; banker obj charged; fraud obl charged
According to the agency, the ship sank off Norway.
    ship nsubj sank; agency obl sank; Norway obl sank
"We will rebuild the town," the mayor said.
    We nsubj rebuild; town obj rebuild; mayor nsubj said
The talks were cancelled after the envoy refused to travel.
    talks nsubj:pass cancelled; refused advcl cancelled; envoy nsubj refused
No survivors were found.
    survivors nsubj:pass found; No det survivors
The bank cut its forecast to 2.1% from 2.4%.
    bank nsubj cut; forecast obj cut; its nmod:poss forecast
Anna Berg, the chief of the union, called a strike.
    Anna nsubj called; strike obj called; Berg flat Anna
The army has denied shelling the village.
    army nsubj denied; shelling xcomp denied; village obj shelling
Voters in the north rejected the plan.
    Voters nsubj rejected; plan obj rejected; north nmod Voters
The train hit a truck carrying gravel.
    train nsubj hit; truck obj hit; carrying acl truck; gravel obj carrying
"""
GOLDEN_LINES = [line.strip() for line in GOLDEN_TEXT.strip().splitlines()]
GOLDEN = list(zip(GOLDEN_LINES[::2], GOLDEN_LINES[1::2], strict=True))


@pytest.mark.parametrize(("text", "arcs"), GOLDEN, ids=[text for text, _ in GOLDEN])
def test_who_did_what(text: str, arcs: str) -> None:
    tokens = one(text)
    found = {(t.text, t.dep, tokens[t.head].text) for t in tokens}
    for arc in arcs.split("; "):
        word, label, head = arc.split()
        assert any(w == word and d.startswith(label) and h == head for w, d, h in found), (arc, sorted(found))


@pytest.mark.parametrize(
    ("text", "word", "lemma"),
    [
        ("The women fled.", "women", "woman"),
        ("The women fled.", "fled", "flee"),
        ("He was struck twice.", "struck", "strike"),
        ("They are stopping trains.", "stopping", "stop"),
        ("They moved.", "moved", "move"),
        ("Crises followed.", "Crises", "crisis"),
        ("The gunmen were identified.", "gunmen", "gunman"),
        ("Nine bodies were found.", "bodies", "body"),
        ("The army denies it.", "denies", "deny"),
        ("It was controlled.", "controlled", "control"),
    ],
)
def test_dictionary_forms(text: str, word: str, lemma: str) -> None:
    assert [t.lemma for t in one(text) if t.text == word] == [lemma]


HEADLINES = [
    ("Five Killed As Train Hits Bus", "Train", "nsubj", "Hits"),
    ("PRESIDENT SIGNS CLIMATE BILL", "PRESIDENT", "nsubj", "SIGNS"),
    ("storm kills nine in coastal town", "storm", "nsubj", "kills"),
]


@pytest.mark.parametrize(("text", "word", "label", "head"), HEADLINES)
def test_headlines_in_any_case(text: str, word: str, label: str, head: str) -> None:
    tokens = one(text)
    assert (word, label, head) in {(t.text, t.dep, tokens[t.head].text) for t in tokens}


def test_our_sentence_boundaries_stand() -> None:
    text = "The dam broke. Nobody was hurt. The mayor resigned."
    whole = parser().parse(text, (Range(0, len(text)),))
    assert len(whole) == 1
    assert sum(token.dep == "root" for token in whole[0].tokens) == 1
    parts = (Range(0, 14), Range(15, 31), Range(32, 51))
    assert [(s.range.start, s.range.end) for s in parser().parse(text, parts)] == [(p.start, p.end) for p in parts]


def test_the_same_words_give_the_same_tree() -> None:
    text = " ".join(text for text, _ in GOLDEN)
    sentences = split_sentences(text, 0, len(text))
    one, again, another = (
        each.parse(text, sentences) for each in (forgetful_parser(), forgetful_parser(), load_parser())
    )
    assert one == again == another == parsed(text)


def test_a_sentence_is_parsed_alike_wherever_it_stands() -> None:
    text = "The dam broke in the night."
    alone = one(text)
    moved = parser().parse(f"Other words.\n{text}", (Range(0, 12), Range(13, 13 + len(text))))[1].tokens
    assert [(t.start - 13, t.text, t.head, t.dep) for t in moved] == [(t.start, t.text, t.head, t.dep) for t in alone]


HOSTILE = [
    "",
    " ",
    "\n\n\t",
    "\u200b",
    "\x00",
    "a" * 5000,
    "." * 3000,
    "word " * 2000,
    "“‘”’" * 50,
    "\U0001f525 \U0001f1fa\U0001f1f8 fire!!!",
    "e\u0301le\u0300ve said \ufeffno",
    "\u202eevil\u202c text",
    "<b>bold</b> & http://example.org/a?b=c#d",
    "\r\nOne.\r\n\r\nTwo.\x85Three.\u2028Four.",
    "((((((((([[[[[[{{{{",
    "(" * 2000,
    "\U0001f525" * 500,
    "0,0.0.0,0-0/0:0" * 40,
]


@pytest.mark.parametrize("text", [*HOSTILE, *(text for text, _ in GOLDEN)], ids=range(len(HOSTILE) + len(GOLDEN)))
def test_every_token_points_at_its_characters(text: str) -> None:
    for sentence in parsed(text):
        end = sentence.range.start
        for index, token in enumerate(sentence.tokens):
            assert text[token.start : token.end] == token.text != ""
            assert end <= token.start < token.end <= sentence.range.end
            assert 0 <= token.head < len(sentence.tokens)
            assert (token.dep == "root") == (token.head == index)
            end = token.end
        covered = sum(len(token.text) for token in sentence.tokens)
        assert covered == len("".join(sentence.range.of(text).split()))


def test_curly_and_straight_quotes_give_the_same_tree() -> None:
    straight = '"It isn\'t over," the coach said.'
    curly = "“It isn’t over,” the coach said."
    left, right = one(straight), one(curly)
    assert [(t.head, t.dep, t.start) for t in left] == [(t.head, t.dep, t.start) for t in right]
    assert right[0].text == "“"


def test_no_sentences_no_trees() -> None:
    assert parser().parse("Nothing is asked about.", ()) == ()


def test_a_missing_pipeline_is_named() -> None:
    with pytest.raises(InstallError, match="no_such_pipeline"):
        load_parser("no_such_pipeline")


def test_a_folder_that_is_no_pipeline_is_named(tmp_path: Path) -> None:
    with pytest.raises(InstallError, match="cannot be loaded"):
        load_parser(str(tmp_path))


def test_a_folder_with_a_pipeline_is_loaded() -> None:
    import rashomon.lang.parse

    folder = Path(rashomon.lang.parse.__file__).parent / "parser_model"
    tokens = load_parser(str(folder)).parse("The dam broke.", (Range(0, 14),))[0].tokens
    assert [t.dep for t in tokens] == ["det", "nsubj", "root", "punct"]


def arcs(tree: str) -> list[Arc]:
    """Each word as `word/POS/label/head`."""
    rows = [word.split("/") for word in tree.split()]
    return [Arc(int(head), dep, pos, word) for word, pos, dep, head in rows]


def labels(tree: str) -> list[tuple[str, int]]:
    return [(arc.dep, arc.head) for arc in to_universal(arcs(tree))]


def test_clear_labels_become_universal_ones() -> None:
    passive = "bridge/NOUN/nsubjpass/2 was/AUX/auxpass/2 hit/VERB/ROOT/2 by/ADP/agent/2 trucks/NOUN/pobj/3"
    assert labels(passive) == [("nsubj:pass", 2), ("aux:pass", 2), ("root", 2), ("case", 4), ("obl:agent", 2)]
    nested = "saw/VERB/ROOT/0 chief/NOUN/dobj/0 of/ADP/prep/1 police/NOUN/pobj/2 in/ADP/prep/0 may/PROPN/pobj/4"
    assert labels(nested) == [("root", 0), ("obj", 0), ("case", 3), ("nmod", 1), ("case", 5), ("obl", 0)]
    copula = "she/PRON/nsubj/1 is/AUX/ROOT/1 chief/NOUN/attr/1 ././punct/1".replace("././", "./PUNCT/")
    assert labels(copula) == [("nsubj", 2), ("cop", 2), ("root", 2), ("punct", 2)]
    chain = "a/NOUN/dobj/5 b/NOUN/conj/0 c/NOUN/conj/1 d/NOUN/conj/2 he/PRON/nsubj/5 saw/VERB/ROOT/5"
    assert labels(chain) == [("obj", 5), ("conj", 0), ("conj", 0), ("conj", 0), ("nsubj", 5), ("root", 5)]


def test_universal_trees_stay_as_they_are() -> None:
    tree = "dam/NOUN/nsubj/1 broke/VERB/ROOT/1 at/ADP/case/3 dawn/NOUN/obl/1"
    assert labels(tree) == [("nsubj", 1), ("root", 1), ("case", 3), ("obl", 1)]
