import { readFileSync } from 'node:fs'
import { connectToEmulators } from '../../scripts/lib/admin.ts'
import { readFlags, runScript, UserError } from '../../scripts/lib/cli.ts'
import { startFirestore } from '../../scripts/lib/firestore-emulator.ts'
import { freePorts } from '../../scripts/lib/ports.ts'
import { FOR_RULES, needPrerequisites } from '../../scripts/lib/prerequisites.ts'
import { Processes, stopEverything } from '../../scripts/lib/processes.ts'
import { readsToPublish } from '../../scripts/lib/publication-reads.ts'
import { publishResults } from '../../scripts/lib/results.ts'
import { newReport, runVitest } from '../../scripts/lib/runners.ts'
import type { Load } from './helpers/arriving.ts'
import { returnsAtMost, roundsAtMost } from './helpers/bounds.ts'
import type { Figures, Size } from './helpers/crowd.ts'
import { FAULTS } from './helpers/faults.ts'
import { publicationReads } from './helpers/publication-reads.ts'
import { recordUnder } from './helpers/record.ts'
import { loadTable } from './helpers/shard-load.ts'
import { addBallots, recountIn } from './helpers/voters.ts'

const HELP = `
npm run bench:votes -- [--people N] [--commenters N] [--faults P] [--more N] [--no-record]

Lets people cast and change their sticker ballots, who all come within a minute, while others comment, reply and react, on
the Firestore emulator, under the rules, by the product's own code (tests/rules/crowd.test.ts, which every test run does for a few).
Meanwhile a share of all requests fails: cut off, answered into the void, not served, over a limit; and as large a share of
all batches is asked to try again. Then compares every ballot, comment, reply and reaction and every number of every group
with what was done, and counts how many reads a publication takes, before and after many more ballots are there.
Fails if anything is lost or doubled, a sum differs, somebody had to give up, something was sent more often or sooner than
what failed is a reason for (helpers/bounds.ts), or publishing takes more reads than before, or than are computed
(scripts/lib/publication-reads.ts).

  --people N       voters within a minute (1000)
  --commenters N   commenters at the same time (200)
  --faults P       percent of requests that fail, and of batches asked to try again (10)
  --more N         ballots there in the end (20000)
  --no-record      leaves docs/performance.md as it is
`

const processes = new Processes()

async function main(): Promise<number> {
  const flags = readFlags(HELP, {
    people: { type: 'string', default: '1000' },
    commenters: { type: 'string', default: '200' },
    faults: { type: 'string', default: '10' },
    more: { type: 'string', default: '20000' },
    'no-record': { type: 'boolean' },
  })
  const sizes = {
    people: Number(flags.people),
    commenters: Number(flags.commenters),
    faults: Number(flags.faults),
    more: Number(flags.more),
  }
  if (
    !(
      sizes.people > 0 &&
      sizes.commenters >= 0 &&
      sizes.more >= sizes.people &&
      sizes.faults >= 0 &&
      sizes.faults < 100
    )
  )
    throw new UserError('How many? --people at least 1, --more at least as many, --faults below 100.')
  needPrerequisites(FOR_RULES)
  return await Promise.race([processes.failure, measure(sizes, !flags['no-record'])])
}

type Sizes = { readonly people: number; readonly commenters: number; readonly faults: number; readonly more: number }

/** What waits, waits as long as in the product, but for this at most: after a limit that is a quarter of an hour. */
const PATIENCE_MS = 20_000

/** The crowd acts in a process of Vitest, which gives each person's code a database of their own. */
async function letThemAct(firestore: string, size: Size): Promise<Figures | null> {
  const CROWD_FIGURES = newReport()
  const env = { FIRESTORE_EMULATOR_HOST: firestore, CROWD: JSON.stringify(size), CROWD_FIGURES }
  const { passed } = await runVitest(processes, 'rules', ['tests/rules/crowd.test.ts'], env)
  return passed === 1 ? JSON.parse(readFileSync(CROWD_FIGURES, 'utf8')) : null
}

