"""A receiver of webhooks and publications. It accepts most of them, with a response for both formats."""

import itertools
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

_count = itertools.count(1)


class _Receiver(BaseHTTPRequestHandler):
    def do_POST(self):
        self.rfile.read(int(self.headers.get("content-length", 0)))
        number = next(_count)
        # Every fourth is refused for good, so that there is something to redeliver.
        body = b'{"status": 200, "data": {"id": %d}}' % number
        self.send_response(400 if number % 4 == 0 else 200)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


def start():
    """Starts the receiver and returns its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Receiver)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}"
