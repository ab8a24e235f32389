import type { Deed, DeedKind, DeedOf } from '#domain/deed.ts'
import type { Participant } from '#domain/participant.ts'
import { remote } from './remote.ts'

type Performers = { readonly [K in DeedKind]: (me: Participant, deed: DeedOf<K>) => Promise<void> }

const comments = () => import('./comments.ts')
const commentWords = () => import('./comment-words.ts')

/** How each kind of deed is done. Doing it again finds what has arrived and succeeds. */
const performers: Performers = {
  comment: (_, { comment }) => remote(comments, ({ addComment }) => addComment(comment)),
  stance: (me, { taskId, revision, value }) =>
    remote(
      () => import('./stances.ts'),
      ({ takeStance }) => takeStance(me, taskId, revision, value),
    ),
  edit: (me, deed) => remote(commentWords, ({ editComment }) => editComment(me, deed)),
  withdraw: (me, deed) => remote(commentWords, ({ withdrawComment }) => withdrawComment(me, deed)),
  react: (me, deed) =>
    remote(
      () => import('./reactions.ts'),
      ({ react }) => react(me, deed),
    ),
  report: (me, deed) =>
    remote(
      () => import('./reports.ts'),
      ({ report }) => report(me, deed),
    ),
  ballot: (me, { stickers }) =>
    remote(
      () => import('./ballots.ts'),
      ({ castBallot }) => castBallot(me, stickers),
    ),
}

/** Does it. @throws DataError */
export const perform = <K extends DeedKind>(me: Participant, deed: DeedOf<K> & Deed): Promise<void> =>
  (performers[deed.kind] as Performers[K])(me, deed)
