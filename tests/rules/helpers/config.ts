import { readFileSync } from 'node:fs'

/** One project for all files: the emulator runs in single-project mode. */
export const PROJECT = 'demo-madang'

const host = process.env.FIRESTORE_EMULATOR_HOST
if (host === undefined) throw new Error('FIRESTORE_EMULATOR_HOST is not set: `npm run test:rules` starts an emulator')
export const EMULATOR = `http://${host}`

/** The rules under test; a mutated copy can be put in their place (see mutate.ts). */
export const RULES = readFileSync(process.env.RULES_FILE ?? 'firestore.rules', 'utf8')
