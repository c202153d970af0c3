"""How Schemathesis signs in: anew every few seconds, since what it does may end its own login."""

import json
import os
import urllib.request

import schemathesis


@schemathesis.auth(refresh_interval=10)
class SignIn:
    def get(self, case, context):
        with open(os.environ["DEMO"], encoding="utf-8") as file:
            demo = json.load(file)
        body = json.dumps({"email": demo["email"], "password": demo["password"]}).encode()
        headers = {"content-type": "application/json"}
        request = urllib.request.Request(demo["base_url"] + "/v1/auth/sign-in", body, headers)
        with urllib.request.urlopen(request) as answer:
            return json.load(answer)["access_token"]

    def set(self, case, data, context):
        case.headers = case.headers or {}
        case.headers["Authorization"] = f"Bearer {data}"
