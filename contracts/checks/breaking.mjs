// Fails on changes since released/openapi.yaml that break clients, by `redocly diff`. First makes known breaking changes
// and fails if the tool does not find them.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { committed, contracts, fail, load, run } from './openapi.mjs'

const released = path.join(contracts, 'released/openapi.yaml')
const config = path.join(contracts, 'redocly.yaml')

/** The breaking changes between two files, each with its place and kind. */
async function breaking(base, revision) {
  const { stdout, stderr } = await run('redocly', 'diff', base, revision, '--config', config, '--format', 'json')
  if (!stdout.startsWith('{')) fail(`redocly diff printed no JSON: ${stderr}`)
  const { changes } = JSON.parse(stdout)
  const before = await load(base)
  const excused = (change) => isOnlyDescribed(change, changes) || wasUnusable(change, before)
  const major = changes.filter((change) => change.impact === 'major' && !excused(change))
  return major.map((change) => `${change.path} ${change.property ?? ''} ${change.kind}`)
}

/** Redocly 2.77 reports a parameter as replaced when it gets a description and an example at once. */
function isOnlyDescribed(change, changes) {
  const isTwin = ({ path, kind }) => path === change.path && kind !== change.kind && kind !== 'modified'
  const twin = change.typeName === 'Parameter' && changes.find(isTwin)
  const promise = ({ base, revision }) => ({ ...(base ?? revision).value, description: '', example: '' })
  return Boolean(twin) && isDeepStrictEqual(promise(change), promise(twin))
}

/** Release 0.1.0 named an OAuth token path that the server did not have, so no client could use that scheme. */
function wasUnusable({ path, kind, base }, before) {
  const { tokenUrl } = before.components.securitySchemes.oauth2.flows.clientCredentials
  const isOfOAuth = /\/security\/\d+$/.test(path) && kind === 'removed' && isDeepStrictEqual(base?.value, { oauth2: [] })
  return isOfOAuth && !(tokenUrl in before.paths)
}

const mistakes = {
  'a removed operation': ({ paths }) => delete paths['/v1/sessions'].get,
  'a removed response field': ({ components }) => {
    const session = components.schemas.Session
    delete session.properties.content_hash
    session.required = session.required.filter((field) => field !== 'content_hash')
  },
  'a response field that became optional': ({ components }) => {
    const session = components.schemas.Session
    session.required = session.required.filter((field) => field !== 'content_hash')
  },
  'a new required request field': ({ components }) => {
    const request = components.schemas.StartTurnRequest
    request.properties.mood = { type: 'string' }
    request.required.push('mood')
  },
  'a parameter that became required': ({ paths }) => {
    const { parameters } = paths['/v1/sessions'].post
    parameters.find(({ name }) => name === 'Idempotency-Key').required = true
  },
  'a parameter with another type': ({ paths }) => {
    paths['/job-post-session/{session_id}'].get.parameters[0].schema = { type: 'integer' }
  },
  'a success with another status': ({ paths }) => {
    const { responses } = paths['/v1/sessions'].post
    responses['200'] = responses['201']
    delete responses['201']
  },
  'a field with another type': ({ components }) => {
    components.schemas.Session.properties.revision = { type: 'string' }
  },
}

const place = await mkdtemp(path.join(os.tmpdir(), 'postwright-breaking-'))
const base = path.join(place, 'base.json')
await writeFile(base, JSON.stringify(await load(committed)))
const tried = Object.entries(mistakes).map(async ([name, make], n) => {
  const document = await load(committed)
  make(document)
  const revision = path.join(place, `${n}.json`)
  await writeFile(revision, JSON.stringify(document))
  const found = await breaking(base, revision)
  return found.length > 0 ? [] : [name]
})
const missed = (await Promise.all(tried)).flat()
await rm(place, { recursive: true })
if (missed.length > 0) fail(`Breaking changes that redocly diff does not find: ${missed.join(', ')}`)

const found = await breaking(released, committed)
if (found.length > 0) fail(`Clients of the last release break:\n${found.join('\n')}`)
console.log(`nothing breaks; ${Object.keys(mistakes).length} kinds of breaking changes would be found`)
