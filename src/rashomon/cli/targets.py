"""The file that is written: never one of the inputs, and one of the user's own only where that is asked for."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from rashomon.cli.output import write_whole
from rashomon.errors import InputError

KNOWN = "json"  # a comparison in this format is known, and passed over where it lies among reports


@dataclass(frozen=True, slots=True)
class Target:
    """A file to be written in a format; `inputs` are the files that may not be lost to it, whatever is asked for.

    `folders` are those whose files are read: what is written among them would be a report the next time. `force` lets
    it lie among them, and replace a file that Rashomon did not write.
    """

    path: Path
    form: str
    inputs: tuple[Path, ...] = ()
    force: bool = False
    folders: tuple[Path, ...] = ()

    def check(self) -> None:
        """Raise `InputError` where writing would cost the user a file: one of the inputs, or one not from Rashomon."""
        if os.path.isfile(self.path) and _identity(self.path) in set(_identities(self.inputs)):
            raise InputError(f"{self.path}: is one of the files to be read, and would be lost; name another file")
        if self.force:
            return
        if self.form != KNOWN and self._would_be_read():
            raise InputError(
                f"{self.path}: lies in a folder of reports, and would be read as one of them the next time; "
                "name a file elsewhere, or write it there with --force"
            )
        if not os.path.isfile(self.path) or self._is_ours():
            return
        raise InputError(
            f"{self.path}: stands there already, and is not known as an output of Rashomon ({self.form}); "
            "name another file, or replace it with --force"
        )

    def write(self, content: str | bytes) -> None:
        """Write the content, whole or not at all.

        Raises `InputError` as `check` does: minutes may have passed since; `OSError` where it cannot be written.
        """
        self.check()
        write_whole(self.path, content)

    def _would_be_read(self) -> bool:
        """Say whether the file would be a report of one of the folders that are read."""
        from rashomon.read.formats import suffixes

        among = Path(os.path.abspath(self.path)).parent.resolve() in {folder.resolve() for folder in self.folders}
        return among and self.path.suffix.lower() in suffixes()

    def _is_ours(self) -> bool:
        from rashomon.render.recognition import BEGINNING, is_output

        try:
            with self.path.open("rb") as file:
                begin = file.read(BEGINNING)
        except OSError:
            return False
        return not begin or is_output(begin, self.form)  # in an empty file there is nothing to lose


def named_target(output: str) -> Path:
    """Return the file that --output names. Raises `InputError` for an empty name."""
    if not output:
        raise InputError('--output "": an empty path names no file')
    return Path(output)


def input_files(paths: Sequence[str], largest: int) -> tuple[Path, ...]:
    """Return all files that reading the paths opens: reports in folders and the `meta.json` beside them too."""
    from rashomon.read.files import files_of

    opened = files_of([path for path in paths if path], largest)
    return (*opened, Path("/dev/stdin")) if "-" in paths else opened


def _identities(files: Sequence[Path]) -> Iterator[tuple[int, int]]:
    for file in files:
        try:
            yield _identity(file)
        except (OSError, ValueError):
            continue  # it is not there: nothing can be lost


def _identity(file: Path) -> tuple[int, int]:
    # By whatever name: a link to a file, hard or symbolic, is the same file.
    found = os.stat(file)
    return found.st_dev, found.st_ino
