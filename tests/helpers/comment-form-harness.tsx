import { useMutation } from '@tanstack/react-query'
import { screen } from '@testing-library/react'
import type { DataError } from '#data/errors.ts'
import type { Me } from '#data/me.ts'
import type { Comment } from '#domain/comment.ts'
import type { Lang } from '#domain/language.ts'
import { CommentForm } from '#features/comments/comment-form.tsx'
import { renderInApp } from './render-in-app.tsx'
import { joined, sampleTask } from './samples.ts'
import { WORDS } from './words.ts'

export const JOIN = '/ko/join?next=%2Fko%2Ftasks%2F3%23voices'

type Send = (comment: Comment) => Promise<void>

function FormThatSends({ me, send }: { me: Me | undefined; send: Send }) {
  const add = useMutation<void, DataError, Comment>({ mutationFn: send, networkMode: 'always' })
  return <CommentForm task={sampleTask()} me={me} joinLink={JOIN} add={add} />
}

/** A form for comments on task 3 which hands what it sends to the test instead of to Firestore. */
export async function renderForm(lang: Lang, send: Send = async () => undefined, me: Me | undefined = joined()) {
  const words = WORDS[lang].comments
  const app = await renderInApp(<FormThatSends me={me} send={send} />, { lang })
  const box = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: words.form.label })
  const sendButton = () => screen.getByRole('button', { name: words.form.send })
  const write = async (text: string) => {
    await app.user.click(box())
    if (text !== '') await app.user.paste(text)
  }
  return { ...app, words, box, sendButton, write }
}
