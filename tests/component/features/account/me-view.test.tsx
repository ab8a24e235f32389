import { act, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { ToastList } from '#components/toast-list.tsx'
import { useToasts } from '#components/toasts.ts'
import type { Ballot } from '#data/ballots.ts'
import { commentDraft, editDraft } from '#data/drafts.ts'
import { outbox } from '#data/outbox.ts'
import type { OwnComment, OwnReaction, OwnStances } from '#data/own.ts'
import { planQuery } from '#data/plan-query.ts'
import { SIGNED_IN, storage } from '#data/storage.ts'
import { DISTRICTS } from '#domain/districts.ts'
import { nickname } from '#domain/nickname.ts'
import { TASK_IDS, type Task } from '#domain/plan.ts'
import { MeView } from '#features/account/me-view.tsx'
import { ownBallotQuery, ownCommentsQuery, ownReactionsQuery, ownStancesQuery } from '#features/account/queries.ts'
import { stanceDeed } from '../../../helpers/deeds.ts'
import { hrefOf } from '../../../helpers/described.ts'
import { quotaExceeded } from '../../../helpers/fake-storage.ts'
import { renderInApp, testClient } from '../../../helpers/render-in-app.tsx'
import { joined, NOBODY, sampleAnswer, sampleComment, sampleParticipant, samplePlan } from '../../../helpers/samples.ts'
import { fill, LANGUAGES, WORDS } from '../../../helpers/words.ts'

const UID = 'mina'
const AT = new Date('2026-03-05T05:30:00Z')

const own = (changes: Partial<OwnComment> = {}): OwnComment => ({
  ...sampleComment({ authorId: UID, createdAt: AT }),
  hiddenReason: null,
  answer: null,
  ...changes,
})

const noStances = (): OwnStances[] =>
  TASK_IDS.map((taskId) => ({
    taskId,
    title: { ko: `제목 ${taskId}`, en: `Title ${taskId}` },
    revision: 2,
    stances: [],
  }))

const Toasts = () => <ToastList toasts={useToasts()} />

type Stored = {
  comments?: OwnComment[]
  reactions?: OwnReaction[]
  stances?: OwnStances[]
  ballot?: Ballot | null
  plan?: Task[]
  more?: boolean
}

const page = <T,>(items: T[], more = false) => ({
  pages: [{ items, next: more ? { seconds: 1, nanoseconds: 0 } : null }],
  pageParams: [null],
})

/** The page of somebody, with what is stored of them already read. */
async function show(stored: Stored = {}, lang: 'ko' | 'en' = 'ko', me = joined(sampleParticipant({ uid: UID }))) {
  const client = testClient()
  client.setDefaultOptions({ queries: { staleTime: Number.POSITIVE_INFINITY, retry: false } })
  client.setQueryData(ownCommentsQuery(UID).queryKey, page(stored.comments ?? [], stored.more))
  client.setQueryData(ownReactionsQuery(UID).queryKey, page(stored.reactions ?? []))
  client.setQueryData(ownStancesQuery(UID).queryKey, stored.stances ?? noStances())
  if (stored.plan) client.setQueryData(planQuery.queryKey, stored.plan)
  client.setQueryData(ownBallotQuery(UID).queryKey, stored.ballot ?? null)
  return renderInApp([<MeView key="me" me={me} />, <Toasts key="toasts" />], { lang, path: '/me', client })
}

const part = (name: string) => screen.getByRole('region', { name })

afterEach(() => {
  for (const entry of outbox.entries()) outbox.drop(entry)
})

describe.each(LANGUAGES)('what is one’s own, in %s', (lang) => {
  const words = WORDS[lang].me

  it('begins with who one is to others, and what only oneself sees', async () => {
    await show({}, lang)
    const profile = part(words.who.title).textContent
    expect(profile).toContain(nickname(UID)[lang])
    expect(profile).toContain(WORDS[lang].common.roles.student)
    expect(profile).toContain(DISTRICTS.jongno?.[lang])
    expect(profile).toContain('mina@example.com')
    expect(profile).toContain(fill(words.who.consentVersion, { version: sampleParticipant().consentVersion }))
  })

  it('says so where there is nothing, and leads on', async () => {
    await show({}, lang)
    expect(part(words.comments.title).textContent).toContain(words.comments.empty)
    expect(hrefOf(screen.getByRole('link', { name: words.comments.toTasks }))).toBe(`/${lang}#tasks`)
    expect(part(words.ballot.title).textContent).toContain(words.ballot.none)
    expect(within(part(words.stances.title)).getAllByText(words.stances.none)).toHaveLength(6)
    expect(screen.queryByRole('region', { name: words.waiting.title })).toBeNull()
  })

  it('has the state of each comment, with the reason where it is hidden', async () => {
    const id = (letter: string) => `t3-${letter.repeat(20)}`
    await show(
      {
        comments: [
          own({ id: id('a'), agreeTotal: 3, replyCount: 2 }),
          own({ id: id('b'), status: 'hidden', hiddenReason: 'abuse', text: 'hidden words' }),
          own({ id: id('c'), status: 'hidden', hiddenReason: 'A reason of its own' }),
          own({ id: id('d'), status: 'withdrawn', text: '' }),
          own({ id: id('e'), parentId: id('f') }),
        ],
      },
      lang,
    )
    const items = within(screen.getByRole('list', { name: words.comments.list })).getAllByRole('listitem')
    const [visible, hidden, otherwise, withdrawn, reply] = items.map((item) => item.textContent ?? '')
    expect(visible).toContain(words.comments.status.visible)
    expect(visible).toContain(fill(words.comments.agree, { value: 3 }))
    expect(visible).toContain(fill(words.comments.replies, { value: 2 }))
    expect(hidden).toContain('hidden words')
    expect(hidden).toContain(fill(words.comments.hiddenBecause, { reason: words.comments.reasons.abuse }))
    expect(otherwise).toContain('A reason of its own')
    expect(withdrawn).toContain(words.comments.noWords)
    expect(reply).toContain(fill(words.comments.replyOnTask, { number: 3 }))
    const links = screen.getAllByRole('link', { name: fill(words.comments.open, { number: 3 }) })
    expect(links.map(hrefOf)).toEqual([`/${lang}/tasks/3/comments/${id('a')}`, `/${lang}/tasks/3/comments/${id('e')}`])
  })

  it('has the official answers', async () => {
    const answer = {
      commentId: 't3-aaaaaaaaaaaaaaaaaaaa',
      taskId: 't3',
      edits: 0,
      status: 'adopted',
      message: { ko: '반영했습니다.', en: 'We have done so.' },
      office: { ko: '도서관과', en: 'Libraries' },
      at: AT,
      firstAt: AT,
    } as const
    await show({ comments: [own({ answer })] }, lang)
    const text = part(words.comments.title).textContent
    expect(text).toContain(WORDS[lang].answer.title)
    expect(text).toContain(answer.message[lang])
    expect(text).toContain(answer.office[lang])
    expect(text).toContain(WORDS[lang].answer.status.adopted)
  })

  it('says in which revision a comment was adopted, and leads there', async () => {
    const answer = sampleAnswer({ commentId: sampleComment().id, status: 'partly' })
    const plan = samplePlan().map((task) => ({ ...task, cited: { 2: { [answer.commentId]: null } } }))
    await show({ comments: [own({ answer })], plan }, lang)
    const link = screen.getByRole('link', { name: fill(WORDS[lang].answer.inRevision.partly, { revision: 2 }) })
    expect(hrefOf(link)).toBe(`/${lang}/tasks/3/history#r2`)
  })

  it('is a receipt of the stances on each revision, and says where a newer one has none', async () => {
    const stances = noStances().map((task) =>
      task.taskId === 't2'
        ? { ...task, stances: [{ revision: 1, value: 'agree' as const, at: AT }] }
        : task.taskId === 't3'
          ? { ...task, stances: [{ revision: 2, value: 'unsure' as const, at: AT }] }
          : task,
    )
    await show({ stances }, lang)
    const [, second, third] = within(part(words.stances.title)).getAllByRole('listitem')
    expect(second?.textContent).toContain(fill(words.stances.noneOfNewest, { revision: 2 }))
    expect(second?.textContent).toContain(WORDS[lang].stance.agree)
    expect(third?.textContent).toContain(WORDS[lang].stance.unsure)
    expect(third?.textContent).toContain(fill(words.stances.revision, { revision: 2 }))
    expect(third?.querySelector('time')?.dateTime).toBe(AT.toISOString())
  })

  it('is a receipt of the ballot', async () => {
    const stickers = { t1: 3, t2: 0, t3: 2, t4: 0, t5: 0, t6: 0 }
    await show({ ballot: { stickers, at: AT } }, lang)
    const ballot = part(words.ballot.title)
    expect(
      within(ballot)
        .getAllByRole('definition')
        .map((each) => each.textContent),
    ).toEqual([fill(words.ballot.stickers_other, { count: 3 }), fill(words.ballot.stickers_other, { count: 2 })])
  })

  it('has one’s reactions when asked for, without words that may not be read any more', async () => {
    const reaction = { taskId: 't3', value: 'agree', at: AT } as const
    const { user } = await show(
      {
        reactions: [
          {
            ...reaction,
            commentId: 't3-1',
            comment: sampleComment({ authorId: 'jun', text: 'their words', lang: 'en' }),
          },
          { ...reaction, commentId: 't3-2', value: 'disagree', comment: null },
          { ...reaction, commentId: 't3-3', comment: sampleComment({ text: 'folded words', reportCount: 3 }) },
        ],
      },
      lang,
    )
    expect(screen.queryByText('their words')).toBeNull()
    await user.click(screen.getByRole('button', { name: words.reactions.show }))
    const items = within(screen.getByRole('list', { name: words.reactions.list })).getAllByRole('listitem')
    expect(items[0]?.textContent).toContain(nickname('jun')[lang])
    expect(screen.getByText('their words').getAttribute('lang')).toBe('en')
    expect(items[1]?.textContent).toContain(words.reactions.gone)
    // As in the conversation, where it can be unfolded.
    expect(items[2]?.textContent).toContain(words.reactions.folded)
    expect(screen.queryByText('folded words')).toBeNull()
    expect(hrefOf(within(items[2] as HTMLElement).getByRole('link'))).toBe(`/${lang}/tasks/3/comments/t3-3`)
  })

  it('has what waits on this device, of nobody else', async () => {
    const comment = sampleComment({ authorId: UID, text: 'still here', id: 't3-bbbbbbbbbbbbbbbbbbbb' })
    outbox.put(UID, { kind: 'comment', comment })
    outbox.put('jun', { kind: 'stance', taskId: 't1', revision: 1, value: 'agree' })
    await show({}, lang)
    const items = within(screen.getByRole('list', { name: words.waiting.title })).getAllByRole('listitem')
    expect(items).toHaveLength(1)
    expect(items[0]?.textContent).toContain('still here')
    expect(items[0]?.textContent).toContain(WORDS[lang].outbox.state.sending)
    expect(screen.queryByRole('button', { name: WORDS[lang].outbox.throwAway })).toBeNull()
  })

  it('says of what waits that it goes by itself, and when the device does not keep it', async () => {
    const entry = outbox.put(UID, stanceDeed('agree'))
    outbox.mark(entry, { reason: 'quota', refused: false })
    await show({}, lang)
    expect(screen.getByText(WORDS[lang].outbox.state.quota)).toBeTruthy()
    expect(screen.queryByText(WORDS[lang].errors.quota)).toBeNull()
    const full = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw quotaExceeded()
    })
    act(() => void outbox.mark(outbox.put(UID, stanceDeed('agree', 't4')), { reason: 'too-soon', refused: false }))
    full.mockRestore()
    expect(screen.getByText(WORDS[lang].outbox.state['not-kept'])).toBeTruthy()
  })

  it('has what came back under a heading of its own, to copy, and to throw away by a press that can be undone', async () => {
    const { outbox: outboxWords } = WORDS[lang]
    const edit = { kind: 'edit', taskId: 't3', commentId: 't3-hidden', text: 'too late', lang: 'en', edits: 1 } as const
    outbox.mark(outbox.put(UID, edit), { reason: 'missing', refused: true })
    const { user } = await show({}, lang)
    const returned = within(part(words.waiting.returned))
    expect(returned.getByText(outboxWords.refused.missing)).toBeTruthy()
    const place = returned.getByRole('link', { name: fill(words.waiting.see, { number: 3 }) })
    expect(hrefOf(place)).toBe(`/${lang}/tasks/3/comments/t3-hidden`)
    expect(screen.queryByRole('region', { name: words.waiting.title })).toBeNull()
    expect(returned.getByRole('button', { name: outboxWords.copy })).toBeTruthy()
    await user.click(returned.getByRole('button', { name: outboxWords.throwAway }))
    expect(outbox.look()).toEqual([])
    await user.click(screen.getByRole('button', { name: outboxWords.undo }))
    expect(screen.getByText('too late')).toBeTruthy()
  })

  it('says what is lost with the window where the device keeps nothing', async () => {
    const full = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw quotaExceeded()
    })
    outbox.mark(outbox.put(UID, stanceDeed('agree')), { reason: 'closed', refused: true })
    await show({}, lang)
    full.mockRestore()
    expect(part(words.waiting.returned).textContent).toContain(words.waiting.notKept)
  })

  it('has what one began to write, also to a comment that nobody can open any more, and nothing of others', async () => {
    const id = 't3-bbbbbbbbbbbbbbbbbbbb'
    const store = commentDraft(id)
    store.save({ id: 't3-x', text: '답하다 만 글', subtaskId: null, returned: null })
    storage.write(SIGNED_IN, UID)
    editDraft(id).save({ text: 'half a change', lang: 'en' })
    storage.write(SIGNED_IN, 'jun')
    commentDraft('t1').save({ id: 't1-x', text: 'of Jun', subtaskId: null, returned: null })
    storage.write(SIGNED_IN, UID)
    const { user } = await show({}, lang)
    const begun = within(part(words.begun.title))
    expect(begun.getAllByRole('listitem')).toHaveLength(2)
    expect(begun.queryByText('of Jun')).toBeNull()
    expect(begun.getByText('half a change')).toBeTruthy()
    const [reply] = begun.getAllByRole('link', { name: fill(words.waiting.see, { number: 3 }) })
    expect(reply && hrefOf(reply)).toBe(`/${lang}/tasks/3/comments/${id}`)
    const item = within(begun.getByText('답하다 만 글').closest('li') as HTMLElement)
    expect(item.getByText(words.waiting.kinds.reply)).toBeTruthy()
    await user.click(item.getByRole('button', { name: WORDS[lang].outbox.throwAway }))
    expect(store.load()).toBeNull()
    await user.click(screen.getByRole('button', { name: WORDS[lang].outbox.undo }))
    expect(store.load()?.text).toBe('답하다 만 글')
    for (const uid of [UID, 'jun']) {
      storage.write(SIGNED_IN, uid)
      for (const draft of [store, editDraft(id), commentDraft('t1')]) draft.clear()
    }
    storage.remove(SIGNED_IN)
  })

  it('offers a way in to whoever is not here', async () => {
    await show({}, lang, NOBODY)
    const back = `next=${encodeURIComponent(`/${lang}/me`)}`
    expect(hrefOf(screen.getByRole('link', { name: words.noOne.signIn }))).toBe(`/${lang}/join?${back}&again=`)
    expect(hrefOf(screen.getByRole('link', { name: words.noOne.join }))).toBe(`/${lang}/join?${back}`)
  })

  it('says to somebody who has left that they have', async () => {
    await show({}, lang, { ...NOBODY, user: { uid: UID, email: 'mina@example.com' }, leftAt: AT })
    expect(screen.getByText(words.left.title)).toBeTruthy()
    expect(screen.getByText(words.left.why)).toBeTruthy()
    expect(screen.queryByRole('region', { name: words.leave.title })).toBeNull()
  })
})
