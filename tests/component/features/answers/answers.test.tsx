import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { AnswerList } from '#data/answers.ts'
import { planQuery } from '#data/plan-query.ts'
import type { Comment } from '#domain/comment.ts'
import { nickname } from '#domain/nickname.ts'
import type { OfficialAnswer } from '#domain/official-answer.ts'
import { Answers } from '#features/answers/answers.tsx'
import { answeredQuery, answersQuery } from '#features/answers/queries.ts'
import { hrefOf } from '../../../helpers/described.ts'
import { renderInApp, testClient } from '../../../helpers/render-in-app.tsx'
import { sampleAnswer, sampleComment, samplePlan } from '../../../helpers/samples.ts'
import { fill, LANGUAGES, WORDS } from '../../../helpers/words.ts'

const ALL: AnswerList = { status: null, taskId: null }

const first = sampleAnswer({ commentId: 't3-first' })
const second = sampleAnswer({ commentId: 't2-second', taskId: 't2', status: 'declined' })

const clientOf = (list: AnswerList, items: readonly OfficialAnswer[], said: readonly Comment[]) => {
  const client = testClient()
  client.setQueryData(answersQuery(list).queryKey, { pages: [{ items, next: null }], pageParams: [null] })
  client.setQueryData(planQuery.queryKey, samplePlan())
  client.setQueryData(answeredQuery(items.map(({ commentId }) => commentId)).queryKey, said)
  return client
}

describe.each(LANGUAGES)('official answers for everybody, in %s', (lang) => {
  const { answers: words, answer: statuses } = WORDS[lang]
  const other = lang === 'ko' ? 'en' : 'ko'
  const show = (client: ReturnType<typeof clientOf>, path = '/answers') =>
    renderInApp(<Answers tasks={samplePlan()} linkTo={({ id }) => `/comment/${id}`} />, { lang, path, client })

  it('stand each under the comment that they answer, with the way to it', async () => {
    const said = sampleComment({ id: first.commentId, text: '도서관을 열어 주세요.', agreeTotal: 61 })
    await show(clientOf(ALL, [first], [said]))
    const item = screen.getByRole('article', {
      name: fill(words.answerTo, { name: nickname(said.authorId)[lang], number: 3 }),
    })
    expect(within(item).getByText('도서관을 열어 주세요.').getAttribute('lang')).toBe('ko')
    expect(item.textContent).toContain(fill(words.agree_other, { value: 61 }))
    expect(item.textContent).toContain(first.message[lang])
    expect(item.textContent).toContain(statuses.status.adopted)
    expect(hrefOf(within(item).getByRole('link', { name: words.read }))).toBe(`/comment/${first.commentId}`)
  })

  it('say in which revision a comment was adopted, and lead to it, once a revision cites it', async () => {
    const client = clientOf(ALL, [first, second], [])
    await show(client)
    expect(screen.queryByRole('link', { name: fill(statuses.inRevision.adopted, { revision: 4 }) })).toBeNull()
    cleanup()
    const cited = { 4: { [first.commentId]: 's1', [second.commentId]: null } }
    client.setQueryData(
      planQuery.queryKey,
      samplePlan().map((task) => ({ ...task, cited })),
    )
    await show(client)
    const [adopted, declined] = screen.getAllByRole('article')
    const link = within(adopted as HTMLElement).getByRole('link', {
      name: fill(statuses.inRevision.adopted, { revision: 4 }),
    })
    expect(hrefOf(link)).toBe(`/${lang}/tasks/3/history#r4`)
    // What was declined may be cited too, and was not adopted for that.
    const hrefs = within(declined as HTMLElement)
      .getAllByRole('link')
      .map(hrefOf)
    expect(hrefs.filter((href) => href?.includes('history'))).toEqual([])
  })

  it('bring the translation of a comment in the other language, and say whose it is', async () => {
    const said = sampleComment({ id: first.commentId, lang: other, translation: { text: 'ABC', by: 'staff' } })
    await show(clientOf(ALL, [first], [said]))
    expect(screen.getByRole('article').textContent).toContain(`${words.translated.staff} ABC`)
  })

  it('stay when their comment cannot be seen any more, and say so', async () => {
    await show(clientOf(ALL, [first], []))
    const item = screen.getByRole('article', { name: fill(words.answerOn, { number: 3 }) })
    expect(item.textContent).toContain(words.gone)
    expect(item.textContent).toContain(first.message[lang])
  })

  it('are chosen by kind and task, and the address says which', async () => {
    const client = clientOf(ALL, [first, second], [])
    const wanted: AnswerList = { status: 'declined', taskId: null }
    client.setQueryData(answersQuery(wanted).queryKey, {
      pages: [{ items: [second], next: null }],
      pageParams: [null],
    })
    client.setQueryData(answersQuery({ status: 'declined', taskId: 't5' }).queryKey, {
      pages: [{ items: [], next: null }],
      pageParams: [null],
    })
    client.setQueryData(answeredQuery([second.commentId]).queryKey, [])
    const { user, address } = await show(client)
    expect(screen.getAllByRole('article')).toHaveLength(2)
    await user.selectOptions(screen.getByLabelText(words.filter.status), statuses.status.declined)
    expect(address()).toBe(`/${lang}/answers?status=declined`)
    expect(screen.getAllByRole('article')).toHaveLength(1)
    await user.selectOptions(screen.getByLabelText(words.filter.task), '5')
    expect(address()).toBe(`/${lang}/answers?status=declined&task=5`)
    await waitFor(() => expect(screen.getByText(words.noneOfThese)).toBeTruthy())
    expect(hrefOf(screen.getByRole('link', { name: words.showAll }))).toBe(`/${lang}/answers`)
  })

  it('are those that a shared address asks for', async () => {
    await show(clientOf({ status: 'declined', taskId: 't2' }, [second], []), '/answers?status=declined&task=2')
    expect(screen.getAllByRole('article')).toHaveLength(1)
    expect(screen.getByLabelText<HTMLSelectElement>(words.filter.task).value).toBe('2')
  })

  it('are not there yet: then there is a way to the tasks', async () => {
    await show(clientOf(ALL, [], []))
    expect(screen.getByText(words.none)).toBeTruthy()
    expect(hrefOf(screen.getByRole('link', { name: words.goRead }))).toBe(`/${lang}#tasks`)
  })
})
