import { act } from '@testing-library/react'
import { planQuery } from '#data/plan-query.ts'
import type { InboxRow } from '#domain/inbox.ts'
import type { Lang } from '#domain/language.ts'
import { acting } from '#features/review/inbox/acting.ts'
import { Inbox } from '#features/review/inbox/inbox.tsx'
import { inbox } from '#features/review/inbox/inbox-store.ts'
import { freshCommentQuery, inboxQuery } from '#features/review/inbox/queries.ts'
import { STAFF, THEMES } from './inbox.ts'
import { renderInApp, testClient } from './render-in-app.tsx'
import { samplePlan } from './samples.ts'

/** jsdom lays nothing out: a list as high as ten of its rows. */
export function giveHeights(): void {
  const sizes = { clientHeight: 1000, clientWidth: 500, offsetHeight: 100, offsetWidth: 500 }
  for (const [name, size] of Object.entries(sizes)) {
    Object.defineProperty(HTMLElement.prototype, name, { configurable: true, get: () => size })
  }
}

/** A cache in which everything that the inbox asks for is there. */
export function inboxClient(ids: readonly string[]) {
  const client = testClient()
  client.setQueryData(inboxQuery('hana').queryKey, Date.now())
  client.setQueryData(planQuery.queryKey, samplePlan())
  for (const id of ids) client.setQueryData(freshCommentQuery(id).queryKey, true)
  return client
}

/** The inbox of Hana with these comments in it, as if they had been read. */
export async function renderInbox(rows: readonly InboxRow[], lang: Lang, path = '/review/inbox') {
  fillInbox(rows)
  return renderInApp(<Inbox uid="hana" />, { lang, path, client: inboxClient(rows.map(({ comment }) => comment.id)) })
}

export function fillInbox(rows: readonly InboxRow[]): void {
  inbox.clear()
  acting.clear()
  inbox.take({
    comments: rows.map(({ comment }) => comment),
    reviews: rows.flatMap(({ review }) => review ?? []),
    answers: rows.flatMap(({ answer }) => answer ?? []),
    themes: THEMES,
    staff: STAFF,
  })
  inbox.complete()
}

/** Something comes in while the page is shown. */
export const comesIn = (news: Parameters<typeof inbox.take>[0]) => act(async () => inbox.take(news))
