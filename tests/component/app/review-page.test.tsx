import { act, screen, waitFor } from '@testing-library/react'
import { Route, Routes } from 'react-router-dom'
import { describe, expect, it, vi } from 'vitest'
import { meQuery } from '#data/me.ts'
import type { Staff } from '#domain/staff.ts'
import type { Outcome } from '#features/review/inbox/acts.ts'
import { inbox } from '#features/review/inbox/inbox-store.ts'
import ReviewPage from '../../../src/app/pages/review-page.tsx'
import { commentId, inboxRow, STAFF } from '../../helpers/inbox.ts'
import { fillInbox } from '../../helpers/inbox-page.tsx'
import { renderInApp, testClient } from '../../helpers/render-in-app.tsx'
import { LANGUAGES, WORDS } from '../../helpers/words.ts'

const far = vi.hoisted(() => ({ record: null as Staff | null }))
vi.mock('#data/staff.ts', () => ({ readStaff: async () => far.record }))
vi.mock('#data/session.ts', () => ({
  currentUser: () => new Promise(() => {}),
  signOutHere: vi.fn(),
  hasExpired: () => false,
  onSessionChange: () => () => {},
}))

describe.each(LANGUAGES)('the workspace, in %s', (lang) => {
  it('ends at once for somebody whose act in the inbox is refused since their record is gone, and forgets what was read', async () => {
    const [staff = null] = STAFF
    far.record = staff
    const client = testClient()
    const user = { uid: 'hana', email: 'hana@sen.go.kr' }
    client.setQueryData(meQuery.queryKey, { user, participant: null, leftAt: null, staff })
    fillInbox([inboxRow({ id: commentId(1) })])
    await renderInApp(
      <Routes>
        <Route path="review/*" element={<ReviewPage />} />
      </Routes>,
      { lang, path: '/review', client },
    )
    await screen.findByText(WORDS[lang].review.about.inbox)
    await waitFor(() => expect(client.isFetching()).toBe(0), { timeout: 4000 })

    far.record = null
    const deed = { id: commentId(1), act: { kind: 'mark', state: 'done' }, seen: { edits: 0, reportCount: 0 } } as const
    const refused: Outcome = { done: [], undo: [], conflicts: [], failed: [{ deed, why: 'refused' }] }
    await act(() =>
      client
        .getMutationCache()
        .build(client, { mutationFn: async () => refused })
        .execute(undefined),
    )
    await screen.findByText(WORDS[lang].review.outside.endedTitle)
    expect(inbox.state().rows).toEqual([])
  })
})
