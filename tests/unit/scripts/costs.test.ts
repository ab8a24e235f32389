import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { MAX_SUBTASKS, TASK_IDS } from '#domain/plan.ts'
import { readsToPublish } from '../../../scripts/lib/publication-reads.ts'

// What docs/operations.md says that a person, and a city, costs: reckoned again from its own assumptions and prices.

const page = readFileSync('docs/operations.md', 'utf8')
const PEOPLE = [1000, 100_000, 1_000_000]
const PER_PERSON = { writes: 29, reads: 208, documents: 15, visitGb: 0.0009, updateGb: 0.0007 }
const KB = 1e-6
const PUBLICATIONS = 7 * 24 * 6
const PUBLICATION = readsToPublish({ subtasks: 3 * TASK_IDS.length })

const beyond = (free: number, amount: number, price: number) => Math.max(0, amount - free) * price
const reads = (number: number, free = 0) => beyond(free, number, 0.06 / 100_000)
const writes = (number: number, free = 0) => beyond(free, number, 0.18 / 100_000)
const sent = (gb: number) => beyond(10, gb, 0.12)
const shown = (gb: number) => beyond(10, gb, 0.15)
/** Beside what the week sends, in GB, which the free part goes to first. */
const also = (of: (gb: number) => number, week: number, more: number) => of(week + more) - of(week)
const signedIn = (people: number) => beyond(50_000, Math.min(people, 100_000), 0.0055) + beyond(100_000, people, 0.0046)

/** The numbers of a row's last cells, in US$: what is free costs nothing. */
function costsIn(start: string, cells: number): number[] {
  const row = page.split('\n').find((line) => line.startsWith(`| ${start}`))
  const last = row?.split('|').slice(-1 - cells, -1) ?? []
  return last.map((cell) => (/free/.test(cell) ? 0 : Number(/US\$ ([\d,.]+)/.exec(cell)?.[1]?.replaceAll(',', ''))))
}

/** As it is written: up, to ten cents, or beyond ten to the dollar. */
function roundedUp(cost: number): number {
  const parts = cost < 10 ? 10 : 1
  return Math.max(0, Math.ceil(cost * parts - 1e-9)) / parts
}

it('the week adds up', () => {
  for (const people of PEOPLE) {
    const [written, read] = [people * PER_PERSON.writes, people * PER_PERSON.reads]
    // A day's free quota covers the smallest, spread over a week; the others are not given it.
    const operations = people === 1000 ? 0 : writes(written) + reads(read)
    const costs = [operations, sent(read * KB), shown(people * PER_PERSON.visitGb)]
    const all = costs.reduce((sum, cost) => sum + cost)
    const said = costsIn(`${people.toLocaleString('en')} |`, 4)
    expect(said).toEqual([...costs, all].map(roundedUp))
  }
})

const sentBeside = (people: number, gb: number) => also(sent, people * PER_PERSON.reads * KB, gb)

it.each<[string, (people: number, stored: number) => number]>([
  ['each new version', (people) => also(shown, people * PER_PERSON.visitGb, people * PER_PERSON.updateGb)],
  ['stored, a month', (_, stored) => beyond(1, stored, 0.18)],
  ['every minute', (_, stored) => stored * 0.18],
  ["Google's copies", (_, stored) => stored * 0.18 * 14 * 7],
  ['one of these copies', (_, stored) => stored * 0.3],
  // Of each person six stances, a ballot and a third of a comment are counted.
  ['results, every', (people) => reads(PUBLICATIONS * (PUBLICATION + (people * 7.33) / 1000))],
  ['a backup of', (people, stored) => reads(stored / KB, 50_000) + sentBeside(people, stored)],
  [
    'a restoration',
    (people, stored) => reads(stored / KB, 50_000) + writes(stored / KB, 20_000) + sentBeside(people, stored),
  ],
  ['App Check', (people) => beyond(10_000, 2 * people, 0.001)],
  ['Identity Platform', signedIn],
])('and so does what “%s …” costs', (start, cost) => {
  const expected = PEOPLE.map((people) => roundedUp(cost(people, people * PER_PERSON.documents * KB)))
  expect(costsIn(start, PEOPLE.length)).toEqual(expected)
})

it('what a publication reads is told as it is computed', () => {
  expect(page).toContain(`${PUBLICATIONS.toLocaleString('en')} times ${PUBLICATION} reads`)
  const decision = readFileSync('docs/decisions/011-the-sticker-vote.md', 'utf8')
  const most = readsToPublish({ subtasks: MAX_SUBTASKS * TASK_IDS.length })
  expect(decision).toContain(`That is ${PUBLICATION} reads with three subtasks a task, ${most} with ten`)
})
