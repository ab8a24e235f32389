import { increment, type QueryConstraint, serverTimestamp, where } from 'firebase/firestore/lite'
import { ballotPath, ballotTallyPath, casting, on } from '../helpers/ballots.ts'
import { joining, staffOf } from '../helpers/people.ts'
import { beginning, draft, revising, turning } from '../helpers/planning.ts'
import { publishing } from '../helpers/publications.ts'
import {
  answering,
  answeringAnew,
  appointing,
  dismissing,
  hiding,
  LOG1,
  LOG2,
  logEntry,
  logging,
  namingTheme,
  restoring,
  reviewing,
  THEME,
  translating,
} from '../helpers/reviewing.ts'
import { claiming, issuing, T1, T2, voiding } from '../helpers/slips.ts'
import { reacting, reactionPath, replying, reporting, reportPath } from '../helpers/talk.ts'
import { C1, C2, commenting, commentPath, editing, stancePath, takingStance, tallyPath } from '../helpers/voices.ts'
import type { Write } from '../helpers/writes.ts'
import { C3, IDENTITY, NEW } from './world.ts'

/** Who asks. Each of the staff has that one right, and is no participant. */
export const ACTORS = [
  'nobody',
  'anonymous',
  'former',
  'gone',
  'participant',
  'owner',
  'reviewer',
  'editor',
  'inviter',
  'manager',
] as const
export type Actor = (typeof ACTORS)[number]

export const ACTOR_NOTES: Readonly<Record<Actor, string>> = {
  nobody: 'not signed in',
  anonymous: 'signed in without an address, and no participant',
  former: 'signed in; their staff record was taken away',
  gone: 'a participant who has left',
  participant: 'somebody who takes part',
  owner: 'a participant, asking for what is their own',
  reviewer: 'staff with the right to review, and no other',
  editor: 'staff with the right to edit the plan, and no other',
  inviter: 'staff with the right to invite, and no other',
  manager: 'staff with the right to manage staff, and no other',
}

const EVERYBODY: readonly Actor[] = ACTORS
const NO_ONE: readonly Actor[] = []
const THOSE_WHO_JOINED: readonly Actor[] = ['participant', 'owner']

/** Refused because no rule speaks of such a document or operation. */
export const NO_RULE = 'no rule' as const

type Ask =
  /** One document. */
  | { readonly kind: 'get'; readonly path: string }
  /** A query with a limit: listed, counted and summed up. */
  | { readonly kind: 'list'; readonly of: string; readonly where?: readonly QueryConstraint[]; readonly most?: number }
  /** The same over all collections of this name. */
  | { readonly kind: 'group'; readonly of: string; readonly where?: readonly QueryConstraint[] }
  /** A batch as the product sends it, in the actor's own name. @param uid the actor's */
  | { readonly kind: 'write'; readonly writes: (uid: string) => readonly Write[] }

export type Operation = {
  readonly name: string
  readonly ask: Ask
  readonly may: readonly Actor[]
  /** The functions of the rules that came to false for all the others together, or that no rule speaks of it. */
  readonly unless: readonly string[]
  /** What of the world is not there, so that it can be made. */
  readonly without?: readonly string[]
}

export type Policy = { readonly what: string; readonly path: string; readonly operations: readonly Operation[] }

const get = (path: string, may: readonly Actor[], ...unless: string[]): Operation => ({
  name: 'get',
  ask: { kind: 'get', path },
  may,
  unless,
})

type ListOptions = { readonly where?: readonly QueryConstraint[]; readonly most?: number; readonly name?: string }

const list = (of: string, may: readonly Actor[], unless: readonly string[], options: ListOptions = {}): Operation => ({
  name: options.name ?? `list, count, sum (${options.most ?? 20})`,
  ask: { kind: 'list', of, ...options },
  may,
  unless,
})

const group = (of: string, may: readonly Actor[], unless: readonly string[], options: ListOptions = {}): Operation => ({
  name: options.name ?? 'collection group',
  ask: { kind: 'group', of, ...options },
  may,
  unless,
})

const write = (
  name: string,
  writes: (uid: string) => readonly Write[],
  may: readonly Actor[],
  unless: readonly string[],
  without: readonly string[] = [],
): Operation => ({ name, ask: { kind: 'write', writes }, may, unless, without })

const never = (name: string, writes: readonly Write[], ...unless: string[]): Operation =>
  write(name, () => writes, NO_ONE, unless.length > 0 ? unless : [NO_RULE])

