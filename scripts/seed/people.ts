import { createHash } from 'node:crypto'
import { staffEntryReason } from '#domain/audit.ts'
import { DEMO_ACCOUNTS } from '#domain/demo-accounts.ts'
import { DISTRICT_IDS } from '#domain/districts.ts'
import type { Lang } from '#domain/language.ts'
import { CONSENT_VERSION, type Level } from '#domain/participant.ts'
import { TASK_IDS } from '#domain/plan.ts'
import { needsSchoolEmail, ROLES, type Role, type Verification } from '#domain/roles.ts'
import { type Doc, hoursBefore } from './docs.ts'
import { type Reply, roleOf, type SeedInputs } from './inputs.ts'
import { idFrom, type Random, randomFor } from './random.ts'

/** Participants of each group: a mix as in the first week of a pilot, with more students and parents than others. */
const PEOPLE: Readonly<Record<Role, number>> = { student: 150, parent: 190, teacher: 80, staff: 36, resident: 44 }

const LEVELS_OF_STUDENTS: Readonly<Record<'elementary' | 'middle' | 'high' | 'special', number>> = {
  elementary: 30,
  middle: 38,
  high: 30,
  special: 2,
}

export type Person = {
  readonly uid: string
  readonly role: Role
  readonly verification: Verification
  readonly district: string | null
  readonly level: Level | null
  readonly lang: Lang
  readonly joinedHoursAgo: number
  readonly lastComment: { readonly id: string; readonly hoursAgo: number } | null
}

/** A comment's document id: its task, then 20 letters and digits, as `newCommentId` makes them. */
export const commentIdOf = (seedId: string): string => `${seedId.split('-')[0]}-${idFrom(`comment ${seedId}`, 20)}`

/** An account's id, 28 letters and digits as Firebase Auth makes them. */
export const uidOf = (name: string): string => idFrom(`person ${name}`, 28)

/**
 * How somebody of the sample is known. Pupils under 14 have slips: they are never asked for an e-mail. So do teachers and
 * staff of kindergartens and special schools, whose schools gave them some.
 */
export function verificationOf(role: Role, level: Level | null): Verification {
  if (needsSchoolEmail(role)) return level === 'kindergarten' || level === 'special' ? 'invite' : 'domain'
  return role === 'student' && level !== null && level !== 'high' ? 'invite' : 'email'
}

/** The level of somebody of the sample as it is stored: slips alone tell one. */
export const levelOf = (role: Role, level: Level | null): Level | null =>
  verificationOf(role, level) === 'invite' ? level : null

/** Everyone who has joined, demo accounts aside: the authors of the voices, and as many others as fill the groups. */
export function people(inputs: SeedInputs): Person[] {
  const authors = authorsOf(inputs)
  const random = randomFor('people')
  const others = ROLES.flatMap((role) => {
    const missing = PEOPLE[role] - authors.filter((author) => author.role === role).length
    return Array.from({ length: Math.max(0, missing) }, (_, index) => stranger(role, index, random))
  })
  return [...authors, ...others]
}

function authorsOf({ voices }: SeedInputs): Person[] {
  const said = TASK_IDS.flatMap((id) => voices[id]).flatMap((voice): Reply[] => [voice, ...voice.replies])
  const byAge = said.toSorted((one, other) => one.hoursAgo - other.hoursAgo)
  return [...new Set(said.map(({ author }) => author))].map((author) => {
    const theirs = byAge.filter((one) => one.author === author)
    const [newest, oldest] = [theirs[0], theirs.at(-1)]
    if (!newest || !oldest) throw new Error(`${author} has said nothing`)
    const role = roleOf(author)
    return {
      uid: uidOf(author),
      role,
      verification: verificationOf(role, newest.level),
      district: newest.district,
      level: levelOf(role, newest.level),
      lang: newest.lang,
      joinedHoursAgo: oldest.hoursAgo + 1,
      lastComment: { id: commentIdOf(newest.id), hoursAgo: newest.hoursAgo },
    }
  })
}

function stranger(role: Role, index: number, random: Random): Person {
  const district = random.next() < 0.9 ? random.pick(DISTRICT_IDS) : null
  const level = role === 'resident' ? null : random.weighted(LEVELS_OF_STUDENTS)
  return {
    uid: uidOf(`${role} ${index}`),
    role,
    verification: verificationOf(role, level),
    district,
    level: levelOf(role, level),
    lang: random.next() < 0.06 ? 'en' : 'ko',
    joinedHoursAgo: 24 + random.below(1300),
    lastComment: null,
  }
}

/** The participants' documents; the demo accounts that have joined among them, each with its identity. */
export function peopleDocs(everyone: readonly Person[], withDemoAccounts: boolean, now: Date): Doc[] {
  const docs: Doc[] = everyone.map((person) => [
    `participants/${person.uid}`,
    {
      role: person.role,
      verification: person.verification,
      district: person.district,
      level: person.level,
      lang: person.lang,
      consentVersion: CONSENT_VERSION,
      joinedAt: hoursBefore(now, person.joinedHoursAgo),
      invite: null,
      lastComment: person.lastComment && {
        id: person.lastComment.id,
        at: hoursBefore(now, person.lastComment.hoursAgo),
      },
    },
  ])
  return withDemoAccounts ? [...docs, ...demoDocs(now)] : docs
}

// They have said and chosen nothing yet, so that a person who tries the product can do everything for the first time.
function demoDocs(now: Date): Doc[] {
  const joined = { district: 'jongno', lang: 'ko', consentVersion: CONSENT_VERSION, invite: null, lastComment: null }
  return DEMO_ACCOUNTS.flatMap(({ uid, email, role, staffRights, name }): Doc[] => {
    const docs: Doc[] = []
    if (role) {
      // By their e-mail: an account to try is signed in with one.
      const participant = { ...joined, role, verification: verificationOf(role, null), level: null }
      docs.push([`participants/${uid}`, { ...participant, joinedAt: hoursBefore(now, 24) }])
      docs.push([`identities/${createHash('sha256').update(email.toLowerCase()).digest('hex')}`, { uid }])
    }
    if (staffRights) {
      const record = { name: name.ko, office: '서울특별시교육청', ...staffRights }
      const logEntry = idFrom(`granting ${uid}`, 20)
      const granted = { action: 'staff', target: uid, byUid: 'admin-script', reason: staffEntryReason('add', record) }
      docs.push([`staff/${uid}`, { ...record, follows: null, logEntry }])
      docs.push([`auditLog/${logEntry}`, { ...granted, at: hoursBefore(now, 24 * 60) }])
    }
    return docs
  })
}
