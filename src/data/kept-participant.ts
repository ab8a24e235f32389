import * as v from 'valibot'
import type { Participant } from '#domain/participant.ts'
import { count, isoDate, lang, level, role, verification } from './schemas.ts'
import { KEPT_PARTICIPANT, storage } from './storage.ts'

const keptSchema = v.object({
  uid: v.string(),
  role,
  verification,
  district: v.nullable(v.string()),
  level: v.nullable(level),
  lang,
  consentVersion: count,
  joinedAt: isoDate,
})

/** Keeps on this device who is here, until they sign out: without a connection it cannot be read. */
export function keepParticipant(participant: Participant | null): void {
  if (participant) {
    const { invite: _, lastComment: __, ...kept } = participant
    storage.write(KEPT_PARTICIPANT, JSON.stringify(kept))
  } else storage.remove(KEPT_PARTICIPANT)
}

/** What was read last of this person on this device, or null. */
export function keptParticipant(uid: string): Participant | null {
  try {
    const kept = v.safeParse(keptSchema, JSON.parse(storage.read(KEPT_PARTICIPANT) ?? 'null'))
    return kept.success && kept.output.uid === uid ? { ...kept.output, invite: null, lastComment: null } : null
  } catch {
    return null
  }
}
