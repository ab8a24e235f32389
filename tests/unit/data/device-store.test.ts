import { QueryClient, queryOptions } from '@tanstack/react-query'
import { IDBFactory } from 'fake-indexeddb'
import { createStore, get, entries as readEntries, set } from 'idb-keyval'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { DataError } from '#data/errors.ts'

const DAY = 24 * 60 * 60 * 1000

type Text = { text: string; at: Date }

const text = (words: string): Text => ({ text: words, at: new Date('2026-03-02T01:30:00Z') })

const textQuery = (read: () => Promise<unknown>, key = 'text') =>
  queryOptions({ queryKey: [key], queryFn: read, meta: { keep: 'whole' }, retry: false })

const offline = () => Promise.reject(new DataError('offline'))
const store = () => createStore('madang', 'read')
const HASH = '["text"]'

/** The app opened anew: nothing in memory, the device's store as it was left. */
async function visit() {
  vi.resetModules()
  const { keepReads } = await import('#data/device-store.ts')
  const client = new QueryClient({ defaultOptions: { queries: { networkMode: 'always' } } })
  keepReads(client)
  return client
}

async function keptBy(client: QueryClient, words: string) {
  await client.fetchQuery(textQuery(async () => text(words)))
  await vi.waitFor(async () => expect(await get(HASH, store())).toMatchObject({ data: { text: words } }))
}

/** Reads something else: by the time it is kept, whatever was asked of the store before has been answered. */
async function keptOther(client: QueryClient) {
  await client.fetchQuery(textQuery(async () => text('other'), 'other'))
  await vi.waitFor(async () => expect(await get('["other"]', store())).toBeDefined())
}

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory())
  vi.stubGlobal('navigator', { onLine: true })
})

afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

it('what was read is there on the next visit without a connection, with its time; the failure stands beside it', async () => {
  const before = Date.now()
  await keptBy(await visit(), '모든 학교에 책')
  vi.stubGlobal('navigator', { onLine: false })
  const client = await visit()
  await expect(client.fetchQuery(textQuery(offline))).rejects.toMatchObject({ kind: 'offline' })
  await vi.waitFor(() => expect(client.getQueryData(['text'])).toEqual(text('모든 학교에 책')))
  const { dataUpdatedAt } = client.getQueryState(['text']) ?? {}
  expect(dataUpdatedAt).toBeGreaterThanOrEqual(before)
  expect(dataUpdatedAt).toBeLessThanOrEqual(Date.now())
})

it('a network that says it is there and carries nothing is no connection either', async () => {
  await keptBy(await visit(), 'kept')
  const client = await visit()
  await expect(client.fetchQuery(textQuery(offline))).rejects.toMatchObject({ kind: 'offline' })
  await vi.waitFor(() => expect(client.getQueryData(['text'])).toEqual(text('kept')))
})

it('a slow network is not waited for: what was kept stands in until it answers', async () => {
  await keptBy(await visit(), 'old')
  const client = await visit()
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  let answer: (value: Text) => void = () => {}
  const reading = client.fetchQuery(textQuery(() => new Promise((resolve) => (answer = resolve as typeof answer))))
  await vi.waitFor(async () => {
    await vi.advanceTimersByTimeAsync(3000)
    expect(client.getQueryData(['text'])).toEqual(text('old'))
  })
  expect(client.getQueryState(['text'])?.fetchStatus).toBe('fetching')
  answer(text('new'))
  await reading
  expect(client.getQueryData(['text'])).toEqual(text('new'))
})

it('what is read before the store is loaded is kept, and what could not be read is made up for', async () => {
  await keptBy(await visit(), 'kept')
  vi.resetModules()
  const client = new QueryClient({ defaultOptions: { queries: { networkMode: 'always' } } })
  await client.fetchQuery(textQuery(async () => text('early'), 'early'))
  await expect(client.fetchQuery(textQuery(offline))).rejects.toBeInstanceOf(DataError)
  const { keepReads } = await import('#data/device-store.ts')
  keepReads(client)
  await vi.waitFor(() => expect(client.getQueryData(['text'])).toEqual(text('kept')))
  await vi.waitFor(async () => expect(await get('["early"]', store())).toMatchObject({ data: text('early') }))
})

it('what is here already stays when reading it anew fails, and what somebody is only about to send is not kept', async () => {
  await keptBy(await visit(), 'kept')
  const client = await visit()
  client.setQueryData(['text'], text('about to be sent'))
  await expect(client.fetchQuery({ ...textQuery(offline), staleTime: 0 })).rejects.toBeInstanceOf(DataError)
  await keptOther(client)
  expect(client.getQueryData(['text'])).toEqual(text('about to be sent'))
  expect(await get(HASH, store())).toMatchObject({ data: text('kept') })
})

it.each([
  ['older than 30 days', { version: 3, since: Date.now() - 31 * DAY, at: Date.now() - 31 * DAY, data: text('old') }],
  ['in part older than 30 days', { version: 3, since: Date.now() - 31 * DAY, at: Date.now() - DAY, data: text('old') }],
  ['of another version of the app', { version: 1, since: Date.now(), at: Date.now(), data: text('strange') }],
])('what is %s is not shown, and goes when something is kept', async (_, entry) => {
  await set(HASH, entry, store())
  vi.stubGlobal('navigator', { onLine: false })
  const client = await visit()
  await expect(client.fetchQuery(textQuery(offline))).rejects.toBeInstanceOf(DataError)
  await keptOther(client)
  expect(client.getQueryData(['text'])).toBeUndefined()
  await vi.waitFor(async () => expect((await readEntries(store())).map(([key]) => key)).toEqual(['["other"]']))
})

it('keeps the newest 150, and no more', async () => {
  const entry = (at: number) => ({ version: 3, since: at, at, data: text('kept') })
  const now = Date.now()
  for (let index = 0; index < 160; index++) await set(`["${index}"]`, entry(now - 1000 - index), store())
  const client = await visit()
  await client.fetchQuery(textQuery(async () => text('newest')))
  await vi.waitFor(async () => expect(await readEntries(store())).toHaveLength(150))
  const keys = (await readEntries(store())).map(([key]) => key)
  expect(keys).toContain(HASH)
  expect(keys).not.toContain('["149"]')
})

it('what nobody said may be kept leaves no trace', async () => {
  const client = await visit()
  await client.fetchQuery({ queryKey: ['me'], queryFn: async () => ({ email: 'mina@example.com' }) })
  await keptBy(client, 'for all')
  expect((await readEntries(store())).map(([key]) => key)).toEqual([HASH])
})

it.each([
  ['forbidden', () => vi.stubGlobal('indexedDB', undefined)],
  [
    'full',
    () =>
      vi.stubGlobal('indexedDB', {
        open() {
          throw new DOMException('The quota has been exceeded.', 'QuotaExceededError')
        },
      }),
  ],
])('where storage is %s, reading goes on as without it', async (_, spoil) => {
  spoil()
  const client = await visit()
  expect(await client.fetchQuery(textQuery(async () => text('read')))).toEqual(text('read'))
  await expect(client.fetchQuery(textQuery(offline, 'unread'))).rejects.toMatchObject({ kind: 'offline' })
})
