"""Request bodies that a generator cannot find: with secrets, addresses and states of the running server."""

import datetime
import uuid

from dice import DICE
from worlds import MESSAGES, PASSWORD


def improve(operation, body, world, pools, caller, parameters, schema):
    """A body that may succeed: only documented fields, some with the values of the example."""
    if not isinstance(body, dict):
        return body
    example, fields = schema.get("example", {}), schema.get("properties", {})
    body = {name: value for name, value in body.items() if name in fields}
    body |= {name: value for name, value in example.items() if name in body and DICE.random() < 0.6}
    make = BODIES.get(operation)
    return make(body, world, pools, caller, parameters) if make else body


def _demo_login(body, world, *_):
    return {"email": world.demo["email"], "password": world.demo["password"]}


def _new_person(body, *_):
    return {**body, "email": f"{uuid.uuid4()}@papaya.example"}


def _new_address(body, world, *_):
    return {"email": f"{uuid.uuid4()}@papaya.example", "current_password": PASSWORD}


def _password(*_):
    return {"password": PASSWORD}


def _same_password(*_):
    return {"current_password": PASSWORD, "new_password": PASSWORD}


def _sign_up_link(body, world, *_):
    """Waits for an e-mail, so mostly without a link that works."""
    return body | {"token": world.sign_up_link(), "password": PASSWORD} if DICE.random() < 0.1 else body


def _reset_link(body, world, *_):
    return {"token": world.reset_link(), "password": PASSWORD} if DICE.random() < 0.1 else body


def _invitation_link(body, world, *_):
    """A link that works once, and is read more often."""
    return {**body, "token": world.invitation_link()} if DICE.random() < 0.1 else body


def _refresh(body, world, *_):
    return {"refresh_token": world.refresh_token}


def _client_credentials(body, world, pools, caller, _):
    secret = world.credentials[caller if caller != "person" else "live"]
    return {"grant_type": "client_credentials", "client_id": secret.split("_")[2], "client_secret": secret}


def _with_receiver(body, world, *_):
    return {**body, "url": world.receiver}


def _message(body, *_):
    return {**body, "message": DICE.choice(MESSAGES), "on_busy": DICE.choice(("enqueue", "reject"))}


def _legacy(body, world, pools, caller, _):
    session = pools.choose(mode_of(caller), "read_session") or {}
    return {key: value for key, value in body.items() if key != "company_id"} | session


def _content_hash(body, world, pools, caller, parameters):
    session = world.ask("GET", f"/v1/sessions/{parameters.get('session_id')}", caller)[1]
    return {"content_hash": session.get("content_hash", "")}


def _turn_id(body, world, pools, caller, parameters):
    turns = world.ask("GET", f"/v1/sessions/{parameters.get('session_id')}/turns", caller)[1].get("items")
    return {"turn_id": DICE.choice(turns)["id"]} if turns else {}


def _first_version(body, *_):
    return {"version": DICE.choice((0, 1, 2))}


def _an_hour_ago(body, *_):
    since = datetime.datetime.now(datetime.UTC) - datetime.timedelta(hours=1)
    return {"since": since.isoformat(timespec="milliseconds").replace("+00:00", "Z")}


def mode_of(caller):
    return "test" if caller == "test" else "live"


BODIES = {
    "sign_up": _new_person,
    "complete_sign_up": _sign_up_link,
    "reset_password": _reset_link,
    "sign_in": _demo_login,
    "reauthenticate_login": _password,
    "refresh_tokens": _refresh,
    "issue_token": _client_credentials,
    "create_invitation": _new_person,
    "accept_invitation": _invitation_link,
    "open_invitation": _invitation_link,
    "request_password_reset": _new_person,
    "request_email_change": _new_address,
    "change_password": _same_password,
    "create_webhook_endpoint": _with_receiver,
    "update_webhook_endpoint": _with_receiver,
    "put_publication_target": _with_receiver,
    "start_turn": _message,
    "continue_job_post": _legacy,
    "create_job_post": _legacy,
    "finalize_session": _content_hash,
    "fork_session": _turn_id,
    "restore_session": _first_version,
    "recover_webhooks": _an_hour_ago,
}
