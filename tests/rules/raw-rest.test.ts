import { doc, getDoc } from 'firebase/firestore/lite'
import { beforeEach, describe, expect, it } from 'vitest'
import { noneByRole } from '#domain/roles.ts'
import { admin, onEmulator } from './helpers/emulator.ts'
import { emailHash, seedParticipant } from './helpers/people.ts'
import {
  DOCUMENTS,
  double,
  integer,
  plus,
  rest,
  restCommit,
  restFields,
  restWrite,
  serverTime,
} from './helpers/rest.ts'
import { refused, unheardOf, withoutAnId } from './helpers/verdicts.ts'
import { C1, comment, commentPath, seedComment, seedTask, stancePath, tallyPath } from './helpers/voices.ts'

onEmulator()

beforeEach(async () => {
  await seedTask()
  await seedParticipant('mina')
})

const send = (...writes: Parameters<typeof restWrite>[]) =>
  restCommit('mina', ...writes.map((write) => restWrite(...write)))

type Write = Parameters<typeof restWrite>
const one = integer(1)
const stanceWrite = (data: object = {}): Write => [
  stancePath('mina'),
  { value: 'agree', role: 'student', shard: 3, ...data },
  [serverTime('at')],
]
const tallyWrite = (agree = one, rest = integer(0)): Write => [
  tallyPath(),
  { role: 'student' },
  [plus('agree', agree), plus('unsure', rest), plus('disagree', rest)],
  ['role'],
]

describe('a stance over the REST interface', () => {
  it('is accepted as from the SDK', async () => {
    await send(stanceWrite(), tallyWrite())
    expect((await getDoc(doc(admin(), tallyPath()))).get('agree')).toBe(1)
  })

  it('is refused when its tally grows by the float 1.0', () =>
    refused(() => send(stanceWrite(), tallyWrite(double(1))), 'isCount'))

  it('is refused when its tally grows by 1 and the float 0.0', () =>
    refused(() => send(stanceWrite(), tallyWrite(one, double(0))), 'isCount'))

  it('is refused when its tally is set to the float 1.0', () =>
    refused(
      () => send(stanceWrite(), [tallyPath(), { role: 'student', agree: double(1), unsure: 0, disagree: 0 }]),
      'isCount',
    ))

  it.each([double(Number.NaN), double(Number.POSITIVE_INFINITY)].map(({ doubleValue }) => `${doubleValue}`))(
    'is refused when its tally becomes %s',
    (doubleValue) =>
      refused(
        () => send(stanceWrite(), [tallyPath(), { role: 'student', agree: { doubleValue }, unsure: 0, disagree: 0 }]),
        'isCount',
      ),
  )

  it('is refused in the shard 3.0', () =>
    refused(() => send(stanceWrite({ shard: double(3) }), tallyWrite()), 'isShard'))

  it('is refused when a list is appended to its tally', () =>
    refused(
      () =>
        send(stanceWrite(), [
          tallyPath(),
          { role: 'student', unsure: 0, disagree: 0 },
          [{ fieldPath: 'agree', appendMissingElements: { values: [one] } }],
        ]),
      'isCount',
    ))

  it('is refused when its tally is raised by a maximum', () =>
    refused(
      () =>
        send(stanceWrite(), [
          tallyPath(),
          { role: 'student', unsure: 0, disagree: 0 },
          [{ fieldPath: 'agree', maximum: integer(50) }],
        ]),
      'moves',
    ))

  it('is refused when one write carries the increment twice', () =>
    refused(
      () =>
        send(stanceWrite(), [
          tallyPath(),
          { role: 'student', unsure: 0, disagree: 0 },
          [plus('agree', one), plus('agree', one)],
        ]),
      'moves',
    ))

  it('is refused when the tally is raised by a transform of its own', async () => {
    const transform = { transform: { document: `${DOCUMENTS}/${tallyPath()}`, fieldTransforms: [plus('agree', one)] } }
    await refused(() => restCommit('mina', restWrite(...stanceWrite()), restWrite(...tallyWrite()), transform), 'moves')
    await send(stanceWrite(), tallyWrite())
    await refused(() => restCommit('mina', transform), 'isNow')
  })

  it('is refused when only its value is patched', async () => {
    await send(stanceWrite(), tallyWrite())
    const patch = (mask: string, fields: object) =>
      rest('mina', 'PATCH', `/${stancePath('mina')}?updateMask.fieldPaths=${mask}`, { fields })
    await refused(() => patch('value', { value: { stringValue: 'unsure' } }), 'isNow')
    await refused(() => patch('shard', { shard: integer(4) }), 'isNow')
  })

  it('is not deleted by a write that demands that it be there', async () => {
    await send(stanceWrite(), tallyWrite())
    const name = `${DOCUMENTS}/${stancePath('mina')}`
    await unheardOf(() => restCommit('mina', { delete: name, currentDocument: { exists: true } }))
    await unheardOf(() => rest('mina', 'DELETE', `/${stancePath('mina')}`))
    // An empty mask leaves every field alone; a mask without values takes the fields away.
    await refused(() => rest('mina', 'PATCH', `/${stancePath('mina')}?updateMask.fieldPaths=value`, {}), 'hasExactly')
  })

  it('is not counted again by a replay, whatever the replay demands', async () => {
    await send(stanceWrite(), tallyWrite())
    const writes = [stanceWrite(), tallyWrite()].map((write) => restWrite(...write))
    const existing = writes.map((write) => ({ ...write, currentDocument: { exists: true } }))
    await refused(() => restCommit('mina', ...existing), 'changesItsMind')
  })
})

