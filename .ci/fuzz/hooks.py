"""Hooks for Schemathesis: most cases get a caller with the needed rights and ids of existing objects.

Some generated values stay as they are, and deliberately invalid ones always do."""

import atexit
import uuid
from collections import Counter, defaultdict

import schemathesis

import bodies
from bodies import mode_of
from dice import DICE
from pools import Pools
from worlds import CALLERS, World

world = World()
pools = Pools()
statuses = defaultdict(Counter)
# Parameters that rarely match, unless an earlier response gave their value.
NARROWING = ("If-Match", "If-None-Match", "Idempotency-Key", "page_token", "status", "user_id", "job_post_id")
# Operations on turns in a state that ends soon, each with a message and a wait that reach it.
TURNS = {"cancel_turn": ("!slow:3 thanks", 0), "retry_turn": ("!fail:400 thanks", 10)}
# Operations that end logins or change the own account: they get a guest.
FOR_GUESTS = ("reauthenticate_login", "sign_out", "end_all_logins", "change_password", "request_email_change")
# Operations that must not change the own membership and keys.
OWN = ("update_member", "remove_member", "update_api_key", "revoke_api_key")


def mostly():
    return DICE.random() < 0.85


def name_of(case):
    return case.operation.definition.raw.get("operationId")


def schema_of(case):
    """The schema of the request body, which is always a reference."""
    media = case.operation.definition.raw.get("requestBody", {}).get("content", {}).get(case.media_type, {})
    name = media.get("schema", {}).get("$ref", "").rpartition("/")[2]
    return case.operation.schema.raw_schema["components"]["schemas"].get(name, {})


@schemathesis.hook
def before_call(context, case, kwargs):
    if world.prepare():
        learn_from_lists(case.operation.schema.raw_schema["paths"])
    operation, security = name_of(case), case.operation.definition.raw.get("security")
    caller = choose_caller(case, security)
    if security and DICE.random() < 0.97:
        token = world.guest() if operation in FOR_GUESTS else world.credentials[caller]
        case.headers["Authorization"] = f"Bearer {token}"
    aim(case, operation, caller)
    act(case, caller)
    if case.meta is None or not case.meta.generation.mode.is_negative:
        for name in NARROWING:
            if mostly() and case.query.get(name) not in pools.modes:
                case.headers.pop(name, None)
                case.query.pop(name, None)
        if mostly():
            known = (world, pools, caller, case.path_parameters, schema_of(case))
            case.body = bodies.improve(operation, case.body, *known)


def learn_from_lists(paths):
    """Learns ids from the lists, because the fuzzer may call them late."""
    for path, methods in paths.items():
        links = methods.get("get", {}).get("responses", {}).get("200", {}).get("links")
        for caller in CALLERS if links and "{" not in path else ():
            pools.learn(mode_of(caller), links, {}, world.ask("GET", path, caller)[1])


def act(case, caller):
    """Only a key may act for another user, and only for a member."""
    member = pools.choose("live", "read_member")
    if caller != "person" and member and DICE.random() < 0.05:
        case.headers["Postwright-User"] = member["user_id"]
    elif DICE.random() < 0.95:
        case.headers.pop("Postwright-User", None)


def choose_caller(case, security):
    """A caller of the mode of the ids; for operations without API keys mostly a person."""
    modes = {pools.modes.get(value) for value in case.path_parameters.values()} - {None}
    callers = [caller for caller in CALLERS if not modes or mode_of(caller) in modes]
    if {"bearerAuth": []} in (security or []) and len(security) == 1 and mostly():
        return "person"
    return DICE.choice(callers)


def aim(case, operation, caller):
    """Sets ids of existing objects, unless the ids are invalid on purpose or come from a link."""
    values = list(case.path_parameters.values())
    unknown = [value for value in values if is_id(value) and value not in pools.modes]
    known = pools.choose(mode_of(caller), operation)
    if values and unknown and known and mostly():
        case.path_parameters.update({name: value for name, value in known.items() if name in case.path_parameters})
    if operation in TURNS and all(map(is_id, values)) and DICE.random() < 0.3:
        message, wait = TURNS[operation]
        case.path_parameters.update(world.converse(caller, [message], wait))
    if operation in OWN and world.own & set(case.path_parameters.values()):
        case.path_parameters.update(dict.fromkeys(case.path_parameters, str(uuid.uuid4())))


def is_id(value):
    try:
        return bool(uuid.UUID(str(value)))
    except ValueError:
        return False


@schemathesis.hook
def after_call(context, case, response):
    operation, status = name_of(case), response.status_code
    statuses[operation][status] += 1
    sent = response.request.headers.get("Authorization", "")
    mode = "test" if "pw_test_" in str(sent) else "live"
    if status == 404:
        pools.forget(mode, operation, case.path_parameters)
    if status == 401 and str(sent).removeprefix("Bearer ") in world.credentials.values():
        world.prepared_until = 0
    if 200 <= status < 300 and "json" in "".join(response.headers.get("content-type", [])):
        documented = case.operation.definition.raw["responses"].get(str(status), {})
        body = response.json()
        pools.learn(mode, documented.get("links"), case.path_parameters, body)
        world.refresh_token = body.get("refresh_token", world.refresh_token)


@atexit.register
def report():
    """Prints the statuses of all responses, and the operations that never succeeded."""
    total = sum(statuses.values(), Counter())
    print(f"\n{total.total()} responses by status: {dict(sorted(total.items()))}")
    for operation, counted in sorted(statuses.items()):
        if not any(200 <= status < 300 for status in counted):
            print(f"  never succeeded: {operation}", dict(sorted(counted.items())))
