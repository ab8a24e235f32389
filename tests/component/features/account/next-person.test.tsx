import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { commentDraft } from '#data/drafts.ts'
import { SIGNED_IN, storage } from '#data/storage.ts'
import { nickname } from '#domain/nickname.ts'
import { MeView } from '#features/account/me-view.tsx'
import { ownBallotQuery, ownCommentsQuery, ownReactionsQuery, ownStancesQuery } from '#features/account/queries.ts'
import { renderInApp, testClient } from '../../../helpers/render-in-app.tsx'
import { joined, sampleParticipant } from '../../../helpers/samples.ts'
import { LANGUAGES } from '../../../helpers/words.ts'

/** Nothing is stored of either. */
function emptyCache() {
  const client = testClient()
  client.setDefaultOptions({ queries: { staleTime: Number.POSITIVE_INFINITY, retry: false } })
  const nothing = { pages: [{ items: [], next: null }], pageParams: [null] }
  for (const uid of ['mina', 'jun']) {
    client.setQueryData(ownCommentsQuery(uid).queryKey, nothing)
    client.setQueryData(ownReactionsQuery(uid).queryKey, nothing)
    client.setQueryData(ownStancesQuery(uid).queryKey, [])
    client.setQueryData(ownBallotQuery(uid).queryKey, null)
  }
  return client
}

// A tab that slept while one signed out and another in hears of the other alone.
it.each(LANGUAGES)('has no words of one person on the page of the next, in %s', async (lang) => {
  const view = (uid: string) => <MeView me={joined(sampleParticipant({ uid }))} />
  storage.write(SIGNED_IN, 'mina')
  commentDraft('t1').save({ id: 't1-x', text: 'of Mina', subtaskId: null, returned: null })
  const { rerender } = await renderInApp(view('mina'), { lang, path: '/me', client: emptyCache() })
  expect(screen.getByText('of Mina')).toBeTruthy()
  storage.write(SIGNED_IN, 'jun')
  rerender(view('jun'))
  expect(screen.getByText(nickname('jun')[lang])).toBeTruthy()
  expect(screen.queryByText('of Mina')).toBeNull()
})
