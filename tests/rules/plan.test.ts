import {
  collection,
  type DocumentData,
  deleteField,
  doc,
  getDoc,
  getDocs,
  limit,
  query,
  Timestamp,
} from 'firebase/firestore/lite'
import { beforeEach, describe, expect, it } from 'vitest'
import { parseTurnReason, turnReason } from '#domain/audit.ts'
import { anyone, onEmulator, signedIn } from './helpers/emulator.ts'
import { seed, seedParticipant, seedStaff } from './helpers/people.ts'
import {
  beginning,
  draft,
  ENTRY,
  inBoth,
  logged,
  revising,
  revision,
  seedPlan,
  subtask,
  task,
  turning,
} from './helpers/planning.ts'
import { alreadyThere, refused, unheardOf } from './helpers/verdicts.ts'
import { C1, C2, commenting, takingStance } from './helpers/voices.ts'
import { commit, type Write } from './helpers/writes.ts'

onEmulator()

beforeEach(async () => {
  await seedPlan()
  await seedStaff('editor', { canEdit: true })
  await seedStaff('second', { canEdit: true })
  await seedStaff('reviewer', { canReview: true, canInvite: true, canManage: true })
  await seedParticipant('mina')
})

const write = (...writes: Write[]) => commit(signedIn('editor'), writes)
const publish = (changes: DocumentData = {}) => write(...revising('editor', changes))
const read = async (path: string) => (await getDoc(doc(signedIn('editor'), path))).data()
const others = [
  ['somebody who has not signed in', anyone, 'nobody', 'isSignedIn'],
  ['a participant', () => signedIn('mina'), 'mina', 'holds'],
  ['staff with every other right', () => signedIn('reviewer'), 'reviewer', 'holds'],
] as const

describe('an editor publishes a revision', () => {
  it('with its task and an entry in the log, after which people speak and decide about it', async () => {
    await publish()
    const [task, kept] = [await read('tasks/t1'), await read('tasks/t1/revisions/2')]
    expect(task).toMatchObject({ revision: 2, title: kept?.title, status: 'open', cited: { 2: { [C1]: 's1' } } })
    await commit(signedIn('mina'), commenting('mina', { revision: 2 }))
    await commit(signedIn('mina'), takingStance('mina', 'agree', null, { revision: 2 }))
    await refused(
      () => commit(signedIn('mina'), takingStance('mina', 'agree', null, { revision: 1 })),
      'isNewestRevision',
    )
  })

  it('of ten subtasks as long as may be, citing twenty: no limit of the rules is reached', async () => {
    const long = (most: number) => ({ ko: '가'.repeat(most), en: 'a'.repeat(most) })
    const id = (n: number) => `t1-AaBbCcDdEeFfGgHhIi${10 + n}`
    await publish({
      title: long(200),
      summary: long(1000),
      plain: long(8000),
      body: long(20_000),
      changeNote: long(1000),
      subtasks: Array.from({ length: 10 }, (_, n) => subtask(`s${n}`, { title: long(200), text: long(4000) })),
      citations: Object.fromEntries(Array.from({ length: 20 }, (_, n) => [id(n), n % 2 ? '' : 's1'])),
    })
    expect((await read('tasks/t1'))?.subtasks).toHaveLength(10)
  })

  it('one after the other, and what was cited before stays', async () => {
    await publish()
    const [, , entry] = revising('editor')
    const next = { revision: 3, citations: { [C2]: '' }, logEntry: 'RrEeVvIiSsIiOoNnEe02' }
    const [, kept] = revising('editor', next)
    const { order: _, changeNote: __, citations, logEntry: ___, ...texts } = revision(next)
    const later = { path: `auditLog/${next.logEntry}`, set: { ...('set' in entry && entry.set), target: 't1/3' } }
    await write({ path: 'tasks/t1', update: { ...texts, 'cited.3': citations } }, kept, later)
    expect((await read('tasks/t1'))?.cited).toEqual({ 2: { [C1]: 's1' }, 3: { [C2]: '' } })
  })

  it.each(others)('and %s does not', (_, person, uid, reason) => refused(() => commit(person(), revising(uid)), reason))
})

