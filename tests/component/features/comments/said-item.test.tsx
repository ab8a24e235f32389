import { act, cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ToastRegion } from '#components/toast-region.tsx'
import { dismissToast } from '#components/toasts.ts'
import { editDraft, reactionDraft } from '#data/drafts.ts'
import { type Me, meQuery } from '#data/me.ts'
import { outbox } from '#data/outbox.ts'
import type { Refusal, Wait } from '#data/refusals.ts'
import type { Comment } from '#domain/comment.ts'
import type { Deed } from '#domain/deed.ts'
import type { OfficialAnswer } from '#domain/official-answer.ts'
import type { Task } from '#domain/plan.ts'
import { type Reaction, withReaction } from '#domain/reaction.ts'
import { hiddenQuery } from '#features/comments/hidden-queries.ts'
import { JoinLink } from '#features/comments/join-link.ts'
import { reconcileDeed } from '#features/comments/mutations.ts'
import { Named } from '#features/comments/named.tsx'
import { laidOver } from '#features/comments/overlay.ts'
import { formerTextsQuery } from '#features/comments/queries.ts'
import { SaidItem } from '#features/comments/said-item.tsx'
import { useOwnEntries } from '#features/comments/talk.ts'
import { formatDay } from '#i18n/format.ts'
import { useLang } from '#i18n/use-lang.ts'
import { JOIN } from '../../../helpers/comment-form-harness.tsx'
import { descriptionOf, hrefOf } from '../../../helpers/described.ts'
import { letDialogsOpen } from '../../../helpers/dialogs.ts'
import { renderInApp, testClient } from '../../../helpers/render-in-app.tsx'
import { joined, NOBODY, sampleAnswer, sampleComment, sampleTaskIn } from '../../../helpers/samples.ts'
import { fill, LANGUAGES, WORDS } from '../../../helpers/words.ts'

beforeEach(letDialogsOpen)

afterEach(() => {
  for (const entry of outbox.look()) outbox.drop(entry)
  for (let id = 0; id < 100; id++) act(() => dismissToast(id))
})

type Shown = {
  comment?: Comment
  me?: Me
  closed?: boolean
  answer?: OfficialAnswer
  cited?: Task['cited']
  toasts?: boolean
  reaction?: Reaction | null
}

function Item({ comment = sampleComment(), me = joined(), closed = false, answer, cited = {}, ...shown }: Shown) {
  const { toasts = false, reaction = null } = shown
  const talk = { task: sampleTaskIn(useLang(), { status: closed ? 'closed' : 'open', cited }), me }
  const said = laidOver(comment, reaction, me.participant?.role, useOwnEntries(talk))
  return (
    <JoinLink value={JOIN}>
      <SaidItem read={comment} said={said} talk={talk} answer={answer} />
      {toasts && <ToastRegion />}
    </JoinLink>
  )
}

const show = (lang: 'ko' | 'en', shown: Shown = {}, client = testClient()) =>
  renderInApp(<Item {...shown} />, { lang, client })

const mine = (changes: Partial<Comment> = {}) => sampleComment({ authorId: 'mina', ...changes })
const staff: Me = { ...NOBODY, user: { uid: 'kim', email: 'kim@sen.go.kr' }, staff: {} as NonNullable<Me['staff']> }
const editedOnce = { ko: '1번 고침', en: 'Edited 1 time' }
const deeds = () => outbox.look().map(({ deed }) => deed)

