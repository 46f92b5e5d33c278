"""The tokens of a content: what the parse gives, put right by where commas and quotation marks stand."""

from __future__ import annotations

from rashomon import tables
from rashomon.extract.attribution.cues import Frame
from rashomon.lang.tree import QUOTES, Tree

_THRESHOLDS = tables.thresholds("rashomon.extract.attribution")

BEFORE_CLUSTER = QUOTES | {",", "?", "!", "—", "–", "-"}
# What opens an aside about the speaker, not the rest of the content: "..., she said, pointing at ...".
ASIDES = frozenset(("VBG", "WP", "WDT", "WP$", "IN", "VBN", "CC", "RB", "WRB"))
CLOSING = frozenset((",", ".", ";", "?", "!"))
SPEECH_KINDS = frozenset(("clause", "around", "bare"))
FARTHEST = _THRESHOLDS.integer("farthest")
Run = tuple[int, int]


def content_runs(tree: Tree, frame: Frame, source: Run | None) -> list[Run]:
    """Return the runs of content tokens (first and last of each), in order, without source and cue."""
    cluster = _cluster(frame, source)
    if frame.kind not in SPEECH_KINDS or cluster is None or tree.tokens[frame.head].pos != "VERB":
        return _plain(tree, frame, source)
    left = [token for token in frame.content if token < cluster[0]]
    right = [token for token in frame.content if token > cluster[1]]
    if not left and not right:
        return _by_surface(tree, frame, cluster)
    runs = []
    final = _stands_after(tree, cluster)
    comma = cluster[1] + 1 < len(tree.tokens) and tree.tokens[cluster[1] + 1].text == ","
    if left and not (right and not comma and not final):
        runs.append((0 if final and _is_main(tree, frame) else min(left), cluster[0] - 1 if final else max(left)))
    if right and (not runs or _goes_on(tree, cluster[1], min(right))):
        runs.append((_with_object(tree, frame, min(right)), _to_comma(tree, frame, max(right))))
    return [run for run in (_worded(tree, run) for run in runs) if run is not None]


def _cluster(frame: Frame, source: Run | None) -> Run | None:
    """Return the stretch from the first to the last token of source and cue, or the cue where the source is far."""
    if source is None:
        return frame.cue
    gap = max(source[0] - frame.cue[1], frame.cue[0] - source[1])
    if gap > FARTHEST:
        return frame.cue
    return min(source[0], frame.cue[0]), max(source[1], frame.cue[1])


def _plain(tree: Tree, frame: Frame, source: Run | None) -> list[Run]:
    taken = set(range(frame.cue[0], frame.cue[1] + 1))
    if source is not None:
        taken.update(range(source[0], source[1] + 1))
    runs: list[Run] = []
    for token in sorted(set(frame.content) - taken):
        gap = range(runs[-1][1] + 1, token) if runs else range(0)
        if runs and all(tree.tokens[t].pos == "PUNCT" and t not in taken for t in gap):
            runs[-1] = (runs[-1][0], token)
        else:
            runs.append((token, token))
    return [run for run in (_worded(tree, run) for run in runs) if run is not None]


def _by_surface(tree: Tree, frame: Frame, cluster: Run) -> list[Run]:
    """Return the content of a verb of speech that the parse gives none: after "that", or around the parenthesis."""
    tokens = tree.tokens
    if not frame.speech:
        return []
    for index in range(cluster[1] + 1, min(len(tokens), cluster[1] + FARTHEST)):
        if tokens[index].text == "," or tokens[index].pos == "VERB":
            break
        if tokens[index].text.lower() == "that" and tokens[index].tag in ("IN", "WDT"):
            marked = tree.last[tokens[index].head] if tokens[index].dep == "mark" else len(tokens) - 1
            worded = _worded(tree, (index, max(marked, index)))
            return [worded] if worded else []
    if not _stands_after(tree, cluster) or not (_is_main(tree, frame) or _in_parenthesis(tree, frame, cluster)):
        return []
    after = tokens[cluster[1] + 1].text if cluster[1] + 1 < len(tokens) else ""
    ahead = tokens[cluster[1] + 2].text if cluster[1] + 2 < len(tokens) else ""
    if after in (":", *QUOTES) or (after == "," and ahead in QUOTES and tokens[cluster[0] - 1].text not in QUOTES):
        return []
    runs = [(0, cluster[0] - 1)]
    if ahead and after == "," and _goes_on(tree, cluster[1], cluster[1] + 2):
        runs.append((cluster[1] + 2, len(tokens) - 1))
    return [run for run in (_worded(tree, run) for run in runs) if run is not None]


def _stands_after(tree: Tree, cluster: Run) -> bool:
    """Say whether source and cue follow a comma or a closing mark, as they do behind the words they report."""
    return cluster[0] > 1 and tree.tokens[cluster[0] - 1].text in BEFORE_CLUSTER


def _is_main(tree: Tree, frame: Frame) -> bool:
    token = tree.tokens[frame.head]
    return token.head == frame.head or token.dep in ("parataxis", "root", "ccomp")


def _in_parenthesis(tree: Tree, frame: Frame, cluster: Run) -> bool:
    """Say whether source and cue alone stand between commas, or between a comma and the end: ", he said,"."""
    tokens = tree.tokens
    after = tokens[cluster[1] + 1].text if cluster[1] + 1 < len(tokens) else "."
    if frame.source is None or after not in CLOSING or tokens[frame.source].tag in ("WP", "WDT"):
        return False
    return tree.one(frame.head, "mark") is None


def _goes_on(tree: Tree, last: int, first: int) -> bool:
    """Say whether what follows source and cue, from token `first`, takes up the words again."""
    between = tree.tokens[last + 1 : first]
    if any(token.text in QUOTES for token in (*between, tree.tokens[first])):
        return True
    return tree.tokens[first].tag not in ASIDES


def _to_comma(tree: Tree, frame: Frame, last: int) -> int:
    """Return the last token of a clause, with the phrases up to the next comma that the parse hung on the cue."""
    later = {
        tree.first[child]
        for child in tree.below(frame.head, "conj", "advcl", "parataxis", "ccomp")
        if tree.first[child] > last
    }
    while last + 1 < len(tree.tokens):
        token = tree.tokens[last + 1]
        if last + 1 in later or token.pos in ("PUNCT", "CCONJ", "VERB", "AUX"):
            break
        last += 1
    return last


def _with_object(tree: Tree, frame: Frame, first: int) -> int:
    """Return the first token of a clause, together with an object that the parse split off in front of it."""
    thing = tree.one(frame.head, "obj")
    hearer = tree.tokens[frame.head].lemma in ("tell", "ask", "remind", "assure", "inform", "warn", "convince")
    if thing is None or hearer or thing == frame.source or not frame.cue[1] < tree.first[thing] < first:
        return first
    return tree.first[thing]


def _worded(tree: Tree, run: Run) -> Run | None:
    """Return the run if it holds a word."""
    return run if any(tree.tokens[token].pos != "PUNCT" for token in range(run[0], run[1] + 1)) else None
