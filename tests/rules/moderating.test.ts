import fc from 'fast-check'
import { type DocumentData, deleteField, doc, getDoc, increment, Timestamp } from 'firebase/firestore/lite'
import { beforeEach, describe, expect, it } from 'vitest'
import { moderationEntryId } from '#domain/audit.ts'
import { HIDE_REASONS } from '#domain/review.ts'
import { admin, anyone, onEmulator, signedIn } from './helpers/emulator.ts'
import { accepts } from './helpers/outcomes.ts'
import { seed, seedParticipant } from './helpers/people.ts'
import { by, hiding, LOG1, logEntry, logging, restoring, seedDecisions, seedReviewers } from './helpers/reviewing.ts'
import { reacting, replying, reporting, withdrawing } from './helpers/talk.ts'
import { alreadyThere, refused, unheardOf } from './helpers/verdicts.ts'
import { C1, C2, comment, commentPath, editing, seedComment, seedTask } from './helpers/voices.ts'
import { commit, type Write } from './helpers/writes.ts'

onEmulator()

const PATH = commentPath(C1)
const HIDDEN = { status: 'hidden', hiddenReason: 'abuse', moderations: 1 }

beforeEach(async () => {
  await seedTask()
  await seedParticipant('mina')
  await seedReviewers()
  await seedComment('mina')
})

const stored = async (path = PATH) => (await getDoc(doc(admin(), path))).data()
const [hide, hideEntry] = hiding()

describe('a reviewer', () => {
  it.each(HIDE_REASONS)(
    'hides a comment because of: %s. Its author still reads it, with the reason',
    async (reason) => {
      await by('reviewer', ...hiding(1, C1, reason))
      expect((await getDoc(doc(signedIn('mina'), PATH))).data()).toMatchObject({
        text: '우리 학교에도 필요해요.',
        hiddenReason: reason,
      })
      await refused(() => getDoc(doc(anyone(), PATH)), 'isSignedIn', 'isPublic')
      expect(await stored(`auditLog/${C1}~1`)).toMatchObject({ action: 'hide', target: C1, byUid: 'reviewer', reason })
    },
  )

  it('restores it, and hides it again, each under an entry of its own', async () => {
    await by('reviewer', ...hiding())
    await by('colleague', ...restoring().map((write) => asColleague(write)))
    expect((await getDoc(doc(anyone(), PATH))).get('hiddenReason')).toBeNull()
    await by('reviewer', ...hiding(3))
    expect(await stored()).toMatchObject({ status: 'hidden', moderations: 3 })
    expect(await stored(`auditLog/${C1}~2`)).toMatchObject({ action: 'restore', byUid: 'colleague' })
  })

  it('leaves a reported comment as it is, which counts as a decision', async () => {
    await refused(() => by('reviewer', ...restoring(1)), 'isHiddenOrReported')
    await seedComment('mina', { reportCount: 3 })
    await by('reviewer', ...restoring(1))
    expect(await stored()).toMatchObject({ status: 'visible', moderations: 1 })
  })

  it('decides about a closed task, and about a hidden reply', async () => {
    await seedTask('t1', { status: 'closed' })
    await seedComment('mina', { parentId: C2 })
    await by('reviewer', ...hiding())
  })

  it('decides about four comments in a batch, of whatever text', async () => {
    const ids = ['3', '4', '5', '6'].map((n) => `t1-AaBbCcDdEeFfGgHhIi0${n}`)
    for (const id of ids) await seedComment('mina', { text: '가'.repeat(2000) }, id)
    await by('reviewer', ...ids.flatMap((id) => [...hiding(1, id)]))
    expect(await stored(commentPath(ids[3] ?? ''))).toMatchObject(HIDDEN)
  })
})

const asColleague = (write: Write): Write =>
  'set' in write ? { ...write, set: { ...write.set, byUid: 'colleague' } } : write

