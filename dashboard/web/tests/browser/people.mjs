// People of a test's own, by the API: a sign-up or an invitation, and the link of its e-mail, which the all-in-one start
// writes into a folder instead of sending it.
import assert from 'node:assert/strict';
import { createHmac, randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { base, demoFile } from './browser.mjs';

const emails = join(dirname(demoFile), 'emails');
const password = 'a long quiet pine river';

/** An organization of its own, with its owner. */
export async function signUp() {
  const person = newPerson('Olga Owner');
  await post('/v1/auth/sign-up', { email: person.email, language: 'en' });
  const token = await tokenFor(person.email);
  const organization_name = 'Organization of a test';
  const { organization_id } = await post('/v1/auth/complete-sign-up', { token, organization_name, language: 'en', name: person.name, password });
  return { ...person, organization_id };
}

/** A person, invited by the one who is signed in on the page. */
export async function invite(call, { domain, role = 'member' } = {}) {
  const person = newPerson('Mona Member', domain);
  await call('POST', '/v1/invitations', { email: person.email, role });
  await post('/v1/auth/accept-invitation', { token: await tokenFor(person.email), name: person.name, password });
  return person;
}

/** The code that an authenticator app shows now (RFC 6238). */
export function codeOf(secret) {
  const bits = [...secret].map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from(bits.match(/.{8}/g).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const digest = createHmac('sha1', key).update(counter).digest();
  const offset = digest.at(-1) & 15;
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

/** A domain of e-mail addresses that belongs to the organization of the one who is signed in on the page. */
export async function verifyDomain(call) {
  const domain = `${randomUUID()}.example`;
  await call('POST', '/v1/organization/email-domains', { domain, recipient: 'postmaster' });
  await post('/v1/auth/verify-domain', { token: await tokenFor(`postmaster@${domain}`) });
  return domain;
}

function newPerson(name, domain = 'papaya.example') {
  return { name, password, email: `${randomUUID().slice(0, 8)}@${domain}` };
}

async function post(path, body) {
  const response = await fetch(base + path, {
    method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body),
  });
  const answer = response.status === 204 ? null : await response.json().catch(() => null);
  assert.ok(response.ok, `${path} ${response.status} ${answer?.code}`);
  return answer;
}

async function tokenFor(address) {
  for (let tries = 0; tries < 100; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    const text = allEmails().find((email) => email.includes(`To: ${address}`));
    const token = /#token=([\w-]+)/.exec(text ?? '');
    if (token) return token[1];
  }
  return assert.fail(`no e-mail to ${address}`);
}

/** The folder comes with the first e-mail. */
function allEmails() {
  if (!existsSync(emails)) return [];
  return readdirSync(emails).filter((name) => name.endsWith('.txt')).map((name) => readFileSync(join(emails, name), 'utf8'));
}
