// Redocly's score of openapi.yaml, from 0 to 100, must not fall below the floor.
import { committed, fail, run } from './openapi.mjs'

const FLOOR = 80

const { stdout } = await run('redocly', 'score', committed, '--format', 'json')
const score = JSON.parse(stdout).agentReadiness
console.log(`score ${score}, floor ${FLOOR}`)
if (!(score >= FLOOR)) fail('The score has fallen: `npx redocly score ../openapi.yaml` says where.')
