"""A receiver of webhooks and publications. It accepts most of them, with a response for both formats."""

import itertools
import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

_count = itertools.count(1)


class _Receiver(BaseHTTPRequestHandler):
    def do_POST(self):
        request = self.rfile.read(int(self.headers.get("content-length", 0)))
        challenge = _challenge(request)
        if challenge is not None:
            return self._respond(200, json.dumps({"challenge": challenge}).encode())
        number = next(_count)
        # Every fourth is refused for good, so that there is something to redeliver.
        body = b'{"status": 200, "data": {"id": %d}}' % number
        self._respond(400 if number % 4 == 0 else 200, body)

    def _respond(self, status, body):
        self.send_response(status)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


def _challenge(request):
    """The challenge of a verification of an endpoint, which its response returns."""
    try:
        event = json.loads(request)
    except ValueError:
        return None
    if not isinstance(event, dict) or event.get("type") != "webhook_endpoint.verification":
        return None
    return event["data"]["challenge"]


def start():
    """Starts the receiver and returns its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Receiver)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}"
