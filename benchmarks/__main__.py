"""``python -m benchmarks [NAME ...]``: the table of ``run``."""

from __future__ import annotations

import sys

from benchmarks.run import main

raise SystemExit(main(sys.argv[1:]))
