import { screen } from '@testing-library/react'
import type { Me } from '#data/me.ts'
import { outbox } from '#data/outbox.ts'
import type { Comment } from '#domain/comment.ts'
import type { Lang } from '#domain/language.ts'
import { CommentForm } from '#features/comments/comment-form.tsx'
import { JoinLink } from '#features/comments/join-link.ts'
import { renderInApp } from './render-in-app.tsx'
import { joined, sampleComment, sampleTaskIn } from './samples.ts'
import { WORDS } from './words.ts'

export const JOIN = '/ko/join?next=%2Fko%2Ftasks%2F3%23voices'

/** A form for comments on task 3; what it sends lies in the outbox, and no postman comes. */
export async function renderForm(lang: Lang, me: Me | undefined = joined(), parentId: string | null = null) {
  const words = WORDS[lang].comments
  const of = parentId === null ? words.form : words.reply
  const formOf = (somebody: Me | undefined) => (
    <JoinLink value={JOIN}>
      <CommentForm
        task={sampleTaskIn(lang)}
        me={somebody}
        parent={parentId === null ? null : sampleComment({ id: parentId })}
      />
    </JoinLink>
  )
  const app = await renderInApp(formOf(me), { lang })
  /** It is known by now who is here. */
  const isHere = (somebody: Me) => app.rerender(formOf(somebody))
  const box = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: of.label })
  const sendButton = () => screen.getByRole('button', { name: of.send })
  const write = async (text: string) => {
    await app.user.click(box())
    if (text !== '') await app.user.paste(text)
  }
  return { ...app, words, box, sendButton, write, isHere }
}

/** The comments in the outbox, oldest first. */
export const sentComments = (): Comment[] =>
  outbox.look().flatMap(({ deed }) => (deed.kind === 'comment' ? [deed.comment] : []))
