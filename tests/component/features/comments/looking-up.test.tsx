import { act, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { DataError } from '#data/errors.ts'
import { meQuery } from '#data/me.ts'
import { currentUser } from '#data/session.ts'
import { SIGNED_IN, storage } from '#data/storage.ts'
import { CommentForm } from '#features/comments/comment-form.tsx'
import { JoinLink } from '#features/comments/join-link.ts'
import { Reactions } from '#features/comments/reactions.tsx'
import { ReportDialog } from '#features/comments/report-dialog.tsx'
import { JOIN, sentComments } from '../../../helpers/comment-form-harness.tsx'
import { letDialogsOpen } from '../../../helpers/dialogs.ts'
import { renderInApp, testClient } from '../../../helpers/render-in-app.tsx'
import { joined, sampleComment, sampleTaskIn } from '../../../helpers/samples.ts'
import { fill, LANGUAGES, WORDS } from '../../../helpers/words.ts'

vi.mock('#data/session.ts', async (original) => {
  const session = await original<typeof import('#data/session.ts')>()
  return { ...session, currentUser: vi.fn(session.currentUser) }
})

beforeEach(() => {
  letDialogsOpen()
  storage.write(SIGNED_IN, 'mina')
})
afterEach(() => {
  localStorage.clear()
  vi.mocked(currentUser).mockReset()
})

/** On a slow line, or on a day on which no more can be read: somebody is signed in, and nobody knows yet who. */
describe.each(LANGUAGES)('who is signed in and not known yet, in %s', (lang) => {
  const { comments: words, common } = WORDS[lang]
  const join = () => screen.queryByRole('link')

  async function show(part: (me: ReturnType<typeof joined> | undefined) => React.ReactNode, failed = false) {
    const client = testClient()
    const queryFn = () => Promise.reject(new DataError('quota'))
    if (failed) await client.prefetchQuery({ queryKey: meQuery.queryKey, queryFn })
    const of = (me?: ReturnType<typeof joined>) => <JoinLink value={JOIN}>{part(me)}</JoinLink>
    const app = await renderInApp(of(), { lang, client })
    return { ...app, client, isHere: () => act(() => app.rerender(of(joined()))) }
  }
  const write = async (user: Awaited<ReturnType<typeof show>>['user']) => {
    await user.click(screen.getByRole('textbox'))
    await user.paste('급식이 맛있어요')
  }
  const form = (me: ReturnType<typeof joined> | undefined) => <CommentForm task={sampleTaskIn(lang)} me={me} />

  it('writes, is told what sending waits for, and sends as soon as that is known', async () => {
    const { user, isHere } = await show(form)
    await write(user)
    expect(join()).toBeNull()
    expect(screen.getByText(words.lookingUp.now)).toBeTruthy()
    const send = () => screen.getByRole('button', { name: words.form.send })
    expect(send().getAttribute('aria-disabled')).toBe('true')
    await user.click(send())
    expect(sentComments()).toEqual([])
    isHere()
    expect(screen.queryByText(words.lookingUp.now)).toBeNull()
    await user.click(send())
    expect(sentComments()).toMatchObject([{ text: '급식이 맛있어요' }])
  })

  it('is told that it could not be found out, with what they wrote, and can have it tried again', async () => {
    const { user, client } = await show(form, true)
    await write(user)
    expect(join()).toBeNull()
    const said = screen.getAllByRole('alert').map((alert) => alert.textContent)
    expect(said.join()).toContain(common.cannotRead.other)
    expect(said.join()).toContain(words.lookingUp.failed)
    expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toBe('급식이 맛있어요')
    localStorage.clear()
    await user.click(screen.getByRole('button', { name: common.retry }))
    expect(client.getQueryData(meQuery.queryKey)?.user).toBeNull()
  })

  it('keeps the focus where it was pressed to try again, is told of each try, and goes on in what they wrote', async () => {
    const { user, client, isHere } = await show(form, true)
    let fail: (error: DataError) => void = () => {}
    const retry = screen.getByRole('button', { name: common.retry })
    const said = () => screen.getAllByRole('status').map(({ textContent }) => textContent)
    vi.mocked(currentUser).mockImplementation(() => new Promise((_, reject) => (fail = reject)))
    await user.click(retry)
    expect(document.activeElement).toBe(retry)
    expect(retry.getAttribute('aria-disabled')).toBe('true')
    expect(said().join()).toContain(words.lookingUp.now)
    await user.click(retry)
    await act(async () => fail(new DataError('quota')))
    await waitFor(() => expect(said().join()).toContain(words.lookingUp.failed))
    expect(said().join()).not.toContain(words.lookingUp.now)
    expect(document.activeElement).toBe(retry)
    expect(client.getQueryState(meQuery.queryKey)?.errorUpdateCount).toBe(2)
    isHere()
    expect(document.activeElement).toBe(screen.getByRole('textbox'))
  })

  it('keeps a reaction without being told to join', async () => {
    const comment = sampleComment()
    const said = { comment, reaction: null, entries: [] }
    const { user, isHere } = await show((me) => <Reactions said={said} talk={{ task: sampleTaskIn(lang), me }} />)
    await user.click(screen.getByRole('button', { name: words.reaction.agree }))
    expect(join()).toBeNull()
    expect(screen.getByText(words.lookingUp.now)).toBeTruthy()
    const kept = fill(words.reaction.kept, { reaction: words.reaction.agree })
    expect(screen.getByText(kept)).toBeTruthy()
    isHere()
    expect(screen.getByText(kept)).toBeTruthy()
    const send = fill(words.reaction.send, { reaction: words.reaction.agree })
    expect(screen.getByRole('button', { name: send })).toBeTruthy()
  })

  it('reports as soon as that is known', async () => {
    const { isHere } = await show((me) => (
      <ReportDialog open={true} comment={sampleComment()} talk={{ task: sampleTaskIn(lang), me }} onClose={() => {}} />
    ))
    expect(join()).toBeNull()
    expect(screen.getByText(words.lookingUp.now)).toBeTruthy()
    expect(screen.queryByText(words.report.joinFirst)).toBeNull()
    isHere()
    expect(screen.getByRole('button', { name: words.report.act })).toBeTruthy()
  })
})

it('where nobody is signed in, joining is offered before anything has been read', async () => {
  localStorage.clear()
  const form = <CommentForm task={sampleTaskIn('ko')} me={undefined} />
  await renderInApp(<JoinLink value={JOIN}>{form}</JoinLink>)
  expect(screen.getByRole('link', { name: WORDS.ko.comments.form.join })).toBeTruthy()
})
