import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { MAX_SUBTASKS, TASK_IDS } from '#domain/plan.ts'
import { readsToPublish } from '../../../scripts/lib/publication-reads.ts'
import { readInputs } from '../../../scripts/seed/inputs.ts'
import { ballotDocs, stanceDocs } from '../../../scripts/seed/opinions.ts'
import { people, peopleDocs } from '../../../scripts/seed/people.ts'
import { voiceDocs } from '../../../scripts/seed/voices.ts'
import { storedSize } from '../../helpers/stored-size.ts'

// What docs/operations.md says that a person, and a city, costs: reckoned again from its own assumptions and prices.

const page = readFileSync('docs/operations.md', 'utf8')
const PEOPLE = [1000, 100_000, 1_000_000]
const KB = 1e-6
const MB = 1e-3
const COMMENT = /\/comments\/[^/]+$/
const PUBLICATIONS = 7 * 24 * 6
const PUBLICATION = readsToPublish({ subtasks: 3 * TASK_IDS.length })

const beyond = (free: number, amount: number, price: number) => Math.max(0, amount - free) * price
const reads = (number: number, free = 0) => beyond(free, number, 0.06 / 100_000)
const writes = (number: number, free = 0) => beyond(free, number, 0.18 / 100_000)
const sent = (gb: number) => beyond(10, gb, 0.12)
const shown = (gb: number) => beyond(10, gb, 0.15)
/** Beside what the week sends, in GB, which the free part goes to first. */
const also = (of: (gb: number) => number, week: number, more: number) => of(week + more) - of(week)
/** Above what is free, a price for all up to the next bound; each by itself beyond that. */
const tokens = (number: number) => (number > 10_000 ? 8 : 0) + beyond(100_000, number, 0.001)
const signedIn = (people: number) => beyond(50_000, Math.min(people, 100_000), 0.0055) + beyond(100_000, people, 0.0046)

const rows = page.split('\n').filter((line) => line.startsWith('| '))
const cellsOf = (row = ''): string[] =>
  row
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim())
const rowAt = (start: string): number => rows.findIndex((row) => row.startsWith(`| ${start}`))
const numberOf = (cell = ''): number => Number(/\d[\d,.]*/.exec(cell)?.[0].replaceAll(',', '') ?? Number.NaN)

/** The numbers of a row's last cells, in US$: what is free costs nothing. */
const costsIn = (start: string, cells: number): number[] =>
  cellsOf(rows[rowAt(start)])
    .slice(-cells)
    .map((cell) => (/free/.test(cell) ? 0 : numberOf(/US\$ .*/.exec(cell)?.[0])))

/** The number that stands between these words. */
const said = (before: string, after: string): number => numberOf(page.split(before)[1]?.split(after)[0])

const [, toWrite, toRead] = cellsOf(rows[rowAt('**together**')]).map(numberOf)
const PER_PERSON = {
  writes: toWrite ?? Number.NaN,
  reads: toRead ?? Number.NaN,
  documents: said('| stored, a month |', 'documents a person'),
  documentKb: said('documents a person, about', 'kB each'),
  visitGb: said('| pages sent:', 'MB each first visit') * MB,
  updateGb: said('to the devices that come back |', 'MB sent a device') * MB,
}

/** As it is written: up, to ten cents, or beyond ten to the dollar. */
function roundedUp(cost: number): number {
  const parts = cost < 10 ? 10 : 1
  return Math.max(0, Math.ceil(cost * parts - 1e-9)) / parts
}

/** As amounts are written: 29,000, then 2.9 million. */
const amount = (number: number): string =>
  number < 1e6 ? number.toLocaleString('en') : `${Number((number / 1e6).toFixed(1))} million`
const inGb = (gb: number): string => `${gb < 10 ? gb.toFixed(1) : gb.toFixed()} GB`

it('what a person does adds up', () => {
  const deeds = rows.slice(rowAt('joining'), rowAt('**together**')).map((row) => cellsOf(row).slice(1))
  const together = [0, 1].map((at) => deeds.reduce((sum, cells) => sum + (cells[at] ? numberOf(cells[at]) : 0), 0))
  expect(deeds).toHaveLength(7)
  expect(together.map(Math.round)).toEqual([PER_PERSON.writes, PER_PERSON.reads])
})

it('a first visit is the page and what is kept', () => {
  const kept = said('without a connection, all\npages and their code', 'as if nothing')
  expect(said('A first visit is the page', 'and what is kept') * KB + kept * MB).toBeCloseTo(PER_PERSON.visitGb, 4)
  expect(kept * MB).toBe(PER_PERSON.updateGb)
})

