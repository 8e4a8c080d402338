"""What one can do with a journal: functions of a store, a day and arguments.

Each answers with a view. Nothing here knows of a terminal; what can only be asked of
a person goes through ``Choices``, whose plain form refuses.
"""

from __future__ import annotations
