import {
  collection,
  type DocumentData,
  doc,
  getDoc,
  getDocs,
  increment,
  limit,
  query,
  Timestamp,
} from 'firebase/firestore/lite'
import { beforeEach, describe, expect, it } from 'vitest'
import { REPORT_REASONS } from '#domain/report.ts'
import { admin, anyone, onEmulator, signedIn } from './helpers/emulator.ts'
import { seedParticipant, seedStaff } from './helpers/people.ts'
import { double, type integer, plus, restCommit, restWrite, serverTime } from './helpers/rest.ts'
import { reacting, reporting, reportPath } from './helpers/talk.ts'
import { refused, unheardOf } from './helpers/verdicts.ts'
import { C1, C2, commenting, commentPath, seedComment, seedTask } from './helpers/voices.ts'
import { commit, type Write } from './helpers/writes.ts'

onEmulator()

beforeEach(async () => {
  await seedTask()
  await seedParticipant('mina')
  await seedParticipant('jun')
  await seedStaff('reviewer', { canReview: true })
  await seedStaff('editor', { canEdit: true, canManage: true, canInvite: true })
  await seedComment('jun')
})

const PATH = commentPath(C1)
const report = (changes: DocumentData = {}) => commit(signedIn('mina'), reporting('mina', changes))
const write = (...writes: Write[]) => commit(signedIn('mina'), writes)
const [filed, counted] = reporting('mina') as [Write, Write]

describe('a report', () => {
  it.each(REPORT_REASONS)('is counted by its comment: %s', async (reason) => {
    await report({ reason })
    expect((await getDoc(doc(admin(), PATH))).get('reportCount')).toBe(1)
  })

  it('follows others', async () => {
    await seedComment('jun', { reportCount: 2 })
    await report()
    expect((await getDoc(doc(admin(), PATH))).get('reportCount')).toBe(3)
  })

  it('is possible on a closed task, and on two comments in one batch', async () => {
    await seedTask('t1', { status: 'closed' })
    await seedComment('jun', {}, C2)
    await write(...reporting('mina'), ...reporting('mina', {}, C2))
  })

  it('is read by reviewers and, by its id, by who sent it', async () => {
    await report()
    expect((await getDoc(doc(signedIn('mina'), reportPath('mina')))).get('reason')).toBe('abuse')
    expect((await getDoc(doc(signedIn('reviewer'), reportPath('mina')))).exists()).toBe(true)
    const all = collection(signedIn('reviewer'), 'reports')
    expect((await getDocs(query(all, limit(500)))).size).toBe(1)
    await refused(() => getDocs(query(all, limit(501))), 'listsAtMostFiveHundred')
  })

  it('is read by nobody else', async () => {
    await report()
    await refused(() => getDoc(doc(signedIn('jun'), reportPath('mina'))), 'namesMe', 'holds')
    await refused(() => getDoc(doc(signedIn('editor'), reportPath('mina'))), 'namesMe', 'holds')
    await refused(() => getDoc(doc(anyone(), reportPath('mina'))), 'isSignedIn')
    for (const uid of ['mina', 'jun', 'editor']) {
      await refused(() => getDocs(query(collection(signedIn(uid), 'reports'), limit(1))), 'holds')
    }
  })
})

