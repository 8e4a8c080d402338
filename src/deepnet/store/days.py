"""Days as columns hold them."""

from __future__ import annotations

from datetime import date


def kept_day(text: str | None) -> date | None:
    """The day that a column holds as ISO text; None where it holds none."""
    return date.fromisoformat(text) if text else None
