import { connectToEmulators } from '../../scripts/lib/admin.ts'
import { readFlags, runScript, UserError } from '../../scripts/lib/cli.ts'
import { emptyFirestore, startFirestore } from '../../scripts/lib/firestore-emulator.ts'
import { freePorts } from '../../scripts/lib/ports.ts'
import { FOR_RULES, needPrerequisites } from '../../scripts/lib/prerequisites.ts'
import { Processes, stopEverything } from '../../scripts/lib/processes.ts'
import { TRIES } from './helpers/arriving.ts'
import { commentAtOnce, seedCommenters, whatIsWrong } from './helpers/commenters.ts'
import { FAULTS, injectFaults } from './helpers/faults.ts'
import { recordUnder } from './helpers/record.ts'
import { loadTable } from './helpers/shard-load.ts'
import { addBallots, type Crowd, castAtOnce, publicationReads, recountIn, seedCrowd } from './helpers/voters.ts'

const HELP = `
npm run bench:votes -- [--people N] [--commenters N] [--faults P] [--more N] [--no-record]

Lets people cast and change their sticker ballots and others comment, reply and react, all at once, on the Firestore
emulator, under the rules, as the product does it: what somebody does in one batch, again after a random wait where
Firestore asks for it, and from the outbox where that did not help. Meanwhile a share of all requests fails: cut off,
answered into the void, not served, over a limit. Then counts every ballot, reply and reaction against the sums, and how
many reads a publication takes, before and after many more ballots are there.
Fails if anything is lost or doubled, a sum differs, somebody had to give up, or publishing takes more reads than before.

  --people N       voters at once (1000)
  --commenters N   commenters at once (200)
  --faults P       percent of requests that fail (10)
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

async function measure({ people, commenters: talkers, faults, more }: Sizes, recording: boolean): Promise<number> {
  const [port = 0] = await freePorts(1)
  const firestore = await startFirestore(processes, port)
  // Somebody's own emulator may hold something.
  await emptyFirestore(firestore)
  const { db, close } = connectToEmulators({ auth: '127.0.0.1:1', firestore })
  const crowd: Crowd = await seedCrowd(db, people)
  const commenters = await seedCommenters(db, talkers)
  const began = performance.now()
  const injected = injectFaults(faults / 100)
  const [votes, talk] = await Promise.all([castAtOnce(firestore, crowd), commentAtOnce(firestore, commenters)])
  injected.end()
  const seconds = (performance.now() - began) / 1000
  const wrong = await whatIsWrong(db, commenters)
  const after = await recountIn(db)
  const [few, fewBallots] = [await publicationReads(db), after.ballots]
  await addBallots(db, more - fewBallots)
  const many = await publicationReads(db)
  const afterMore = await recountIn(db)
  await close()
  await processes.stop()

  const number = (value: number) => value.toLocaleString('en-GB')
  const table = `| what | figure |
| --- | ---: |
| people casting and changing ballots at once | ${number(people)} |
| people commenting, replying and reacting at the same time | ${number(talkers)} |
| batches of the voters, of the commenters | ${number(votes.batches)}, ${number(talk.batches)} |
| seconds, all of them together | ${seconds.toFixed(1)} |
| faults met: ${FAULTS.join(', ')} | ${FAULTS.map((fault) => number(injected.met[fault])).join(', ')} |
| times Firestore asked to try a batch again | ${number(votes.retries + talk.retries)} |
| tries of one batch before it goes back into the outbox, at most | ${Math.max(votes.mostTries, talk.mostTries)} of ${TRIES} |
| times a batch went back into the outbox, to be sent again 10 to 20 seconds later | ${number(votes.returned + talk.returned)} |
| refusals although the rules allow it: a look-up of the rules failed; sent again 2, then 10 seconds later | ${number(votes.refused + talk.refused)} |
| times one batch was taken out of the outbox, at most | ${Math.max(votes.mostRounds, talk.mostRounds)} |
| batches given up | ${votes.lost + talk.lost} |
| comments, replies and reactions missing, doubled or miscounted | ${wrong.length} |
| ballots counted one by one, against the tallies | ${number(after.ballots)}, ${number(after.voters)} |
| stickers counted one by one, against the tallies | ${number(after.stickers)}, ${number(after.tallied)} |
| reads to publish at ${number(fewBallots)} ballots, recount aside | ${number(few.reads)} |
| reads to publish at ${number(afterMore.ballots)} ballots, recount aside | ${number(many.reads)} |
| reads to recount: one for every thousand documents | ${few.recount}, ${many.recount} |

What one tally document takes in a voting week's busiest hour, computed: ballots spread evenly over the 32 shards of their
group, each ballot one write of its tally. Firestore promises one sustained write a second for a document; where more meet for
a moment, it asks some to try again.

${loadTable()}`
  console.log(`\n${table}\n`)
  if (recording) recordUnder('votes', `\`npm run bench:votes\``, table)

  const isExact = [after, afterMore].every((one) => one.ballots === one.voters && one.stickers === one.tallied)
  const complaints = [
    ...(votes.lost + talk.lost > 0 ? ['batches were given up'] : []),
    ...wrong,
    ...(after.ballots === crowd.expected.ballots && after.stickers === crowd.expected.stickers
      ? []
      : [`${crowd.expected.ballots} ballots and ${crowd.expected.stickers} stickers were cast, others are there`]),
    ...(isExact ? [] : ['the tallies are not the sums of the ballots']),
    ...(few.reads === many.reads ? [] : ['publishing takes more reads when there are more ballots']),
  ]
  for (const complaint of complaints) console.error(`BROKEN ${complaint}`)
  if (complaints.length === 0) console.log('Nothing was lost, every sum is exact, publishing costs the same.')
  return complaints.length === 0 ? 0 : 1
}

await runScript(main, { cleanUp: stopEverything })
