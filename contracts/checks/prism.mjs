// Prism serves every answer of openapi.yaml when it is asked for with `Prefer: code=…`, from the file alone. It also
// reads the requests, so the stubs' samples are requests that fit the document.
import { isDeepStrictEqual } from 'node:util'
import { fail } from './openapi.mjs'
import { complaintsOf, send, stubs, withServer } from './servers.mjs'

// Prism cannot write an event stream, whose example is the data of one event: `NO_COMPLEX_OBJECT_TEXT`.
const isStream = ({ response }) => response.headers['Content-Type'] === 'text/event-stream'
const chosen = (await stubs()).filter((stub) => stub.name.endsWith(': chosen') && !isStream(stub))

async function wrong({ metadata, response }, answer) {
  const text = await answer.text()
  if (answer.status !== metadata.status) return `${answer.status} ${text}`
  if (response.jsonBody === undefined) return null
  return isDeepStrictEqual(JSON.parse(text), response.jsonBody) ? null : `another body: ${text}`
}

const started = Date.now()
await withServer('@stoplight/prism-cli', [], async (base) => {
  const complaints = await complaintsOf(chosen, (stub) => send(base, stub.metadata.request), wrong)
  if (complaints.length > 0) fail(`${complaints.length} of ${chosen.length} answers:\n${complaints.join('\n')}`)
})
console.log(`Prism serves ${chosen.length} answers (${Date.now() - started} ms)`)
