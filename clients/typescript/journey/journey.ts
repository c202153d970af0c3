// A partner's use of the generated types with openapi-fetch: a conversation from sign-in to job post, its events, lists,
// some problems and the original routes.

import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";

import { EventSourceParserStream } from "eventsource-parser/stream";
import createClient, { type Middleware } from "openapi-fetch";

import type { components, paths } from "../generated/postwright.js";
import { isValid, validation } from "./validation.js";

type SessionEvent = components["schemas"]["SessionEvent"];

const baseUrl = setting("POSTWRIGHT_URL");
const client = createClient<paths>({ baseUrl });
client.use(validation);

const token = await signIn();
await meetWrongPassword();
client.use(bearer(token));

const session = await startSession();
await sayFirst(session.id);
await sayAndFollow(session.id);
await resume(session.id);
await listMessages(session.id);
await listSessions(session.id);
const jobPost = await finalize(session.id);
await readJobPost(jobPost.id);
await meetProblems(session.id);
await useOriginalRoutes();
console.log("TypeScript: the journey is done");

async function signIn() {
  const { data, error } = await client.POST("/v1/auth/sign-in", {
    body: { email: setting("POSTWRIGHT_EMAIL"), password: setting("POSTWRIGHT_PASSWORD") },
  });
  if (error) throw new Error(error.detail);
  assert.equal(data.token_type, "Bearer");
  return data.access_token;
}

async function meetWrongPassword() {
  const { error } = await client.POST("/v1/auth/sign-in", {
    body: { email: `${randomUUID()}@nowhere.example`, password: "not-the-password" },
  });
  assert.equal(error?.code, "wrong_credentials");
  assert.equal(error.status, 401);
}

async function startSession() {
  const key = { "Idempotency-Key": randomUUID() };
  const request = { params: { header: key }, body: { company_name: "Papaya Trading" } };
  const { data, error } = await client.POST("/v1/sessions", request);
  if (error) throw new Error(error.detail);
  assert.equal(data.current_step, "getting_basic_info");
  const again = await client.POST("/v1/sessions", request);
  assert.equal(again.data?.id, data.id);
  assert.equal(again.response.headers.get("Idempotency-Replayed"), "true");
  return data;
}

/** Waits for the reply. */
async function sayFirst(session_id: string) {
  const { data, error, response } = await client.POST("/v1/sessions/{session_id}/turns", {
    params: { path: { session_id }, header: { Prefer: "wait=30" } },
    body: { message: "We need a .net developer, full stack" },
  });
  if (error) throw new Error(error.detail);
  assert.equal(response.status, 200);
  assert.equal(data.status, "succeeded");
  assert.ok(data.reply);
}

/** Does not wait, and reads the reply from the event stream. */
async function sayAndFollow(session_id: string) {
  const { data, error, response } = await client.POST("/v1/sessions/{session_id}/turns", {
    params: { path: { session_id }, header: { Prefer: "respond-async" } },
    body: { message: "Senior level, hybrid in Lisbon, 45-52k EUR a year" },
  });
  if (error) throw new Error(error.detail);
  assert.equal(response.status, 202);
  for await (const event of eventsOf(session_id)) {
    if (event.turn_id !== data.id) continue;
    if (event.type === "message.completed") assert.match(event.text ?? "", /Lisbon/);
    if (event.type === "turn.succeeded") return;
    assert.notEqual(event.type, "turn.failed");
  }
  assert.fail("the stream ended before the turn");
}

/** A reconnected client gets the missing events, and none twice. */
async function resume(session_id: string) {
  const all: SessionEvent[] = [];
  let succeeded = 0;
  for await (const event of eventsOf(session_id)) {
    all.push(event);
    if (event.type === "turn.succeeded" && ++succeeded === 2) break;
  }
  const middle = all[Math.floor(all.length / 2)];
  const last = all.at(-1);
  assert.ok(middle && last);
  const rest: SessionEvent[] = [];
  for await (const event of eventsOf(session_id, middle.sequence)) {
    rest.push(event);
    if (event.sequence === last.sequence) break;
  }
  assert.deepEqual(rest, all.slice(all.indexOf(middle) + 1));
}

async function* eventsOf(session_id: string, after?: number): AsyncGenerator<SessionEvent> {
  const abort = new AbortController();
  const { data, error } = await client.GET("/v1/sessions/{session_id}/events", {
    params: { path: { session_id }, header: after === undefined ? {} : { "Last-Event-ID": after } },
    parseAs: "stream",
    signal: abort.signal,
  });
  if (error) throw new Error(error.detail);
  assert.ok(data);
  try {
    const text = data.pipeThrough(new TextDecoderStream());
    for await (const { data: json } of text.pipeThrough(new EventSourceParserStream())) {
      const event: unknown = JSON.parse(json);
      yield isValid<"SessionEvent">("SessionEvent", event);
    }
  } finally {
    abort.abort();
  }
}

