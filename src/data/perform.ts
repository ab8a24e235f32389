import type { Deed, DeedKind, DeedOf } from '#domain/deed.ts'
import type { Participant } from '#domain/participant.ts'
import { remote } from './remote.ts'

type Performers = { readonly [K in DeedKind]: (me: Participant, deed: DeedOf<K>) => Promise<void> }

const comments = () => import('./comments.ts')
const commentWords = () => import('./comment-words.ts')

/**
 * How each kind of deed is done. Doing it again finds what has arrived and succeeds. What took too long writes nothing from
 * then on: its author may have taken it back, or want something else.
 */
const performers: Performers = {
  comment: (_, { comment }) => remote(comments, ({ addComment }, isLost) => addComment(comment, isLost)),
  stance: (me, { taskId, revision, value }) =>
    remote(
      () => import('./stances.ts'),
      ({ takeStance }, isLost) => takeStance(me, taskId, revision, value, isLost),
    ),
  edit: (me, deed) => remote(commentWords, ({ editComment }, isLost) => editComment(me, deed, isLost)),
  withdraw: (me, deed) => remote(commentWords, ({ withdrawComment }, isLost) => withdrawComment(me, deed, isLost)),
  react: (me, deed) =>
    remote(
      () => import('./reactions.ts'),
      ({ react }, isLost) => react(me, deed, isLost),
    ),
  report: (me, deed) =>
    remote(
      () => import('./reports.ts'),
      ({ report }, isLost) => report(me, deed, isLost),
    ),
  ballot: (me, { stickers }) =>
    remote(
      () => import('./ballots.ts'),
      ({ castBallot }, isLost) => castBallot(me, stickers, isLost),
    ),
}

/** Does it. @throws DataError */
export const perform = <K extends DeedKind>(me: Participant, deed: DeedOf<K> & Deed): Promise<void> =>
  (performers[deed.kind] as Performers[K])(me, deed)