describe.each(LANGUAGES)('a comment of somebody else, in %s', (lang) => {
  const { comments: words } = WORDS[lang]
  const button = (side: 'agree' | 'disagree') =>
    screen.getByRole('button', { name: new RegExp(`^${words.reaction[side]}( \\d+)?$`) })
  const openMenu = (user: Awaited<ReturnType<typeof show>>['user']) =>
    user.click(screen.getByRole('button', { name: words.menu.open }))

  it('shows at once that I agree, and that I take it back', async () => {
    const { user } = await show(lang, { comment: withReaction(sampleComment(), 'parent', null, 'agree') })
    expect(button('agree').textContent).toBe(`${words.reaction.agree} 1`)
    expect(button('agree').getAttribute('aria-pressed')).toBe('false')
    await user.click(button('agree'))
    expect(button('agree').textContent).toBe(`${words.reaction.agree} 2`)
    expect(button('agree').getAttribute('aria-pressed')).toBe('true')
    expect(deeds()).toMatchObject([{ kind: 'react', value: 'agree' }])
    await user.click(button('disagree'))
    expect(button('agree').getAttribute('aria-pressed')).toBe('false')
    expect(deeds()).toMatchObject([{ kind: 'react', value: 'disagree' }])
    await user.click(button('disagree'))
    expect(deeds()).toMatchObject([{ kind: 'react', value: null }])
    expect(button('agree').textContent).toBe(`${words.reaction.agree} 1`)
  })

  it('keeps a reaction chosen before joining, and asks afterwards whether to send it', async () => {
    const { user, rerender } = await show(lang, { me: NOBODY })
    await user.click(button('agree'))
    expect(button('agree').getAttribute('aria-pressed')).toBe('true')
    expect(hrefOf(screen.getByRole('link', { name: words.reaction.join }))).toBe(JOIN)
    expect(deeds()).toEqual([])
    rerender(<Item />)
    const reaction = words.reaction.agree
    expect(button('agree').getAttribute('aria-pressed')).toBe('false')
    await user.click(screen.getByRole('button', { name: fill(words.reaction.send, { reaction }) }))
    expect(deeds()).toMatchObject([{ kind: 'react', value: 'agree' }])
    expect(reactionDraft(sampleComment().id).load()).toBeNull()
    expect(document.activeElement).toBe(screen.getByRole('article'))
  })

  it('does not take back what I thought already when I send the same, chosen before signing in', async () => {
    const { user, rerender } = await show(lang, { me: NOBODY })
    await user.click(button('agree'))
    rerender(<Item reaction="agree" />)
    const reaction = words.reaction.agree
    await user.click(screen.getByRole('button', { name: fill(words.reaction.send, { reaction }) }))
    expect(deeds()).toEqual([])
    expect(button('agree').getAttribute('aria-pressed')).toBe('true')
    expect(reactionDraft(sampleComment().id).load()).toBeNull()
  })

  it('forgets a reaction chosen before joining when told so', async () => {
    const { user } = await show(lang, { me: NOBODY })
    await user.click(button('agree'))
    await user.click(screen.getByRole('button', { name: words.reaction.drop }))
    expect(button('agree').getAttribute('aria-pressed')).toBe('false')
    expect(reactionDraft(sampleComment().id).load()).toBeNull()
    expect(document.activeElement).toBe(screen.getByRole('article'))
  })

  it.each([
    ['on a closed task', { closed: true }],
    ['to staff', { me: staff }],
  ])('%s shows counts and no buttons', async (_, shown) => {
    await show(lang, { ...shown, comment: withReaction(sampleComment(), 'parent', null, 'agree') })
    expect(screen.queryByRole('group', { name: words.reaction.label })).toBeNull()
    expect(screen.getByText(fill(words.item.agree, { value: '1' }))).toBeTruthy()
  })

  it('tells how each group took it', async () => {
    const comment = withReaction(withReaction(sampleComment(), 'parent', null, 'agree'), 'staff', null, 'disagree')
    const { user } = await show(lang, { comment })
    await user.click(screen.getByRole('button', { name: words.reaction.byGroup }))
    const rows = within(screen.getByRole('table')).getAllByRole('row').slice(1)
    expect(rows.map((row) => row.textContent)).toEqual([
      `${WORDS[lang].common.roles.parent}10`,
      `${WORDS[lang].common.roles.staff}01`,
    ])
  })

  it('can be reported once, for a reason', async () => {
    const { user } = await show(lang)
    await openMenu(user)
    await user.click(screen.getByRole('button', { name: words.menu.report }))
    const dialog = within(await screen.findByRole('dialog'))
    await user.click(dialog.getByRole('button', { name: words.report.act }))
    expect(dialog.getByText(words.report.missing)).toBeTruthy()
    expect(deeds()).toEqual([])
    await user.click(dialog.getByRole('radio', { name: words.report.abuse }))
    await user.click(dialog.getByRole('button', { name: words.report.act }))
    expect(deeds()).toMatchObject([{ kind: 'report', reason: 'abuse' }])
    expect(screen.getByText(words.report.mine)).toBeTruthy()
    expect(screen.getByText(WORDS[lang].outbox.state.sending)).toBeTruthy()
    await openMenu(user)
    expect(screen.queryByRole('button', { name: words.menu.report })).toBeNull()
    expect(screen.queryByRole('button', { name: words.menu.withdraw })).toBeNull()
  })

  it.each([
    ['arrived', true],
    ['was refused', false],
  ])('whose report %s is marked as reported: %s', async (_, hasArrived) => {
    const comment = sampleComment({ id: `t3-${hasArrived}-${lang}` })
    const client = testClient()
    const { user } = await show(lang, { comment }, client)
    await openMenu(user)
    await user.click(screen.getByRole('button', { name: words.menu.report }))
    const dialog = within(await screen.findByRole('dialog'))
    await user.click(dialog.getByRole('radio', { name: words.report.abuse }))
    await user.click(dialog.getByRole('button', { name: words.report.act }))
    expect(screen.getByText(words.report.mine)).toBeTruthy()
    const [entry] = outbox.look()
    if (entry?.deed.kind !== 'report') throw new Error('nothing was reported')
    const { deed } = entry
    act(() => {
      if (hasArrived) reconcileDeed(client, 'parent', { ...entry, deed })
      outbox.drop(entry)
    })
    expect(screen.queryByText(words.report.mine) !== null).toBe(hasArrived)
  })

  it('that three have reported is folded away until somebody looks, or a reviewer has', async () => {
    const { user, rerender } = await show(lang, { comment: sampleComment({ reportCount: 3 }) })
    expect(screen.queryByText(sampleComment().text)).toBeNull()
    await user.click(screen.getByRole('button', { name: words.item.look }))
    expect(screen.getByText(sampleComment().text)).toBeTruthy()
    expect(document.activeElement).toBe(screen.getByRole('article'))
    const reviewed = { moderations: 1, decided: { reports: 3, edits: 0 } }
    rerender(<Item key="reviewed" comment={sampleComment({ reportCount: 5, ...reviewed })} />)
    expect(screen.getByText(sampleComment().text)).toBeTruthy()
    rerender(<Item key="three more" comment={sampleComment({ reportCount: 6, ...reviewed })} />)
    expect(screen.queryByText(sampleComment().text)).toBeNull()
    rerender(<Item key="other words" comment={sampleComment({ reportCount: 3, edits: 1, ...reviewed })} />)
    expect(screen.queryByText(sampleComment().text)).toBeNull()
    rerender(<Item key="two" comment={sampleComment({ reportCount: 2 })} />)
    expect(screen.getByText(sampleComment().text)).toBeTruthy()
  })

  it('that is folded away shows nothing of what it said before either, until somebody looks', async () => {
    const client = testClient()
    const comment = sampleComment({ reportCount: 3, edits: 1, editedAt: new Date() })
    const former = [{ number: 1, text: '처음 글', at: new Date() }]
    client.setQueryData(formerTextsQuery(comment.taskId, comment.id, 1).queryKey, former)
    const path = `/tasks/3/comments/${comment.id}#former`
    const named = (
      <Named marked={false}>
        <Item comment={comment} />
      </Named>
    )
    const { user } = await renderInApp(named, { lang, client, path })
    const edited = () => screen.queryByRole('button', { name: editedOnce[lang] })
    expect([screen.queryByText('처음 글'), edited()]).toEqual([null, null])
    await user.click(screen.getByRole('button', { name: words.item.look }))
    expect(screen.getByText('처음 글')).toBeTruthy()
    expect(edited()?.getAttribute('aria-expanded')).toBe('true')
  })

  it('says in which revision it was adopted, and leads there; of one that was not, only what it was cited for', async () => {
    const cited = { 2: { [sampleComment().id]: 's1' } }
    await show(lang, { answer: sampleAnswer(), cited })
    const name = fill(WORDS[lang].answer.inRevision.adopted, { revision: 2 })
    expect(hrefOf(screen.getByRole('link', { name }))).toBe(`/${lang}/tasks/3/history#r2`)
    cleanup()
    await show(lang, { answer: sampleAnswer({ status: 'declined' }), cited })
    expect(screen.queryByRole('link', { name })).toBeNull()
    expect(screen.getByRole('link', { name: fill(words.item.cited, { revision: 2 }) })).toBeTruthy()
  })

  it('shows the official answer in my language, and in the other on demand', async () => {
    const answer = sampleAnswer()
    const { user } = await show(lang, { answer })
    const region = within(screen.getByRole('article'))
    expect(region.getByText(WORDS[lang].answer.title)).toBeTruthy()
    expect(region.getByText(WORDS[lang].answer.status.adopted)).toBeTruthy()
    expect(region.getByText(answer.office[lang])).toBeTruthy()
    const other = lang === 'ko' ? 'en' : 'ko'
    expect(region.queryByText(answer.message[other])).toBeNull()
    await user.click(region.getByRole('button', { name: WORDS[lang].answer.other }))
    expect(region.getByText(answer.message[other]).closest('[lang]')?.getAttribute('lang')).toBe(other)
  })

  it('says when an answer was given, and when it was changed', async () => {
    const { answer: words } = WORDS[lang]
    const [first, later] = [new Date('2026-03-04T00:00:00Z'), new Date('2026-03-09T00:00:00Z')]
    await show(lang, { answer: sampleAnswer({ firstAt: first, at: later }) })
    expect(screen.getByText(formatDay(first, lang))).toBeTruthy()
    expect(screen.getByText(fill(words.changed, { day: formatDay(later, lang) }))).toBeTruthy()
    cleanup()
    await show(lang, { answer: sampleAnswer({ firstAt: null, at: later }) })
    expect(screen.getByText(formatDay(later, lang))).toBeTruthy()
  })

  it('says that an answer is one to earlier words, and leads to those', async () => {
    const { answer: words } = WORDS[lang]
    const { rerender, user } = await show(lang, { answer: sampleAnswer() })
    expect(screen.queryByText(words.earlier)).toBeNull()
    const changed = sampleComment({ edits: 1, editedAt: new Date() })
    rerender(<Item comment={changed} answer={sampleAnswer({ edits: 1 })} />)
    expect(screen.queryByText(words.earlier)).toBeNull()
    rerender(<Item comment={changed} answer={sampleAnswer()} />)
    expect(screen.getByText(words.earlier)).toBeTruthy()
    await user.click(screen.getByRole('link', { name: words.seeEarlier }))
  })

  it('shows what it said before to whom its address promises that', async () => {
    const changed = sampleComment({ edits: 1, editedAt: new Date(), text: '아홉 시까지 열어 주세요.' })
    const client = testClient()
    const former = [{ number: 1, text: '여덟 시까지 열어 주세요.', at: new Date() }]
    client.setQueryData(formerTextsQuery(changed.taskId, changed.id, 1).queryKey, former)
    const path = `/tasks/3/comments/${changed.id}#former`
    const named = (
      <Named marked={false}>
        <Item comment={changed} answer={sampleAnswer()} />
      </Named>
    )
    const { user } = await renderInApp(named, { lang, client, path })
    const region = () => screen.queryByRole('region', { name: words.former.title })
    expect(region()?.id).toBe('former')
    expect(region()?.textContent).toContain('여덟 시까지')
    await user.click(screen.getByRole('button', { expanded: true }))
    expect(region()).toBeNull()
    await user.click(screen.getByRole('link', { name: WORDS[lang].answer.seeEarlier }))
    expect(region()?.id).toBe('former')
  })

  it('hands its address on', async () => {
    const { user } = await show(lang)
    const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue()
    await openMenu(user)
    await user.click(screen.getByRole('button', { name: words.menu.copy }))
    expect(write).toHaveBeenCalledWith(`${location.origin}/${lang}/tasks/3/comments/${sampleComment().id}`)
    expect(document.activeElement).toBe(screen.getByRole('button', { name: words.menu.open }))
  })
})

