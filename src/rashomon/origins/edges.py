"""The edges of the origin graph: who has it from whom, why, and the words that show it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from rashomon.lang.cues import source_cues
from rashomon.model import Account, Attribution, Copy, Evidence, OriginEdge, Report, Source
from rashomon.origins.names import Likeness, is_proper, name_words, same_body, same_person
from rashomon.origins.voices import BODIES, Sourcing
from rashomon.text import Range

_QUOTE_MARKS = frozenset('“”"«»„')
_NO_NODE = frozenset({"anonymous"})
_Key = tuple[str, str, str, str]


def edges_of(sources: Mapping[str, Sourcing], copies: Sequence[Copy]) -> tuple[OriginEdge, ...]:
    """Return every edge once, with all words that show it: copies first, then credits, then whom the reports name.

    A speaker whose words came through an agency stands behind the agency: report, agency, speaker.
    """
    edges: dict[_Key, OriginEdge] = {}
    evidence: dict[_Key, dict[Evidence, None]] = {}
    people = _full_names(sources.values())
    found = [
        *(_copy_edge(copy, sources) for copy in copies),
        *(edge for sourcing in sources.values() for edge in _credit_edges(sourcing)),
        *(edge for sourcing in sources.values() for edge in _named_edges(sourcing, people, sources)),
        *_links([sourcing.report for sourcing in sources.values()]),
    ]
    for edge in found:
        key = (edge.origin_from, edge.origin_to, edge.reason, edge.kind)
        edges.setdefault(key, edge)
        evidence.setdefault(key, {}).update(dict.fromkeys(edge.evidence))
    return tuple(
        OriginEdge(edge.origin_from, edge.origin_to, edge.reason, tuple(evidence[key]), edge.kind, edge.directed)
        for key, edge in edges.items()
    )


def _copy_edge(copy: Copy, sources: Mapping[str, Sourcing]) -> OriginEdge:
    reason = "rewritten" if copy.kind == "rewritten" else "verbatim-reuse"
    places = [(copy.first, passage.first) for passage in copy.passages]
    places += [(copy.second, passage.second) for passage in copy.passages]
    shown = tuple(Evidence(report, place, place) for report, place in places)
    return OriginEdge(copy.first, copy.second, reason, shown, "report", copy.directed)


def _credit_edges(sourcing: Sourcing) -> Iterator[OriginEdge]:
    for credit in sourcing.credits:
        if sourcing.report.outlet and same_body(credit.agency, sourcing.report.outlet) is Likeness.SAME:
            continue
        reason = "dateline" if credit.reason == "dateline" else "agency-credit"
        shown = Evidence(sourcing.report.id, credit.range, credit.range)
        yield OriginEdge(sourcing.report.id, credit.agency, reason, (shown,), "agency")


def _named_edges(sourcing: Sourcing, people: Sequence[str], sources: Mapping[str, Sourcing]) -> Iterator[OriginEdge]:
    """Yield the edges from a report to whom it names, one for each link of the chain."""
    text = sourcing.report.text
    for attribution in sourcing.account.attributions:
        if not _vouches(attribution, text):
            continue
        shown = _shown(attribution, sourcing.account)
        start = sourcing.report.id
        for source in reversed(attribution.chain):
            if not _is_node(source):
                continue
            end, kind, reason = _far_end(source, people, sources)
            if end != start:
                yield OriginEdge(start, end, reason, (shown,), kind)
            start = end


def _vouches(attribution: Attribution, text: str) -> bool:
    """Say whether words are given for the source's: an attitude vouches for nothing unless it is quoted."""
    if attribution.manner == "speech" or attribution.direct:
        return bool(attribution.chain)
    return bool(attribution.chain) and any(c in _QUOTE_MARKS for c in attribution.content.of(text))


def _shown(attribution: Attribution, account: Account) -> Evidence:
    sentence = next((s.range for s in account.sentences if s.range.overlaps(attribution.content)), attribution.content)
    return Evidence(account.report.id, attribution.content, sentence, attribution.chain)


def _is_node(source: Source) -> bool:
    if source.kind in _NO_NODE or source.name.casefold() in source_cues().pronouns:
        return False
    return is_proper(source.name)


def _far_end(source: Source, people: Sequence[str], sources: Mapping[str, Sourcing]) -> tuple[str, str, str]:
    """Return the node that a source is, its kind, and the reason of the edge to it."""
    for ident, sourcing in sources.items():
        outlet = sourcing.report.outlet
        if outlet and same_body(outlet, source.name) is Likeness.SAME:
            return ident, "report", "reported-by"
    if source.kind in ("agency", "outlet"):
        return source.name, source.kind, "reported-by"
    if source.kind == "document":
        return source.name, "document", "document"
    if source.kind in BODIES:
        return source.name, "speaker", "speaker"
    return _full_name(source.name, people), "speaker", "speaker"


def _full_names(sources: Iterable[Sourcing]) -> tuple[str, ...]:
    """Return the names of the people who speak, the longest first."""
    names = {
        source.name
        for sourcing in sources
        for attribution in sourcing.account.attributions
        for source in attribution.chain
        if source.kind == "person" and is_proper(source.name)
    }
    return tuple(sorted(names, key=lambda name: (-len(name_words(name)), name)))


def _full_name(name: str, people: Sequence[str]) -> str:
    """Return the longest name that surely is the same person's, unless two people could bear this one."""
    fuller = [other for other in people if same_person(name, other) is Likeness.SAME]
    if any(same_person(one, other) is not Likeness.SAME for one in fuller for other in fuller):
        return name
    return fuller[0] if fuller else name


def _links(reports: Sequence[Report]) -> Iterator[OriginEdge]:
    """Yield an edge for each report whose text gives the address of another."""
    for linked in reports:
        if not linked.url or len(linked.url) < len("https://a.bc/d"):
            continue
        for report in reports:
            start = report.text.find(linked.url)
            if report.id != linked.id and start >= 0:
                place = Range(start, start + len(linked.url))
                yield OriginEdge(report.id, linked.id, "link", (Evidence(report.id, place, place),))
