"""The callers and their data: logins, keys, and a finished conversation in each mode."""

import json
import os
import threading
import time
import urllib.error
import urllib.request
import uuid

import receiver

# The password of people that the fuzzer signs up.
PASSWORD = "lantern gravel mint seventy"
# A person and an API key in live mode, an API key in test mode.
CALLERS = ("person", "live", "test")


class World:
    def __init__(self):
        with open(os.environ["DEMO"], encoding="utf-8") as file:
            self.demo = json.load(file)
        self.url = self.demo["base_url"]
        self.receiver = receiver.start()
        self.credentials = {}
        self.own = set()
        self.guest_email = ""
        self.refresh_token = ""
        self.prepared_until = 0.0
        self.preparing = threading.Lock()

    def ask(self, method, path, caller=None, body=None, wait=10):
        """Returns the status and body of a response. An error is a response too."""
        headers = {"content-type": "application/json", "prefer": f"wait={wait}"}
        if caller:
            headers["authorization"] = "Bearer " + self.credentials[caller]
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.url + path, data, headers, method=method)
        try:
            with urllib.request.urlopen(request, timeout=30) as response:
                text = response.read()
                return response.status, json.loads(text) if text else {}
        except urllib.error.HTTPError as error:
            return error.code, {}

    def sign_in(self):
        login = {"email": self.demo["email"], "password": self.demo["password"]}
        status, tokens = self.ask("POST", "/v1/auth/sign-in", body=login)
        if status != 200:
            raise RuntimeError(f"the demo's owner cannot sign in: {status}")
        self.refresh_token = tokens["refresh_token"]
        return tokens["access_token"]

    def guest(self):
        """Signs somebody in whose login, password and address may change. Signs a new person up if that does not work."""
        for _ in range(2):
            login = {"email": self.guest_email, "password": PASSWORD}
            status, tokens = self.ask("POST", "/v1/auth/sign-in", body=login)
            if status == 200:
                return tokens["access_token"]
            names = {"organization_name": "Guests", "name": "Guest"}
            self.ask("POST", "/v1/auth/complete-sign-up", body={"token": self.sign_up_link(), "password": PASSWORD} | names)
        raise RuntimeError(f"the guest cannot sign in: {status}")

    def sign_up_link(self):
        """The token of a new person's link."""
        self.guest_email = f"guest-{uuid.uuid4()}@papaya.example"
        self.ask("POST", "/v1/auth/sign-up", body={"email": self.guest_email})
        return self.link("complete-sign-up", self.guest_email)

    def reset_link(self):
        self.guest()
        self.ask("POST", "/v1/auth/request-password-reset", body={"email": self.guest_email})
        return self.link("reset-password", self.guest_email)

    def invitation_link(self):
        """The token of an invitation to the demo organization; empty when there are too many."""
        email = f"invited-{uuid.uuid4()}@papaya.example"
        status, _ = self.ask("POST", "/v1/invitations", "person", {"email": email, "role": "viewer"})
        return self.link("accept-invitation", email) if status == 201 else ""

    def link(self, page, address):
        """The token of a link that the worker writes to the folder of e-mails; empty after ten seconds."""
        folder = os.path.join(os.path.dirname(os.environ["DEMO"]), "emails")
        for _ in range(100):
            for name in sorted(os.listdir(folder) if os.path.isdir(folder) else [], reverse=True):
                if not name.endswith(".txt"):
                    continue
                with open(os.path.join(folder, name), encoding="utf-8") as file:
                    text = file.read()
                if f"\nTo: {address}\n" in text and f"/{page}#token=" in text:
                    return text.partition("#token=")[2].split()[0]
            time.sleep(0.1)
        return ""

    def renew(self):
        """Signs in again, and creates keys to replace invalid ones."""
        self.credentials["person"] = self.sign_in()
        self.own.add(self.ask("GET", "/v1/me", "person")[1]["user_id"])
        scopes = "sessions job_posts organization webhooks publications".split()
        scopes = [f"{name}:{what}" for name in scopes for what in ("read", "write")]
        scopes.remove("job_posts:write")
        for caller in CALLERS[1:]:
            if caller in self.credentials and self.ask("GET", "/v1/organization", caller)[0] == 200:
                continue
            body = {"name": f"Fuzzer {time.time()}", "livemode": caller == "live", "scopes": scopes}
            key = self.ask("POST", "/v1/api-keys", "person", body)[1]
            self.credentials[caller] = key["key"]
            self.own.add(key["api_key"]["id"])

    def converse(self, caller, messages, wait=10):
        """Starts a session with these messages. Returns the parameters of its last turn."""
        session = self.ask("POST", "/v1/sessions", caller, {})[1].get("id")
        path = f"/v1/sessions/{session}/turns"
        turns = [self.ask("POST", path, caller, {"message": message}, wait)[1].get("id") for message in messages]
        return {"session_id": session, "turn_id": turns[-1]}

    def prepare(self):
        """Creates an object of every kind every 15 seconds, since cases delete them. Returns whether it did."""
        with self.preparing:
            if time.monotonic() < self.prepared_until:
                return False
            self.renew()
            usual = {"session_lifetime_seconds": 86400, "required_fields": [], "blocking_rules": []}
            self.ask("PATCH", "/v1/organization", "person", usual)
            for caller in CALLERS[1:]:
                target = {"format": "ai_create", "url": self.receiver}
                self.ask("PUT", "/v1/organization/publication-target", caller, target)
                endpoint = {"url": self.receiver, "event_types": ["session.completed", "job_post.published"]}
                self.ask("POST", "/v1/webhook-endpoints", caller, endpoint)
                self.converse(caller, MESSAGES[:3])
            self.prepared_until = time.monotonic() + 15
            return True


# A conversation up to its confirmation, and messages on which the stand-in fails.
MESSAGES = (
    "We need a senior backend engineer.",
    "In Lisbon, hybrid. Rust is a must. 45-52k EUR a year.",
    "Looks good, publish it.",
    "Actually make it remote.",
    "!fail:400 thanks",
    "!refuse thanks",
)
