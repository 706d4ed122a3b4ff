"""Compares OpenFisca's outcomes and times with those that Samenhang has written into a folder.

    python vergelijk.py FOLDER

Prints one `name value` line for each figure; the seconds and the differences go to stderr. Fails
when an outcome differs that rounding errors of floats do not explain.
"""

import sys
from pathlib import Path

from bevolking import read
from tijden import compare_times
from uitkomsten import compare_outcomes


def main() -> int:
    folder = Path(sys.argv[1])
    population = read(folder)
    compare_times(folder, population)
    return 1 if compare_outcomes(folder, population) else 0


if __name__ == "__main__":
    sys.exit(main())
