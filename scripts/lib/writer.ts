import { json, type StoredDocument } from './database.ts'

// Firestore takes 500 documents and 10 MiB at once; small batches, many at a time, are what it is quickest at.
const DOCUMENTS_IN_BATCH = 100
const CHARACTERS_IN_BATCH = 2_000_000
const BATCHES_AT_ONCE = 8

/** Writes in batches, several at a time. */
export class Writer {
  readonly #write: (documents: readonly StoredDocument[]) => Promise<void>
  readonly #written: (documents: number) => void
  readonly #running = new Set<Promise<void>>()
  #batch: StoredDocument[] = []
  #characters = 0

  constructor(write: (documents: readonly StoredDocument[]) => Promise<void>, written: (documents: number) => void) {
    this.#write = write
    this.#written = written
  }

  async add(document: StoredDocument): Promise<void> {
    this.#batch.push(document)
    this.#characters += json(document).length
    if (this.#batch.length < DOCUMENTS_IN_BATCH && this.#characters < CHARACTERS_IN_BATCH) return
    this.#send()
    if (this.#running.size >= BATCHES_AT_ONCE) await Promise.race(this.#running)
  }

  /** Resolves when everything that was added is written. */
  async flush(): Promise<void> {
    this.#send()
    await Promise.all(this.#running)
  }

  #send(): void {
    const batch = this.#batch
    this.#batch = []
    this.#characters = 0
    if (batch.length === 0) return
    const writing = this.#write(batch).then(() => {
      this.#running.delete(writing)
      this.#written(batch.length)
    })
    this.#running.add(writing)
    // One that fails stays among those that are waited for, and is heard of there.
    writing.catch(() => {})
  }
}