describe('a revision is refused', () => {
  const [revised, kept, entry] = revising('editor')

  it('without its task, its document or its trace', async () => {
    await refused(() => write(kept, entry), 'isBecomingNewest')
    await refused(() => write(revised, entry), 'isNamedBy')
    await refused(() => write(revised), 'comesWithRevision')
    await refused(() => write(revised, kept), 'hasEntry')
    await refused(() => write(entry), 'isNamedBy')
  })

  it('that skips a number, comes again, or stands at another', async () => {
    await refused(() => publish({ revision: 3 }), 'isNamedBy')
    await alreadyThere(() => publish({ revision: 1 }))
    await refused(() => write(revised, { ...kept, path: 'tasks/t1/revisions/02' }, entry), 'isNamedBy')
    await refused(() => publish({ revision: '2' }), 'isCount')
    await refused(() => publish({ revision: 2.5 }), 'isNamedBy')
  })

  it('that says something else than its task', async () => {
    const other = revision({ title: inBoth('other') })
    await refused(() => write(revised, { path: kept.path, set: other }, entry), 'saysTheSame')
    const more: Write = { path: 'tasks/t1', update: { note: 'x' } }
    await refused(() => write(revised, more, kept, entry), 'changesOnly')
    const placed: Write = { path: 'tasks/t1', update: { order: 2 } }
    await refused(() => write(revised, placed, kept, entry), 'changesOnly')
    const turned: Write = { path: 'tasks/t1', update: { status: 'closed' } }
    await refused(() => write(revised, turned, kept, entry), 'changesOnly')
  })

  it('whose citations its task has not, or that takes away earlier ones', async () => {
    const without: Write = { path: 'tasks/t1', update: { cited: {} } }
    await refused(() => write(revised, without, kept, entry), 'addsCitations')
    await seedPlan({ cited: { 1: { [C2]: '' } } })
    await refused(
      () => write(revised, { path: 'tasks/t1', update: { 'cited.1': deleteField() } }, kept, entry),
      'addsCitations',
    )
    await refused(() => write(revised, { path: 'tasks/t1', update: { 'cited.1': {} } }, kept, entry), 'addsCitations')
  })

  const changes: [string, DocumentData, string][] = [
    ['an unknown field', { note: '' }, 'hasExactly'],
    ['an unknown bureau', { bureau: 'press' }, 'isRevision'],
    ['a sample that is neither', { sample: 'yes' }, 'isRevision'],
    ['a past time', { publishedAt: Timestamp.fromMillis(5) }, 'isNow'],
    ['a title in one language', { title: { ko: '제목' } }, 'isInBoth'],
    ['a title in three', { title: { ...inBoth('x'), fr: 'x' } }, 'isInBoth'],
    ['a summary that says nothing', { summary: { ko: ' \n', en: 'x' } }, 'say'],
    ['an easy text that is none', { plain: 'x' }, 'isInBoth'],
    ['a text that is a number', { body: { ko: 1, en: 'x' } }, 'isInBoth'],
    ['no note', { changeNote: { ko: '', en: '' } }, 'showsSomething'],
    ['a note that turns letters around', { changeNote: { ko: '\u202E글', en: 'x' } }, 'hasNoBidiControl'],
    ['subtasks that are none', { subtasks: 'x' }, 'areAtMostTen'],
    ['eleven subtasks', { subtasks: Array.from({ length: 11 }, (_, n) => subtask(`s${n}`)) }, 'areAtMostTen'],
    ['a subtask that is none', { subtasks: [subtask('s1'), 's2'] }, 'isSubtask'],
    ['a subtask with more', { subtasks: [subtask('s1', { note: '' })] }, 'isSubtask'],
    ['a subtask without an id', { subtasks: [subtask('')], citations: {} }, 'isSubtaskId'],
    [
      'a last subtask without text',
      {
        subtasks: [...'abcdefghi'].map((id) => subtask(`${id}1`)).concat(subtask('j1', { text: null })),
        citations: {},
      },
      'isInBoth',
    ],
    ['citations that are none', { citations: [] }, 'areCitations'],
    ['comments of other tasks', { citations: { 't2-AaBbCcDdEeFfGgHhIi01': '' } }, 'areCitations'],
    ['two comments, one of them none', { citations: { [C1]: '', 'x,': '' } }, 'areCitations'],
    ['several comments under one key', { citations: { [`${C1},${C1}`]: '' } }, 'isOneIdEach'],
    ['a comma after a comment', { citations: { [`${C1},`]: '' } }, 'isOneIdEach'],
    ['a comment cited for a subtask that it has not', { citations: { [C1]: 's3' } }, 'areOfItsParts'],
    ['a comment cited for no text', { citations: { [C1]: null } }, 'areOfItsParts'],
    ['a comment cited for a number', { citations: { [C1]: 1 } }, 'areOfItsParts'],
    ['a comment cited for a list', { citations: { [C1]: ['s1'] } }, 'areOfItsParts'],
    ['a comment cited for a map', { citations: { [C1]: { s1: true }, [C2]: 's1' } }, 'areOfItsParts'],
    ['no entry', { logEntry: null }, 'isNamedBy'],
  ]
  it.each(changes)('with %s', (_, change, reason) => refused(() => publish(change), reason))

  it('whose entry is looked at first, for the same reasons', async () => {
    const first = (changes: DocumentData) => {
      const [task, kept, entry] = revising('editor', changes)
      return write(entry, kept, task)
    }
    await refused(() => first({ subtasks: 'x' }), 'areAtMostTen')
    await refused(() => first({ subtasks: Array.from({ length: 6 }, (_, n) => n), citations: {} }), 'isSubtask')
    await refused(() => first({ subtasks: ['s1'], citations: {} }), 'isSubtask')
    await first({})
  })

  it('while the draft that it was made of is left', async () => {
    await seed('drafts/t1', draft('editor'))
    await refused(() => publish(), 'leavesNoDraft')
    const emptied: Write = { path: 'drafts/t1', set: draft('editor', { version: 2, content: '' }) }
    await refused(
      () => write(...revising('editor'), { ...emptied, set: draft('editor', { version: 1, content: '' }) }),
      'isDraftNumber',
    )
    await write(...revising('editor'), emptied)
  })

  it('that cites more than twenty', () => {
    const many = Array.from({ length: 21 }, (_, n) => [`t1-AaBbCcDdEeFfGgHhIi${10 + n}`, ''])
    return refused(() => publish({ citations: Object.fromEntries(many) }), 'areCitations')
  })

  it.each<[string, DocumentData, string[]]>([
    ['another revision', { target: 't1/1' }, ['isNamedBy']],
    ['nothing', { target: null }, ['isAboutRevision']],
    ['another action', { action: 'close-task', target: 't1' }, ['isNamedBy']],
    ['somebody else', { byUid: 'second' }, ['isMe']],
    ['another note than the revision’s', { reason: '고침' }, ['saysInLog']],
    ['a past time', { at: Timestamp.fromMillis(Date.now() - 60_000) }, ['isNow']],
  ])('with an entry about %s', (_, change, reasons) =>
    refused(() => write(revised, kept, logged('editor', change)), ...(reasons as [string])),
  )

  it('with an entry that was there before', async () => {
    await seed(`auditLog/${ENTRY}`, logged('editor', { at: Timestamp.now() }).set)
    await refused(() => write(revised, kept), 'isNow')
  })
})

