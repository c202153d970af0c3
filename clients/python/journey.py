"""A partner's use of the generated client: a conversation from sign-in to job post, its events, lists, some problems and
the original routes."""

import os
from collections.abc import Iterator
from typing import TypeVar
from uuid import UUID, uuid4

import httpx
from httpx_sse import connect_sse

from postwright_client import AuthenticatedClient, Client
from postwright_client.api.accounts import sign_in
from postwright_client.api.job_posts import export_job_post_markdown, finalize_session, read_job_post
from postwright_client.api.original_routes import (
    continue_job_post,
    create_job_post,
    delete_job_post_session,
    read_job_post_session,
)
from postwright_client.api.sessions import list_messages, list_sessions, read_session, start_session
from postwright_client.api.turns import start_turn
from postwright_client.models import (
    CreateJobPostAnswer,
    CreateJobPostForm,
    FinalizeRequest,
    JobPost,
    JobPostChatAnswer,
    JobPostChatForm,
    JobPostSessionAnswer,
    JobPostSessionDeleted,
    LegacyProblem,
    MessagePage,
    Problem,
    Session,
    SessionEvent,
    SessionPage,
    SessionStatus,
    SignInRequest,
    StartSessionRequest,
    StartTurnRequest,
    Tokens,
    Turn,
    TurnStatus,
)
from postwright_client.types import Unset

BASE_URL = os.environ["POSTWRIGHT_URL"]
TIMEOUT = httpx.Timeout(40.0)

Answer = TypeVar("Answer")


def must_be(kind: type[Answer], answer: object) -> Answer:
    """The response, if it has the expected type. A problem is another type and fails here."""
    assert isinstance(answer, kind), f"{answer} instead of a {kind.__name__}"
    return answer


def sign_in_with(email: str, password: str) -> Tokens | Problem | None:
    client = Client(base_url=BASE_URL, raise_on_unexpected_status=True)
    return sign_in.sync(client=client, body=SignInRequest(email=email, password=password))


def meet_wrong_password() -> None:
    problem = must_be(Problem, sign_in_with(f"{uuid4()}@nowhere.example", "not-the-password"))
    assert problem.code == "wrong_credentials"
    assert problem.status == 401


def start(client: AuthenticatedClient) -> UUID:
    key = str(uuid4())
    body = StartSessionRequest(company_name="Papaya Trading")
    session = must_be(Session, start_session.sync(client=client, body=body, idempotency_key=key))
    assert session.current_step == "getting_basic_info"
    again = start_session.sync_detailed(client=client, body=body, idempotency_key=key)
    assert must_be(Session, again.parsed).id == session.id
    assert again.headers["Idempotency-Replayed"] == "true"
    return session.id


def say_first(client: AuthenticatedClient, session_id: UUID) -> None:
    """Waits for the reply."""
    body = StartTurnRequest(message="We need a .net developer, full stack")
    answer = start_turn.sync_detailed(session_id, client=client, body=body, prefer="wait=30")
    turn = must_be(Turn, answer.parsed)
    assert answer.status_code == 200
    assert turn.status is TurnStatus.SUCCEEDED
    assert turn.reply


def say_and_follow(client: AuthenticatedClient, session_id: UUID) -> None:
    """Does not wait, and reads the reply from the event stream."""
    body = StartTurnRequest(message="Senior level, hybrid in Lisbon, 45-52k EUR a year")
    answer = start_turn.sync_detailed(session_id, client=client, body=body, prefer="respond-async")
    turn = must_be(Turn, answer.parsed)
    assert answer.status_code == 202
    for event in events_of(client, session_id):
        if event.turn_id != turn.id:
            continue
        if event.type_ == "message.completed":
            assert "Lisbon" in must_be(str, event.text)
        if event.type_ == "turn.succeeded":
            return
        assert event.type_ != "turn.failed", event.code
    raise AssertionError("the stream ended before the turn")


def resume(client: AuthenticatedClient, session_id: UUID) -> None:
    """A reconnected client gets the missing events, and none twice."""
    everything = []
    for event in events_of(client, session_id):
        everything.append(event)
        if [event.type_ for event in everything].count("turn.succeeded") == 2:
            break
    middle = len(everything) // 2
    rest = []
    for event in events_of(client, session_id, after=everything[middle].sequence):
        rest.append(event)
        if event.sequence == everything[-1].sequence:
            break
    assert rest == everything[middle + 1 :]


