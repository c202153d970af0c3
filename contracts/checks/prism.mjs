// Prism serves every answer of openapi.yaml when it is asked for with `Prefer: code=…`, from the file alone. It also
// reads the requests, so the stubs' samples are requests that fit the document.
import { isDeepStrictEqual } from 'node:util'
import { committed, contracts, fail } from './openapi.mjs'
import { send, stubs, withServer } from './servers.mjs'

const prism = `${contracts}/node_modules/.bin/prism`
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
await withServer((port) => [prism, 'mock', committed, '--port', port, '--host', '127.0.0.1'], async (base) => {
  const complaints = []
  for (const stub of chosen) {
    const complaint = await wrong(stub, await send(base, stub.metadata.request))
    if (complaint) complaints.push(`${stub.name}: ${complaint}`)
  }
  if (complaints.length > 0) fail(`${complaints.length} of ${chosen.length} answers:\n${complaints.join('\n')}`)
})
console.log(`Prism serves ${chosen.length} answers (${Date.now() - started} ms)`)
