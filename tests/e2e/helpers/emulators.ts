// What only an administrator may do on a real project, done on the emulators for a test: looking at what is stored,
// closing a task, ending somebody's account.

import type { Lang } from '#domain/language.ts'
import { CONSENT_VERSION } from '#domain/participant.ts'

const PROJECT = 'demo-madang'
const AS_OWNER = { authorization: 'Bearer owner', 'content-type': 'application/json' }

const documents = () =>
  `http://${process.env.FIRESTORE_EMULATOR_HOST}/v1/projects/${PROJECT}/databases/(default)/documents`

const accounts = () => `http://${process.env.FIREBASE_AUTH_EMULATOR_HOST}`

type Value = {
  stringValue?: string
  integerValue?: string
  booleanValue?: boolean
  nullValue?: null
  timestampValue?: string
  mapValue?: { fields?: Record<string, Value> }
  arrayValue?: { values?: Value[] }
}

function plain(value: Value): unknown {
  if (value.mapValue) return plainFields(value.mapValue.fields)
  if (value.arrayValue) return (value.arrayValue.values ?? []).map(plain)
  if (value.integerValue !== undefined) return Number(value.integerValue)
  if (value.timestampValue !== undefined) return new Date(value.timestampValue)
  return value.stringValue ?? value.booleanValue ?? null
}

const plainFields = (fields: Record<string, Value> = {}): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, plain(value)]))

/** A document's fields as stored, or null. */
export async function stored(path: string): Promise<Record<string, unknown> | null> {
  const answer = await fetch(`${documents()}/${path}`, { headers: AS_OWNER })
  if (answer.status === 404) return null
  return plainFields(((await answer.json()) as { fields?: Record<string, Value> }).fields)
}

/** All documents of a collection by id. */
export async function storedIn(path: string): Promise<Record<string, Record<string, unknown>>> {
  const answer = await fetch(`${documents()}/${path}?pageSize=300`, { headers: AS_OWNER })
  const { documents: found = [] } = (await answer.json()) as {
    documents?: { name: string; fields?: Record<string, Value> }[]
  }
  return Object.fromEntries(found.map(({ name, fields }) => [name.split('/').at(-1) ?? '', plainFields(fields)]))
}

/** @param mask the field that changes, where it is one within another */
async function patch(path: string, mask: string, value: Value, field = mask): Promise<void> {
  const url = `${documents()}/${path}?updateMask.fieldPaths=${mask}`
  const answer = await fetch(url, {
    method: 'PATCH',
    headers: AS_OWNER,
    body: JSON.stringify({ fields: { [field]: value } }),
  })
  if (!answer.ok) throw new Error(await answer.text())
}

export const setTaskStatus = (taskId: string, status: 'open' | 'closed') =>
  patch(`tasks/${taskId}`, 'status', { stringValue: status })

/** Gives somebody of the staff the right to manage, or takes it away. */
export const setManages = (uid: string, manages: boolean) =>
  patch(`staff/${uid}`, 'canManage', { booleanValue: manages })

/** As if so many had agreed with a comment. */
export const setAgreements = (taskId: string, commentId: string, agreements: number) =>
  patch(`tasks/${taskId}/comments/${commentId}`, 'agreeTotal', { integerValue: String(agreements) })

/** Says until when ballots are taken. */
export const closeVotingAt = (moment: Date) =>
  patch('settings/voting', 'closesAt', { timestampValue: moment.toISOString() })

/** Publishes a newer title of a task in one language, and takes it back. */
export async function publishTitle(taskId: string, lang: 'ko' | 'en', title: string): Promise<() => Promise<void>> {
  const before = (await stored(`tasks/${taskId}`)) as { revision: number; title: Record<string, string> }
  const set = async (text: string, revision: number) => {
    await patch(
      `tasks/${taskId}`,
      `title.${lang}`,
      { mapValue: { fields: { [lang]: { stringValue: text } } } },
      'title',
    )
    await patch(`tasks/${taskId}`, 'revision', { integerValue: String(revision) })
  }
  await set(title, before.revision + 1)
  return () => set(before.title[lang] ?? '', before.revision)
}

/** Signs an account with a Google address in, as the SDK does; the account is made if it is new. */
export async function signedInAccount(email: string): Promise<Record<string, string>> {
  const idToken = JSON.stringify({ sub: email, email, email_verified: true })
  const answer = await fetch(`${accounts()}/identitytoolkit.googleapis.com/v1/accounts:signInWithIdp?key=demo`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      requestUri: 'http://localhost',
      postBody: new URLSearchParams({ id_token: idToken, providerId: 'google.com' }).toString(),
      returnSecureToken: true,
    }),
  })
  if (!answer.ok) throw new Error(await answer.text())
  return (await answer.json()) as Record<string, string>
}

/** The newest sign-in link that the Auth emulator would have sent to an address. */
export async function mailedLink(email: string): Promise<string> {
  const answer = await fetch(`${accounts()}/emulator/v1/projects/${PROJECT}/oobCodes`)
  const { oobCodes } = (await answer.json()) as { oobCodes: { email: string; oobLink: string }[] }
  const link = oobCodes.filter((mail) => mail.email === email).at(-1)?.oobLink
  if (!link) throw new Error(`no mail to ${email}`)
  return link
}

