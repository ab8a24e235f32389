import type { Lang } from './language.ts'
import type { Role, Verification } from './roles.ts'

/** The version of the consent text that people agree to. The rules know it too: it is raised there first. */
export const CONSENT_VERSION = 4

/** From this text on, people agree that their level is public with what they say. The rules know it too. */
const SHOWS_LEVEL_FROM = 3

export const LEVELS = ['kindergarten', 'elementary', 'middle', 'high', 'special', 'other'] as const
export type Level = (typeof LEVELS)[number]

export type Participant = {
  readonly uid: string
  readonly role: Role
  readonly verification: Verification
  readonly district: string | null
  readonly level: Level | null
  readonly lang: Lang
  readonly consentVersion: number
  readonly joinedAt: Date
  /** The slip they joined with. */
  readonly invite: string | null
  readonly lastComment: { readonly id: string; readonly at: Date } | null
}

/** The level that is stored with what somebody says: null where they have not agreed to that, or tell none. */
export const publicLevel = ({ level, consentVersion }: Participant): Level | null =>
  consentVersion >= SHOWS_LEVEL_FROM ? level : null

/** What somebody tells when they join. */
export type JoinAnswers = {
  readonly role: Role
  readonly district: string | null
  readonly lang: Lang
}
