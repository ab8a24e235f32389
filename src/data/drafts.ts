import * as v from 'valibot'
import { storage } from './storage.ts'

/**
 * Something a person has begun and not sent yet, kept on this device: it survives a reload, a sign-in and a switch of
 * language, and is removed only when it has arrived.
 */
export type DraftStore<T> = {
  load(): T | null
  /** @returns false if the device keeps nothing (storage full or forbidden): then say so */
  save(draft: T): boolean
  clear(): void
}

export function draftStore<S extends v.GenericSchema>(name: string, schema: S): DraftStore<v.InferOutput<S>> {
  const key = `draft:${name}`
  return {
    load() {
      const kept = storage.read(key)
      if (kept === null) return null
      try {
        const result = v.safeParse(schema, JSON.parse(kept))
        return result.success ? result.output : null
      } catch {
        return null
      }
    },
    save: (draft) => storage.write(key, JSON.stringify(draft)),
    clear: () => storage.remove(key),
  }
}

export const commentDraft = (taskId: string) =>
  draftStore(`comment:${taskId}`, v.object({ id: v.string(), text: v.string(), subtaskId: v.nullable(v.string()) }))
