import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type Manifest, replaceFile } from './backup-files.ts'

const DAY_MS = 86_400_000

/**
 * How far a restoration into a project has come, kept beside the backup until it is done. After a day it counts for nothing:
 * what it was begun in may have become a site that people use.
 */
export class State {
  readonly #file: string
  readonly #at: string
  readonly #begun: string
  /** Whether an earlier run has begun to write. */
  readonly isBegun: boolean
  /** When a run was begun that has to begin again. */
  readonly expired: string | null
  /** Whether there was nothing when it was begun: what nobody has noted was not. */
  wasEmpty = false
  /** Files that are written. */
  files = 0
  /** Paths of what was brought up to what stands beside it, and is no longer as in the backup. */
  readonly changed = new Set<string>()

  constructor(folder: string, project: string, { at }: Manifest) {
    this.#file = join(folder, `restoring-${project}.json`)
    this.#at = at
    const kept = existsSync(this.#file) ? (JSON.parse(readFileSync(this.#file, 'utf8')) as Partial<KeptState>) : {}
    const isOfThis = kept.at === at
    this.isBegun = isOfThis && Date.now() - Date.parse(kept.begun ?? '') < DAY_MS
    this.expired = isOfThis && !this.isBegun ? (kept.begun ?? 'an unknown time') : null
    this.#begun = (this.isBegun && kept.begun) || new Date().toISOString()
    if (!this.isBegun) return
    this.files = kept.files ?? 0
    this.wasEmpty = kept.wasEmpty === true
    for (const path of kept.changed ?? []) this.changed.add(path)
  }

  reach(files: number): void {
    this.files = files
    this.#keep()
  }

  change(paths: readonly string[]): void {
    for (const path of paths) this.changed.add(path)
    if (paths.length > 0) this.#keep()
  }

  #keep(): void {
    const { files, wasEmpty, changed } = this
    const kept: KeptState = { at: this.#at, begun: this.#begun, wasEmpty, files, changed: [...changed] }
    replaceFile(this.#file, `${JSON.stringify(kept)}\n`)
  }

  forget = (): void => rmSync(this.#file, { force: true })
}

type KeptState = {
  readonly at: string
  readonly begun: string
  readonly wasEmpty: boolean
  readonly files: number
  readonly changed: readonly string[]
}