describe('nobody else decides', () => {
  const people: [string, string, string][] = [
    ['the author', 'mina', 'holds'],
    ['another participant', 'jun', 'holds'],
    ['staff without the right to review', 'editor', 'holds'],
  ]
  it.each(people)('not %s', async (_, uid, reason) => {
    const mine = (write: Write) => ('set' in write ? { ...write, set: { ...write.set, byUid: uid } } : write)
    await refused(() => by(uid, ...hiding().map(mine)), reason)
    await seedComment('mina', HIDDEN)
    await refused(() => by(uid, ...restoring().map(mine)), reason)
    await refused(() => by(uid, mine(logging(`${C1}~2`, 'restore', C1))), reason)
  })

  it('not somebody who is not signed in', () => refused(() => commit(anyone(), hiding()), 'isSignedIn'))

  it('not a reviewer whose record is taken away, from that moment', async () => {
    await by('reviewer', ...hiding())
    await commit(admin(), [{ path: 'staff/reviewer', remove: true }])
    await refused(() => by('reviewer', ...restoring()), 'holds')
  })
})

describe('a decision is refused', () => {
  const changes: [string, DocumentData, string][] = [
    ['other words', { text: '고친 글' }, 'changesOnly'],
    ['another author', { authorId: 'jun' }, 'changesOnly'],
    ['another role', { role: 'teacher' }, 'changesOnly'],
    ['another time', { createdAt: Timestamp.fromMillis(1) }, 'changesOnly'],
    ['no translation', { translation: { text: 'x', by: 'staff' } }, 'changesOnly'],
    ['other counts', { agreeTotal: 9 }, 'changesOnly'],
    ['fewer reports', { reportCount: increment(-1) }, 'isCount'],
    ['a field less', { hiddenReason: deleteField() }, 'hasExactly'],
    ['an unknown field', { hiddenBy: 'reviewer' }, 'hasExactly'],
    ['no reason', { hiddenReason: null }, 'isReason'],
    ['an unknown reason', { hiddenReason: 'critical' }, 'isReason'],
    ['another reason than the log', { hiddenReason: 'duplicate' }, 'saysInLog'],
    ['an unknown status', { status: 'burnt' }, 'isVisible'],
    ['a withdrawal', { status: 'withdrawn', text: '' }, 'changesOnly'],
    ['the same number', { moderations: 0 }, 'isMe'],
    ['a number too many', { moderations: 2 }, 'isNextDecision'],
    ['a number as a text', { moderations: '1' }, 'isCount'],
    ['a number as a fraction', { moderations: 1.5 }, 'isCount'],
    ['nothing that it was made upon', { decided: null }, 'isDecidedUpon'],
    ['a text for what it was made upon', { decided: 'all' }, 'isDecidedUpon'],
    ['more reports than there are', { decided: { reports: 1, edits: 0 } }, 'isDecidedUpon'],
    ['fewer reports than none', { decided: { reports: -1, edits: 0 } }, 'isCount'],
    ['other words than there are', { decided: { reports: 0, edits: 1 } }, 'isOfTheseWords'],
    ['a number of changes that is none', { decided: { reports: 0, edits: '0' } }, 'isCount'],
    ['words alone', { decided: { edits: 0 } }, 'hasExactly'],
    ['more that it was made upon', { decided: { reports: 0, edits: 0, by: 'reviewer' } }, 'hasExactly'],
  ]
  it.each(changes)('with %s', (_, change, reason) => {
    const update = { ...hide.update, ...change }
    return refused(() => by('reviewer', { path: PATH, update }, hideEntry), reason)
  })

  it('without its entry, and with that of an earlier decision', async () => {
    await refused(() => by('reviewer', hide), 'hasEntry')
    await by('reviewer', ...hiding())
    await refused(() => by('reviewer', restoring()[0]), 'hasEntry')
    await refused(() => by('reviewer', restoring()[0], { ...hideEntry, path: `auditLog/${C1}~3` }), 'hasEntry')
  })

  it('when the entry is there from before', async () => {
    const old = { at: Timestamp.fromMillis(Date.now() - 60_000), reason: 'abuse' }
    await seed(hideEntry.path, logEntry('hide', C1, old))
    await refused(() => by('reviewer', hide), 'isNow')
    await alreadyThere(() => by('reviewer', hideEntry))
  })

  const entries: [string, DocumentData, string][] = [
    ['another action', { action: 'restore' }, 'isEntry'],
    ['another comment', { target: C2 }, 'isEntry'],
    ['somebody else', { byUid: 'colleague' }, 'isMe'],
    ['a time to come', { at: Timestamp.fromMillis(Date.now() + 60_000) }, 'isNow'],
    ['no reason', { reason: '' }, 'saysInLog'],
    ['an unknown field', { ip: '1' }, 'hasExactly'],
  ]
  it.each(entries)('with an entry of %s', (_, change, reason) =>
    refused(() => by('reviewer', hide, { ...hideEntry, set: { ...hideEntry.set, ...change } }), reason),
  )

  it('to hide what is hidden or withdrawn, and to restore what is withdrawn', async () => {
    await seedComment('mina', HIDDEN)
    await refused(() => by('reviewer', ...hiding(2, C1, 'duplicate')), 'isVisible')
    await seedComment('mina', { status: 'withdrawn', text: '', reportCount: 2 })
    await refused(() => by('reviewer', ...hiding()), 'isVisible')
    await refused(() => by('reviewer', ...restoring(1)), 'isHiddenOrReported')
  })

  it('to restore and leave the reason, or to hide by restoring', async () => {
    await seedComment('mina', HIDDEN)
    const [restore, entry] = restoring()
    const leaving = { ...restore, update: { ...restore.update, hiddenReason: 'abuse' } }
    await refused(() => by('reviewer', leaving, entry), 'isRestored')
  })

  it('in one batch with another about the same comment', async () => {
    await refused(() => by('reviewer', ...hiding(), ...restoring()), 'isNextDecision')
  })
})