async function measure({ people, commenters, faults, more }: Sizes, recording: boolean): Promise<number> {
  const [port = 0] = await freePorts(1)
  const firestore = await startFirestore(processes, port)
  const shares = { faults: faults / 100, contended: faults / 100 }
  const figures = await letThemAct(firestore, { people, commenters, ...shares, patience: PATIENCE_MS, pace: 1 })
  // What is wrong has been said.
  if (!figures) return 1
  const { votes, talk, seconds, met, contended } = figures
  const { db, close } = connectToEmulators({ auth: '127.0.0.1:1', firestore })
  const after = await recountIn(db)
  // As on any day but the first, which finds no results of before to look at.
  await publishResults(db)
  const [few, fewBallots] = [await publicationReads(db), after.ballots]
  await addBallots(db, more - fewBallots)
  const many = await publicationReads(db)
  const afterMore = await recountIn(db)
  const tasks = (await db.collection('tasks').get()).docs
  const reads = readsToPublish({ subtasks: tasks.reduce((all, task) => all + task.get('subtasks').length, 0) })
  await close()
  await processes.stop()

  const number = (value: number) => value.toLocaleString('en-GB')
  const loads = [votes, talk]
  const sums = (of: (load: Load) => number) => number(loads.reduce((all, load) => all + of(load), 0))
  const most = (of: (load: Load) => number) => Math.max(...loads.map(of))
  const table = `| what | figure |
| --- | ---: |
| people casting and changing ballots, who come within a minute | ${number(people)} |
| people commenting, replying and reacting at the same time | ${number(commenters)} |
| things the voters, the commenters did | ${number(votes.deeds)}, ${number(talk.deeds)} |
| seconds, all of them together | ${seconds.toFixed(1)} |
| faults met: ${FAULTS.join(', ')} | ${FAULTS.map((fault) => number(met[fault])).join(', ')} |
| times Firestore itself asked to try a batch again | ${number(contended)} |
| times something went back into the outbox, to be sent again later | ${sums((load) => load.returned)} |
| refusals although the rules allow it: a look-up of the rules failed; sent again | ${sums((load) => load.refused)} |
| both together, as many as these faults are a reason for | ${sums((load) => returnsAtMost(shares, load.deeds))} |
| times one thing was taken out of the outbox, at most; that these faults are a reason for | ${most((load) => load.mostRounds)}, ${most((load) => roundsAtMost(shares, load.deeds))} |
| requests sent for one thing, at most | ${most((load) => load.mostRequests)} |
| things given up, missing, doubled or miscounted | 0 |
| ballots counted one by one, against the tallies | ${number(after.ballots)}, ${number(after.voters)} |
| stickers counted one by one, against the tallies | ${number(after.stickers)}, ${number(after.tallied)} |
| reads to publish at ${number(fewBallots)} ballots, recount aside | ${number(few.reads)} |
| reads to publish at ${number(afterMore.ballots)} ballots, recount aside | ${number(many.reads)} |
| reads to publish, recount aside, at most, as computed | ${number(reads)} |
| reads to recount: one for every thousand documents | ${few.recount}, ${many.recount} |

What one tally document takes in a voting week's busiest hour, computed: ballots spread evenly over the 32 shards of their
group, each ballot one write of its tally. Firestore promises one sustained write a second for a document; where more meet for
a moment, it asks some to try again.

${loadTable()}`
  console.log(`\n${table}\n`)
  if (recording) recordUnder('votes', `\`npm run bench:votes\``, table)

  const isExact = [after, afterMore].every((one) => one.ballots === one.voters && one.stickers === one.tallied)
  const complaints = [
    ...(isExact ? [] : ['the tallies are not the sums of the ballots']),
    ...(few.reads === many.reads ? [] : ['publishing takes more reads when there are more ballots']),
    ...(many.reads <= reads ? [] : ['publishing takes more reads than are computed']),
  ]
  for (const complaint of complaints) console.error(`BROKEN ${complaint}`)
  if (complaints.length === 0) console.log('Nothing was lost, every sum is exact, publishing costs the same.')
  return complaints.length === 0 ? 0 : 1
}

await runScript(main, { cleanUp: stopEverything })
