// Starts the programs that serve stubs on loopback, and sends requests to them.
import { execFile, spawn } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { contracts, fail } from './openapi.mjs'

async function freePort() {
  const server = createServer()
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address()
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** The commands of docs/contract-tests.md for a tool: how to start it, and what to try. */
async function documented(tool) {
  const page = await readFile(path.join(contracts, '../docs/contract-tests.md'), 'utf8')
  const block = page.split('```').find((block) => block.includes(`npx ${tool}@`))
  if (!block) fail(`docs/contract-tests.md does not say how to start ${tool}`)
  const [start, ...tries] = block.trim().split('\n')
  return { words: start.split(' ').slice(1), tries }
}

/** Starts a tool as documented, but on a free port, uses it once it responds, and stops it. */
export async function withServer(tool, more, use) {
  const { words, tries } = await documented(tool)
  const { devDependencies } = JSON.parse(await readFile(path.join(contracts, 'package.json'), 'utf8'))
  if (words[0] !== `${tool}@${devDependencies[tool]}`) fail(`package.json has another version than ${words[0]}`)
  const [port, documentedPort] = [String(await freePort()), words[words.indexOf('--port') + 1]]
  const args = words.slice(1).map((word) => (word === documentedPort ? port : word)).concat(more)
  // The program starts others, so the whole process group is stopped.
  const bin = path.join(contracts, 'node_modules/.bin', path.basename(tool).replace('-cli', ''))
  const options = { cwd: path.join(contracts, '..'), detached: true, stdio: ['ignore', 'pipe', 'pipe'] }
  const child = spawn(bin, args, options)
  const output = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => output.push(text))
  const ended = new Promise((resolve) => child.on('close', resolve).on('error', resolve))
  try {
    const base = `http://127.0.0.1:${port}`
    await isReady(base, child, () => output.join(''))
    for (const line of tries) await tryLine(line.replace(`:${documentedPort}`, `:${port}`))
    await use(base)
  } finally {
    process.kill(-child.pid)
    await ended
  }
}

/** Runs a documented command. Its `code=…` is the expected status. */
async function tryLine(line) {
  const { stdout, stderr } = await promisify(execFile)('bash', ['-c', line]).catch((failed) => failed)
  const code = line.match(/code=(\d+)/)?.[1]
  if (!stdout || (code && !stdout.startsWith(`HTTP/1.1 ${code}`))) fail(`${line}: ${stdout}${stderr}`)
}

async function isReady(base, child, output) {
  for (let tries = 0; tries < 300; tries += 1) {
    if (await fetch(base).catch(() => null)) return
    if (child.exitCode !== null) break
    await sleep(100)
  }
  fail(`${child.spawnfile} does not respond: ${output()}`)
}

/** All stubs of the kit. */
export async function stubs() {
  const folder = path.join(contracts, 'kit/mappings')
  const files = (await readdir(folder)).sort()
  const texts = await Promise.all(files.map((file) => readFile(path.join(folder, file), 'utf8')))
  return texts.flatMap((text) => JSON.parse(text).mappings)
}

/** Sends the sample request of a stub, encoded by its content type. */
export function send(base, { method, path: place, headers, body }) {
  const isForm = headers['Content-Type'] === 'application/x-www-form-urlencoded'
  const text = isForm ? new URLSearchParams(body).toString() : JSON.stringify(body)
  return fetch(base + place, { method, headers, body: body === undefined || body === null ? undefined : text })
}

/** Requests each stub, eight at a time, and returns the wrong responses. */
export async function complaintsOf(stubs, ask, wrong) {
  const complaints = []
  const waiting = [...stubs]
  const work = async () => {
    for (let stub = waiting.shift(); stub; stub = waiting.shift()) {
      const complaint = await wrong(stub, await ask(stub))
      if (complaint) complaints.push(`${stub.name}: ${complaint}`)
    }
  }
  await Promise.all(Array.from({ length: 8 }, work))
  return complaints
}
