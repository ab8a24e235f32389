import { readdirSync, readFileSync } from 'node:fs'
import {
  type AggregateQuery,
  type AggregateSpec,
  type DocumentReference,
  Firestore,
  type Query,
} from 'firebase-admin/firestore'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { type CommentList, SORTS } from '#domain/comment-list.ts'
import { publishResults } from '../../../scripts/lib/results.ts'
import { type Index, describe as inWords, isServed, type StructuredQuery, shapeOf } from '../../helpers/index-needs.ts'
import { scriptQueries } from '../../helpers/script-queries.ts'

// The emulator answers any query; Firestore refuses one without its index. So every query that the code makes is made
// here, as it goes over the wire, and its index looked for. A query that is not made here fails the test by its line.

/** What makes the queries of src/data; each with every way it can ask. */
async function askEverything(): Promise<void> {
  const lists = await import('#data/comment-lists.ts')
  const { readFormerTexts } = await import('#data/comment-words.ts')
  const { readOwnReactions } = await import('#data/reactions.ts')
  const { readResponses } = await import('#data/responses.ts')
  const { readPlan } = await import('#data/tasks.ts')
  const { readRevisions } = await import('#data/revisions.ts')
  const slips = await import('#data/slip-batches.ts')
  const { readCommonGround, sumBallots, sumStances } = await import('#data/tallies.ts')
  const { readVisible } = await import('#data/ground.ts')
  const { readKeptResults } = await import('#data/kept-results.ts')
  const own = await import('#data/own.ts')
  const { readStoredEdits } = await import('#data/own-archive.ts')
  await askForReview()
  await readPlan()
  await sumStances('t1', 1)
  await sumBallots()
  await readCommonGround('t1')
  await readVisible(['t1-x', 't1-y'])
  await readKeptResults(30)
  const after = { count: null, seconds: 1, nanoseconds: 0, id: 't1-x' }
  for (const list of everyList()) {
    await lists.readComments('t1', list, null)
    await lists.readComments('t1', list, { ...after, count: list.sort === 'newest' ? null : 3 })
  }
  await lists.readReplies('t1', 't1-x', null)
  await lists.readReplies('t1', 't1-x', after)
  await lists.readAllSaid('t1', null)
  await lists.readAllSaid('t1', after)
  await readFormerTexts('t1', 't1-x')
  await readOwnReactions('mina', ['t1-x', 't1-y'])
  await readResponses(['t1-x', 't1-y'])
  await readRevisions('t1', null)
  await readRevisions('t1', 11)
  await own.readOwnDocs('comments', 'mina', null)
  await own.readOwnDocs('reactions', 'mina', { seconds: 1, nanoseconds: 0 })
  await readStoredEdits('tasks/t1/comments/t1-x')
  await slips.readBatches(null, null)
  await slips.readBatches('inviter', new Date())
  await slips.readLastVoiding('inviter')
  await slips.readIssued(['slip'])
  await slips.readLeft('batch')
  // It counts, which the stand-in for Firestore does not: what it asks for is noted before that.
  await slips.readCounts('batch').catch(() => {})
}

/** What the workspace of the education office asks for. */
async function askForReview(): Promise<void> {
  const comments = await import('#data/review-comments.ts')
  const reviews = await import('#data/reviews.ts')
  const answers = await import('#data/answers.ts')
  const { readPresence } = await import('#data/presence.ts')
  const log = await import('#data/audit-log.ts')
  const reports = await import('#data/report-list.ts')
  const { readThemes } = await import('#data/themes.ts')
  const { readStaffList } = await import('#data/staff-list.ts')
  const { readDrafts } = await import('#data/plan-drafts.ts')
  const after = { seconds: 1, nanoseconds: 0, id: 't1-x' }
  for (const place of [null, after]) {
    await comments.readCommentsForReview('t1', place)
    await reviews.readReviews(place)
    await reports.readReports(place)
    await answers.readAllAnswers(place)
    for (const status of [null, 'adopted'] as const)
      for (const taskId of [null, 't1'] as const) await answers.readAnswers(place, { status, taskId })
    for (const action of [null, 'hide'] as const) await log.readAuditLog(place, action)
    await log.readAuditLog(place, null, 't1-x')
  }
  await comments.readOwedAnswer('t1')
  await readPresence(new Date())
  await comments.readNewestMoment('t1')
  await comments.readWithdrawn('t1')
  await comments.readCommentsById('t1', ['t1-x', 't1-y'])
  await comments.readWrittenSince(new Date())
  await comments.readEditedSince(new Date())
  await reviews.readReviewsSince(new Date())
  await reports.readReportsSince(new Date())
  await reports.readReportsOf('t1', 't1-x')
  await log.readAuditSince(new Date())
  await log.readAuditAbout('t1-x')
  await readThemes()
  await readStaffList()
  await readDrafts()
}

/** Every order with every choice of filters. */
const everyList = (): CommentList[] =>
  SORTS.flatMap((sort) =>
    ([null, 'student'] as const).flatMap((role) =>
      [null, 's1'].flatMap((subtaskId) => ([null, 'ko'] as const).map((lang) => ({ sort, role, subtaskId, lang }))),
    ),
  )

const stored = JSON.parse(readFileSync('firestore.indexes.json', 'utf8')) as {
  indexes: Index[]
  fieldOverrides: { collectionGroup: string; fieldPath: string; indexes: { queryScope: string; order?: string }[] }[]
}
/** Those of several fields, and those of one over a group of collections; of one in a collection, every field has one. */
const indexes: Index[] = [
  ...stored.indexes,
  ...stored.fieldOverrides.flatMap(({ collectionGroup, fieldPath, indexes }) =>
    indexes
      .filter(({ queryScope }) => queryScope === 'COLLECTION_GROUP')
      .map(({ queryScope, order = '' }) => ({ collectionGroup, queryScope, fields: [{ fieldPath, order }] })),
  ),
]

