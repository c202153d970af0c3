"""Ids from responses, found by the links of openapi.yaml: the parameters to call an operation with."""

import itertools
from collections import defaultdict, deque

from dice import DICE


class Pools:
    def __init__(self):
        # By mode and operation: parameters of existing objects.
        self.calls = defaultdict(lambda: deque(maxlen=40))
        self.modes = {}

    def learn(self, mode, links, path_parameters, body):
        """Learns from every item of a list; the links name only the first."""
        for link, index in itertools.product((links or {}).values(), range(len(body.get("items", [0])))):
            expressions = ((name, text.replace("/0/", f"/{index}/")) for name, text in link["parameters"].items())
            call = {name: _evaluate(expression, path_parameters, body) for name, expression in expressions}
            if None not in call.values():
                self.calls[mode, link["operationId"]].append(call)
                self.modes.update(dict.fromkeys(call.values(), mode))

    def choose(self, mode, operation):
        calls = self.calls[mode, operation]
        return DICE.choice(calls) if calls else None

    def forget(self, mode, operation, call):
        calls = self.calls[mode, operation]
        if call in calls:
            calls.remove(call)


def _evaluate(expression, path_parameters, body):
    """The two kinds of runtime expressions (OpenAPI 3.0.3) that the document uses. None if the value is absent."""
    where, _, pointer = expression.partition("#/")
    if where != "$response.body":
        return path_parameters.get(expression.removeprefix("$request.path."))
    for part in pointer.split("/"):
        try:
            body = body[int(part) if isinstance(body, list) else part]
        except (KeyError, IndexError, TypeError):
            return None
    return body
