"""deepnet: a journal of how well you know people, kept on your own disk."""

from __future__ import annotations

__version__ = "0.1.0"