it('the week adds up', () => {
  for (const people of PEOPLE) {
    const [written, read] = [people * PER_PERSON.writes, people * PER_PERSON.reads]
    const visits = people * PER_PERSON.visitGb
    // A day's free quota covers the smallest, spread over a week; the others are not given it.
    const operations = people === 1000 ? 0 : writes(written) + reads(read)
    const costs = [operations, sent(read * KB), shown(visits)]
    const all = costs.reduce((sum, cost) => sum + cost)
    const start = `${people.toLocaleString('en')} |`
    expect(costsIn(start, 4)).toEqual([...costs, all].map(roundedUp))
    const [, ...cells] = cellsOf(rows[rowAt(start)])
    const amounts = [cells[0], cells[1], ...cells.slice(3, 5).map((cell) => cell.split(',')[0])]
    expect(amounts).toEqual([amount(written), amount(read), inGb(read * KB), inGb(visits)])
  }
})

it('a document takes up as much as is said, by the fields of the sample and the indexes', () => {
  const now = new Date('2026-03-02T09:00:00+09:00')
  const inputs = readInputs()
  const everyone = people(inputs)
  const votes = [...stanceDocs(everyone, inputs, now), ...ballotDocs(everyone, now)]
  const docs = [...votes, ...peopleDocs(everyone, true, now), ...voiceDocs(inputs, now)]
  const [comment = '', { authorId, role } = { authorId: '', role: '' }] =
    docs.find(([path]) => COMMENT.test(path)) ?? []
  const reaction = { authorId, commentId: comment.split('/').at(-1), value: 'agree', role, at: now }
  const mean = (kind: RegExp) => {
    const sizes = docs.filter(([path]) => kind.test(path)).map(([path, fields]) => storedSize(path, fields))
    return sizes.reduce((sum, size) => sum + size) / sizes.length
  }
  // The sample has reactions as sums alone.
  const size =
    6 * mean(/\/stances\//) +
    mean(/^ballots\//) +
    5 * storedSize(`${comment}/reactions/${authorId}`, reaction) +
    mean(/^participants\//) +
    mean(/^identities\//) +
    mean(COMMENT) / 3
  expect(PER_PERSON.documents).toBe(Math.ceil(6 + 1 + 5 + 1 + 1 + 1 / 3))
  expect(Math.round(size / 1000 / PER_PERSON.documents)).toBe(PER_PERSON.documentKb)
})

const sentBeside = (people: number, gb: number) => also(sent, people * PER_PERSON.reads * KB, gb)

it.each<[string, (people: number, stored: number, documents: number) => number]>([
  ['each new version', (people) => also(shown, people * PER_PERSON.visitGb, people * PER_PERSON.updateGb)],
  ['stored, a month', (_, stored) => beyond(1, stored, 0.18)],
  ['every minute', (_, stored) => stored * 0.18],
  ["Google's copies", (_, stored) => stored * 0.18 * 14 * 7],
  ['one of these copies', (_, stored) => stored * 0.3],
  // Of each person six stances, a ballot and a third of a comment are counted.
  ['results, every', (people) => reads(PUBLICATIONS * (PUBLICATION + (people * 7.33) / 1000))],
  ['a backup of', (people, _, documents) => reads(documents, 50_000) + sentBeside(people, documents * KB)],
  [
    'a restoration',
    (people, _, documents) => reads(documents, 50_000) + writes(documents, 20_000) + sentBeside(people, documents * KB),
  ],
  ['App Check', (people) => tokens(2 * people)],
  ['Identity Platform', signedIn],
])('and so does what “%s …” costs', (start, cost) => {
  const expected = PEOPLE.map((people) => {
    const documents = people * PER_PERSON.documents
    return roundedUp(cost(people, documents * PER_PERSON.documentKb * KB, documents))
  })
  expect(costsIn(start, PEOPLE.length)).toEqual(expected)
})

it('what a publication reads is told as it is computed', () => {
  expect(page).toContain(`${PUBLICATIONS.toLocaleString('en')} times ${PUBLICATION} reads`)
  const decision = readFileSync('docs/decisions/011-the-sticker-vote.md', 'utf8')
  const most = readsToPublish({ subtasks: MAX_SUBTASKS * TASK_IDS.length })
  expect(decision).toContain(`That is ${PUBLICATION} reads with three subtasks a task, ${most} with ten`)
})
