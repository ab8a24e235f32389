import { act, cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { DataError } from '#data/errors.ts'
import type { Lang } from '#domain/language.ts'
import { nickname } from '#domain/nickname.ts'
import { draftOf, type PlanDraft } from '#domain/plan-draft.ts'
import { inboxQuery } from '#features/review/inbox/queries.ts'
import { PlanEditor } from '#features/review/plan/plan-editor.tsx'
import { PlanList } from '#features/review/plan/plan-list.tsx'
import { draftQuery } from '#features/review/plan/queries.ts'
import { formatMoment } from '#i18n/format.ts'
import { descriptionOf, hrefOf } from '../../../helpers/described.ts'
import { letDialogsOpen } from '../../../helpers/dialogs.ts'
import { commentId, inboxRow, sampleReview, THEMES } from '../../../helpers/inbox.ts'
import { fillInbox } from '../../../helpers/inbox-page.tsx'
import { PlanDesk } from '../../../helpers/plan-desk.ts'
import { renderInApp, testClient } from '../../../helpers/render-in-app.tsx'
import { sampleComment, samplePlan } from '../../../helpers/samples.ts'
import { fill, LANGUAGES, WORDS } from '../../../helpers/words.ts'

// Storing and publishing are tried on the emulator, by tests/rules and in the browser.
const { at } = vi.hoisted(() => ({ at: {} as { desk: object } }))
vi.mock('#data/remote.ts', () => ({ remote: (_: unknown, run: (module: object) => unknown) => run(at.desk) }))

const HANA = { uid: 'hana', name: '김하나' }
const DURI = { uid: 'duri', name: '이두리' }
const NOTE = { ko: '늦게 열어 달라는 의견', en: 'People want it open late' }

let desk: PlanDesk
beforeEach(() => {
  // What is stored by itself is stored after a rest, which nobody waits for here.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true })
  letDialogsOpen()
  desk = new PlanDesk(samplePlan())
  desk.agreed = [
    sampleComment({ id: commentId(1), text: '도서관을 늦게까지 열어 주세요.', agreeTotal: 12 }),
    sampleComment({ id: commentId(2), authorId: 'other', text: 'Please buy more books.', lang: 'en', agreeTotal: 5 }),
  ]
  desk.shared = [
    sampleComment({ id: commentId(3), authorId: 'third', text: '아침밥을 먹고 읽고 싶어요.', agreeTotal: 9 }),
  ]
  at.desk = desk
})

afterEach(() => vi.useRealTimers())

/** Nobody types for a while. */
const rest = () => act(() => vi.advanceTimersByTimeAsync(2000))

const task = () => {
  const found = desk.plan.find(({ id }) => id === 't3')
  if (!found) throw new Error('no task')
  return found
}
const stored = () => desk.drafts.get('t3')?.draft
const draftWith = (changes: Partial<PlanDraft>): PlanDraft => ({ ...draftOf(task()), ...changes })

describe.each(LANGUAGES)('the plan editor, in %s', (lang) => {
  const { 'review-plan': words, difference, errors, review } = WORDS[lang]
  const other: Lang = lang === 'ko' ? 'en' : 'ko'
  const field = (name: keyof typeof words.field, of: Lang) => fill(words.field[name], { lang: words.lang[of] })
  const box = (name: keyof typeof words.field, of: Lang) => screen.getByLabelText<HTMLTextAreaElement>(field(name, of))
  const region = (name: string) => within(screen.getByRole('region', { name }))
  const publishing = () => screen.getByRole('region', { name: fill(words.publish.title, { revision: 3 }) })

  async function show({ canReview = true, client = testClient() } = {}) {
    const app = await renderInApp(<PlanEditor taskId="t3" editor={HANA} canReview={canReview} />, { lang, client })
    await screen.findByRole('heading', { name: words.subtasks.title })
    /** As if it had been pasted: in one go. */
    const put = async (element: HTMLElement, text: string) => {
      await app.user.clear(element)
      await app.user.click(element)
      await app.user.paste(text)
    }
    return { ...app, client, put }
  }
  const isSaved = async () => {
    await rest()
    await waitFor(() => expect(screen.getByText(words.saving.saved)).toBeTruthy())
  }

  it('has both languages side by side, as they are published, and nothing to publish yet', async () => {
    await show()
    for (const of of LANGUAGES) {
      expect(box('title', of).value).toBe(task().title[of])
      expect(box('title', of).lang).toBe(of)
      expect(box('body', of).value).toBe(task().body[of])
    }
    expect(publishing().textContent).toContain(words.gap['no-change'])
    const act = within(publishing()).getByRole('button', { name: words.publish.act })
    expect(act.getAttribute('aria-disabled')).toBe('true')
    expect(region(words.preview.title).getAllByText(difference.none)).toHaveLength(2)
  })

  it('points out at its field and before publishing what is missing', async () => {
    const { user, put } = await show()
    await user.clear(box('summary', other))
    expect(descriptionOf(box('summary', other))).toContain(words.gap.missing)
    expect(box('summary', other).getAttribute('aria-invalid')).toBe('true')
    // Only the other language has changed now.
    expect(descriptionOf(box('summary', lang))).toContain(words.gap['one-language'])
    expect(publishing().textContent).toContain(`${words.gap.must} ${field('summary', other)} ${words.gap.missing}`)
    await put(box('body', lang), 'A 새 본문')
    await put(box('body', other), 'B 새 본문')
    expect(descriptionOf(box('plain', lang))).toContain(words.gap['easy-reading'])
    expect(publishing().textContent).toContain(words.gap['easy-reading'])
    for (const of of LANGUAGES) {
      expect(publishing().textContent).toContain(`${words.gap.must} ${field('changeNote', of)} ${words.gap.missing}`)
    }
    await put(box('title', lang), '가'.repeat(201))
    expect(descriptionOf(box('title', lang))).toContain(fill(words.gap['too-long'], { most: 200 }))
  })

  it('stores the draft by itself once nobody types, and finds it again as it was left', async () => {
    const { put } = await show()
    await put(box('summary', lang), '새 요약')
    expect(screen.getByText(words.saving.waiting)).toBeTruthy()
    expect(stored()).toBeUndefined()
    await rest()
    await waitFor(() => expect(stored()?.summary[lang]).toBe('새 요약'))
    await isSaved()
    cleanup()
    await show()
    expect(box('summary', lang).value).toBe('새 요약')
    expect(box('summary', other).value).toBe(task().summary[other])
  })

  it('stores what was typed when the page is left before that', async () => {
    const { put } = await show()
    await put(box('summary', lang), '쓰다 만 요약')
    cleanup()
    await rest()
    await waitFor(() => expect(stored()?.summary[lang]).toBe('쓰다 만 요약'))
  })

  it('says so when the draft could not be stored, loses nothing, and tries again when told', async () => {
    const { user, put } = await show()
    desk.failure = new DataError('offline')
    await put(box('summary', lang), '새 요약')
    await rest()
    await screen.findByText(`${words.saving.failed} ${errors.offline}`)
    expect(box('summary', lang).value).toBe('새 요약')
    await user.click(screen.getByRole('button', { name: words.saving.again }))
    await isSaved()
    expect(stored()?.summary[lang]).toBe('새 요약')
  })

  it('says why it was not stored, where it was not the connection', async () => {
    const { put } = await show()
    desk.failure = new DataError('quota')
    await put(box('summary', lang), '새 요약')
    await rest()
    await screen.findByText(`${words.saving.failed} ${errors.quota}`)
  })

  it('keeps on the device what was not stored, and stores it when its editor comes back', async () => {
    const { put } = await show()
    desk.line = 'down'
    await put(box('summary', lang), '아직 못 보낸 요약')
    await rest()
    await screen.findByText(`${words.saving.failed} ${errors.offline}`)
    cleanup()
    desk.line = 'up'
    await show()
    expect(box('summary', lang).value).toBe('아직 못 보낸 요약')
    await isSaved()
    expect(stored()?.summary[lang]).toBe('아직 못 보낸 요약')
    expect(localStorage).toHaveLength(0)
  })

  it('lets who comes back to a draft that another has changed choose', async () => {
    const { put } = await show()
    desk.line = 'down'
    await put(box('title', lang), '하나 제목')
    cleanup()
    await rest()
    desk.line = 'up'
    desk.storedBy(DURI, 't3', draftWith({ title: { ...task().title, [lang]: '두리 제목' } }))
    const { user } = await show()
    await screen.findByText(fill(words.conflict.title, { name: DURI.name }))
    expect(stored()?.title[lang]).toBe('두리 제목')
    await user.click(screen.getByRole('button', { name: words.conflict.keepMine }))
    await waitFor(() => expect(stored()?.title[lang]).toBe('하나 제목'))
  })

  it('stores what was typed once there is a line again', async () => {
    const { put } = await show()
    desk.line = 'down'
    await put(box('summary', lang), '새 요약')
    await rest()
    desk.line = 'up'
    act(() => void dispatchEvent(new Event('online')))
    await waitFor(() => expect(stored()?.summary[lang]).toBe('새 요약'))
  })

  it('has the browser ask before the page is closed where the device keeps nothing', async () => {
    const { put } = await show()
    const closing = () => !dispatchEvent(new Event('beforeunload', { cancelable: true }))
    await put(box('summary', lang), '새 요약')
    expect(closing()).toBe(false)
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('no', 'QuotaExceededError')
    })
    await put(box('summary', lang), '더 새 요약')
    expect(closing()).toBe(true)
    await isSaved()
    expect(closing()).toBe(false)
  })

  it('takes no lost answer for another editor, whatever was typed since', async () => {
    const { put } = await show()
    desk.line = 'mute'
    await put(box('summary', lang), '하나')
    await rest()
    await waitFor(() => expect(stored()?.summary[lang]).toBe('하나'))
    desk.line = 'down'
    await put(box('summary', lang), '하나 둘')
    await rest()
    desk.line = 'up'
    cleanup()
    await show()
    await rest()
    await waitFor(() => expect(stored()?.summary[lang]).toBe('하나 둘'))
    await isSaved()
    expect(screen.queryByText(words.conflict.keepMine)).toBeNull()
  })

  it('shows each change in both languages before it is published', async () => {
    const { put } = await show()
    await put(box('title', 'ko'), '함께 읽는 학교')
    await put(box('title', 'en'), 'Schools that read together')
    const preview = screen.getByRole('region', { name: words.preview.title })
    const added = [...preview.querySelectorAll('ins')].map(({ textContent }) => textContent)
    expect(added.join()).toContain('함께')
    expect(added.join()).toContain('together')
    // Who does not see the line under it hears it.
    expect(added.join()).toContain(difference.added.start)
  })

  it('adds, moves and removes subtasks; what was cited for a removed one is cited for the whole', async () => {
    desk.storedBy(HANA, 't3', draftWith({ citations: { [commentId(1)]: 's1' } }))
    const { user } = await show()
    const first = task().subtasks[0]?.title[lang] ?? ''
    await user.click(screen.getByRole('button', { name: fill(words.subtasks.downOf, { name: first, number: 1 }) }))
    await user.click(screen.getByRole('button', { name: words.subtasks.add }))
    const drawn = expect.stringMatching(/^s\d{8}$/)
    await rest()
    await waitFor(() => expect(stored()?.subtasks.map(({ id }) => id)).toEqual(['s2', 's1', drawn]))
    await user.click(screen.getByRole('button', { name: fill(words.subtasks.removeOf, { name: first, number: 2 }) }))
    expect(document.activeElement?.textContent).toBe(words.subtasks.title)
    await rest()
    await waitFor(() => expect(stored()?.subtasks.map(({ id }) => id)).toEqual(['s2', drawn]))
    expect(stored()?.citations).toEqual({ [commentId(1)]: null })
  })

  it('calls the fields of each subtask by its number, and so does what is missing', async () => {
    const { user } = await show()
    for (const number of [1, 2]) {
      const label = fill(words.field.subtaskTitle, { lang: words.lang[lang], number })
      await user.clear(screen.getByRole('textbox', { name: label }))
      expect(publishing().textContent).toContain(`${words.gap.must} ${label} ${words.gap.missing}`)
    }
  })

  describe('where another editor writes at the same draft', () => {
    it('tells the second, who compares, and overwrites nothing unseen', async () => {
      const { user, put } = await show()
      desk.storedBy(DURI, 't3', draftWith({ title: { ...task().title, [lang]: '두리 제목' } }))
      await put(box('title', lang), '하나 제목')
      await rest()
      const told = await screen.findByText(fill(words.conflict.title, { name: DURI.name }))
      // What is read out at once is that, and not the comparison, which changes with each key.
      const alert = told.closest('[role=alert]') as HTMLElement
      expect(alert.textContent).toBe(fill(words.conflict.title, { name: DURI.name }))
      const beside = alert.nextElementSibling as HTMLElement
      const marked = (tag: 'del' | 'ins') =>
        [...beside.querySelectorAll(tag)].map(({ textContent }) => textContent).join()
      expect(marked('del')).toContain('두리')
      expect(marked('ins')).toContain('하나')
      expect(stored()?.title[lang]).toBe('두리 제목')
      await user.click(within(beside).getByRole('button', { name: words.conflict.keepMine }))
      await rest()
      await waitFor(() => expect(stored()?.title[lang]).toBe('하나 제목'))
      await isSaved()
    })

    it('lets the second take what the first has written', async () => {
      const { user, put } = await show()
      desk.storedBy(DURI, 't3', draftWith({ title: { ...task().title, [lang]: '두리 제목' } }))
      await put(box('title', lang), '하나 제목')
      await rest()
      await user.click(await screen.findByRole('button', { name: words.conflict.takeTheirs }))
      expect(box('title', lang).value).toBe('두리 제목')
      expect(screen.queryByText(words.conflict.keepMine)).toBeNull()
      expect(stored()?.title[lang]).toBe('두리 제목')
    })

    it('brings in what they store as long as nothing was typed here, and says who it is', async () => {
      const { client } = await show()
      desk.storedBy(DURI, 't3', draftWith({ title: { ...task().title, [lang]: '두리 제목' } }))
      await act(() => client.refetchQueries({ queryKey: draftQuery('t3').queryKey }))
      expect(await screen.findByText(fill(words.joined, { name: DURI.name }))).toBeTruthy()
      expect(box('title', lang).value).toBe('두리 제목')
    })

    /** The other publishes, and it is looked what is stored. */
    const published = async (client: ReturnType<typeof testClient>) => {
      const title = { ko: '두리 제목', en: 'Title of Duri' }
      desk.storedBy(DURI, 't3', draftWith({ title }))
      await desk.publishRevision(task(), draftWith({ title }), desk.drafts.get('t3')?.version ?? 0, DURI)
      await act(() => client.refetchQueries({ queryKey: draftQuery('t3').queryKey }))
    }

    it('writes nothing over what another version of the app has saved, and says whose it is', async () => {
      const { client, put } = await show()
      await put(box('title', lang), '하나 제목')
      desk.storedStrangely(DURI, 't3')
      await act(() => client.refetchQueries({ queryKey: draftQuery('t3').queryKey }))
      const moment = formatMoment(new Date('2026-03-05T05:30:00Z'), lang)
      expect(await screen.findByText(fill(words.unreadable.text, { name: DURI.name, moment }))).toBeTruthy()
      await rest()
      expect(screen.queryByText(words.subtasks.title)).toBeNull()
      expect(desk.drafts.get('t3')).toMatchObject({ version: 1, isUnreadable: true })
      // What was typed waits on the device.
      expect(localStorage).toHaveLength(1)
    })

    it('shows the new revision once they have published, where nothing was typed', async () => {
      const { client } = await show()
      await published(client)
      await screen.findByRole('region', { name: fill(words.publish.title, { revision: 4 }) })
      expect(box('title', 'en').value).toBe('Title of Duri')
      expect(screen.queryByText(fill(words.joined, { name: DURI.name }))).toBeNull()
      expect(screen.queryByText(fill(words.outdated.title, { revision: 3 }))).toBeNull()
    })

    it('keeps what was typed as a draft upon the revision before, once they have published', async () => {
      const { client, user, put } = await show()
      await put(box('title', lang), '하나 제목')
      await published(client)
      expect(await screen.findByText(fill(words.outdated.title, { revision: 3 }))).toBeTruthy()
      expect(screen.queryByText(fill(words.conflict.title, { name: DURI.name }))).toBeNull()
      await isSaved()
      expect(stored()).toMatchObject({ base: 2, title: { [lang]: '하나 제목' } })
      await user.click(screen.getByRole('button', { name: words.outdated.anew }))
      expect(box('title', 'en').value).toBe('Title of Duri')
    })

    it('says that a revision has been published since the draft was begun, and publishes nothing upon it', async () => {
      desk.storedBy(DURI, 't3', draftWith({ base: 1, title: { ko: '옛 제목', en: 'Old title' }, changeNote: NOTE }))
      const { user } = await show()
      expect(screen.getByText(fill(words.outdated.title, { revision: 2 }))).toBeTruthy()
      const act = within(publishing()).getByRole('button', { name: words.publish.act })
      expect(act.getAttribute('aria-disabled')).toBe('true')
      await user.click(screen.getByRole('button', { name: words.outdated.goOn }))
      await isSaved()
      expect(act.getAttribute('aria-disabled')).toBe('false')
      expect(stored()).toMatchObject({ base: 2, title: { ko: '옛 제목', en: 'Old title' } })
    })
  })

  describe('beside the draft', () => {
    const aside = () => within(screen.getByRole('complementary', { name: words.citations.title }))
    const quote = (text: string) => within(aside().getByText(text).closest('li') as HTMLElement)
    const tab = (name: string) => aside().getByRole('tab', { name })

    it('has the most agreed comments, cited by a press for the whole or for what they shaped', async () => {
      const { user } = await show()
      const said = '도서관을 늦게까지 열어 주세요.'
      await waitFor(() => expect(aside().getByText(said).getAttribute('lang')).toBe('ko'))
      await user.click(quote(said).getByRole('button', { name: new RegExp(`^${words.citations.cite}`) }))
      expect(quote(said).getByText(words.citations.cited)).toBeTruthy()
      await rest()
      await waitFor(() => expect(stored()?.citations).toEqual({ [commentId(1)]: null }))
      await user.selectOptions(quote(said).getByLabelText(words.citations.shaped), 's2')
      await rest()
      await waitFor(() => expect(stored()?.citations).toEqual({ [commentId(1)]: 's2' }))
      await user.click(quote(said).getByRole('button', { name: new RegExp(`^${words.citations.leave}`) }))
      await rest()
      await waitFor(() => expect(stored()?.citations).toEqual({}))
    })

    it('lets a cited comment be taken out that can no longer be seen', async () => {
      desk.storedBy(HANA, 't3', draftWith({ citations: { [commentId(8)]: null, [commentId(9)]: 's1' } }))
      const { user } = await show()
      expect(await aside().findAllByText(words.citations.gone)).toHaveLength(2)
      const also = within(aside().getByRole('region', { name: words.citations.also }))
      await user.click(also.getAllByRole('button', { name: words.citations.leave })[0] as HTMLElement)
      expect(document.activeElement?.textContent).toBe(words.citations.title)
      await rest()
      await waitFor(() => expect(stored()?.citations).toEqual({ [commentId(9)]: 's1' }))
    })

    it('has the common ground behind the next tab', async () => {
      const { user } = await show()
      await user.click(tab(words.citations.shared))
      const button = await aside().findByRole('button', {
        name: new RegExp(`^${words.citations.cite}.*${nickname('third')[lang]}`),
      })
      await user.click(button)
      await rest()
      await waitFor(() => expect(stored()?.citations).toEqual({ [commentId(3)]: null }))
    })

    it('has the themes of the task behind the third, the most frequent first, each with what most agree with', async () => {
      const [libraries, meals] = THEMES
      const row = (number: number, agreeTotal: number, themes: string[], changes = {}) =>
        inboxRow(
          { id: commentId(number), text: `의견 ${number}`, agreeTotal, ...changes },
          { review: sampleReview({ commentId: commentId(number), themes }) },
        )
      fillInbox([
        ...[1, 2, 3, 4, 5, 6].map((number) => row(number, number, [libraries?.id ?? ''])),
        row(7, 70, [meals?.id ?? '']),
        row(8, 80, [libraries?.id ?? ''], { status: 'hidden' }),
        row(9, 90, [libraries?.id ?? ''], { taskId: 't2' }),
      ])
      const client = testClient()
      client.setQueryData(inboxQuery(HANA.uid).queryKey, Date.now())
      const { user } = await show({ client })
      await user.click(tab(words.citations.themes))
      const title = (label: string | undefined, count: number) => {
        const texts = words.citations as unknown as Partial<Record<string, string>>
        const text = texts[count === 1 && lang === 'en' ? 'theme_one' : 'theme_other'] ?? ''
        return fill(text, { theme: label ?? '', value: count })
      }
      const heading = await aside().findByText(title(libraries?.label[lang], 6))
      expect(aside().getByText(title(meals?.label[lang], 1))).toBeTruthy()
      const group = within(heading.closest('details') as HTMLElement)
      expect(group.getAllByRole('blockquote').map(({ textContent }) => textContent)).toEqual([
        '의견 6',
        '의견 5',
        '의견 4',
        '의견 3',
        '의견 2',
      ])
      const [most] = group.getAllByRole('button')
      await user.click(most as HTMLElement)
      await rest()
      await waitFor(() => expect(stored()?.citations).toEqual({ [commentId(6)]: null }))
    })

    it('keeps the themes from editors who do not review, and says why', async () => {
      const { user } = await show({ canReview: false })
      await user.click(tab(words.citations.themes))
      expect(aside().getByText(words.citations.themesRight)).toBeTruthy()
      expect(screen.queryByText(review.reading.label)).toBeNull()
    })
  })

  describe('publishing', () => {
    const ready = () =>
      desk.storedBy(
        HANA,
        't3',
        draftWith({ title: { ko: '함께 읽는 학교', en: 'Schools that read together' }, changeNote: NOTE }),
      )
    const ask = async (user: Awaited<ReturnType<typeof show>>['user']) => {
      await user.click(within(publishing()).getByRole('button', { name: words.publish.act }))
      return within(await screen.findByRole('dialog', { name: fill(words.publish.ask, { revision: 3 }) }))
    }

    it('asks first, then publishes the next revision, and begins anew with it', async () => {
      ready()
      const { user } = await show()
      expect(publishing().textContent).toContain(words.publish.ready)
      const dialog = await ask(user)
      expect(dialog.getByText(words.publish.forGood)).toBeTruthy()
      expect(task().revision).toBe(2)
      await user.click(dialog.getByRole('button', { name: words.publish.send }))
      await waitFor(() => expect(task()).toMatchObject({ revision: 3, title: { en: 'Schools that read together' } }))
      await screen.findByRole('region', { name: fill(words.publish.title, { revision: 4 }) })
      expect(box('title', 'en').value).toBe('Schools that read together')
      expect(box('changeNote', 'en').value).toBe('')
    })

    it('publishes a first text from its draft, and begins anew with it', async () => {
      desk.storedBy(HANA, 't3', { ...draftWith({ changeNote: NOTE }), base: 0 })
      const text = task().title.en
      desk.plan = desk.plan.filter(({ id }) => id !== 't3')
      const { user } = await show()
      const first = screen.getByRole('region', { name: fill(words.publish.title, { revision: 1 }) })
      expect(first.textContent).toContain(words.publish.ready)
      expect(first.textContent).toContain(words.publish.first)
      expect(screen.queryByRole('complementary')).toBeNull()
      await user.click(within(first).getByRole('button', { name: words.publish.act }))
      await user.click(await screen.findByRole('button', { name: words.publish.send }))
      await screen.findByRole('region', { name: fill(words.publish.title, { revision: 2 }) })
      expect(task()).toMatchObject({ revision: 1, title: { en: text } })
    })

    it('can be left alone', async () => {
      ready()
      const { user } = await show()
      const dialog = await ask(user)
      await user.click(dialog.getByRole('button', { name: words.publish.notYet }))
      expect(task().revision).toBe(2)
    })

    it('publishes nothing where another editor was faster, and says so', async () => {
      ready()
      const { user } = await show()
      const dialog = await ask(user)
      desk.storedBy(DURI, 't3', null)
      await user.click(dialog.getByRole('button', { name: words.publish.send }))
      expect((await screen.findByText(words.publish.conflict)).closest('[role=alert]')).toBeTruthy()
      expect(task().revision).toBe(2)
    })

    it('says what went wrong otherwise', async () => {
      ready()
      const { user } = await show()
      const dialog = await ask(user)
      desk.failure = new DataError('offline')
      await user.click(dialog.getByRole('button', { name: words.publish.send }))
      await screen.findByText(errors.offline)
      expect(task().revision).toBe(2)
    })
  })
})

