import { beforeAll, expect, it, vi } from 'vitest'

// Firestore's own SDK asks; what it is told, and what it asks with, is looked at.
vi.mock('#data/comment-schema.ts', async (original) => ({
  ...(await original<typeof import('#data/comment-schema.ts')>()),
  parseComment: (taskId: string, id: string) => ({ taskId, id }),
}))

const AT = '2026-03-02T00:00:00.000000Z'
const stored = (id: string) => ({
  readTime: AT,
  document: {
    name: `projects/demo-madang/databases/(default)/documents/tasks/t1/comments/${id}`,
    fields: { agreeTotal: { integerValue: '60' } },
    createTime: AT,
    updateTime: AT,
  },
})
const ids = (from: number, count: number) => Array.from({ length: count }, (_, i) => `t1-${from + i}`)

beforeAll(() => {
  vi.stubEnv('VITE_EMULATORS', JSON.stringify({ auth: 'http://127.0.0.1:1', firestore: '127.0.0.1:1' }))
})

it('all comments that are owed an answer are read, 500 at a time, each once', async () => {
  // One has moved down between the two pages.
  const pages = [ids(0, 500), ['t1-499', ...ids(500, 30)]]
  const asked: { structuredQuery: { limit: number; startAt?: { values: { referenceValue?: string }[] } } }[] = []
  vi.stubGlobal('fetch', async (_: string, { body }: RequestInit) => {
    asked.push(JSON.parse(String(body)))
    return Response.json(pages[asked.length - 1]?.map(stored) ?? [])
  })
  const { readOwedAnswer } = await import('#data/review-comments.ts')
  const found = await readOwedAnswer('t1')
  expect(found.map(({ id }) => id)).toEqual(ids(0, 530))
  expect(asked).toHaveLength(2)
  expect(asked[0]?.structuredQuery.startAt).toBeUndefined()
  expect(JSON.stringify(asked[1]?.structuredQuery.startAt)).toContain('comments/t1-499')
})