describe('an editor brings in the first revision of a task', () => {
  const begin = (changes: DocumentData = {}, of: DocumentData = {}) => write(...beginning('editor', changes, of))

  it('with all of it and its trace, from the draft, after which it goes on like any other', async () => {
    const path = 'drafts/t2'
    await write({ path, set: draft('editor') })
    await refused(begin, 'leavesNoDraft')
    await write(...beginning('editor'), { path, set: draft('editor', { version: 2, content: '' }) })
    expect(await read('tasks/t2')).toMatchObject({ revision: 1, order: 2, status: 'open', cited: { 1: {} } })
    await commit(signedIn('mina'), takingStance('mina', 'agree', null, { task: 't2' }))
  })

  it('of ten subtasks as long as may be: no limit of the rules is reached', async () => {
    const long = (most: number) => ({ ko: '가'.repeat(most), en: 'a'.repeat(most) })
    await begin({
      title: long(200),
      summary: long(1000),
      plain: long(8000),
      body: long(20_000),
      changeNote: long(1000),
      subtasks: Array.from({ length: 10 }, (_, n) => subtask(`s${n}`, { title: long(200), text: long(4000) })),
    })
  })

  it.each(others)('and %s does not', (_, person, uid, reason) =>
    refused(() => commit(person(), beginning(uid)), reason),
  )

  it('but not without its revision or its trace, or with another’s', async () => {
    const [begun, kept, entry] = beginning('editor')
    await refused(() => write(begun), 'comesWithRevision')
    await refused(() => write(kept, entry), 'isBecomingNewest')
    await refused(() => write(begun, entry), 'isNamedBy')
    await refused(() => write(begun, kept), 'hasEntry')
    await refused(() => write(begun, kept, { ...entry, set: { ...entry.set, byUid: 'second' } }), 'isMe')
    await refused(() => write({ ...begun, set: { ...begun.set, title: inBoth('x') } }, kept, entry), 'saysTheSame')
    expect(await read('tasks/t2')).toBeUndefined()
  })

  it.each<[string, DocumentData, string]>([
    ['closed', { status: 'closed' }, 'isOpenForNow'],
    ['closing at a date', { turnsAt: Timestamp.fromMillis(0) }, 'isOpenForNow'],
    ['in another’s place', { order: 1 }, 'isFirst'],
    ['in half a place', { order: 2.5 }, 'isCount'],
    ['citing what its revision does not', { cited: { 1: { 't2-AaBbCcDdEeFfGgHhIi01': '' } } }, 'addsCitations'],
    ['as if an earlier one cited', { cited: { 0: {}, 1: {} } }, 'addsCitations'],
    ['citing nothing that is a list', { cited: [] }, 'addsCitations'],
    ['with more', { logEntry: null }, 'hasExactly'],
    ['without subtasks', { subtasks: null }, 'areAtMostTen'],
  ])('but not %s', (_, changes, reason) => refused(() => begin({}, changes), reason))

  it('but not under another number, of a seventh, or where there is one', async () => {
    await refused(() => begin({ revision: 2 }), 'isFirst')
    await refused(() => begin({ revision: 0 }), 'isFirst')
    const [begun] = beginning('editor', { order: 7 })
    await refused(() => write({ ...begun, path: 'tasks/t7' }), 'isOfPlan')
    await begin()
    await alreadyThere(() => begin())
    await alreadyThere(() => write(beginning('editor')[1]))
    await refused(() => write(beginning('editor', { title: inBoth('x') })[0]), 'changesOnly')
  })
})