describe('a document under an id that the server draws', () => {
  const parents = [
    'tasks/t1/comments',
    `${commentPath(C1)}/edits`,
    `${commentPath(C1)}/reactions`,
    'tasks/t1/revisions/1/stances',
    'tasks/t1/revisions/1/stanceTallies',
    'participants',
    'identities',
    'reports',
    'invites',
  ]
  it.each(parents)('is refused in %s', async (parent) => {
    await seedComment('mina')
    await withoutAnId(() => rest('mina', 'POST', `/${parent}`, { fields: restFields({ uid: 'mina' }) }))
  })

  // The log looks at what is said first.
  it('is refused in auditLog', () =>
    refused(() => rest('mina', 'POST', '/auditLog', { fields: restFields({ uid: 'mina' }) }), 'hasExactly'))
})

describe('joining over the REST interface', () => {
  const participant = { role: 'student', verification: 'email', district: null, level: null, lang: 'ko', invite: null }
  const joining = (data: object = {}, transforms = [serverTime('joinedAt')]): Write[] => [
    ['participants/sol', { ...participant, consentVersion: 1, lastComment: null, ...data }, transforms],
    [`identities/${emailHash('sol@example.com')}`, { uid: 'sol' }],
  ]
  const join = (writes: Write[]) => restCommit('sol', ...writes.map((write) => restWrite(...write)))

  it('is accepted as from the SDK', () => join(joining()))

  it('is refused with a level, which slips alone tell', () =>
    refused(() => join(joining({ level: 'high' })), 'tellsNoLevel'))

  it('is refused with the float 1.0 for the consent', () =>
    refused(() => join(joining({ consentVersion: double(1) })), 'consented'))

  it('is refused with a server time where none belongs', () =>
    refused(() => join(joining({}, [serverTime('joinedAt'), serverTime('invite')])), 'isToken'))

  it('does not start anew by a server time', async () => {
    await join(joining())
    const again = restWrite('participants/sol', {}, [serverTime('joinedAt')], [])
    await refused(() => restCommit('sol', again), 'changesOnly')
  })

  it('does not start anew by a PATCH of the role', () =>
    refused(
      () =>
        rest('mina', 'PATCH', '/participants/mina?updateMask.fieldPaths=role', {
          fields: { role: { stringValue: 'teacher' } },
        }),
      'changesOnly',
    ))
})

describe('a comment over the REST interface', () => {
  const { createdAt: _, ...fields } = comment('mina')
  const writes = (data: object = {}): Write[] => [
    [commentPath(C1), { ...fields, ...data }, [serverTime('createdAt')]],
    ['participants/mina', { lastComment: { id: C1 } }, [serverTime('lastComment.at')], ['lastComment']],
  ]

  it('is accepted as from the SDK', () => send(...writes()))

  it.each(['edits', 'moderations', 'agreeTotal', 'disagreeTotal', 'replyCount', 'reportCount'])(
    'is refused with the float 0.0 for %s',
    (field) => refused(() => send(...writes({ [field]: double(0) })), 'isZero'),
  )

  it('is refused with a float among its counts', async () => {
    const counts = { ...noneByRole(), staff: double(0) }
    await refused(() => send(...writes({ agree: counts })), 'isZero')
    await refused(() => send(...writes({ disagree: counts })), 'isZero')
  })

  it('is refused with the revision 1.0', () =>
    refused(() => send(...writes({ revision: double(1) })), 'isAboutNewestRevision'))

  it('is refused with a server time for its edit', () => {
    const [written, moved] = writes() as [Write, Write]
    const edited: Write = [written[0], written[1], [serverTime('createdAt'), serverTime('editedAt')]]
    return refused(() => send(edited, moved), 'isUntouched')
  })

  it('is refused when it is created by PATCH', async () => {
    const body = restWrite(commentPath(C1), comment('mina', { createdAt: new Date() })).update as object
    await refused(() => rest('mina', 'PATCH', `/${commentPath(C1)}`, body), 'isNow')
  })

  it('is not agreed to by a transform', async () => {
    await seedComment('mina')
    const agree = restWrite(commentPath(C1), {}, [plus('agreeTotal', one), plus('agree.student', one)], [])
    await refused(() => restCommit('mina', agree), 'changesMyReaction')
    await refused(() => restCommit('jun', agree), 'isParticipant')
  })

  it('is edited once, not one and a half times', async () => {
    await seedComment('mina')
    const edit = (edits: object, n: string): Write[] => [
      [commentPath(C1), { text: '고친 글' }, [serverTime('editedAt'), plus('edits', edits as typeof one)], ['text']],
      [`${commentPath(C1)}/edits/${n}`, { text: fields.text }, [serverTime('at')]],
    ]
    await refused(() => send(...edit(double(1), '1')), 'isCount')
    await refused(() => send(...edit(double(1.5), '1.5')), 'isCount')
    await send(...edit(one, '1'))
  })
})
