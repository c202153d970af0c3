// What clients of the last release rely on is still so: `redocly diff` of released/openapi.yaml and openapi.yaml.
// First it has to show that it sees what would break them.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { committed, contracts, fail, load, run } from './openapi.mjs'

const released = path.join(contracts, 'released/openapi.yaml')
const config = path.join(contracts, 'redocly.yaml')

/** The changes between two files that are breaking, each as where and what. */
async function breaking(base, revision) {
  const { stdout, stderr } = await run('redocly', 'diff', base, revision, '--config', config, '--format', 'json')
  if (!stdout.startsWith('{')) fail(`redocly diff says nothing: ${stderr}`)
  const { changes } = JSON.parse(stdout)
  const before = await load(base)
  const excused = (change) => isOnlyDescribed(change, changes) || wasNoWayIn(change, before)
  const major = changes.filter((change) => change.impact === 'major' && !excused(change))
  return major.map((change) => `${change.path} ${change.property ?? ''} ${change.kind}`)
}

/** Redocly 2.77 takes a parameter for another one when it gets a description and an example at once. */
function isOnlyDescribed(change, changes) {
  const isTwin = ({ path, kind }) => path === change.path && kind !== change.kind && kind !== 'modified'
  const twin = change.typeName === 'Parameter' && changes.find(isTwin)
  const promise = ({ base, revision }) => ({ ...(base ?? revision).value, description: '', example: '' })
  return Boolean(twin) && isDeepStrictEqual(promise(change), promise(twin))
}

/** A scheme whose tokens came from a path that was not there let nobody in: 0.1.0 named OAuth's before it was served. */
function wasNoWayIn({ path, kind, base }, before) {
  const { tokenUrl } = before.components.securitySchemes.oauth2.flows.clientCredentials
  const isOfOAuth = /\/security\/\d+$/.test(path) && kind === 'removed' && isDeepStrictEqual(base?.value, { oauth2: [] })
  return isOfOAuth && !(tokenUrl in before.paths)
}

const mistakes = {
  'an operation that is gone': ({ paths }) => delete paths['/v1/sessions'].get,
  'a field of an answer that is gone': ({ components }) => {
    const session = components.schemas.Session
    delete session.properties.content_hash
    session.required = session.required.filter((field) => field !== 'content_hash')
  },
  'a field of an answer that may be absent': ({ components }) => {
    const session = components.schemas.Session
    session.required = session.required.filter((field) => field !== 'content_hash')
  },
  'a new field that a request must have': ({ components }) => {
    const request = components.schemas.StartTurnRequest
    request.properties.mood = { type: 'string' }
    request.required.push('mood')
  },
  'a parameter that is required now': ({ paths }) => {
    const { parameters } = paths['/v1/sessions'].post
    parameters.find(({ name }) => name === 'Idempotency-Key').required = true
  },
  'a parameter of another type': ({ paths }) => {
    paths['/job-post-session/{session_id}'].get.parameters[0].schema = { type: 'integer' }
  },
  'a success of another status': ({ paths }) => {
    const { responses } = paths['/v1/sessions'].post
    responses['200'] = responses['201']
    delete responses['201']
  },
  'a type that is another': ({ components }) => {
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
  const seen = await breaking(base, revision)
  return seen.length > 0 ? [] : [name]
})
const unseen = (await Promise.all(tried)).flat()
await rm(place, { recursive: true })
if (unseen.length > 0) fail(`Not seen: ${unseen.join(', ')}`)

const found = await breaking(released, committed)
if (found.length > 0) fail(`Clients of the last release break:\n${found.join('\n')}`)
console.log(`nothing breaks; ${Object.keys(mistakes).length} kinds of mistakes would be seen`)
