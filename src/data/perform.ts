import type { Deed, DeedKind, DeedOf } from '#domain/deed.ts'
import type { Participant } from '#domain/participant.ts'
import { remote } from './remote.ts'

type Performers = { readonly [K in DeedKind]: (me: Participant, deed: DeedOf<K>) => Promise<void> }

/** How each kind of deed is done. Doing it again finds what has arrived and succeeds. */
const performers: Performers = {
  comment: (_, { comment }) =>
    remote(
      () => import('./add-comment.ts'),
      ({ addComment }) => addComment(comment),
    ),
  stance: (me, { taskId, revision, value }) =>
    remote(
      () => import('./stances.ts'),
      ({ takeStance }) => takeStance(me, taskId, revision, value),
    ),
  // The rest of the conversation comes with its module.
  edit: () => Promise.reject(new Error('not yet')),
  withdraw: () => Promise.reject(new Error('not yet')),
  react: () => Promise.reject(new Error('not yet')),
  report: () => Promise.reject(new Error('not yet')),
}

/** Does it. @throws DataError */
export const perform = <K extends DeedKind>(me: Participant, deed: DeedOf<K> & Deed): Promise<void> =>
  (performers[deed.kind] as Performers[K])(me, deed)
