import { join } from 'node:path'

/** The repository's root. */
export const ROOT = join(import.meta.dirname, '..', '..')

/** Everything that scripts make and nobody commits. */
export const CACHE = join(ROOT, '.cache')

/** The rules that Firestore runs under, in the emulators as in production. */
export const RULES = join(ROOT, 'firestore.rules')

/** A program that a package of ours brings. */
export const packageBin = (name: string): string => join(ROOT, 'node_modules', '.bin', name)

/** The project in which emulators keep their data: for a project called demo-… no tool asks Google for anything. */
export const DEMO_PROJECT = 'demo-madang'