describe('what a decision was made upon', () => {
  beforeEach(async () => {
    await seedComment('mina', { reportCount: 3 })
    await seedParticipant('jun')
    await by('reviewer', ...restoring(1, C1, { decided: { reports: 3, edits: 0 } }))
  })

  it('is told from reports that come later, and stays what it was', async () => {
    await by('jun', ...reporting('jun'))
    expect(await stored()).toMatchObject({ reportCount: 4, decided: { reports: 3, edits: 0 } })
  })

  it('is told from words that come later: who has not read them does not decide about them', async () => {
    await by('mina', ...editing())
    expect(await stored()).toMatchObject({ edits: 1, decided: { reports: 3, edits: 0 } })
    const late = restoring(2, C1, { decided: { reports: 3, edits: 0 } })
    await refused(() => by('reviewer', ...late), 'isOfTheseWords')
    await refused(() => by('reviewer', ...hiding(2)), 'isOfTheseWords')
    await by('reviewer', ...restoring(2, C1, { decided: { reports: 3, edits: 1 } }))
  })

  it('is said from then on of a comment that is older than that', async () => {
    const { decided: _, ...old } = comment('mina', { createdAt: Timestamp.fromMillis(0), moderations: 1 })
    await seed(PATH, old)
    await by('mina', ...editing())
    await by('jun', ...reacting('jun', 'agree'))
    await by('reviewer', ...hiding(2, C1, 'abuse', { reports: 0, edits: 1 }))
    expect(await stored()).toMatchObject({ status: 'hidden', decided: { reports: 0, edits: 1 } })
  })

  it('may be fewer reports than there are by now', async () => {
    await by('reviewer', ...restoring(2, C1, { decided: { reports: 1, edits: 0 } }))
  })

  it('is changed by nobody without a decision', async () => {
    const more = { decided: { reports: 99, edits: 8 } }
    await refused(() => by('mina', ...editing(more)), 'changesOnly')
    for (const uid of ['mina', 'reviewer']) {
      await refused(() => by(uid, { path: PATH, update: more }), 'changesOnly')
    }
    const [report] = reporting('jun') as [Write]
    await refused(() => by('jun', report, { path: PATH, update: { reportCount: 4, ...more } }), 'changesOnly')
  })
})

