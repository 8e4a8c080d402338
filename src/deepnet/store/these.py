"""How a statement takes any number of ids or words as one value: as a JSON array."""

from __future__ import annotations

THESE = "(SELECT value FROM json_each(?))"
"""What is one of these, after ``IN``; its value is ``json.dumps`` of a list."""
