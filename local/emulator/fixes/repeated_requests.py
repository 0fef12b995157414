"""An SDK sends a request again when its answer got lost, under the same id. What was done is not done again: it answers as before.

AWS loses answers rarely. On a busy machine the emulator does, and the second CreateSchedule would find that there is one already.
"""

import asyncio
import logging
from collections import OrderedDict

from ministack import app

from .patch import replace

ID = b"amz-sdk-invocation-id"
REPEATABLE = ("GET", "HEAD")
KEPT_ANSWERS = 1000
LARGEST_ANSWER_BYTES = 65536

log = logging.getLogger("repeated-requests")


class Answer:
    """What an application sends as the answer to a request."""

    def __init__(self, send):
        self._send = send
        self.events = []

    async def send(self, event):
        self.events.append(event)
        await self._send(event)

    @property
    def is_final(self):
        """Whether a repetition is to get it too: an SDK repeats a refusal in order to get another answer."""
        size = sum(len(event.get("body", b"")) for event in self.events)
        return bool(self.events) and self.events[0].get("status", 500) < 400 and size <= LARGEST_ANSWER_BYTES


def _once(original):
    answers = OrderedDict()

    async def first_time(key, scope, receive, send):
        answers[key] = done = asyncio.get_running_loop().create_future()
        while len(answers) > KEPT_ANSWERS:
            answers.popitem(last=False)
        answer = Answer(send)
        try:
            await original(scope, receive, answer.send)
        finally:
            if not answer.is_final:
                answers.pop(key, None)
            done.set_result(answer.events if answer.is_final else None)

    async def handle(scope, receive, send):
        headers = dict(scope.get("headers", ()))
        invocation = headers.get(ID)
        if invocation is None or scope["method"] in REPEATABLE:
            return await original(scope, receive, send)
        key = (invocation, scope["method"], scope["path"])
        earlier = key in answers and await answers[key]
        if not earlier:
            return await first_time(key, scope, receive, send)
        operation = headers.get(b"x-amz-target", b"").decode()
        log.warning("%s %s %s came again, and is answered as before", scope["method"], scope["path"], operation)
        while (await receive()).get("more_body"):
            pass
        for event in earlier:
            await send(event)

    return handle


def apply():
    replace(app, "app", _once)
