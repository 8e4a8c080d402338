"""A view as something to look at; nothing here prints, asks or reads the journal.

``terminal``, ``markdown`` and ``html`` are the doors. The modules beside them are named
for the groups of views, so that a command loads only what its own answer needs.
"""
