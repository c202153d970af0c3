"""A proxy that omits a field: it forwards to the real server and deletes the field, at any depth, from every JSON response
and every event. A client must notice.

    proxy.py http://127.0.0.1:8000 PORT_FILE [FIELD]
"""

import http.client
import json
import socket
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

Json = dict[str, "Json"] | list["Json"] | str | float | bool | None
# They belong to one connection (RFC 9110, 7.6.1), or no longer fit the body.
NOT_PASSED_ON = {"connection", "keep-alive", "transfer-encoding", "content-length", "content-encoding"}


def without(field: str | None, value: Json) -> Json:
    if isinstance(value, dict):
        return {key: without(field, inner) for key, inner in value.items() if key != field}
    if isinstance(value, list):
        return [without(field, inner) for inner in value]
    return value


class Proxy(BaseHTTPRequestHandler):
    upstream = ""
    field: str | None = None

    def pass_on(self) -> None:
        connection = http.client.HTTPConnection(self.upstream, timeout=60)
        body = self.rfile.read(int(self.headers.get("Content-Length", "0")))
        headers = {name: value for name, value in self.headers.items() if name.lower() not in NOT_PASSED_ON}
        connection.request(self.command, self.path, body, headers | {"Accept-Encoding": "identity"})
        upstream = connection.sock
        answer = connection.getresponse()
        self.send_response(answer.status)
        for name, value in answer.getheaders():
            if name.lower() not in NOT_PASSED_ON:
                self.send_header(name, value)
        self.end_headers()
        media_type = answer.headers.get_content_type()
        if media_type == "text/event-stream":
            threading.Thread(target=self.close_together, args=[upstream], daemon=True).start()
            self.pass_events_on(answer)
        elif media_type.endswith("json") and (body := answer.read()):
            self.wfile.write(self.forget(body))
        else:
            self.wfile.write(answer.read())
        connection.close()

    def close_together(self, upstream: socket.socket) -> None:
        """Closes the upstream connection with the client's, because the open streams of a user are limited."""
        try:
            self.connection.recv(1)
            upstream.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass  # It is closed already.

    def pass_events_on(self, answer: http.client.HTTPResponse) -> None:
        try:
            for line in answer:
                is_data = line.startswith(b"data: ")
                self.wfile.write(b"data: " + self.forget(line[6:]) + b"\n" if is_data else line)
                self.wfile.flush()
        except (OSError, http.client.HTTPException):
            pass  # The client has read enough.

    def forget(self, text: bytes) -> bytes:
        return json.dumps(without(self.field, json.loads(text))).encode()

    def log_message(self, *_: object) -> None:
        pass

    do_GET = do_POST = do_PATCH = do_PUT = do_DELETE = pass_on


def main(url: str, port_file: str, field: str | None = None) -> None:
    Proxy.upstream, Proxy.field = urlsplit(url).netloc, field
    server = ThreadingHTTPServer(("127.0.0.1", 0), Proxy)
    Path(port_file).write_text(str(server.server_port))
    server.serve_forever()


if __name__ == "__main__":
    main(*sys.argv[1:])
