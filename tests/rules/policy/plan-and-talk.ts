import { increment, serverTimestamp, where } from 'firebase/firestore/lite'
import { beginning, draft, revising, turning } from '../helpers/planning.ts'
import { hiding, LOG1, LOG2, restoring, translating } from '../helpers/reviewing.ts'
import { reacting, reactionPath, replying, reporting, reportPath, withdrawing } from '../helpers/talk.ts'
import { C1, C2, commenting, commentPath, editing, stancePath, takingStance, tallyPath } from '../helpers/voices.ts'
import type { Write } from '../helpers/writes.ts'
import {
  ACTORS,
  get,
  group,
  HAS_NOT_JOINED,
  list,
  NO_ONE,
  NO_RULE,
  never,
  neverDeleted,
  type Policy,
  SIGNED_IN,
  signed,
  signedInBut,
  THOSE_WHO_JOINED,
  write,
} from './rows.ts'
import { C3, NEW } from './world.ts'

const REVISION = 'tasks/t1/revisions/1'
const [begun] = beginning('editor', { order: 7 })
const COMMENTS = 'tasks/t1/comments'
const visible = where('status', '==', 'visible')
const hidden = where('status', '==', 'hidden')
const ofOwner = where('authorId', '==', 'owner')

const NOT_PUBLIC = { holds: SIGNED_IN, isMe: SIGNED_IN, isPublic: ACTORS, isSignedIn: ['nobody'] } as const