const { made, lines } = vi.hoisted(() => {
  return { made: [] as { query: StructuredQuery; summed: string[] }[], lines: new Set<string>() }
})

vi.mock('firebase/firestore/lite', async (original) => {
  const real = await original<typeof import('firebase/firestore/lite')>()
  const noting = <F extends (...args: never[]) => unknown>(act: F) =>
    ((...args: never[]) => {
      const caller = new Error('where').stack?.split('\n')[2] ?? ''
      lines.add(/src\/data\/[\w-]+\.ts:\d+/.exec(caller)?.[0] ?? caller)
      return act(...args)
    }) as unknown as F
  const { getDocs, getCount, getAggregate, where, orderBy } = real
  return {
    ...real,
    getDocs: noting(getDocs),
    getCount: noting(getCount),
    getAggregate: noting(getAggregate),
    where: noting(where),
    orderBy: noting(orderBy),
  }
})

type Aggregation = { readonly sum?: { field: { fieldPath: string } }; readonly avg?: { field: { fieldPath: string } } }
type Request = {
  readonly structuredQuery?: StructuredQuery
  readonly structuredAggregationQuery?: { structuredQuery: StructuredQuery; aggregations: Aggregation[] }
}

function note({ structuredQuery, structuredAggregationQuery }: Request): void {
  if (structuredQuery) made.push({ query: structuredQuery, summed: [] })
  if (!structuredAggregationQuery) return
  const fields = structuredAggregationQuery.aggregations.flatMap(({ sum, avg }) => sum?.field ?? avg?.field ?? [])
  made.push({ query: structuredAggregationQuery.structuredQuery, summed: fields.map(({ fieldPath }) => fieldPath) })
}

/** Firestore, for the data layer: notes the query and knows of no document. */
async function answer(_url: string, { body }: RequestInit): Promise<Response> {
  const request = JSON.parse(String(body)) as Request
  note(request)
  return Response.json(request.structuredAggregationQuery ? [{ result: { aggregateFields: {} } }] : [])
}

/** A publication that reads nothing: its transaction notes the queries. */
async function publishNothing(): Promise<void> {
  const db = new Firestore({ projectId: 'demo-madang' })
  const get = async (target: DocumentReference | Query | AggregateQuery<AggregateSpec>) => {
    if ('toProto' in target) note((target as unknown as { toProto(): Request }).toProto())
    const numbers = { count: 0, agree: 0, unsure: 0, disagree: 0, voters: 0, t1: 0, t2: 0, t3: 0, t4: 0, t5: 0, t6: 0 }
    return { docs: [], data: () => ({ revision: 1, subtasks: [{ id: 's1' }], ...numbers }) }
  }
  const runTransaction = (run: (transaction: { get: typeof get }) => unknown) => run({ get })
  const batch = () => ({ create: () => null, set: () => null, commit: () => null })
  const known = { collection: db.collection.bind(db), doc: db.doc.bind(db) }
  await publishResults({ ...known, runTransaction, batch } as unknown as Firestore)
}

function askForScripts(): void {
  const db = new Firestore({ projectId: 'demo-madang' })
  for (const query of scriptQueries(db)) note((query as unknown as { toProto(): Request }).toProto())
}

beforeAll(async () => {
  vi.stubEnv('VITE_EMULATORS', JSON.stringify({ auth: 'http://127.0.0.1:1', firestore: '127.0.0.1:1' }))
  vi.stubGlobal('fetch', answer)
  await askEverything()
  await publishNothing()
  askForScripts()
})

describe('every query of the code', () => {
  it('is made here', () => {
    const calls = readdirSync('src/data').flatMap((file) =>
      readFileSync(`src/data/${file}`, 'utf8')
        .split('\n')
        .flatMap((line, i) =>
          /\b(getDocs|getCount|getAggregate|where|orderBy)\(/.test(line) ? `src/data/${file}:${i + 1}` : [],
        ),
    )
    expect([...lines].toSorted()).toEqual(calls.toSorted())
  })

  it('of the scripts is in publishing, migrating, rebuilding and catching up', () => {
    const files = readdirSync('scripts', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'))
    const asking = files.filter((file) => /\.(where|orderBy|aggregate)\(/.test(readFileSync(`scripts/${file}`, 'utf8')))
    const names = ['catch-up', 'claim-steps', 'log-steps', 'migrations', 'rebuild', 'results', 'sums', 'tallies']
    expect(asking.toSorted()).toEqual(names.map((name) => `lib/${name}.ts`))
  })

  const shapes = () => made.map(({ query, summed }) => shapeOf(query, summed))

  it('has its index', () => {
    expect(shapes().length).toBeGreaterThan(10)
    expect(
      new Set(
        shapes()
          .filter((shape) => !isServed(shape, indexes))
          .map(inWords),
      ),
    ).toEqual(new Set())
  })

  it('keeps the indexes that fields have by themselves', () => {
    for (const { indexes } of stored.fieldOverrides) {
      expect(indexes).toEqual(
        expect.arrayContaining([
          { order: 'ASCENDING', queryScope: 'COLLECTION' },
          { order: 'DESCENDING', queryScope: 'COLLECTION' },
          { arrayConfig: 'CONTAINS', queryScope: 'COLLECTION' },
        ]),
      )
    }
  })

  it('would miss any index that is taken away', () => {
    const idle = indexes.filter((index) => {
      const rest = indexes.filter((each) => each !== index)
      return shapes().every((shape) => isServed(shape, rest))
    })
    expect(idle).toEqual([])
  })
})
