import { screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { commentDraft, editDraft } from '#data/drafts.ts'
import { type OutboxEntry, outbox } from '#data/outbox.ts'
import type { DeedOf } from '#domain/deed.ts'
import { EditForm } from '#features/comments/edit-form.tsx'
import { reconcileComment, reconcileDeed } from '#features/comments/mutations.ts'
import { renderForm, sentComments } from '../../../helpers/comment-form-harness.tsx'
import { quotaExceeded } from '../../../helpers/fake-storage.ts'
import { renderInApp, testClient } from '../../../helpers/render-in-app.tsx'
import { sampleComment } from '../../../helpers/samples.ts'
import { WORDS } from '../../../helpers/words.ts'

const PERSONAL = '전화는 010-1234-5678이에요. '
const MASKED = '전화는 ***이에요.'
const words = WORDS.ko['before-sending']
const { edit } = WORDS.ko.comments

afterEach(() => {
  for (const entry of outbox.look()) outbox.drop(entry)
  commentDraft('t3').clear()
  localStorage.clear()
})

/** The device has room for a draft, and none more for the outbox. */
function leaveNoRoomFor(prefix: string) {
  const setItem = Storage.prototype.setItem
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(function (this: Storage, key, value) {
    if (key.startsWith(prefix)) throw quotaExceeded()
    setItem.call(this, key, value)
  })
}

const ofEdit = () => outbox.look()[0] as OutboxEntry & { deed: DeedOf<'edit'> }

describe.each([
  ['outbox', 'madang:outbox'],
  ['outbox and drafts', 'madang:'],
])('where the device has no room for %s, what was masked does not come back', (_, full) => {
  it('in a comment: its draft is what was sent, until that has arrived', async () => {
    leaveNoRoomFor(full)
    const { user, sendButton, write, unmount } = await renderForm('ko')
    await write(PERSONAL)
    await user.click(sendButton())
    await user.click(screen.getByRole('button', { name: words.maskAndSend }))
    const [comment] = sentComments()
    expect(comment?.text).toBe(MASKED)
    unmount()
    const { box } = await renderForm('ko')
    expect(box().value).toBe(MASKED)
    if (comment) await reconcileComment(testClient(), { kind: 'comment', comment })
    expect(commentDraft('t3').load()).toBeNull()
  })

  it('in a change, either', async () => {
    leaveNoRoomFor(full)
    const read = sampleComment({ authorId: 'mina' })
    const begin = { text: PERSONAL, lang: 'ko' } as const
    editDraft(read.id).save(begin)
    const { user } = await renderInApp(
      <EditForm read={read} begin={begin} waits={undefined} uid="mina" onClose={() => {}} />,
    )
    await user.click(screen.getByRole('button', { name: edit.save }))
    await user.click(screen.getByRole('button', { name: words.maskAndSend }))
    expect(ofEdit().deed.text).toBe(MASKED)
    expect(editDraft(read.id).load()).toEqual({ text: MASKED, lang: 'ko' })
    reconcileDeed(testClient(), 'student', ofEdit())
    expect(editDraft(read.id).load()).toBeNull()
  })
})

it('a change that has arrived leaves no draft behind for the blank space around it', () => {
  const read = sampleComment()
  editDraft(read.id).save({ text: ' 고친 글\r\n', lang: 'ko' })
  outbox.put('mina', { kind: 'edit', taskId: 't3', commentId: read.id, text: '고친 글', lang: 'ko', edits: 1 })
  reconcileDeed(testClient(), 'student', ofEdit())
  expect(editDraft(read.id).load()).toBeNull()
})

it('what was taken apart (NFD) is pointed out, masked in its place, and sent as everybody else writes it', async () => {
  const { user, sendButton, write, box } = await renderForm('ko')
  await write('우리 집은 래미안 101동 1203호이고 3학년 2반 15번이에요'.normalize('NFD'))
  await user.click(sendButton())
  const marks = [...document.querySelectorAll('mark')].map((mark) => mark.textContent)
  expect(marks).toEqual(['101동 1203호', '3학년 2반 15번'])
  const [maskAddress] = screen.getAllByRole('button', { name: words.mask.replace('{{kind}}', words.kinds.address) })
  if (maskAddress) await user.click(maskAddress)
  expect(box().value).toBe('우리 집은 래미안 ***이고 3학년 2반 15번이에요')
  await user.click(screen.getByRole('button', { name: words.maskAndSend }))
  expect(sentComments()[0]?.text).toBe('우리 집은 래미안 ***이고 ***이에요')
})