describe('what was published', () => {
  it('is never changed, deleted, or brought back', async () => {
    await publish()
    for (const n of [1, 2]) {
      await unheardOf(() => write({ path: `tasks/t1/revisions/${n}`, update: { sample: false } }))
      await unheardOf(() => write({ path: `tasks/t1/revisions/${n}`, remove: true }))
    }
    await alreadyThere(() => write({ path: 'tasks/t1/revisions/2', set: revision() }))
    await unheardOf(() => write({ path: 'tasks/t1', remove: true }))
    await refused(() => write({ path: 'tasks/t7', set: task() }), 'isOfPlan')
    await refused(() => write({ path: 'tasks/t1', update: { title: inBoth('x') } }), 'changesOnly')
    await refused(() => write({ path: 'tasks/t1', update: { order: 1.0, revision: 2.5 } }), 'isCount')
  })
})

describe('an editor closes and reopens a task', () => {
  const soon = () => Timestamp.fromMillis(Date.now() + 3_600_000)
  const SOME_DAY = { reason: turnReason(new Date('2030-01-02T03:04:00Z'), '회의') }
  const turn = (changes: DocumentData, entry: DocumentData = {}) => write(...turning('editor', changes, entry))
  const speak = () => commit(signedIn('mina'), commenting('mina'))

  it('at once or at a date, with its trace', async () => {
    await turn({ status: 'closed', turnsAt: null })
    await refused(speak, 'isOpen')
    const another = (n: number) => `RrEeVvIiSsIiOoNnEe1${n}`
    const again = async (n: number, changes: DocumentData) => {
      const [task, entry] = turning('editor', { ...changes, logEntry: another(n) })
      await write(task, { ...entry, path: `auditLog/${another(n)}` })
      return entry.set
    }
    expect(await again(1, { status: 'closed', turnsAt: soon() })).toMatchObject({ action: 'close-task' })
    await refused(speak, 'isOpen')
    const { action, reason } = await again(2, { status: 'open', turnsAt: soon() })
    expect(action).toBe('reopen-task')
    expect(parseTurnReason(reason)?.until?.getTime()).toBeGreaterThan(Date.now())
    await again(3, { status: 'open', turnsAt: null })
    await speak()
  })

  it('and the date is kept to, by comments and stances', async () => {
    const past = Timestamp.fromMillis(Date.now() - 1000)
    await seedPlan({ status: 'open', turnsAt: past })
    await refused(speak, 'isOpen')
    await refused(() => commit(signedIn('mina'), takingStance('mina', 'agree')), 'isOpen')
    await seedPlan({ status: 'closed', turnsAt: past })
    await speak()
    await commit(signedIn('mina'), takingStance('mina', 'agree'))
    await seedPlan({ status: 'closed', turnsAt: soon() })
    await refused(() => commit(signedIn('mina'), takingStance('mina', 'disagree', 'agree')), 'isOpen')
  })

  it.each(others)('and %s does not', (_, person, uid, reason) =>
    refused(() => commit(person(), turning(uid, { status: 'closed' })), reason),
  )

  it.each<[string, DocumentData, DocumentData, string[]]>([
    ['to a status that is none', { status: 'ajar' }, {}, ['isStatus']],
    ['at a date that has passed', { status: 'open', turnsAt: Timestamp.fromMillis(0) }, {}, ['isToCome']],
    ['at a date that is none', { status: 'open', turnsAt: 'soon' }, {}, ['isToCome']],
    ['while something else changes', { status: 'closed', bureau: 'planning' }, {}, ['changesOnly']],
    ['as if it were reopened', { status: 'closed' }, { action: 'reopen-task' }, ['isEntry']],
    ['to a date as if it were closed', { status: 'open', turnsAt: soon() }, { action: 'close-task' }, ['isEntry']],
    ['to a date that the log leaves out', { status: 'open', turnsAt: soon() }, { reason: 'x' }, ['saysUntilWhen']],
    ['to another date than the log’s', { status: 'open', turnsAt: soon() }, SOME_DAY, ['saysUntilWhen']],
    ['without the date that the log tells of', { status: 'closed' }, SOME_DAY, ['saysUntilWhen']],
    ['without saying why', { status: 'closed' }, { reason: turnReason(null, '') }, ['saysUntilWhen']],
    ['for a reason that is a number', { status: 'closed' }, { reason: 1 }, ['isFitText']],
    ['with an entry about another task', { status: 'closed' }, { target: 't2' }, ['isNamedBy']],
    ['with an entry about no task', { status: 'closed' }, { target: 't9' }, ['isAboutTurn']],
    ['under no entry', { status: 'closed', logEntry: null }, {}, ['isNamedBy']],
    ['taking a field away', { status: 'closed', sample: deleteField() }, {}, ['changesOnly']],
  ])('but not %s', (_, changes, entry, reasons) => refused(() => turn(changes, entry), ...(reasons as [string])))

  it('but not without a trace of its own', async () => {
    await refused(() => write(turning('editor', { status: 'closed' })[0]), 'hasEntry')
    await refused(() => write(turning('editor', {})[1]), 'isNamedBy')
    await turn({ status: 'closed' })
    await refused(() => write({ path: 'tasks/t1', update: { status: 'closed', turnsAt: soon() } }), 'isNow')
  })
})

