// Programs that serve stubs on loopback, and requests to them.
import { spawn } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { contracts, fail } from './openapi.mjs'

async function freePort() {
  const server = createServer()
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address()
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** Starts a program with a free port, uses it once it answers, and stops it. */
export async function withServer(command, use) {
  const port = await freePort()
  const [program, ...args] = command(String(port))
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  const said = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => said.push(text))
  const ended = new Promise((resolve) => child.on('close', resolve).on('error', resolve))
  try {
    const base = `http://127.0.0.1:${port}`
    await answers(base, child, () => said.join(''))
    return await use(base)
  } finally {
    child.kill()
    await ended
  }
}

async function answers(base, child, said) {
  for (let tries = 0; tries < 300; tries += 1) {
    if (await fetch(base).catch(() => null)) return
    if (child.exitCode !== null) break
    await sleep(100)
  }
  fail(`${child.spawnfile} does not answer: ${said()}`)
}

/** All stubs of the kit. */
export async function stubs() {
  const folder = path.join(contracts, 'wiremock/mappings')
  const files = (await readdir(folder)).sort()
  const texts = await Promise.all(files.map((file) => readFile(path.join(folder, file), 'utf8')))
  return texts.flatMap((text) => JSON.parse(text).mappings)
}

/** Sends the sample request of a stub; what is a form goes as one. */
export function send(base, { method, path: place, headers, body }) {
  const isForm = headers['Content-Type'] === 'application/x-www-form-urlencoded'
  const text = isForm ? new URLSearchParams(body).toString() : JSON.stringify(body)
  return fetch(base + place, { method, headers, body: body === undefined || body === null ? undefined : text })
}
