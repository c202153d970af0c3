// openapi.yaml, and the tools that read it.
import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { parse } from 'yaml'

export const contracts = path.resolve(import.meta.dirname, '..')
export const committed = path.resolve(contracts, '../openapi.yaml')

export const load = async (file) => parse(await readFile(file, 'utf8'))

/** Runs a tool of package.json and returns its output, also when it fails. */
export async function run(tool, ...args) {
  const bin = path.join(contracts, 'node_modules/.bin', tool)
  const options = { maxBuffer: 64 << 20, env: { ...process.env, REDOCLY_TELEMETRY: 'off' } }
  return promisify(execFile)(bin, args, options).catch((failed) => failed)
}

/** Fails the check after the started servers have stopped. */
export function fail(message) {
  throw new Error(message)
}

process.on('uncaughtException', (error) => {
  console.error(error.message)
  process.exitCode = 1
})