describe('a draft', () => {
  const path = 'drafts/t1'
  const save = (uid: string, changes: DocumentData = {}) => commit(signedIn(uid), [{ path, set: draft(uid, changes) }])

  it('is shared by editors, who never write over each other unseen', async () => {
    await save('editor')
    expect(await read(path)).toMatchObject({ version: 1, byUid: 'editor' })
    await save('second', { version: 2 })
    await refused(() => save('editor', { version: 2 }), 'isDraftNumber')
    await refused(() => save('editor', { version: 1 }), 'isDraftNumber')
    await refused(() => save('editor', { version: 4 }), 'isDraftNumber')
    await save('editor', { version: 3, content: '' })
    await unheardOf(() => commit(signedIn('editor'), [{ path, remove: true }]))
  })

  it.each(others)('is neither read nor written by %s', async (_, person, uid, reason) => {
    await refused(() => commit(person(), [{ path, set: draft(uid) }]), reason)
    await refused(() => getDoc(doc(person(), path)), reason)
    await refused(() => getDocs(query(collection(person(), 'drafts'), limit(1))), reason)
  })

  it('is listed for editors, at most twenty at once', async () => {
    await save('second')
    const drafts = collection(signedIn('editor'), 'drafts')
    expect((await getDocs(query(drafts, limit(20)))).docs.map((found) => found.get('byUid'))).toEqual(['second'])
    await refused(() => getDocs(query(drafts, limit(21))), 'listsAtMostTwenty')
    await refused(() => getDocs(drafts), 'listsAtMostTwenty')
  })

  it.each<[string, DocumentData, string]>([
    ['begin with another number', { version: 2 }, 'isDraftNumber'],
    ['have a number that is none', { version: '1' }, 'isCount'],
    ['hold anything but a text', { content: {} }, 'isDraft'],
    ['be huge', { content: 'x'.repeat(400_001) }, 'isDraft'],
    ['be in another’s name', { byUid: 'second' }, 'isMe'],
    ['be under another name', { byName: 'Lee' }, 'isByMe'],
    ['be of another time', { at: Timestamp.fromMillis(0) }, 'isNow'],
    ['hold more', { note: '' }, 'hasExactly'],
  ])('does not %s', (_, changes, reason) => refused(() => save('editor', changes), reason))

  it('is of one of the six tasks', () =>
    refused(() => commit(signedIn('editor'), [{ path: 'drafts/t9', set: draft('editor') }]), 'isOfPlan'))
})
