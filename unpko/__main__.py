"""Run the command line: ``python -m unpko``."""

from __future__ import annotations

from unpko.cli import main

if __name__ == "__main__":
    main()
