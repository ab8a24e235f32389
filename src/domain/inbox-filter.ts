import { districtOfficeOf } from './district-offices.ts'
import {
  INBOX_SORTS,
  type InboxRow,
  type InboxSort,
  isOwedAnswer,
  isReported,
  reviewStateOf,
  sorted,
  themesOf,
} from './inbox.ts'
import { indexSearchFor } from './search-index.ts'

/** What the inbox can be narrowed down by, in the order in which it is offered and stands in an address. */
export const FILTER_KEYS = [
  'q',
  'task',
  'subtask',
  'role',
  'verification',
  'level',
  'office',
  'district',
  'lang',
  'state',
  'assignee',
  'theme',
  'answered',
  'reported',
  'owed',
  'status',
  'from',
  'until',
] as const
export type FilterKey = (typeof FILTER_KEYS)[number]

/** What somebody wants to see; what is empty narrows nothing down. Days are of Seoul: “2026-03-02”. */
export type InboxFilter = Readonly<Record<FilterKey, string>> & { readonly sort: InboxSort }

/** Stands for “none” where a filter otherwise names one: a theme, an assignee. */
export const NONE = 'none'

const NO_FILTER = Object.fromEntries(FILTER_KEYS.map((key) => [key, ''])) as Record<FilterKey, string>

export const ALL_COMMENTS: InboxFilter = { ...NO_FILTER, sort: 'newest' }

const SORT = 'sort'

/** The filter that an address asks for. What is not known in it narrows nothing down. */
export function filterFromAddress(params: URLSearchParams): InboxFilter {
  const sort = INBOX_SORTS.find((known) => known === params.get(SORT)) ?? ALL_COMMENTS.sort
  const asked = FILTER_KEYS.map((key) => [key, params.get(key) ?? ''] as const)
  return { ...NO_FILTER, ...Object.fromEntries(asked), sort }
}

/** The address of a filter: the same filter always has the same one. */
export function addressOfFilter(filter: InboxFilter): URLSearchParams {
  const params = new URLSearchParams()
  for (const key of FILTER_KEYS) if (filter[key] !== '') params.set(key, filter[key])
  if (filter.sort !== ALL_COMMENTS.sort) params.set(SORT, filter.sort)
  return params
}

/** The filters that are set, without the words that are searched for. */
export const setFilters = (filter: InboxFilter): FilterKey[] =>
  FILTER_KEYS.filter((key) => key !== 'q' && filter[key] !== '')

/** Whether a filter leaves out anything. */
export const isNarrowed = (filter: InboxFilter): boolean => filter.q !== '' || setFilters(filter).length > 0

const YES = 'yes'
const DAY = /^\d{4}-\d{2}-\d{2}$/
const DAY_MS = 86_400_000

/** When a day in Seoul begins, in milliseconds; null for what is no day. */
function startOfDay(day: string): number | null {
  const start = DAY.test(day) ? Date.parse(`${day}T00:00:00+09:00`) : Number.NaN
  return Number.isNaN(start) ? null : start
}

type Test = (row: InboxRow) => boolean

const isYes = (value: string, is: Test): Test => (value === YES ? is : (row) => !is(row))

/** Whether a row is what a filter of this value lets through. */
const TESTS: Readonly<Record<Exclude<FilterKey, 'q'>, (value: string) => Test | null>> = {
  task: (value) => (row) => row.comment.taskId === value,
  subtask: (value) => (row) => (row.comment.subtaskId ?? NONE) === value,
  role: (value) => (row) => row.comment.role === value,
  verification: (value) => (row) => row.comment.verification === value,
  level: (value) => (row) => (row.comment.level ?? NONE) === value,
  office: (value) => (row) => (districtOfficeOf(row.comment.district) ?? NONE) === value,
  district: (value) => (row) => (row.comment.district ?? NONE) === value,
  lang: (value) => (row) => row.comment.lang === value,
  state: (value) => (row) => reviewStateOf(row) === value,
  assignee: (value) => (row) => (row.review?.assignee ?? NONE) === value,
  theme: (value) => (row) => (value === NONE ? themesOf(row).length === 0 : themesOf(row).includes(value)),
  answered: (value) => isYes(value, (row) => row.answer !== null),
  reported: (value) => isYes(value, isReported),
  owed: (value) => isYes(value, isOwedAnswer),
  status: (value) => (row) => row.comment.status === value,
  from: (value) => {
    const start = startOfDay(value)
    return start === null ? null : (row) => row.comment.createdAt.getTime() >= start
  },
  until: (value) => {
    const start = startOfDay(value)
    return start === null ? null : (row) => row.comment.createdAt.getTime() < start + DAY_MS
  },
}

// A withdrawn comment has no words left to review: it is shown to whoever asks for it.
const hasWords: Test = ({ comment }) => comment.status !== 'withdrawn'

/** One test of all that a filter asks for, the cheap questions first. */
export function testOf(filter: InboxFilter): Test {
  const search = indexSearchFor(filter.q)
  const tests = setFilters(filter).flatMap((key) => (key === 'q' ? [] : (TESTS[key](filter[key]) ?? [])))
  if (filter.status === '') tests.unshift(hasWords)
  if (search) tests.push((row) => search(row.search))
  return (row) => tests.every((test) => test(row))
}

/** The rows that a filter lets through, in its order. @param rows all there are, the newest first */
export const selectRows = (rows: readonly InboxRow[], filter: InboxFilter): readonly InboxRow[] =>
  sorted(rows.filter(testOf(filter)), filter.sort)
