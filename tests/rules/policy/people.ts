import { serverTimestamp, where } from 'firebase/firestore/lite'
import { joining, staffOf } from '../helpers/people.ts'
import { appointing, dismissing, LOG1, LOG2, logging, THEME } from '../helpers/reviewing.ts'
import { claiming, issuing, T1, T2, voiding } from '../helpers/slips.ts'
import {
  ACTORS,
  get,
  group,
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
  write,
} from './rows.ts'
import { identityOf } from './world.ts'

/** Who takes part and who works here, what is logged of it, and what there is not. */
export const PEOPLE: readonly Policy[] = [
  {
    what: 'Staff',
    path: 'staff/{uid}',
    operations: [
      get('staff/inviter', ['reviewer', 'inviter', 'manager'], 'holds', 'isMe', 'isSignedIn'),
      list('staff', ['reviewer', 'manager'], ['holds', 'isSignedIn'], { most: 500 }),
      group('staff', NO_ONE, [NO_RULE]),
      write('create', (uid) => appointing('newcomer', {}, LOG2, uid), ['manager'], ['holds', 'isSignedIn']),
      write('update', (uid) => appointing('inviter', { canEdit: true, follows: null }, LOG2, uid), ['manager'], {
        holds: signedInBut('inviter'),
        isSignedIn: ['nobody'],
        isSomebodyElse: ['inviter'],
      }),
      write('delete', (uid) => dismissing('inviter', '', uid, staffOf({ canInvite: true })), ['manager'], {
        holds: signedInBut('inviter'),
        isSignedIn: ['nobody'],
        isSomebodyElse: ['inviter'],
      }),
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
        // The owner by none: their address is taken, and of that no rule says how it may change.
        { changesOnly: ['participant'], hasNotLeft: ['gone'], hasVerifiedEmail: ['anonymous'], isSignedIn: ['nobody'] },
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
      never('update: group', [{ path: 'participants/owner', update: { role: 'teacher' } }], {
        changesOnly: ['owner'],
        isMe: signedInBut('owner'),
        isSignedIn: ['nobody'],
      }),
      neverDeleted('participants/owner'),
    ],
  },
  {
    what: 'Which address has joined',
    path: 'identities/{hash}',
    operations: [
      get(identityOf('owner'), NO_ONE, NO_RULE),
      list('identities', NO_ONE, [NO_RULE]),
      group('identities', NO_ONE, [NO_RULE]),
      write(
        'create alone',
        (uid) => [{ path: identityOf(uid), set: { uid } }],
        NO_ONE,
        { comesWithParticipant: signedInBut('anonymous'), hasVerifiedEmail: ['anonymous'], isSignedIn: ['nobody'] },
        ['owner', 'participant', 'gone'].map(identityOf),
      ),
      write('create: another’s address', (uid) => [{ path: identityOf('somebody'), set: { uid } }], NO_ONE, {
        hasVerifiedEmail: ['anonymous'],
        isOfMyEmail: signedInBut('anonymous'),
        isSignedIn: ['nobody'],
      }),
      never('update', [{ path: identityOf('owner'), update: { uid: 'participant' } }]),
      neverDeleted(identityOf('owner')),
    ],
  },
  {
    what: 'Slips',
    path: 'invites/{token}',
    operations: [
      get(`invites/${T1}`, ACTORS),
      list('invites', ['inviter'], ['holds', 'isSignedIn'], { most: 500 }),
      group('invites', NO_ONE, [NO_RULE]),
      write('create', (uid) => signed(uid, issuing({ issuedBy: uid }, [T2])), ['inviter'], ['holds', 'isSignedIn']),
      write(
        'update: claim',
        (uid) => claiming(uid),
        ['anonymous', 'former', 'reviewer', 'editor', 'inviter', 'manager'],
        { changesOnly: ['participant', 'owner'], hasNotLeft: ['gone'], isSignedIn: ['nobody'] },
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
      list('auditLog', ['reviewer', 'manager'], {
        holds: SIGNED_IN,
        isSignedIn: ['nobody'],
        speaksOfSlips: ['inviter'],
      }),
      list('auditLog', ['reviewer', 'inviter', 'manager'], ['holds', 'isSignedIn'], {
        name: 'list, count, sum of slips',
        where: [where('action', '==', 'issue-slips')],
      }),
      group('auditLog', NO_ONE, [NO_RULE]),
      write('create alone', (uid) => [logging(LOG2, 'theme', THEME, { byUid: uid })], NO_ONE, {
        holds: signedInBut('reviewer'),
        isNamedBy: ['reviewer'],
        isSignedIn: ['nobody'],
      }),
      // The one entry that may stand there without its action: ADR 013.
      write(
        'create alone: slips made',
        (uid) => signed(uid, issuing().slice(0, 1)),
        ['inviter'],
        ['holds', 'isSignedIn'],
      ),
      write(
        'update',
        (uid) => [{ path: `auditLog/${LOG1}`, update: { byUid: uid, at: serverTimestamp(), reason: '다른 까닭' } }],
        NO_ONE,
        [NO_RULE],
      ),
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
      never('create', [{ path: 'elsewhere/y', set: { a: 1 } }]),
      never('update', [{ path: 'elsewhere/x', update: { a: 2 } }]),
      neverDeleted('elsewhere/x'),
      // The version of the database, which scripts alone read and write.
      of('settings/schema', get('settings/schema', NO_ONE, NO_RULE)),
      of(
        'settings/schema',
        write(
          'create',
          () => [{ path: 'settings/schema', set: { version: 2 } }],
          NO_ONE,
          [NO_RULE],
          ['settings/schema'],
        ),
      ),
      of('settings/schema', never('update', [{ path: 'settings/schema', update: { version: 2 } }])),
      of('settings/schema', neverDeleted('settings/schema')),
    ],
  },
]