describe('a report is refused', () => {
  it('to people who have not signed in or not joined', async () => {
    await refused(() => commit(anyone(), reporting('mina')), 'isSignedIn')
    await refused(() => commit(signedIn('sol'), reporting('sol')), 'isParticipant')
  })

  it('in somebody else’s name', async () => {
    await seedParticipant('sol')
    await refused(() => commit(signedIn('sol'), reporting('mina').slice(0, 1)), 'namesMe')
  })

  it('of one’s own comment', async () => {
    await seedComment('mina')
    await refused(() => report(), 'isSomebodyElses')
  })

  it.each(['hidden', 'withdrawn'])('of a comment that is %s', async (status) => {
    await seedComment('jun', { status })
    await refused(() => report(), 'isVisible')
  })

  it('of a comment that there is not, or only now', async () => {
    const absent = reporting('mina', {}, C2).slice(0, 1)
    await refused(() => write(...absent), 'isAboutVisible')
    await refused(() => write(...absent, ...commenting('mina', {}, C2)), 'isAboutVisible')
  })

  const ids: [string, string][] = [
    [`${C1}~mina`, 'namesMe'],
    [`t1~${C1}`, 'namesMe'],
    [`t1~${C1}~mina~`, 'namesMe'],
    [`t1~${C1}~mina~~`, 'namesMe'],
    [`t1~${C1}~mina~mina`, 'namesMe'],
    [`~t1~${C1}~mina`, 'namesMe'],
    ['~~mina', 'isCommentId'],
    ['t1~x~mina', 'isCommentId'],
    [`t2~${C1}~mina`, 'namesTaskOf'],
    [`~${C1}~mina`, 'namesTaskOf'],
  ]
  it.each(ids)('under the id %s', (id, reason) =>
    refused(() => write({ ...filed, path: `reports/${id}` }, counted), reason),
  )

  const changes: [string, DocumentData, string][] = [
    ['an unknown reason', { reason: 'boring' }, 'isReason'],
    ['several reasons', { reason: ['abuse'] }, 'isReason'],
    ['no reason', { reason: null }, 'isReason'],
    ['a past time', { at: Timestamp.fromMillis(0) }, 'isNow'],
    ['a future time', { at: Timestamp.fromMillis(Date.now() + 60_000) }, 'isNow'],
    ['no time', { at: null }, 'isNow'],
    ['words of its own', { text: '' }, 'hasExactly'],
  ]
  it.each(changes)('with %s', (_, change, reason) => refused(() => report(change), reason))

  it.each(['reason', 'at'])('without the field %s', (field) => {
    const { [field]: _, ...set } = 'set' in filed ? filed.set : {}
    return refused(() => write({ path: filed.path, set }, counted), 'hasExactly')
  })

  it('without the count of its comment, or with that of another', async () => {
    await seedComment('jun', {}, C2)
    await refused(() => write(filed), 'isCountedOnce')
    await refused(() => write(filed, { ...counted, path: commentPath(C2) }), 'comesWithMyReport')
  })

  const moves: [string, DocumentData, string][] = [
    ['by 2', { reportCount: increment(2) }, 'isCountedOnce'],
    ['by −1', { reportCount: increment(-1) }, 'isCount'],
    ['to three', { reportCount: 3 }, 'isCountedOnce'],
    ['to a text', { reportCount: '1' }, 'isCount'],
    ['together with its status', { reportCount: increment(1), status: 'hidden' }, 'isMe'],
    ['together with a reaction', { reportCount: increment(1), disagreeTotal: 1 }, 'changesOnly'],
  ]
  it.each(moves)('with a count that moves %s', (_, update, reason) =>
    refused(() => write({ path: PATH, update }, filed), reason),
  )

  it('a second time', async () => {
    await report()
    await refused(() => report({ reason: 'duplicate' }), 'comesWithMyReport')
    await unheardOf(() => write({ path: filed.path, update: { reason: 'duplicate' } }))
    await unheardOf(() => write({ path: filed.path, remove: true }))
    await unheardOf(() => commit(signedIn('reviewer'), [{ path: filed.path, remove: true }]))
  })

  it('when it is filed twice under one count', async () => {
    for (const id of [`t1~${C1}~mina~`, `t1~${C1}~mina~2`, `t1~${C1}~~mina`]) {
      await refused(() => write(filed, counted, { ...filed, path: `reports/${id}` }), 'namesMe')
    }
  })

  it('when it counts twice in one batch', async () => {
    await refused(() => write(filed, counted, counted), 'isCountedOnce')
    await refused(() => write(filed, counted, ...reacting('mina', 'disagree')), 'changesOnly')
  })
})

describe('the number of reports', () => {
  it('does not grow alone, or by an earlier report', async () => {
    await refused(() => write(counted), 'comesWithMyReport')
    await refused(() => commit(anyone(), [counted]), 'isSignedIn')
    await refused(() => commit(signedIn('sol'), [counted]), 'isParticipant')
    await report()
    await refused(() => write(counted), 'comesWithMyReport')
    await refused(() => commit(signedIn('jun'), [{ path: PATH, update: { reportCount: 0 } }]), 'comesWithMyReport')
  })

  it('does not become a float', () => {
    const now = restWrite(reportPath('mina'), { reason: 'abuse' }, [serverTime('at')])
    const grows = (by: ReturnType<typeof integer>) => restWrite(PATH, {}, [plus('reportCount', by)], [])
    return refused(() => restCommit('mina', now, grows(double(1))), 'isCount')
  })
})