describe('an entry about a decision is refused', () => {
  it('without the decision, whatever its number', async () => {
    for (const n of [0, 1, 2]) await refused(() => by('reviewer', ...only('hide', n)), 'isNewestDecision')
    await refused(() => by('reviewer', ...only('restore', 0)), 'isNewestDecision')
    await by('reviewer', ...hiding())
    for (const n of [2, 10]) await refused(() => by('reviewer', ...only('hide', n)), 'isNewestDecision')
    await alreadyThere(() => by('reviewer', ...only('hide', 1)))
  })

  const only = (action: 'hide' | 'restore', n: number, id = C1): Write[] => [
    logging(moderationEntryId(id, n), action, id),
  ]

  it('about what there is not, or is no comment', async () => {
    await refused(() => by('reviewer', ...only('hide', 1, C2)), 'isAboutDecision')
    await refused(() => by('reviewer', logging('mina~1', 'hide', 'mina')), 'isCommentId')
    await refused(() => by('reviewer', logging(LOG1, 'hide', C1)), 'isNewestDecision')
  })

  it('that says something else than was done', async () => {
    await refused(() => by('reviewer', { ...hideEntry, set: { ...hideEntry.set, action: 'restore' } }, hide), 'isEntry')
  })

  it('of another kind than what a script has done without one', async () => {
    await seedComment('mina', HIDDEN)
    await refused(() => by('reviewer', ...only('restore', 1)), 'isNewestDecision')
    await seedComment('mina', { moderations: null })
    await refused(() => by('reviewer', ...only('hide', 1)), 'isCount')
  })

  it('of no words', async () => {
    await seedComment('mina', { reportCount: 1 })
    const [keep, entry] = restoring(1)
    await refused(() => by('reviewer', keep, { ...entry, set: { ...entry.set, reason: ' ' } }), 'showsSomething')
  })
})

describe('what is hidden', () => {
  beforeEach(async () => {
    await seedComment('mina', HIDDEN)
    await seedDecisions(1)
    await seedParticipant('jun')
  })

  it('cannot be edited or withdrawn, reacted to, answered or reported', async () => {
    await refused(() => by('mina', ...editing()), 'isVisible')
    await refused(() => by('mina', ...withdrawing()), 'isVisible')
    await refused(() => by('jun', ...reacting('jun', 'agree')), 'isVisible')
    await refused(() => by('jun', ...replying('jun')), 'isVisible')
    await refused(() => by('jun', ...reporting('jun')), 'isVisible')
  })

  it('is restored by nobody without a decision', async () => {
    const back = { status: 'visible', hiddenReason: null }
    await refused(() => by('mina', { path: PATH, update: back }), 'isVisible')
    await refused(() => by('reviewer', { path: PATH, update: back }), 'isMe')
    await unheardOf(() => by('reviewer', { path: PATH, remove: true }))
  })
})

it('any order of decisions leaves as many entries as decisions, and words as they were', async () => {
  const acts = fc.array(fc.constantFrom('hide', 'restore', 'lone', 'twice'), { minLength: 3, maxLength: 7 })
  await fc.assert(
    fc.asyncProperty(acts, async (order) => {
      const id = `t1-${crypto.randomUUID().replaceAll('-', '').slice(0, 20)}`
      await seedComment('mina', {}, id)
      let number = 0
      for (const act of order) {
        const next = act === 'restore' ? restoring(number + 1, id) : hiding(number + 1, id)
        const writes = act === 'lone' ? next.slice(0, 1) : act === 'twice' ? [...next, ...hiding(number + 2, id)] : next
        if (await accepts(signedIn('reviewer'), writes)) number += 1
      }
      const data = await stored(commentPath(id))
      expect(data).toMatchObject({ moderations: number, text: '우리 학교에도 필요해요.', authorId: 'mina' })
      for (let n = 1; n <= number + 1; n += 1) {
        expect((await stored(`auditLog/${moderationEntryId(id, n)}`)) !== undefined).toBe(n <= number)
      }
    }),
    { numRuns: 6 },
  )
})
