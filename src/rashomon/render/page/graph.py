"""Who has it from whom, laid out as a drawing: reports on the left, those they have it from to the right.

networkx finds the columns (rings of citation stand in one); within a column, nodes are ordered so that few lines cross.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import networkx as nx

from rashomon import tables
from rashomon.model import Comparison, OriginEdge
from rashomon.render.page.columns import Column
from rashomon.render.page.phrases import spaced

_THRESHOLDS = tables.thresholds("rashomon.render.page")

# In units of the drawing; letters are taken to be seven wide.
WIDTH, GAP, ROW_GAP, LINE, PADDING, MARGIN = 196, 120, 14, 18, 8, 24
LETTERS, LINES = 25, 2
MOST_ENDS = _THRESHOLDS.integer("most_ends")
SWEEPS = 4


@dataclass(frozen=True, slots=True)
class Node:
    """A report, agency, outlet, speaker or document: its box, its name in lines, and the column it links to, or 0."""

    name: str
    kind: str
    x: float
    y: float
    height: int
    lines: tuple[str, ...]
    report: int


@dataclass(frozen=True, slots=True)
class Link:
    """A line between two boxes as an SVG path, why it is there, and whether it has an arrow."""

    path: str
    reason: str
    told: str
    directed: bool


@dataclass(frozen=True, slots=True)
class Drawing:
    """All boxes and lines, and the size of the whole."""

    nodes: tuple[Node, ...]
    links: tuple[Link, ...]
    width: int
    height: int


def drawn(comparison: Comparison, columns: Sequence[Column]) -> Drawing | None:
    """Return the drawing of a comparison's origins, or None where nothing is known of them."""
    labels = {report.id: column for report, column in zip(comparison.reports, columns, strict=True)}
    edges = _shown(comparison.origins, frozenset(labels))
    if not edges:
        return None
    kinds = {ident: "report" for ident in labels}
    for edge in edges:
        kinds.setdefault(edge.origin_from, "agency")
        kinds.setdefault(edge.origin_to, edge.kind)
    names = {name: labels[name].label if name in labels else name for name in kinds}
    layers = _ordered(_layers(kinds, edges), edges)
    nodes = _placed(layers, kinds, names, {ident: column.number for ident, column in labels.items()})
    links = tuple(_link(edge, nodes, names) for edge in edges)
    height = max(node.y + node.height for node in nodes.values()) + MARGIN
    width = 2 * MARGIN + len(layers) * WIDTH + (len(layers) - 1) * GAP
    return Drawing(tuple(nodes.values()), links, width, int(height))


def _shown(edges: Iterable[OriginEdge], reports: frozenset[str]) -> tuple[OriginEdge, ...]:
    """Return the edges worth drawing: all of few; of many without the speakers that one report alone names."""
    every = tuple(edges)
    ends = {edge.origin_to for edge in every} - reports
    if len(ends) <= MOST_ENDS:
        return every
    named: dict[str, set[str]] = {}
    for edge in every:
        named.setdefault(edge.origin_to, set()).update(evidence.report for evidence in edge.evidence)
    return tuple(edge for edge in every if edge.kind not in ("speaker", "document") or len(named[edge.origin_to]) > 1)


def _layers(kinds: Mapping[str, str], edges: Iterable[OriginEdge]) -> list[list[str]]:
    """Return the nodes by column: each stands to the right of all that have it from there."""
    graph = nx.DiGraph()
    graph.add_nodes_from(kinds)
    graph.add_edges_from((edge.origin_from, edge.origin_to) for edge in edges if edge.directed)
    rings = nx.condensation(graph)
    generations = nx.topological_generations(rings)
    return [sorted(name for ring in generation for name in rings.nodes[ring]["members"]) for generation in generations]


def _ordered(layers: list[list[str]], edges: Sequence[OriginEdge]) -> list[list[str]]:
    """Return the columns, each ordered by the mean place of its neighbours (Sugiyama, 1981), swept to and fro."""
    beside: dict[str, list[str]] = {name: [] for layer in layers for name in layer}
    for edge in edges:
        beside[edge.origin_from].append(edge.origin_to)
        beside[edge.origin_to].append(edge.origin_from)
    place = {name: row / len(layer) for layer in layers for row, name in enumerate(layer)}
    for sweep in range(SWEEPS):
        for layer in layers if sweep % 2 == 0 else reversed(layers):
            means = {n: sum(place[b] for b in beside[n]) / len(beside[n]) if beside[n] else place[n] for n in layer}
            layer.sort(key=lambda name: (means[name], name))
            place.update({name: row / len(layer) for row, name in enumerate(layer)})
    return layers


def _placed(
    layers: Sequence[Sequence[str]], kinds: Mapping[str, str], names: Mapping[str, str], numbers: Mapping[str, int]
) -> dict[str, Node]:
    lines = {
        name: tuple(textwrap.wrap(names[name], LETTERS, max_lines=LINES, placeholder="…")) or ("…",) for name in kinds
    }
    heights = {name: LINE * len(told) + 2 * PADDING for name, told in lines.items()}
    sizes = [sum(heights[name] + ROW_GAP for name in layer) - ROW_GAP for layer in layers]
    placed = {}
    for number, layer in enumerate(layers):
        y = MARGIN + (max(sizes) - sizes[number]) / 2
        for name in layer:
            x = MARGIN + number * (WIDTH + GAP)
            placed[name] = Node(names[name], kinds[name], x, y, heights[name], lines[name], numbers.get(name, 0))
            y += heights[name] + ROW_GAP
    return placed


def _link(edge: OriginEdge, nodes: Mapping[str, Node], names: Mapping[str, str]) -> Link:
    start, end = nodes[edge.origin_from], nodes[edge.origin_to]
    first, last = start.y + start.height / 2, end.y + end.height / 2
    if start.x < end.x:
        left, right = start.x + WIDTH, end.x
        half = (right - left) / 2
        path = f"M{left:g} {first:g}C{left + half:g} {first:g} {right - half:g} {last:g} {right:g} {last:g}"
    else:
        # Neighbours in one column: the line bows out to the left of both.
        left, right, out = start.x, end.x, MARGIN - 4
        path = f"M{left:g} {first:g}C{left - out:g} {first:g} {right - out:g} {last:g} {right:g} {last:g}"
    joined = "has it from" if edge.directed else "shares its words with"
    told = f"{names[edge.origin_from]} {joined} {names[edge.origin_to]}: {spaced(edge.reason)}"
    return Link(path, edge.reason, told, edge.directed)
