// An identity provider (OpenID Connect) of the tests' own: it asks the person with a page, and refuses, fails and forges as a
// test says. Its host is another site than that of the server, as in life.
import assert from 'node:assert/strict';
import { createHash, generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { createServer } from 'node:http';

const client = { client_id: 'postwright of the tests', client_secret: 'secret: of + the/client' };
const keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const foreign = generateKeyPairSync('ec', { namedCurve: 'P-256' });

/** Listens until it is closed. */
export async function startProvider() {
  const state = { claims: {}, answer: 'grant', grants: new Map(), requests: [] };
  const server = createServer((request, response) => void respond(request, response, provider, state));
  const provider = {
    close: () => new Promise((resolve) => { server.close(resolve); server.closeAllConnections(); }),
    configuration: () => ({ issuer: provider.url, ...client }),
    /** The person who signs in from now on. */
    is: (email, claims = {}) => { state.claims = { sub: email, email, email_verified: true, name: 'Mona Member', ...claims }; },
    /** What it does from now on: `grant`, `deny`, `fail` and `forge`. */
    answers: (answer) => { state.answer = answer; },
    /** The parameters of the last sign-in that began. */
    asked: () => state.requests.at(-1),
  };
  await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  provider.url = `http://localhost:${server.address().port}`;
  return provider;
}

async function respond(request, response, { url: issuer }, state) {
  const url = new URL(request.url, issuer);
  const json = (status, body) => response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
  switch (url.pathname) {
    case '/.well-known/openid-configuration':
      return json(200, { issuer, authorization_endpoint: `${issuer}/authorize`, token_endpoint: `${issuer}/token`, jwks_uri: `${issuer}/keys` });
    case '/keys':
      return json(200, { keys: [{ ...keys.publicKey.export({ format: 'jwk' }), kid: 'one', use: 'sig', alg: 'ES256' }] });
    case '/authorize':
      return response.writeHead(200, { 'Content-Type': 'text/html' }).end(question(url.searchParams, state));
    case '/token':
      if (state.answer === 'fail') return json(500, {});
      return json(...exchange(new URLSearchParams(await text(request)), request.headers.authorization, issuer, state));
    default:
      return json(404, {});
  }
}

/** The page that asks the person; its button leads back. */
function question(asked, state) {
  assert.equal(asked.get('response_type'), 'code');
  assert.equal(asked.get('client_id'), client.client_id);
  state.requests.push(Object.fromEntries(asked));
  const code = randomUUID();
  state.grants.set(code, Object.fromEntries(asked));
  const granted = state.answer === 'deny' ? { error: 'access_denied' } : { code };
  const fields = Object.entries({ ...granted, state: asked.get('state') })
    .map(([name, value]) => `<input type="hidden" name="${name}" value="${value}">`);
  return `<!doctype html><html lang="en"><title>Provider</title>
    <form action="${asked.get('redirect_uri')}">${fields.join('')}<button>Continue</button></form>`;
}

/** Exchanges a code once, as RFC 6749 and RFC 7636 require. */
function exchange(form, authorization = '', issuer, state) {
  const encoded = Object.values(client).map((part) => new URLSearchParams({ part }).toString().slice('part='.length));
  if (authorization !== `Basic ${Buffer.from(encoded.join(':')).toString('base64')}`) return [401, { error: 'invalid_client' }];
  const grant = state.grants.get(form.get('code'));
  state.grants.delete(form.get('code'));
  const challenge = createHash('sha256').update(form.get('code_verifier') ?? '').digest('base64url');
  const isOfGrant = grant?.code_challenge === challenge && grant.redirect_uri === form.get('redirect_uri');
  return isOfGrant ? [200, { id_token: idToken(grant, issuer, state), token_type: 'Bearer' }] : [400, { error: 'invalid_grant' }];
}

function idToken({ nonce, prompt }, issuer, { claims, answer }) {
  const now = Math.floor(Date.now() / 1000);
  // Unless it is asked for, the person proved long ago who they are.
  const times = { iat: now, exp: now + 300, auth_time: prompt === 'login' ? now : now - 3600 };
  const body = { iss: issuer, aud: client.client_id, nonce, ...times, ...claims };
  const signed = [{ alg: 'ES256', kid: 'one' }, body].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
  const key = answer === 'forge' ? foreign.privateKey : keys.privateKey;
  return `${signed}.${sign('sha256', Buffer.from(signed), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`;
}

async function text(request) {
  const pieces = [];
  for await (const piece of request) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}
