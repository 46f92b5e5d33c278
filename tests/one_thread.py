"""One thread for sums of matrices, here and in the programs that tests start: loaded before anything that loads numpy.

Two threads that wait for each other on a busy machine take fifty times as long for the small sums of one sentence.
"""

from __future__ import annotations

import os

for name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(name, "1")
