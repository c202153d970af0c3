// Redocly's score of openapi.yaml, from 0 to 100, must not fall below a minimum.
import { committed, fail, run } from './openapi.mjs'

const MINIMUM = 80

const { stdout } = await run('redocly', 'score', committed, '--format', 'json')
const score = JSON.parse(stdout).agentReadiness
console.log(`score ${score}, minimum ${MINIMUM}`)
if (!(score >= MINIMUM)) fail('The score is too low: `npx redocly score ../openapi.yaml` shows why.')
