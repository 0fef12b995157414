"""State is saved on a graceful stop only: a killed emulator would forget everything but S3."""

import logging
import threading
import time

from ministack import app
from ministack.core import persistence

from .patch import replace

INTERVAL_SECONDS = 5
TRIES = 20

_saving = threading.Lock()


def _steady(get_state):
    """A service's state, also while others write to it: the copy then fails and is made again."""

    def get():
        for _ in range(TRIES):
            try:
                return get_state()
            except RuntimeError:
                time.sleep(0.05)
        return get_state()

    return get


def _one_at_a_time(original):
    def save_all(services):
        # Two that save at once would write into one file.
        with _saving:
            original({name: _steady(get_state) for name, get_state in services.items()})

    return save_all


def _save_regularly():
    while True:
        time.sleep(INTERVAL_SECONDS)
        app.save_all(app._build_persistence_save_dict())


def apply():
    if not persistence.PERSIST_STATE:
        return
    replace(app, "save_all", _one_at_a_time)
    logging.getLogger("persistence").setLevel(logging.ERROR)
    threading.Thread(target=_save_regularly, name="autosave", daemon=True).start()
