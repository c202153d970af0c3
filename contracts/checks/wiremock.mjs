// The real WireMock loads every stub and answers each one's sample request with it; then it holds the conversation.
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { contracts, fail } from './openapi.mjs'
import { send, stubs, withServer } from './servers.mjs'

const build = path.join(contracts, 'node_modules/wiremock/build')
const jar = (await readdir(build)).find((file) => file.endsWith('.jar'))
const root = path.join(contracts, 'wiremock')
const all = await stubs()
const command = (port) => ['java', '-jar', path.join(build, jar), '--port', port, '--bind-address', '127.0.0.1',
  '--root-dir', root, '--disable-banner', '--disable-gzip', '--no-request-journal']

/** What is wrong with an answer to the sample of a stub. */
async function wrong(stub, answer) {
  const { status, headers, jsonBody, body } = stub.response
  if (answer.status !== status) return `${answer.status}, not ${status}`
  const other = Object.entries(headers).filter(([name, value]) => answer.headers.get(name) !== value)
  if (other.length > 0) return `other headers: ${other.map(([name]) => name)}`
  const text = await answer.text()
  if (jsonBody !== undefined && !isDeepStrictEqual(JSON.parse(text), jsonBody)) return `another body: ${text}`
  return jsonBody === undefined && text !== (body ?? '') ? `another body: ${text}` : null
}

const restart = (base) => fetch(`${base}/__admin/scenarios/reset`, { method: 'POST' })

/** Each stub outside the conversation is reached by its sample. */
async function tryEach(base) {
  const complaints = []
  for (const stub of all.filter((stub) => !stub.scenarioName && stub.name !== 'start_session 201: a good request')) {
    await restart(base)
    const complaint = await wrong(stub, await send(base, stub.metadata.request))
    if (complaint) complaints.push(`${stub.name}: ${complaint}`)
  }
  return complaints
}

/** The stubs of the conversation one after another: those that are waited for, then those that are not. */
async function converse(base, leaveOut) {
  const complaints = []
  await restart(base)
  for (const stub of all.filter((stub) => stub.scenarioName && !leaveOut(stub))) {
    const complaint = await wrong(stub, await send(base, stub.metadata.request))
    if (complaint) complaints.push(`${stub.name}: ${complaint}`)
  }
  return complaints
}

const started = Date.now()
await withServer(command, async (base) => {
  const { meta } = await (await fetch(`${base}/__admin/mappings?limit=1`)).json()
  if (meta.total !== all.length) fail(`WireMock has ${meta.total} stubs, not ${all.length}`)
  const isTurn = (stub, status) => stub.metadata.operation === 'start_turn' && stub.metadata.status === status
  const complaints = [
    ...await tryEach(base),
    ...await converse(base, (stub) => isTurn(stub, 202)),
    ...await converse(base, (stub) => isTurn(stub, 200)),
  ]
  if (complaints.length > 0) fail(`${complaints.length} of ${all.length} stubs:\n${complaints.join('\n')}`)
  const stream = await send(base, all.find((stub) => stub.response.chunkedDribbleDelay).metadata.request)
  let pieces = 0
  for await (const _ of stream.body) pieces += 1
  if (pieces < 5) fail(`The event stream came in ${pieces} pieces`)
})
console.log(`WireMock loads ${all.length} stubs and answers with each (${Date.now() - started} ms)`)