describe.each(LANGUAGES)('my own comment, in %s', (lang) => {
  const { comments: words } = WORDS[lang]
  const begin = async (user: Awaited<ReturnType<typeof show>>['user'], what: 'edit' | 'withdraw') => {
    await user.click(screen.getByRole('button', { name: words.menu.open }))
    await user.click(screen.getByRole('button', { name: words.menu[what] }))
  }
  const box = () => screen.findByRole<HTMLTextAreaElement>('textbox', { name: words.edit.label })
  const editComesBack = (reason: Refusal) =>
    act(() => {
      const deed = { kind: 'edit', taskId: 't3', commentId: mine().id, text: '고친 글', lang: 'ko', edits: 1 } as const
      outbox.mark(outbox.put('mina', deed), { reason, refused: true })
    })

  it('shows how others took it, and has no buttons for that', async () => {
    await show(lang, { comment: withReaction(mine(), 'parent', null, 'disagree') })
    expect(screen.getByText(fill(words.item.disagree, { value: '1' }))).toBeTruthy()
    expect(screen.queryByRole('group', { name: words.reaction.label })).toBeNull()
  })

  it('is changed in its place, and stands changed at once', async () => {
    const { user } = await show(lang, { comment: mine() })
    await begin(user, 'edit')
    await box()
    await waitFor(async () => expect(document.activeElement).toBe(await box()))
    await user.clear(await box())
    await user.type(await box(), '아홉 시까지 열어 주세요.')
    expect(editDraft(mine().id).load()?.text).toBe('아홉 시까지 열어 주세요.')
    await user.click(screen.getByRole('button', { name: words.edit.save }))
    expect(deeds()).toMatchObject([{ kind: 'edit', text: '아홉 시까지 열어 주세요.', lang: 'ko', edits: 1 }])
    expect(screen.getByText('아홉 시까지 열어 주세요.')).toBeTruthy()
    expect(editDraft(mine().id).load()).toBeNull()
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('article')))
  })

  it('is not sent unchanged, nor as a text that the rules refuse', async () => {
    const { user } = await show(lang, { comment: mine() })
    await begin(user, 'edit')
    await user.click(screen.getByRole('button', { name: words.edit.save }))
    expect(descriptionOf(await box())).toContain(words.problem.same)
    await user.clear(await box())
    await user.click(screen.getByRole('button', { name: words.edit.save }))
    expect(descriptionOf(await box())).toContain(words.problem.empty)
    expect(deeds()).toEqual([])
  })

  it('keeps a change that was begun, and what its author says of its language', async () => {
    editDraft(mine().id).save({ text: 'Open later', lang: 'ko' })
    const { user } = await show(lang, { comment: mine() })
    await begin(user, 'edit')
    expect((await box()).value).toBe('Open later')
    expect(screen.getByText(words.edit.kept)).toBeTruthy()
    await user.selectOptions(screen.getByRole('combobox', { name: words.edit.lang }), 'en')
    await user.click(screen.getByRole('button', { name: words.edit.save }))
    expect(deeds()).toMatchObject([{ kind: 'edit', text: 'Open later', lang: 'en' }])
  })

  it('gives the words of a change back that was refused, with the reason', async () => {
    const { user } = await show(lang, { comment: mine() })
    editComesBack('closed')
    expect(screen.getByText(mine().text)).toBeTruthy()
    const [alert] = screen.getAllByRole('alert').filter(({ textContent }) => textContent)
    expect(alert?.textContent).toContain(WORDS[lang].outbox.refused.closed)
    await user.click(screen.getByRole('button', { name: words.edit.open }))
    expect((await box()).value).toBe('고친 글')
  })

  it('that is hidden meanwhile gives the words of a change back, to copy or to throw away', async () => {
    const hidden = mine({ status: 'hidden' })
    const client = testClient()
    client.setQueryData(hiddenQuery(hidden).queryKey, null)
    client.setQueryData(meQuery.queryKey, joined())
    const { user } = await show(lang, { comment: hidden }, client)
    editComesBack('missing')
    expect(screen.getByText('고친 글')).toBeTruthy()
    expect(screen.queryByRole('button', { name: words.edit.open })).toBeNull()
    expect(screen.getByRole('button', { name: WORDS[lang].outbox.copy })).toBeTruthy()
    await user.click(screen.getByRole('button', { name: WORDS[lang].outbox.throwAway }))
    expect([deeds(), screen.queryByText('고친 글')]).toEqual([[], null])
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('article')))
  })

  const editWaits = (reason: Wait | null = 'offline') =>
    act(() => {
      const deed = { kind: 'edit', taskId: 't3', commentId: mine().id, text: '고친 글', lang: 'ko', edits: 1 } as const
      outbox.mark(outbox.put('mina', deed), { reason, refused: false })
    })
  const staysAsItWas = () => {
    act(() => outbox.look().forEach((entry) => void outbox.mark(entry, { reason: 'offline', refused: false })))
    expect(screen.getByText(mine().text)).toBeTruthy()
    expect(screen.queryByText('고친 글')).toBeNull()
    expect(screen.queryByRole('button', { name: editedOnce[lang] })).toBeNull()
    expect(within(screen.getByRole('article')).getByText(words.edit.undone)).toBeTruthy()
    expect(screen.queryByText(WORDS[lang].outbox.state.offline)).toBeNull()
  }

  it('whose change waits can be changed back to what it was, and says that it stays so', async () => {
    const { user } = await show(lang, { comment: mine() })
    editWaits()
    await begin(user, 'edit')
    expect((await box()).value).toBe('고친 글')
    await user.clear(await box())
    await user.type(await box(), mine().text)
    await user.click(screen.getByRole('button', { name: words.edit.save }))
    expect(deeds()).toMatchObject([
      { kind: 'edit', text: mine().text, lang: mine().lang, replaces: [{ text: '고친 글', lang: 'ko' }], isUndo: true },
    ])
    staysAsItWas()
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('article')))
  })

  it('whose change waits has it taken back by one press, and not that one by another', async () => {
    const comment = mine()
    const { user } = await show(lang, { comment, toasts: true })
    const takeBack = () => screen.queryByRole('button', { name: WORDS[lang].outbox.takeBack })
    editWaits(null)
    expect(takeBack()).toBeNull()
    editWaits()
    await user.click(takeBack() as HTMLElement)
    expect(deeds()).toMatchObject([
      {
        kind: 'edit',
        text: comment.text,
        lang: comment.lang,
        replaces: [{ text: '고친 글', lang: 'ko' }],
        isUndo: true,
      },
    ])
    staysAsItWas()
    expect(takeBack()).toBeNull()
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('article')))
    await user.click(await screen.findByRole('button', { name: WORDS[lang].outbox.undo }))
    // A further edit: it may be among the former texts by now.
    expect(deeds()).toMatchObject([{ kind: 'edit', text: '고친 글', edits: 2 }])
    expect(screen.getByText('고친 글')).toBeTruthy()
  })

  it('whose change has not arrived has the former words of what was read, and no others are kept', async () => {
    const client = testClient()
    const former = [{ number: 1, text: '처음 글', at: new Date() }]
    client.setQueryData(formerTextsQuery('t3', mine().id, 1).queryKey, former)
    const { user, rerender } = await show(lang, { comment: mine() }, client)
    editWaits()
    expect(screen.getByText('고친 글')).toBeTruthy()
    expect(screen.queryByRole('button', { name: editedOnce[lang] })).toBeNull()
    rerender(<Item comment={mine({ edits: 1, editedAt: new Date() })} />)
    act(() => {
      const again = {
        kind: 'edit',
        taskId: 't3',
        commentId: mine().id,
        text: '또 고친 글',
        lang: 'ko',
        edits: 2,
      } as const
      outbox.mark(outbox.put('mina', again), { reason: 'offline', refused: false })
    })
    await user.click(screen.getByRole('button', { name: editedOnce[lang] }))
    expect(screen.getByText('처음 글')).toBeTruthy()
    expect(client.getQueryData(formerTextsQuery('t3', mine().id, 2).queryKey)).toBeUndefined()
  })

  it('can be edited eight times, and says so', async () => {
    const { user, rerender } = await show(lang, { comment: mine({ edits: 7, editedAt: new Date() }) })
    await begin(user, 'edit')
    await box()
    const left = lang === 'ko' ? '앞으로 1번 더 고칠 수 있어요.' : 'You can edit it 1 more time.'
    expect(screen.getByText(left)).toBeTruthy()
    rerender(<Item key="8" comment={mine({ edits: 8, editedAt: new Date() })} />)
    await user.click(screen.getByRole('button', { name: words.menu.open }))
    expect(screen.getByText(words.edit.noneLeft)).toBeTruthy()
    expect(screen.queryByRole('button', { name: words.menu.edit })).toBeNull()
  })

  it('on a closed task can be withdrawn, and not edited', async () => {
    const { user } = await show(lang, { comment: mine(), closed: true })
    await user.click(screen.getByRole('button', { name: words.menu.open }))
    expect(screen.queryByRole('button', { name: words.menu.edit })).toBeNull()
    expect(screen.getByRole('button', { name: words.menu.withdraw })).toBeTruthy()
  })

  it('is withdrawn after a word of warning, and nothing of it is left to see', async () => {
    const { user, container } = await show(lang, { comment: mine({ edits: 1, editedAt: new Date() }) })
    await begin(user, 'withdraw')
    const dialog = within(await screen.findByRole('dialog'))
    expect(dialog.getByText(words.withdraw.text)).toBeTruthy()
    expect(deeds()).toEqual([])
    await user.click(dialog.getByRole('button', { name: words.withdraw.act }))
    expect(deeds()).toMatchObject([{ kind: 'withdraw' }])
    expect(container.textContent).not.toContain(mine().text)
    const article = screen.getByRole('article', { name: words.withdraw.begun })
    expect(within(article).queryByRole('button')).toBeNull()
    await waitFor(() => expect(document.activeElement).toBe(article))
  })

  const { state } = WORDS[lang].outbox
  it('says where a change or a withdrawal is that has not arrived, and calls nothing done before', async () => {
    const about = { taskId: 't3', commentId: mine().id } as const
    const { rerender } = await show(lang, { comment: mine() })
    const wait = (deed: Deed) =>
      act(() => void outbox.mark(outbox.put('mina', deed), { reason: 'quota', refused: false }))
    wait({ kind: 'edit', ...about, text: '고친 글', lang: 'ko', edits: 1 })
    expect(screen.getByText('고친 글')).toBeTruthy()
    expect(screen.getByText(state.quota)).toBeTruthy()
    wait({ kind: 'withdraw', ...about })
    expect(screen.getByText(words.withdraw.begun)).toBeTruthy()
    expect(screen.getByText(state.quota)).toBeTruthy()
    expect(screen.queryByText(words.item.withdrawn)).toBeNull()
    act(() => outbox.look().forEach(outbox.drop))
    rerender(<Item comment={mine({ status: 'withdrawn', text: '' })} />)
    expect(screen.getByRole('article', { name: words.item.withdrawn })).toBeTruthy()
    expect(screen.queryByText(state.quota)).toBeNull()
  })
})

describe.each(LANGUAGES)('what a comment said before, in %s', (lang) => {
  it('is there for everybody, the oldest first', async () => {
    const client = testClient()
    const comment = sampleComment({ edits: 2, editedAt: new Date() })
    client.setQueryData(formerTextsQuery('t3', comment.id, 2).queryKey, [
      { number: 1, text: '처음 글', at: new Date('2026-03-01T00:00:00Z') },
      { number: 2, text: 'The next words', at: new Date('2026-03-02T00:00:00Z') },
    ])
    const { user } = await show(lang, { comment, me: NOBODY }, client)
    await user.click(screen.getByRole('button', { name: fill(WORDS[lang].comments.item.edited_other, { value: '2' }) }))
    const former = within(screen.getByRole('region', { name: WORDS[lang].comments.former.title }))
    expect(former.getAllByText(/^(처음 글|The next words)$/).map((text) => [text.textContent, text.lang])).toEqual([
      ['처음 글', 'ko'],
      ['The next words', 'en'],
    ])
  })
})