describe.each(LANGUAGES)('the list of tasks to edit, in %s', (lang) => {
  const { list, unpublished } = WORDS[lang]['review-plan']
  const show = () => renderInApp(<PlanList uid={HANA.uid} />, { lang })

  it('says of which tasks a draft is begun, by whom and when', async () => {
    desk.storedBy(DURI, 't3', draftOf(task()))
    desk.storedBy(DURI, 't4', null)
    await show()
    const moment = formatMoment(new Date('2026-03-05T05:30:00Z'), lang)
    const said = await screen.findByText(fill(list.draft, { name: DURI.name, moment }))
    expect(said.closest('li')?.querySelector('h2')?.textContent).toContain(task().title[lang])
    expect(screen.queryByText(unpublished.text)).toBeNull()
  })

  it('says how a first revision comes in where there is none yet, and leads to its draft', async () => {
    desk.storedBy(DURI, 't3', { ...draftOf(task()), base: 0 })
    desk.plan = []
    await show()
    const numbers = '1, 2, 3, 4, 5, 6'
    expect(await screen.findByText(fill(unpublished.title_other, { numbers }))).toBeTruthy()
    const link = await screen.findByRole('link', { name: fill(unpublished.draft, { number: 3 }) })
    expect(hrefOf(link)).toBe(`/${lang}/review/plan/3`)
  })
})