/** The plan, what people think of it, and what they say about it. */
export const PLAN_AND_TALK: readonly Policy[] = [
  {
    what: 'Tasks of the plan',
    path: 'tasks/{task}',
    operations: [
      get('tasks/t1', ACTORS),
      list('tasks', ACTORS, []),
      group('tasks', NO_ONE, [NO_RULE]),
      write('create: first revision', beginning, ['editor'], ['holds', 'isSignedIn']),
      never('create a seventh', [{ ...begun, path: 'tasks/t7' }], {
        holds: signedInBut('editor'),
        isOfPlan: SIGNED_IN,
        isSignedIn: ['nobody'],
      }),
      write('update: close', (uid) => turning(uid, { status: 'closed' }), ['editor'], ['holds', 'isSignedIn']),
      write(
        'update: next revision',
        (uid) => [...revising(uid), { path: 'drafts/t1', set: draft(uid, { version: 2, content: '' }) }],
        ['editor'],
        ['holds', 'isSignedIn'],
      ),
      neverDeleted('tasks/t1'),
    ],
  },
  {
    what: 'Revisions of a task',
    path: 'tasks/{task}/revisions/{n}',
    operations: [
      get(REVISION, ACTORS),
      list('tasks/t1/revisions', ACTORS, []),
      list('tasks/t1/revisions', NO_ONE, ['listsAtMostTwenty'], { most: 21 }),
      group('revisions', NO_ONE, [NO_RULE]),
      write('create alone', (uid) => revising(uid).slice(1, 2), NO_ONE, {
        holds: signedInBut('editor'),
        isBecomingNewest: ['editor'],
        isSignedIn: ['nobody'],
      }),
      never('update', [{ path: REVISION, update: { sample: false } }]),
      neverDeleted(REVISION),
    ],
  },
  {
    what: 'Stances on a revision',
    path: 'tasks/{task}/revisions/{n}/stances/{uid}',
    operations: [
      get(stancePath('owner'), ['owner'], 'isMe', 'isSignedIn'),
      list(`${REVISION}/stances`, NO_ONE, [NO_RULE]),
      group('stances', NO_ONE, [NO_RULE]),
      write('create', (uid) => takingStance(uid, 'agree'), THOSE_WHO_JOINED, HAS_NOT_JOINED, [
        stancePath('owner'),
        tallyPath(),
      ]),
      write('update', () => takingStance('owner', 'disagree', 'agree'), ['owner'], ['isMe', 'isSignedIn']),
      neverDeleted(stancePath('owner')),
    ],
  },
  {
    what: 'Sums of stances',
    path: 'tasks/{task}/revisions/{n}/stanceTallies/{tally}',
    operations: [
      get(tallyPath(), ['reviewer'], 'holds', 'isSignedIn'),
      list(`${REVISION}/stanceTallies`, ['reviewer'], ['holds', 'isSignedIn']),
      group('stanceTallies', NO_ONE, [NO_RULE]),
      never(
        'create alone',
        [{ path: tallyPath({ shard: 4 }), set: { role: 'student', agree: 1, unsure: 0, disagree: 0 } }],
        { comesWithStance: signedInBut('owner'), isNow: ['owner'], isSignedIn: ['nobody'] },
      ),
      never('update alone', [{ path: tallyPath(), update: { agree: increment(1) } }], {
        comesWithStance: signedInBut('owner'),
        isNow: ['owner'],
        isSignedIn: ['nobody'],
      }),
      neverDeleted(tallyPath()),
    ],
  },
  {
    what: 'Comments that can be seen',
    path: 'tasks/{task}/comments/{comment}',
    operations: [
      get(commentPath(C1), ACTORS),
      list(COMMENTS, ACTORS, [], { where: [visible] }),
      list(
        COMMENTS,
        ['reviewer'],
        { holds: SIGNED_IN, isSignedIn: ['nobody'], listsAtMostTwenty: ACTORS },
        { where: [visible], most: 500 },
      ),
      group('comments', ['reviewer'], ['holds', 'isMe', 'isSignedIn']),
      group('comments', ['owner', 'reviewer'], ['holds', 'isMe', 'isSignedIn'], {
        name: 'collection group, of the owner’s',
        where: [ofOwner],
      }),
      write('create', (uid) => commenting(uid, {}, NEW), THOSE_WHO_JOINED, {
        hasNotLeft: ['gone'],
        isParticipant: signedInBut('gone', 'reviewer'),
        isRecorded: ['reviewer'],
        isSignedIn: ['nobody'],
      }),
      write('create: a reply', (uid) => replying(uid, {}, NEW, C3), THOSE_WHO_JOINED, HAS_NOT_JOINED),
      write('update: other words', () => editing({}, {}, 2), ['owner'], ['isMe', 'isSignedIn']),
      write('update: withdraw', () => withdrawing(1), ['owner'], ['isMe', 'isSignedIn']),
      write(
        'update: hide',
        (uid) => signed(uid, hiding(1, C1, 'abuse', { reports: 0, edits: 1 })),
        ['reviewer'],
        ['holds', 'isSignedIn'],
      ),
      write(
        'update: translate',
        (uid) => signed(uid, translating({ logEntry: LOG2, edits: 1 }).map(underLog2)),
        ['reviewer'],
        ['holds', 'isSignedIn'],
      ),
      never('update: counters alone', [{ path: commentPath(C1), update: { agreeTotal: increment(1) } }], {
        changesMyReaction: THOSE_WHO_JOINED,
        ...HAS_NOT_JOINED,
        isParticipant: signedInBut('gone', ...THOSE_WHO_JOINED),
      }),
      neverDeleted(commentPath(C1)),
    ],
  },
  {
    what: 'Comments that are hidden',
    path: 'tasks/{task}/comments/{comment}',
    operations: [
      get(commentPath(C2), ['owner', 'reviewer'], NOT_PUBLIC),
      list(COMMENTS, ['reviewer'], NOT_PUBLIC, { where: [hidden] }),
      list(COMMENTS, ['reviewer'], NOT_PUBLIC, {
        name: 'list, count, sum without saying which',
      }),
      write('update: restore', (uid) => signed(uid, restoring(2, C2)), ['reviewer'], ['holds', 'isSignedIn']),
      never('update: other words', editing({}, {}, 1, C2), {
        isMe: signedInBut('owner'),
        isSignedIn: ['nobody'],
        isVisible: ['owner'],
      }),
      never('update: withdraw', withdrawing(0, {}, C2), {
        isMe: signedInBut('owner'),
        isSignedIn: ['nobody'],
        isVisible: ['owner'],
      }),
      neverDeleted(commentPath(C2)),
    ],
  },
  {
    what: 'Former words of a comment',
    path: 'tasks/{task}/comments/{comment}/edits/{n}',
    operations: [
      get(`${commentPath(C1)}/edits/1`, ACTORS),
      list(`${commentPath(C1)}/edits`, ACTORS, []),
      group('edits', NO_ONE, [NO_RULE]),
      never(
        'create alone',
        [{ path: `${commentPath(C1)}/edits/2`, set: { text: '글', at: serverTimestamp() } }],
        'comesWithEdit',
      ),
      never('update', [{ path: `${commentPath(C1)}/edits/1`, update: { text: '글' } }]),
      never('delete alone', [{ path: `${commentPath(C1)}/edits/1`, remove: true }], {
        isMe: signedInBut('owner'),
        isSignedIn: ['nobody'],
        isWithdrawnByMe: ['owner'],
      }),
    ],
  },
  {
    what: 'Reactions to a comment',
    path: 'tasks/{task}/comments/{comment}/reactions/{uid}',
    operations: [
      get(reactionPath('owner', C3), ['owner'], 'isMe', 'isSignedIn'),
      list(`${commentPath(C3)}/reactions`, NO_ONE, ['isMe', 'isSignedIn']),
      group('reactions', NO_ONE, ['isMe', 'isSignedIn']),
      group('reactions', ['owner'], ['isMe', 'isSignedIn'], {
        name: 'collection group, of the owner’s',
        where: [ofOwner],
      }),
      write('create', (uid) => reacting(uid, 'disagree', null, { id: C3 }), THOSE_WHO_JOINED, HAS_NOT_JOINED, [
        reactionPath('owner', C3),
      ]),
      write('update', () => reacting('owner', 'disagree', 'agree', { id: C3 }), ['owner'], ['isMe', 'isSignedIn']),
      write('delete', () => reacting('owner', null, 'agree', { id: C3 }), ['owner'], ['isMe', 'isSignedIn']),
    ],
  },
  {
    what: 'Reports of a comment',
    path: 'reports/{report}',
    operations: [
      get(reportPath('owner', C3), ['owner', 'reviewer'], 'holds', 'isSignedIn', 'namesMe'),
      list('reports', ['reviewer'], ['holds', 'isSignedIn']),
      group('reports', NO_ONE, [NO_RULE]),
      write('create', (uid) => reporting(uid, {}, C3), THOSE_WHO_JOINED, HAS_NOT_JOINED, [reportPath('owner', C3)]),
      never('update', [{ path: reportPath('owner', C3), update: { reason: 'duplicate' } }]),
      neverDeleted(reportPath('owner', C3)),
    ],
  },
]

function underLog2(each: Write): Write {
  return each.path === `auditLog/${LOG1}` ? { ...each, path: `auditLog/${LOG2}` } : each
}
