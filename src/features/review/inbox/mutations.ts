import { mutationOptions } from '@tanstack/react-query'
import { remote } from '#data/remote.ts'
import type { Comment } from '#domain/comment.ts'
import type { Localized } from '#domain/language.ts'
import { acting } from './acting.ts'
import { type Outcome, type Prepared, send } from './acts.ts'
import { readCommentAgain } from './changes.ts'
import { inbox } from './inbox-store.ts'

/** One after the other: what is done to a review next builds on what was done before. */
export const actMutation = (undoReason: string) =>
  mutationOptions({
    mutationKey: ['review', 'act'],
    scope: { id: 'review-acts' },
    mutationFn: (prepared: Prepared): Promise<Outcome> =>
      send(prepared, undoReason, (done) => acting.progress(prepared, done)),
  })

/** Puts a translation by staff beside a comment. */
export const translateMutation = (comment: Pick<Comment, 'id' | 'taskId' | 'lang' | 'edits'>) =>
  mutationOptions({
    mutationKey: ['review', 'translate', comment.id],
    mutationFn: async (text: string) => {
      await remote(
        () => import('#data/translations.ts'),
        ({ writeTranslation }) => writeTranslation(comment, text),
      )
      const known = inbox.state().byId.get(comment.id)?.comment
      if (known) inbox.take({ comments: [{ ...known, translation: { text, by: 'staff' } }] })
    },
    // What is stored counts: what was written, or what its author has made of it meanwhile. That it could not be read
    // again is no failure of what was written.
    onSettled: () => readCommentAgain(comment.id).catch(() => {}),
  })

const themes = () => import('#data/themes.ts')

/** Adds a theme, or gives one another name. @param id null for a new one */
export const themeMutation = (id: string | null) =>
  mutationOptions({
    mutationKey: ['review', 'theme', id],
    mutationFn: (label: Localized) =>
      remote(themes, ({ addTheme, renameTheme }) => (id === null ? addTheme(label) : renameTheme(id, label))),
    onSuccess(theme) {
      const others = inbox.state().themes.filter((known) => known.id !== theme.id)
      inbox.take({ themes: [...others, theme] })
    },
  })