const neverDeleted = (path: string) => never('delete', [{ path, remove: true }])

const REVISION = 'tasks/t1/revisions/1'
const [begun] = beginning('editor', { order: 7 })
const COMMENTS = 'tasks/t1/comments'
const visible = where('status', '==', 'visible')
const hidden = where('status', '==', 'hidden')
const ofOwner = where('authorId', '==', 'owner')

/** A batch whose entry in the log is in the actor's own name. */
export const signed = (uid: string, writes: readonly Write[]): readonly Write[] =>
  writes.map((each) =>
    each.path.startsWith('auditLog/') && 'set' in each ? { ...each, set: { ...each.set, byUid: uid } } : each,
  )

/** Everything that is stored, and who may do what with it. */
export const POLICY: readonly Policy[] = [
  {
    what: 'Tasks of the plan',
    path: 'tasks/{task}',
    operations: [
      get('tasks/t1', EVERYBODY),
      list('tasks', EVERYBODY, []),
      group('tasks', NO_ONE, [NO_RULE]),
      write('create: first revision', beginning, ['editor'], ['holds', 'isSignedIn']),
      never('create a seventh', [{ ...begun, path: 'tasks/t7' }], 'holds', 'isOfPlan', 'isSignedIn'),
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
      get(REVISION, EVERYBODY),
      list('tasks/t1/revisions', EVERYBODY, []),
      list('tasks/t1/revisions', NO_ONE, ['listsAtMostTwenty'], { most: 21 }),
      group('revisions', NO_ONE, [NO_RULE]),
      never('create alone', [{ path: 'tasks/t1/revisions/2', set: { revision: 2 } }], 'hasExactly', 'isSignedIn'),
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
      write(
        'create',
        (uid) => takingStance(uid, 'agree'),
        THOSE_WHO_JOINED,
        ['hasNotLeft', 'isParticipant', 'isSignedIn'],
        [stancePath('owner'), tallyPath()],
      ),
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
        'update alone',
        [{ path: tallyPath(), update: { agree: increment(1) } }],
        'comesWithStance',
        'isNow',
        'isSignedIn',
      ),
      neverDeleted(tallyPath()),
    ],
  },
  {
    what: 'Comments that can be seen',
    path: 'tasks/{task}/comments/{comment}',
    operations: [
      get(commentPath(C1), EVERYBODY),
      list(COMMENTS, EVERYBODY, [], { where: [visible] }),
      list(COMMENTS, ['reviewer'], ['holds', 'isSignedIn', 'listsAtMostTwenty'], { where: [visible], most: 500 }),
      group('comments', ['reviewer'], ['holds', 'isMe', 'isSignedIn']),
      group('comments', ['owner', 'reviewer'], ['holds', 'isMe', 'isSignedIn'], {
        name: 'collection group, of the owner’s',
        where: [ofOwner],
      }),
      write('create', (uid) => commenting(uid, {}, NEW), THOSE_WHO_JOINED, [
        'hasNotLeft',
        'isParticipant',
        'isRecorded',
        'isSignedIn',
      ]),
      write('create: a reply', (uid) => replying(uid, {}, NEW, C3), THOSE_WHO_JOINED, [
        'hasNotLeft',
        'isParticipant',
        'isSignedIn',
      ]),
      write('update: other words', () => editing({}, {}, 2), ['owner'], ['isMe', 'isSignedIn']),
      write('update: withdraw', () => withdrawn(), ['owner'], ['isMe', 'isSignedIn']),
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
      never(
        'update: counters alone',
        [{ path: commentPath(C1), update: { agreeTotal: increment(1) } }],
        'changesMyReaction',
        'hasNotLeft',
        'isParticipant',
        'isSignedIn',
      ),
      neverDeleted(commentPath(C1)),
    ],
  },
  {
    what: 'Comments that are hidden',
    path: 'tasks/{task}/comments/{comment}',
    operations: [
      get(commentPath(C2), ['owner', 'reviewer'], 'holds', 'isMe', 'isPublic', 'isSignedIn'),
      list(COMMENTS, ['reviewer'], ['holds', 'isMe', 'isPublic', 'isSignedIn'], { where: [hidden] }),
      list(COMMENTS, ['reviewer'], ['holds', 'isMe', 'isPublic', 'isSignedIn'], {
        name: 'list, count, sum without saying which',
      }),
      write('update: restore', (uid) => signed(uid, restoring(2, C2)), ['reviewer'], ['holds', 'isSignedIn']),
    ],
  },
  {
    what: 'Former words of a comment',
    path: 'tasks/{task}/comments/{comment}/edits/{n}',
    operations: [
      get(`${commentPath(C1)}/edits/1`, EVERYBODY),
      list(`${commentPath(C1)}/edits`, EVERYBODY, []),
      group('edits', NO_ONE, [NO_RULE]),
      never(
        'create alone',
        [{ path: `${commentPath(C1)}/edits/2`, set: { text: '글', at: serverTimestamp() } }],
        'comesWithEdit',
      ),
      never('update', [{ path: `${commentPath(C1)}/edits/1`, update: { text: '글' } }]),
      never(
        'delete alone',
        [{ path: `${commentPath(C1)}/edits/1`, remove: true }],
        'isMe',
        'isSignedIn',
        'isWithdrawnByMe',
      ),
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
      write(
        'create',
        (uid) => reacting(uid, 'disagree', null, { id: C3 }),
        THOSE_WHO_JOINED,
        ['hasNotLeft', 'isParticipant', 'isSignedIn'],
        [reactionPath('owner', C3)],
      ),
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
      write(
        'create',
        (uid) => reporting(uid, {}, C3),
        THOSE_WHO_JOINED,
        ['hasNotLeft', 'isParticipant', 'isSignedIn'],
        [reportPath('owner', C3)],
      ),
      never('update', [{ path: reportPath('owner', C3), update: { reason: 'duplicate' } }]),
      neverDeleted(reportPath('owner', C3)),
    ],
  },
  {
    what: 'Official answers',
    path: 'responses/{comment}',
    operations: [
      get(`responses/${C1}`, EVERYBODY),
      list('responses', EVERYBODY, []),
      list('responses', ['reviewer'], ['holds', 'isSignedIn', 'listsAtMostTwenty'], { most: 500 }),
      group('responses', NO_ONE, [NO_RULE]),
      write('create', (uid) => signed(uid, answering({}, C3, LOG2)), ['reviewer'], ['holds', 'isSignedIn']),
      write(
        'update',
        (uid) => signed(uid, answeringAnew({ status: 'partly', edits: 1 }, C1, LOG2)),
        ['reviewer'],
        ['holds', 'isSignedIn'],
      ),
      neverDeleted(`responses/${C1}`),
    ],
  },
  {
    what: 'What reviewers note of a comment',
    path: 'reviews/{comment}',
    operations: [
      get(`reviews/${C1}`, ['reviewer'], 'holds', 'isSignedIn'),
      list('reviews', ['reviewer'], ['holds', 'isSignedIn'], { most: 500 }),
      group('reviews', NO_ONE, [NO_RULE]),
      write('create', (uid) => [reviewing({ byUid: uid }, C3)], ['reviewer'], ['holds', 'isSignedIn']),
      write(
        'update',
        (uid) => [reviewing({ byUid: uid, version: 2, state: 'done' })],
        ['reviewer'],
        ['holds', 'isSignedIn'],
      ),
      neverDeleted(`reviews/${C1}`),
    ],
  },
  {
    what: 'Themes',
    path: 'themes/{id}',
    operations: [
      get(`themes/${THEME}`, ['reviewer'], 'holds', 'isSignedIn'),
      list('themes', ['reviewer'], ['holds', 'isSignedIn'], { most: 500 }),
      group('themes', NO_ONE, [NO_RULE]),
      write(
        'create',
        (uid) => signed(uid, namingTheme(undefined, LOG2)),
        ['reviewer'],
        ['holds', 'isSignedIn'],
        [`themes/${THEME}`],
      ),
      write(
        'update',
        (uid) => signed(uid, namingTheme({ ko: '책', en: 'Books' }, LOG2)),
        ['reviewer'],
        ['holds', 'isSignedIn'],
      ),
      neverDeleted(`themes/${THEME}`),
    ],
  },
  {
    what: 'Who is answering at this moment',
    path: 'presence/{uid}',
    operations: [
      get('presence/colleague', NO_ONE, NO_RULE),
      list('presence', ['reviewer'], ['holds', 'isSignedIn']),
      list('presence', NO_ONE, ['listsAtMostTwenty'], { most: 21 }),
      group('presence', NO_ONE, [NO_RULE]),
      write(
        'create',
        (uid) => [{ path: `presence/${uid}`, set: { answering: C1, at: serverTimestamp() } }],
        ['reviewer'],
        ['holds', 'isSignedIn'],
      ),
      never(
        'update another’s',
        [{ path: 'presence/colleague', update: { at: serverTimestamp() } }],
        'isMe',
        'isSignedIn',
      ),
      neverDeleted('presence/colleague'),
    ],
  },
  {
    what: 'Drafts of the next revision',
    path: 'drafts/{task}',
    operations: [
      get('drafts/t1', ['editor'], 'holds', 'isSignedIn'),
      list('drafts', ['editor'], ['holds', 'isSignedIn']),
      list('drafts', NO_ONE, ['isSignedIn', 'listsAtMostTwenty'], { most: 21 }),
      group('drafts', NO_ONE, [NO_RULE]),
      write(
        'create',
        (uid) => [{ path: 'drafts/t1', set: draft(uid) }],
        ['editor'],
        ['holds', 'isSignedIn'],
        ['drafts/t1'],
      ),
      write(
        'update',
        (uid) => [{ path: 'drafts/t1', set: draft(uid, { version: 2 }) }],
        ['editor'],
        ['holds', 'isSignedIn'],
      ),
      neverDeleted('drafts/t1'),
    ],
  },
  {
    what: 'When ballots are taken',
    path: 'settings/voting',
    operations: [
      get('settings/voting', EVERYBODY),
      get('settings/other', NO_ONE, NO_RULE),
      list('settings', NO_ONE, [NO_RULE]),
      never('update', [{ path: 'settings/voting', update: { closesAt: serverTimestamp() } }]),
      neverDeleted('settings/voting'),
    ],
  },
  {
    what: 'Ballots',
    path: 'ballots/{uid}',
    operations: [
      get(ballotPath('owner'), ['owner'], 'isMe', 'isSignedIn'),
      list('ballots', NO_ONE, [NO_RULE]),
      group('ballots', NO_ONE, [NO_RULE]),
      write(
        'create',
        (uid) => casting(uid, on({ t2: 2 })),
        THOSE_WHO_JOINED,
        ['hasNotLeft', 'isParticipant', 'isSignedIn'],
        [ballotPath('owner'), ballotTallyPath()],
      ),
      write('update', () => casting('owner', on({ t2: 2 }), on({ t1: 1 })), ['owner'], ['isMe', 'isSignedIn']),
      write('delete', () => casting('owner', null, on({ t1: 1 })), ['owner'], ['isMe', 'isSignedIn']),
    ],
  },
  {
    what: 'Sums of ballots',
    path: 'ballotTallies/{tally}',
    operations: [
      get(ballotTallyPath(), ['reviewer'], 'holds', 'isSignedIn'),
      list('ballotTallies', ['reviewer'], ['holds', 'isSignedIn']),
      group('ballotTallies', NO_ONE, [NO_RULE]),
      never(
        'update alone',
        [{ path: ballotTallyPath(), update: { t1: increment(1) } }],
        'changesMyBallot',
        'isSignedIn',
      ),
      neverDeleted(ballotTallyPath()),
    ],
  },
  {
    what: 'Published results',
    path: 'results/{id}',
    operations: [
      get('results/current', EVERYBODY),
      list('results', EVERYBODY, []),
      list('results', NO_ONE, ['listsAtMostTwenty'], { most: 21 }),
      group('results', NO_ONE, [NO_RULE]),
      write('create and update: publish', (uid) => publishing(uid), ['reviewer'], ['holds', 'isSignedIn']),
      never(
        'update: a publication of before',
        [{ path: 'results/000001', update: { number: 3 } }],
        'holds',
        'isNewPublication',
        'isSignedIn',
      ),
      neverDeleted('results/current'),
    ],
  },
  {
    what: 'Staff',
    path: 'staff/{uid}',
    operations: [
      get('staff/inviter', ['reviewer', 'inviter', 'manager'], 'holds', 'isMe', 'isSignedIn'),
      list('staff', ['reviewer', 'manager'], ['holds', 'isSignedIn'], { most: 500 }),
      group('staff', NO_ONE, [NO_RULE]),
      write('create', (uid) => appointing('newcomer', {}, LOG2, uid), ['manager'], ['holds', 'isSignedIn']),
      write(
        'update',
        (uid) => appointing('inviter', { canEdit: true, follows: null }, LOG2, uid),
        ['manager'],
        ['holds', 'isSignedIn', 'isSomebodyElse'],
      ),
      write(
        'delete',
        (uid) => dismissing('inviter', '', uid, staffOf({ canInvite: true })),
        ['manager'],
        ['holds', 'isSignedIn', 'isSomebodyElse'],
      ),
    ],
  },
  {
    what: 'Participants',
    path: 'participants/{uid}',
    operations: [
      get('participants/owner', ['owner'], 'isMe', 'isSignedIn'),
      list('participants', NO_ONE, [NO_RULE]),
      group('participants', NO_ONE, [NO_RULE]),
      write(
        'create',
        (uid) => joining(uid),
        ['former', 'reviewer', 'editor', 'inviter', 'manager'],
        ['changesOnly', 'hasNotLeft', 'hasVerifiedEmail', 'isSignedIn'],
      ),
      write(
        'update: language',
        () => [{ path: 'participants/owner', update: { lang: 'en' } }],
        ['owner'],
        ['isMe', 'isSignedIn'],
      ),
      write(
        'update: leave',
        () => [{ path: 'participants/owner', set: { leftAt: serverTimestamp() } }],
        ['owner'],
        ['isMe', 'isSignedIn'],
      ),
      never(
        'update: group',
        [{ path: 'participants/owner', update: { role: 'teacher' } }],
        'changesOnly',
        'isMe',
        'isSignedIn',
      ),
      neverDeleted('participants/owner'),
    ],
  },
  {
    what: 'Which address has joined',
    path: 'identities/{hash}',
    operations: [
      get(IDENTITY, NO_ONE, NO_RULE),
      list('identities', NO_ONE, [NO_RULE]),
      group('identities', NO_ONE, [NO_RULE]),
      never(
        'create alone',
        [{ path: `identities/${'0'.repeat(64)}`, set: { uid: 'owner' } }],
        'hasVerifiedEmail',
        'isOfMyEmail',
        'isSignedIn',
      ),
      never('update', [{ path: IDENTITY, update: { uid: 'participant' } }]),
      neverDeleted(IDENTITY),
    ],
  },
  {
    what: 'Slips',
    path: 'invites/{token}',
    operations: [
      get(`invites/${T1}`, EVERYBODY),
      list('invites', ['inviter'], ['holds', 'isSignedIn'], { most: 500 }),
      group('invites', NO_ONE, [NO_RULE]),
      write('create', (uid) => signed(uid, issuing({ issuedBy: uid }, [T2])), ['inviter'], ['holds', 'isSignedIn']),
      write(
        'update: claim',
        (uid) => claiming(uid),
        ['anonymous', 'former', 'reviewer', 'editor', 'inviter', 'manager'],
        ['changesOnly', 'hasNotLeft', 'isSignedIn'],
      ),
      write('update: void', (uid) => signed(uid, voiding()), ['inviter'], ['holds', 'isSignedIn']),
      neverDeleted(`invites/${T1}`),
    ],
  },
  {
    what: 'The log',
    path: 'auditLog/{entry}',
    operations: [
      get(`auditLog/${LOG1}`, ['reviewer', 'manager'], 'holds', 'isSignedIn'),
      list('auditLog', ['reviewer', 'manager'], ['holds', 'isSignedIn', 'speaksOfSlips']),
      list('auditLog', ['reviewer', 'inviter', 'manager'], ['holds', 'isSignedIn'], {
        name: 'list, count, sum of slips',
        where: [where('action', '==', 'issue-slips')],
      }),
      group('auditLog', NO_ONE, [NO_RULE]),
      write('create alone', (uid) => [logging(LOG2, 'theme', THEME, { byUid: uid })], NO_ONE, [
        'holds',
        'isNamedBy',
        'isSignedIn',
      ]),
      never('update', [{ path: `auditLog/${LOG1}`, set: logEntry('staff', 'owner') }], 'isSignedIn'),
      neverDeleted(`auditLog/${LOG1}`),
    ],
  },
  {
    what: 'Anything else',
    path: '{collection}/{document}',
    operations: [
      get('elsewhere/x', NO_ONE, NO_RULE),
      list('elsewhere', NO_ONE, [NO_RULE]),
      group('elsewhere', NO_ONE, [NO_RULE]),
      never('create', [{ path: 'elsewhere/x', set: { a: 1 } }]),
    ],
  },
]

/** The owner's comment has been edited once: the words of before go with it. */
function withdrawn(): readonly Write[] {
  return [
    { path: commentPath(C1), update: { status: 'withdrawn', text: '', translation: null } },
    { path: `${commentPath(C1)}/edits/1`, remove: true },
  ]
}

function underLog2(each: Write): Write {
  return each.path === `auditLog/${LOG1}` ? { ...each, path: `auditLog/${LOG2}` } : each
}
