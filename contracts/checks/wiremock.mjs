// WireMock loads every stub and responds to each sample request with it. Then the conversation is played.
import { isDeepStrictEqual } from 'node:util'
import { fail } from './openapi.mjs'
import { complaintsOf, send, stubs, withServer } from './servers.mjs'

const all = await stubs()

/** What is wrong with the response to the sample of a stub. */
async function wrong(stub, response) {
  const { status, headers, jsonBody, body } = stub.response
  if (response.status !== status) return `${response.status}, not ${status}`
  const other = Object.entries(headers).filter(([name, value]) => response.headers.get(name) !== value)
  if (other.length > 0) return `other headers: ${other.map(([name]) => name)}`
  const text = await response.text()
  if (jsonBody !== undefined && !isDeepStrictEqual(JSON.parse(text), jsonBody)) return `another body: ${text}`
  return jsonBody === undefined && text !== (body ?? '') ? `another body: ${text}` : null
}

const restart = (base) => fetch(`${base}/__admin/scenarios/reset`, { method: 'POST' })

/** Tries each stub outside of the conversation, except the one that the start of the conversation hides. */
async function tryEach(base) {
  const begins = all.filter((stub) => stub.scenarioName && !stub.requiredScenarioState)
  const hidden = new Set(begins.map((stub) => `${stub.metadata.operation} ${stub.metadata.status}: a good request`))
  const tried = all.filter((stub) => !stub.scenarioName && !hidden.has(stub.name))
  return complaintsOf(tried, (stub) => send(base, stub.metadata.request), wrong)
}

/** Plays the conversation. */
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
await withServer('wiremock', ['--bind-address', '127.0.0.1', '--no-request-journal'], async (base) => {
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
console.log(`WireMock loads ${all.length} stubs and responds with each (${Date.now() - started} ms)`)
