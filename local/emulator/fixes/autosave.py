"""State is saved on a graceful stop only: a killed emulator would forget everything but S3."""

import logging
import threading
import time

from ministack import app
from ministack.core import persistence

INTERVAL_SECONDS = 5


def _save_regularly():
    while True:
        time.sleep(INTERVAL_SECONDS)
        # A service that is being written to just now fails to be copied and is saved the next time.
        persistence.save_all(app._build_persistence_save_dict())


def apply():
    if not persistence.PERSIST_STATE:
        return
    logging.getLogger("persistence").setLevel(logging.CRITICAL)
    threading.Thread(target=_save_regularly, name="autosave", daemon=True).start()
