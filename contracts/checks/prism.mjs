// Prism serves every response of openapi.yaml that `Prefer: code=…` selects. It validates requests too, so this also
// checks the sample requests of the stubs.
import { isDeepStrictEqual } from 'node:util'
import { fail } from './openapi.mjs'
import { complaintsOf, send, stubs, withServer } from './servers.mjs'

// Prism cannot write an event stream, whose example is the data of one event: `NO_COMPLEX_OBJECT_TEXT`.
const isStream = ({ response }) => response.headers['Content-Type'] === 'text/event-stream'
const selected = (await stubs()).filter((stub) => stub.name.endsWith(': chosen') && !isStream(stub))

async function wrong({ metadata, response: expected }, response) {
  const text = await response.text()
  if (response.status !== metadata.status) return `${response.status} ${text}`
  if (expected.jsonBody === undefined) return null
  return isDeepStrictEqual(JSON.parse(text), expected.jsonBody) ? null : `another body: ${text}`
}

const started = Date.now()
await withServer('@stoplight/prism-cli', [], async (base) => {
  const complaints = await complaintsOf(selected, (stub) => send(base, stub.metadata.request), wrong)
  if (complaints.length > 0) fail(`${complaints.length} of ${selected.length} responses:\n${complaints.join('\n')}`)
})
console.log(`Prism serves ${selected.length} responses (${Date.now() - started} ms)`)