def events_of(client: AuthenticatedClient, session_id: UUID, after: int | None = None) -> Iterator[SessionEvent]:
    headers = {} if after is None else {"Last-Event-ID": str(after)}
    http = client.get_httpx_client()
    with connect_sse(http, "GET", f"/v1/sessions/{session_id}/events", headers=headers) as source:
        source.response.raise_for_status()
        for event in source.iter_sse():
            yield SessionEvent.from_dict(event.json())


def list_all_messages(client: AuthenticatedClient, session_id: UUID) -> None:
    first = page = must_be(MessagePage, list_messages.sync(session_id, client=client, limit=2))
    texts = [message.text for message in first.items]
    pages = 1
    while not isinstance(page.next_page, Unset):
        answer = list_messages.sync(session_id, client=client, limit=2, page_token=page.next_page)
        page = must_be(MessagePage, answer)
        texts += [message.text for message in page.items]
        pages += 1
    # The greeting, and two messages with their answers.
    assert (len(texts), pages) == (5, 3)


def list_newest_session(client: AuthenticatedClient, session_id: UUID) -> None:
    page = must_be(SessionPage, list_sessions.sync(client=client, status=SessionStatus.ACTIVE, limit=1))
    assert [session.id for session in page.items] == [session_id]


def finalize(client: AuthenticatedClient, session_id: UUID) -> UUID:
    answer = read_session.sync_detailed(session_id, client=client)
    session = must_be(Session, answer.parsed)
    assert session.current_step == "finalizing"
    assert not isinstance(session.job_data.salary, Unset)
    assert session.job_data.salary.currency == "EUR"
    same = read_session.sync_detailed(session_id, client=client, if_none_match=answer.headers["ETag"])
    assert same.status_code == 304
    body = FinalizeRequest(content_hash=session.content_hash)
    return must_be(JobPost, finalize_session.sync(session_id, client=client, body=body, idempotency_key=str(uuid4()))).id


def read_result(client: AuthenticatedClient, job_post_id: UUID) -> None:
    job_post = must_be(JobPost, read_job_post.sync(job_post_id, client=client))
    assert job_post.content.location == "Lisbon"
    assert "Lisbon" in must_be(str, export_job_post_markdown.sync(job_post_id, client=client))


def meet_problems(client: AuthenticatedClient, session_id: UUID) -> None:
    gone = read_session.sync_detailed(uuid4(), client=client)
    problem = must_be(Problem, gone.parsed)
    assert (problem.code, problem.status) == ("not_found", 404)
    assert problem.request_id == gone.headers["X-Request-Id"]
    empty = must_be(Problem, start_turn.sync(session_id, client=client, body=StartTurnRequest(message="")))
    assert empty.status == 422
    assert not isinstance(empty.errors, Unset)
    assert empty.errors[0].pointer == "/message"


def use_original_routes(client: AuthenticatedClient) -> None:
    """The original routes accept forms and have responses of their own."""
    form = CreateJobPostForm(message=".net developer full stack", company_name="papaya trading")
    begun = must_be(CreateJobPostAnswer, create_job_post.sync(client=client, body=form))
    assert begun.job_data.title == ".Net Developer Full Stack"
    session_id = str(begun.session_id)
    next_form = JobPostChatForm(message="senior level with 5+ years experience", session_id=session_id)
    said = must_be(JobPostChatAnswer, continue_job_post.sync(client=client, body=next_form))
    assert said.job_data.experience_level == "senior"
    read = must_be(JobPostSessionAnswer, read_job_post_session.sync(session_id, client=client))
    assert read.conversation_turns == 5
    deleted = must_be(JobPostSessionDeleted, delete_job_post_session.sync(session_id, client=client))
    assert deleted.status == "success"
    gone = must_be(LegacyProblem, read_job_post_session.sync(session_id, client=client))
    assert gone.status == "error"


def main() -> None:
    tokens = must_be(Tokens, sign_in_with(os.environ["POSTWRIGHT_EMAIL"], os.environ["POSTWRIGHT_PASSWORD"]))
    meet_wrong_password()
    with AuthenticatedClient(
        base_url=BASE_URL, token=tokens.access_token, timeout=TIMEOUT, raise_on_unexpected_status=True
    ) as client:
        session_id = start(client)
        say_first(client, session_id)
        say_and_follow(client, session_id)
        resume(client, session_id)
        list_all_messages(client, session_id)
        list_newest_session(client, session_id)
        job_post_id = finalize(client, session_id)
        read_result(client, job_post_id)
        meet_problems(client, session_id)
        use_original_routes(client)
    print("Python: the journey is done")


if __name__ == "__main__":
    main()