/** The id of the account with this address. */
export async function uidOf(email: string): Promise<string> {
  const answer = await fetch(`${accounts()}/identitytoolkit.googleapis.com/v1/projects/${PROJECT}/accounts:lookup`, {
    method: 'POST',
    headers: AS_OWNER,
    body: JSON.stringify({ email: [email] }),
  })
  const { users = [] } = (await answer.json()) as { users?: { localId: string }[] }
  const uid = users[0]?.localId
  if (!uid) throw new Error(`no account ${email}`)
  return uid
}

/** Ends an account: tokens that are out stay valid until they expire, new ones are refused. */
export async function deleteAccount(uid: string): Promise<void> {
  await fetch(`${accounts()}/identitytoolkit.googleapis.com/v1/projects/${PROJECT}/accounts:delete`, {
    method: 'POST',
    headers: AS_OWNER,
    body: JSON.stringify({ localId: uid }),
  })
}

const asValue = (value: unknown): Value => {
  if (value === null) return { nullValue: null }
  if (typeof value === 'number') return { integerValue: String(value) }
  if (value instanceof Date) return { timestampValue: value.toISOString() }
  if (typeof value === 'boolean') return { booleanValue: value }
  if (typeof value === 'object') return { mapValue: { fields: asFields(value as Record<string, unknown>) } }
  return { stringValue: String(value) }
}

const asFields = (fields: Record<string, unknown>): Record<string, Value> =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, asValue(value)]))

/** The id of a comment that is stored here. */
export const commentId = (taskId: string, number: number): string => `${taskId}-${String(number).padStart(20, '0')}`

/**
 * Stores comments that differ in nothing but their text: all written at the same moment.
 * @param first the number in the id of the first: with another, what has been done with others before means nothing for these
 */
export async function storeComments(
  taskId: string,
  texts: readonly string[],
  createdAt: Date,
  first = 0,
): Promise<void> {
  const none = { student: 0, parent: 0, teacher: 0, staff: 0, resident: 0 }
  const writes = texts.map((text, index) => ({
    update: {
      name: `projects/${PROJECT}/databases/(default)/documents/tasks/${taskId}/comments/${commentId(taskId, first + index)}`,
      fields: asFields({
        authorId: 'somebody',
        role: 'parent',
        district: null,
        verification: 'email',
        text,
        lang: 'ko',
        subtaskId: null,
        parentId: null,
        revision: 1,
        createdAt,
        editedAt: null,
        edits: 0,
        status: 'visible',
        hiddenReason: null,
        moderations: 0,
        decided: null,
        agree: none,
        disagree: none,
        agreeTotal: 0,
        disagreeTotal: 0,
        replyCount: 0,
        reportCount: 0,
        translation: null,
      }),
    },
  }))
  const answer = await fetch(`${documents()}:commit`, {
    method: 'POST',
    headers: AS_OWNER,
    body: JSON.stringify({ writes }),
  })
  if (!answer.ok) throw new Error(await answer.text())
}

/** The participants who joined with a slip: at most one, if all is well. */
export async function joinedWith(token: string): Promise<readonly Record<string, unknown>[]> {
  const invite = { field: { fieldPath: 'invite' }, op: 'EQUAL', value: { stringValue: token } }
  const answer = await fetch(`${documents()}:runQuery`, {
    method: 'POST',
    headers: AS_OWNER,
    body: JSON.stringify({
      structuredQuery: { from: [{ collectionId: 'participants' }], where: { fieldFilter: invite } },
    }),
  })
  const found = (await answer.json()) as { document?: { name: string; fields?: Record<string, Value> } }[]
  return found.flatMap(({ document }) =>
    document ? { uid: document.name.split('/').at(-1), ...plainFields(document.fields) } : [],
  )
}

/** The mark of a slip that was voided: the id of an entry in the log. */
export const voidedMark = 'VoidVoidVoidVoidVoid'

type SlipChanges = { voided?: string | null; used?: boolean; expiresAt?: Date; role?: string }

/** Stores a slip for a pupil of an elementary school in Mapo, unless changed. */
export async function storeSlip(token: string, changes: SlipChanges = {}): Promise<void> {
  const slip = {
    role: 'student',
    school: '한빛초등학교',
    district: 'mapo',
    level: 'elementary',
    batch: 'BatchBatchBatchBatch',
    issuedBy: 'somebody',
    issuedAt: new Date(),
    expiresAt: new Date(Date.now() + 30 * 86_400_000),
    used: false,
    voided: null,
    ...changes,
  }
  await store(`invites/${token}`, slip)
}

/** Stores a document, whatever stood there. */
async function store(path: string, fields: Record<string, unknown>): Promise<void> {
  const answer = await fetch(`${documents()}/${path}`, {
    method: 'PATCH',
    headers: AS_OWNER,
    body: JSON.stringify({ fields: asFields(fields) }),
  })
  if (!answer.ok) throw new Error(await answer.text())
}

/** Stores a resident who has joined by e-mail. */
export const storeParticipant = (uid: string, lang: Lang) =>
  store(`participants/${uid}`, {
    role: 'resident',
    verification: 'email',
    district: null,
    level: null,
    lang,
    consentVersion: CONSENT_VERSION,
    joinedAt: new Date(),
    invite: null,
    lastComment: null,
  })
