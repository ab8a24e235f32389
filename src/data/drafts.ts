import * as v from 'valibot'
import { ROLES } from '#domain/roles.ts'
import { STANCES } from '#domain/stance.ts'
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

/** A stance chosen before joining. */
export const stanceDraft = (taskId: string) => draftStore(`stance:${taskId}`, v.object({ value: v.picklist(STANCES) }))

/** The answers given while joining: they wait while somebody goes to their mail and comes back. */
export const joinDraft = draftStore(
  'join',
  v.object({
    role: v.nullable(v.picklist(ROLES)),
    fourteen: v.nullable(v.boolean()),
    district: v.nullable(v.string()),
    consent: v.boolean(),
  }),
)
