import { screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { DataError } from '#data/errors.ts'
import { type Me, meQuery } from '#data/me.ts'
import { SIGNED_IN, storage } from '#data/storage.ts'
import type { Voting } from '#domain/ballot.ts'
import { Board } from '#features/priorities/board.tsx'
import { votingQuery } from '#features/priorities/queries.ts'
import { renderInApp, testClient } from '../../../helpers/render-in-app.tsx'
import { joined, samplePlan } from '../../../helpers/samples.ts'
import { fill, WORDS } from '../../../helpers/words.ts'

const words = WORDS.ko.priorities
const tasks = samplePlan()
const HOUR = 3_600_000
const OPEN: Voting = { opensAt: new Date(Date.now() - HOUR), closesAt: new Date(Date.now() + HOUR) }
const board = (me?: Me) => <Board tasks={tasks} me={me} joinLink="/ko/join" easyWords={() => null} />

afterEach(() => localStorage.clear())

/** Somebody places a sticker while who is here has not been read yet. */
async function place({ failed = false } = {}) {
  const client = testClient()
  client.setQueryData(votingQuery.queryKey, OPEN)
  const queryFn = () => Promise.reject(new DataError('quota'))
  if (failed) await client.prefetchQuery({ queryKey: meQuery.queryKey, queryFn })
  const app = await renderInApp(board(), { client })
  await app.user.click(screen.getByRole('button', { name: fill(words.add, { title: tasks[0]?.title.ko ?? '' }) }))
  return app
}
const join = () => screen.queryByRole('link', { name: words.join })

it('whoever is signed in is not told to join while that is looked up', async () => {
  storage.write(SIGNED_IN, 'mina')
  const { rerender } = await place()
  expect(join()).toBeNull()
  rerender(board(joined()))
  expect(screen.getByRole('button', { name: words.cast })).toBeTruthy()
})

it('nor left without a way on where it cannot be found out', async () => {
  storage.write(SIGNED_IN, 'mina')
  await place({ failed: true })
  expect(join()).toBeTruthy()
})

it('whoever is not signed in is, at once', async () => {
  await place()
  expect(join()).toBeTruthy()
})
