"""Rounding as the laws have it."""

from numpy import floor
from numpy.typing import NDArray


def rekenkundig(bedrag: NDArray, decimalen: int = 0) -> NDArray:
    """To the nearest, and a half upwards; numpy's own rounds a half to even."""
    macht = 10**decimalen
    return floor(bedrag * macht + 0.5) / macht
