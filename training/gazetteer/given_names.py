"""Write the table of given names from the US Census Bureau's 1990 name files (public domain).

`python training/gazetteer/given_names.py FOLDER OUTPUT` reads `dist.male.first` and `dist.female.first` in FOLDER (they
come in the registry package `names` 0.3.0) and `given_names_elsewhere.txt` beside this script, and writes OUTPUT, a
TOML file. The further file holds what the census lacks: names frequent in news from elsewhere, from general knowledge.
"""

from __future__ import annotations

import sys
import textwrap
from pathlib import Path

MOST_MALE, MOST_FEMALE = 1000, 1700
SHORT = frozenset({"ed", "al", "jo", "bo", "ty", "cy", "mo", "xi", "li"})
# Words that are names of other things far more often than of people.
MORE_OFTEN_OTHERWISE = """
roman young many see london america asia china india israel ireland france chin man love star pearl ruby precious
mercedes page summer autumn august april june sunday golden royal prince king major mission an my so in le dorian
art the guy long princess sage season treasure heaven nation harley miracle destiny lake river ocean sierra
"""
HEADER = """\
# Given names, lower case: the first of a run of capitalised words that is one of them opens a person's name.
# Source: US Census Bureau, Frequently Occurring Names 1990 (public domain), the 1,000 most frequent male and 1,700 most
# frequent female ones, with those of training/gazetteer/given_names_elsewhere.txt; made by given_names.py beside it.
"""


def main(folder: Path, output: Path) -> None:
    """Write the table to `output`."""
    names = set((Path(__file__).parent / "given_names_elsewhere.txt").read_text(encoding="utf-8").split())
    for file, most in (("dist.male.first", MOST_MALE), ("dist.female.first", MOST_FEMALE)):
        names |= {line.split()[0].lower() for line in (folder / file).read_text().splitlines()[:most]}
    names = {name for name in names if len(name) > 2 or name in SHORT} - set(MORE_OFTEN_OTHERWISE.split())
    body = textwrap.fill(" ".join(sorted(names)), width=118)
    output.write_text(f'{HEADER}\nwords = """\n{body}\n"""\n', encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
