"""What a call is answered with that gets no answer: a sentence, and a word for why."""

from typing import Any

from sanic.response import HTTPResponse, json

from channels.assistant import Assistant
from channels.incoming import MAX_LENGTH, TooLong, Unreadable

TECHNICAL_PROBLEM = "utter_technical_problem"
TOO_LONG = "utter_message_too_long"


class Refused(Exception):
    """A call that gets a sentence of domain.yml instead of an answer."""

    def __init__(
        self,
        status: int,
        code: str,
        response: str = TECHNICAL_PROBLEM,
        **values: Any,
    ) -> None:
        """Take the HTTP status, a word for the widget, and the sentence with values.

        `seconds` among the values is how long the widget has to wait.
        """
        super().__init__(code)
        self.status, self.code = status, code
        self.response, self.values = response, values


def too_long(status: int) -> Refused:
    """Return the refusal of what is longer than a message may be."""
    return Refused(status, "too_long", TOO_LONG, max_length=MAX_LENGTH)


async def refusal(problem: Exception, assistant: Assistant) -> HTTPResponse:
    """Return what to answer when a call ended with `problem`."""
    refused = _refused(problem)
    messages = await assistant.say(refused.response, **refused.values)
    answer = json({"error": refused.code, "messages": messages}, status=refused.status)
    if "seconds" in refused.values:
        answer.headers["retry-after"] = str(refused.values["seconds"])
    return answer


def _refused(problem: Exception) -> Refused:
    if isinstance(problem, Refused):
        return problem
    if isinstance(problem, TooLong):
        return too_long(422)
    if isinstance(problem, Unreadable):
        return Refused(400, "bad_request")
    return Refused(503, "no_answer")
