// The steps behind the links of e-mails: the token is in the fragment of the address, which no server gets to see.
import { TEXTS } from "/account/texts.js";

const language = navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase()).find((code) => code in TEXTS) ?? "en";
const texts = TEXTS[language];
const step = location.pathname.split("/").pop();
// What an identity provider appended to the address of the page: for the program in which the sign-in began.
const response = location.search.slice(1);
const token = new URLSearchParams(location.hash.slice(1)).get("token") ?? "";
const element = (id) => document.getElementById(id);

// What each page shows, and the request that its button sends.
const STEPS = {
  "complete-sign-up": { fields: ["organization", "name", "password"], path: "/v1/auth/complete-sign-up", body: signUpBody },
  "reset-password": { fields: ["password"], path: "/v1/auth/reset-password", body: () => ({ token, password: value("password") }) },
  "confirm-email": { fields: [], path: "/v1/auth/confirm-email", body: () => ({ token }) },
  "verify-domain": { fields: [], path: "/v1/auth/verify-domain", body: () => ({ token }) },
  "single-sign-on": { fields: ["response"] },
  "accept-invitation": { fields: ["password"], path: "/v1/auth/accept-invitation", body: invitationBody },
  "request-password-reset": { fields: ["email"], path: "/v1/auth/request-password-reset", body: () => ({ email: value("email") }) },
};

function value(id) {
  return element(id).value;
}

/// The names are the person's own: a stranger may have requested the link.
function signUpBody() {
  return { token, organization_name: value("organization"), name: value("name"), language, password: value("password") };
}

/// Fields that are not shown are left out.
function invitationBody() {
  const shown = ["name", "code"].filter((id) => !element(`${id}-field`).hidden);
  return { token, password: value("password"), ...Object.fromEntries(shown.map((id) => [id, value(id)])) };
}

async function post(path, body, credentials = "omit") {
  const response = await fetch(path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
    credentials,
  });
  return { status: response.status, json: await response.json().catch(() => ({})) };
}

/// The sign-in that the dashboard began in this tab, if any. It is completed once.
function takeDashboardSignIn() {
  const begun = sessionStorage.getItem("postwright-single-sign-on");
  sessionStorage.removeItem("postwright-single-sign-on");
  return begun && JSON.parse(begun);
}

/// Sets the cookie, and goes on in the dashboard. A refusal is shown there, in the person's language and with a way to go on.
async function completeInDashboard({ token, next, begunAt = "/app/single-sign-on" }) {
  const body = { sign_in_token: token, response };
  const failed = () => ({ status: 0, json: { code: "unreachable" } });
  const { status, json } = await post("/v1/auth/browser/single-sign-on/complete", body, "same-origin").catch(failed);
  const refusal = JSON.stringify({ status, code: "unexpected", ...json });
  if (status !== 200) sessionStorage.setItem("postwright-single-sign-on-refusal", refusal);
  const page = status === 200 ? next : begunAt;
  location.replace(page.startsWith("/app/") ? page : "/app/");
}

function say(text, kind) {
  element("message").textContent = text;
  element("message").className = kind;
}

/// A text with names in place of its {variables}. It is set as text, never as HTML.
function fill(text, values) {
  return text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
}

function show(fields) {
  for (const field of fields) {
    element(`${field}-field`).hidden = false;
    element(field).required = true;
  }
  const isNew = step !== "accept-invitation" || fields.includes("name");
  element("password").autocomplete = isNew ? "new-password" : "current-password";
  element("hint").hidden = !(isNew && fields.includes("password"));
  element("form").hidden = false;
  document.querySelector("form label:not([hidden]) input")?.focus();
}

/// Tells who invites to what, and asks for a name only where there is no account yet.
async function readInvitation() {
  const { status, json } = await post("/v1/auth/read-invitation", { token });
  if (status !== 200) return explain(status, json);
  const role = texts.roles[json.role] ?? json.role;
  element("intro").textContent = fill(json.has_account ? texts.invitedWithAccount : texts.invited, {
    organization: json.organization_name,
    email: json.email,
    role,
  });
  show(json.has_account ? ["password"] : ["name", "password"]);
}

function explain(status, json) {
  if (json.code === "second_factor_required") {
    element("code-field").hidden = false;
    element("code").required = true;
    element("code").focus();
  }
  const invalid = json.errors?.[0];
  if (status === 422 && invalid) {
    const invalidFields = { "/password": texts.weak, "/name": texts.invalidName, "/organization_name": texts.invalidName };
    return say(invalidFields[invalid.pointer] ?? invalid.detail, "error");
  }
  const known = { link_ended: texts.linkEnded, email_taken: texts.emailTaken, wrong_password: texts.wrongPassword, wrong_credentials: texts.wrongPassword, second_factor_required: texts.needsCode, wrong_code: texts.wrongCode };
  if (json.code in known) return say(known[json.code], "error");
  say(status === 429 ? texts.tooMany : (json.detail ?? texts.failed), "error");
}

/// Selects the code too, in case the browser does not let the page copy it.
async function copyResponse() {
  element("response").select();
  await navigator.clipboard.writeText(response);
  say(texts.steps[step].done, "success");
}

async function submit(event) {
  event.preventDefault();
  if (step === "single-sign-on") return copyResponse().catch(() => {});
  const button = element("submit");
  button.disabled = true;
  say("", "");
  try {
    const { status, json } = await post(STEPS[step].path, STEPS[step].body());
    if (status < 300) {
      element("form").remove();
      element("intro").textContent = "";
      say(texts.steps[step].done, "success");
    } else {
      explain(status, json);
    }
  } catch {
    say(texts.failed, "error");
  }
  button.disabled = false;
}

function begin() {
  document.documentElement.lang = language;
  document.documentElement.dir = language === "ar" ? "rtl" : "ltr";
  // Neither the token nor a code stays in the address bar or in the history.
  history.replaceState(null, "", location.pathname);
  const { title, intro, action } = texts.steps[step];
  document.title = `${title} – Postwright`;
  const begun = step === "single-sign-on" && response && takeDashboardSignIn();
  element("title").textContent = title;
  element("intro").textContent = begun ? "" : intro;
  element("submit").textContent = action;
  element("hint").textContent = texts.hint;
  document.querySelectorAll("[data-text]").forEach((label) => (label.textContent = texts[label.dataset.text]));
  element("form").addEventListener("submit", submit);
  if (begun) return completeInDashboard(begun);
  if (step === "single-sign-on" && response) {
    element("response").value = response;
    return show(["response"]);
  }
  if (!token && step !== "request-password-reset") {
    element("intro").textContent = "";
    return say(texts.linkEnded, "error");
  }
  if (step === "accept-invitation") return readInvitation().catch(() => say(texts.failed, "error"));
  show(STEPS[step].fields);
}

begin();