async function listMessages(session_id: string) {
  const texts: string[] = [];
  let page_token: string | undefined;
  let pages = 0;
  do {
    const { data, error } = await client.GET("/v1/sessions/{session_id}/messages", {
      params: { path: { session_id }, query: { limit: 2, page_token } },
    });
    if (error) throw new Error(error.detail);
    texts.push(...data.items.map((message) => message.text));
    page_token = data.next_page;
    pages += 1;
  } while (page_token);
  // The greeting, and two messages with their replies.
  assert.equal(texts.length, 5);
  assert.equal(pages, 3);
}

async function listSessions(id: string) {
  const { data, error } = await client.GET("/v1/sessions", { params: { query: { status: "active", limit: 1 } } });
  if (error) throw new Error(error.detail);
  assert.deepEqual(data.items.map((session) => session.id), [id]);
}

async function readSession(session_id: string) {
  const path = { session_id };
  const { data, error, response } = await client.GET("/v1/sessions/{session_id}", { params: { path } });
  if (error) throw new Error(error.detail);
  const header = { "If-None-Match": response.headers.get("ETag") ?? "" };
  const same = await client.GET("/v1/sessions/{session_id}", { params: { path, header } });
  assert.equal(same.response.status, 304);
  assert.ok(data);
  return data;
}

async function finalize(session_id: string) {
  const path = { session_id };
  const session = await readSession(session_id);
  assert.equal(session.current_step, "finalizing");
  assert.equal(session.job_data.salary?.currency, "EUR");
  const { data, error } = await client.POST("/v1/sessions/{session_id}/finalize", {
    params: { path, header: { "Idempotency-Key": randomUUID() } },
    body: { content_hash: session.content_hash },
  });
  if (error) throw new Error(error.detail);
  return data;
}

async function readJobPost(job_post_id: string) {
  const path = { job_post_id };
  const { data, error } = await client.GET("/v1/job-posts/{job_post_id}", { params: { path } });
  if (error) throw new Error(error.detail);
  assert.equal(data.content.location, "Lisbon");
  const markdown = await client.GET("/v1/job-posts/{job_post_id}/exports/markdown", {
    params: { path },
    parseAs: "text",
  });
  assert.match(markdown.data ?? "", /Lisbon/);
}

async function meetProblems(session_id: string) {
  const gone = await client.GET("/v1/sessions/{session_id}", { params: { path: { session_id: randomUUID() } } });
  assert.equal(gone.error?.code, "not_found");
  assert.equal(gone.error.status, 404);
  assert.equal(gone.error.request_id, gone.response.headers.get("X-Request-Id"));
  const empty = await client.POST("/v1/sessions/{session_id}/turns", {
    params: { path: { session_id } },
    body: { message: "" },
  });
  assert.equal(empty.error?.status, 422);
  assert.equal(empty.error.errors?.[0]?.pointer, "/message");
}

/** The original routes accept forms and have responses of their own. */
async function useOriginalRoutes() {
  const headers = { "Content-Type": "application/x-www-form-urlencoded" };
  const begun = await client.POST("/create-job-post", {
    headers,
    body: { message: ".net developer full stack", company_name: "papaya trading" },
  });
  if (begun.error) throw new Error(begun.error.error);
  assert.equal(begun.data.job_data.title, ".Net Developer Full Stack");
  const { session_id } = begun.data;
  const said = await client.POST("/job-post-chat", {
    headers,
    body: { message: "senior level with 5+ years experience", session_id },
  });
  if (said.error) throw new Error(said.error.error);
  assert.equal(said.data.job_data.experienceLevel, "senior");
  const params = { path: { session_id } };
  const read = await client.GET("/job-post-session/{session_id}", { params });
  assert.equal(read.data?.conversation_turns, 5);
  const deleted = await client.DELETE("/job-post-session/{session_id}", { params });
  assert.equal(deleted.data?.status, "success");
  const gone = await client.GET("/job-post-session/{session_id}", { params });
  assert.equal(gone.response.status, 404);
  assert.equal(gone.error?.status, "error");
}

function bearer(token: string): Middleware {
  return {
    onRequest({ request }) {
      request.headers.set("Authorization", `Bearer ${token}`);
      return request;
    },
  };
}

function setting(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set`);
  return value;
}
