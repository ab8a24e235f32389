import { increment, serverTimestamp } from 'firebase/firestore/lite'
import { ballotPath, ballotTallyPath, casting, on, voting } from '../helpers/ballots.ts'
import { draft } from '../helpers/planning.ts'
import { commonGround, publishing } from '../helpers/publications.ts'
import { answering, answeringAnew, LOG2, namingTheme, reviewing, THEME } from '../helpers/reviewing.ts'
import { C1 } from '../helpers/voices.ts'
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
  of,
  type Policy,
  SIGNED_IN,
  signed,
  signedInBut,
  THOSE_WHO_JOINED,
  write,
} from './rows.ts'
import { C3 } from './world.ts'

const ground = () => ({ path: 'results/common-ground', set: commonGround() })
const agreement = () => ({ path: 'results/agreement', set: { tasks: {}, number: 2, publishedAt: serverTimestamp() } })

/** Reviewers publish what all groups agree with, and only along with the results. */
const GROUND_ALONE = { holds: signedInBut('reviewer'), isNow: ['reviewer'], isSignedIn: ['nobody'] } as const

/** What staff make of what people say, the sticker vote, and what is published of all that. */
export const WORK_AND_VOTES: readonly Policy[] = [
  {
    what: 'Official answers',
    path: 'responses/{comment}',
    operations: [
      get(`responses/${C1}`, ACTORS),
      list('responses', ACTORS, []),
      list(
        'responses',
        ['reviewer'],
        { holds: SIGNED_IN, isSignedIn: ['nobody'], listsAtMostTwenty: ACTORS },
        { most: 500 },
      ),
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
        ['presence/reviewer'],
      ),
      write(
        'update',
        (uid) => [{ path: `presence/${uid}`, update: { answering: `${C1},${C3}`, at: serverTimestamp() } }],
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
      get('settings/voting', ACTORS),
      of('other', get('settings/other', NO_ONE, NO_RULE)),
      list('settings', NO_ONE, [NO_RULE]),
      group('settings', NO_ONE, [NO_RULE]),
      write('create', () => [{ path: 'settings/voting', set: voting() }], NO_ONE, [NO_RULE], ['settings/voting']),
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
      write('create', (uid) => casting(uid, on({ t2: 2 })), THOSE_WHO_JOINED, HAS_NOT_JOINED, [
        ballotPath('owner'),
        ballotTallyPath(),
      ]),
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
        'create alone',
        [{ path: ballotTallyPath({ shard: 4 }), set: { role: 'student', voters: 1, ...on({ t1: 1 }) } }],
        'changesMyBallot',
        'isSignedIn',
      ),
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
      get('results/current', ACTORS),
      list('results', ACTORS, []),
      list('results', NO_ONE, ['listsAtMostTwenty'], { most: 21 }),
      group('results', NO_ONE, [NO_RULE]),
      write('create and update: publish', (uid) => publishing(uid), ['reviewer'], ['holds', 'isSignedIn']),
      never('update: a publication of before', [{ path: 'results/000001', update: { number: 3 } }], {
        holds: signedInBut('reviewer'),
        isNewPublication: ['reviewer'],
        isSignedIn: ['nobody'],
      }),
      neverDeleted('results/current'),
      of('common-ground', get('results/common-ground', ACTORS)),
      of(
        'common-ground alone',
        write('create', () => [ground()], NO_ONE, GROUND_ALONE, ['results/common-ground']),
      ),
      of('common-ground alone', never('update', [ground()], GROUND_ALONE)),
      of('common-ground', neverDeleted('results/common-ground')),
      // The final numbers of revisions that were replaced, which the script alone counts.
      of('agreement', get('results/agreement', ACTORS)),
      of(
        'agreement',
        write('create', () => [agreement()], NO_ONE, ['isPublicationId', 'isSignedIn'], ['results/agreement']),
      ),
      of('agreement', never('update', [agreement()], 'isPublicationId', 'isSignedIn')),
      of('agreement', neverDeleted('results/agreement')),
    ],
  },
]
