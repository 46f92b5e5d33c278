"""Where a number or a list of words decides something and stands in the code instead of in its room's table.

What is found is named as "lang/units.py FAR 7": the module, the constant or function, and the numbers if it is a
comparison. `tests/structural.py` names what is found and decides nothing, under the same names.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass

# What a comparison may hold against anything: an end, nothing, one, a pair, and per cent.
PLAIN = frozenset({-1, 0, 1, 2, 100})
FEWEST_WORDS = 3
# Calls that only freeze what they are given.
FREEZING = frozenset({"frozenset", "set", "tuple", "dict", "MappingProxyType"})
# What the parser calls words and their relations: names of grammar, and no words of English.
RELATIONS = """
    acl acl:relcl advcl advcl:relcl advmod amod appos aux aux:pass case cc cc:preconj ccomp compound compound:prt conj
    cop csubj csubj:pass dep det det:predet discourse dislocated expl fixed flat goeswith iobj list mark meta nmod
    nmod:desc nmod:npmod nmod:poss nmod:tmod nmod:unmarked nsubj nsubj:outer nsubj:pass nummod obj obl obl:agent
    obl:npmod obl:tmod obl:unmarked orphan parataxis poss punct reparandum root vocative xcomp
"""
TAGS = """
    ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X
    CC CD DT EX FW IN JJ JJR JJS MD NN NNS NNP NNPS PDT POS PRP PRP$ RB RBR RBS RP TO UH VB VBD VBG VBN VBP VBZ
    WDT WP WP$ WRB
"""
GRAMMAR = frozenset((RELATIONS + TAGS).split())

Assigned = ast.Assign | ast.AnnAssign
Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True, slots=True)
class Found:
    """A place where the code decides: its name within the module, its line, and the piece of code."""

    name: str
    line: int
    node: ast.expr


def assignments(module: ast.Module) -> Iterator[tuple[Assigned, str, ast.expr]]:
    """Yield each assignment at the module's level, the name it gives and the value; of a pair, each by itself."""
    for node in module.body:
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
            target = node.targets[0] if isinstance(node, ast.Assign) else node.target
            if isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple):
                for name, value in zip(target.elts, node.value.elts, strict=True):
                    yield node, ast.unparse(name), value
            else:
                yield node, ast.unparse(target), node.value


def constants(module: ast.Module) -> Iterator[Found]:
    """Yield the numbers that stand as constants at the module's level."""
    for node, name, value in assignments(module):
        if any(_is_number(inner) for inner in _outside(value, (ast.Lambda, ast.Subscript, ast.JoinedStr))):
            yield Found(name, node.lineno, value)


def compared(module: ast.Module) -> Iterator[Found]:
    """Yield the numbers that functions compare with; what only says which place of a row is meant is left out."""
    for function, node in _in_functions(module):
        if isinstance(node, ast.Compare):
            for side in (node.left, *node.comparators):
                for inner in _outside(side, (ast.Subscript, ast.Compare, ast.Lambda)):
                    if isinstance(inner, ast.Constant) and _is_number(inner) and inner.value not in PLAIN:
                        yield Found(f"{function} {inner.value}", inner.lineno, inner)


def lists(module: ast.Module) -> Iterator[Found]:
    """Yield the lists of words that stand at the module's level."""
    for node, name, value in assignments(module):
        if name != "__all__" and any(is_word_list(inner) for inner in _outside(value, (ast.Lambda, ast.JoinedStr))):
            yield Found(name, node.lineno, value)


def is_word_list(node: ast.AST) -> bool:
    """Say whether a literal holds three words or more that are not all names of grammar."""
    words = [word for word in _strings(node) if any(character.isalpha() for character in word)]
    return len(words) >= FEWEST_WORDS and not GRAMMAR.issuperset(words)


def _strings(node: ast.AST) -> list[str]:
    """Return the strings that a literal holds itself, and in its own rows; of a mapping, keys and values."""
    if isinstance(node, ast.Constant):
        return [node.value] if isinstance(node.value, str) else []
    if isinstance(node, ast.Set | ast.Tuple | ast.List):
        return [word for inner in node.elts for word in _strings(inner)]
    if isinstance(node, ast.Dict):
        return [word for inner in (*node.keys, *node.values) if inner is not None for word in _strings(inner)]
    if isinstance(node, ast.Starred):
        return _strings(node.value)
    return []


def _in_functions(module: ast.Module) -> Iterator[tuple[str, ast.AST]]:
    """Yield everything inside functions with the name of the innermost one."""
    waiting: list[tuple[str, ast.AST]] = [("", module)]
    while waiting:
        name, node = waiting.pop()
        if name:
            yield name, node
        inner = node.name if isinstance(node, Function) else name
        waiting += [(inner, child) for child in ast.iter_child_nodes(node)]


def _outside(node: ast.AST, closed: tuple[type[ast.AST], ...]) -> Iterator[ast.AST]:
    """Yield a piece of code and everything in it that is not inside one of the kinds given."""
    if not isinstance(node, closed):
        yield node
        for child in ast.iter_child_nodes(node):
            yield from _outside(child, closed)


def _is_number(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, int | float) and not isinstance(node.value, bool)
