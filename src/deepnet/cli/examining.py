"""The journal looked at, however damaged it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deepnet import private
from deepnet.cli.progress import progress
from deepnet.errors.files import DamagedJournal
from deepnet.journal import health

if TYPE_CHECKING:
    from deepnet.cli.session import Session
    from deepnet.views.care import Checked


def examine(session: Session, *, fix: bool) -> Checked:
    """Look at the journal; one that can't even be opened is a finding, too."""
    if not private.is_there(session.path):
        return health.nothing(session.path)
    try:
        store = session.write() if fix else session.read()
        # It looks at each thing at a moment of its own, so that nobody waits long.
        store.release()
        moment = health.Moment(session.today, session.moment())
        with progress("Looking") as tell:
            return health.check(store, session.path, moment, fix=fix, progress=tell)
    except DamagedJournal as error:
        return health.beyond(session.path, error)
