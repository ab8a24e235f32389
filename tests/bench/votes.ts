import { connectToEmulators } from '../../scripts/lib/admin.ts'
import { readFlags, runScript, UserError } from '../../scripts/lib/cli.ts'
import { emptyFirestore, startFirestore } from '../../scripts/lib/firestore-emulator.ts'
import { freePorts } from '../../scripts/lib/ports.ts'
import { FOR_RULES, needPrerequisites } from '../../scripts/lib/prerequisites.ts'
import { Processes, stopEverything } from '../../scripts/lib/processes.ts'
import { recordUnder } from './helpers/record.ts'
import { loadTable } from './helpers/shard-load.ts'
import { addBallots, type Crowd, castAtOnce, publicationReads, recountIn, seedCrowd } from './helpers/voters.ts'

const HELP = `
npm run bench:votes -- [--people N] [--more N] [--no-record]

Lets people cast and change their sticker ballots all at once on the Firestore emulator, under the rules, as the product
does it: the ballot and its tally in one batch, again after a random wait where Firestore asks for it, and from the
outbox where that did not help. Then counts every
ballot against the tallies, and how many reads a publication takes, before and after many more ballots are there.
Fails if a ballot is lost, a sum differs, somebody had to give up, or publishing takes more reads than before.

  --people N     voters at once (1000)
  --more N       ballots there in the end (20000)
  --no-record    leaves docs/performance.md as it is
`

const processes = new Processes()

async function main(): Promise<number> {
  const flags = readFlags(HELP, {
    people: { type: 'string', default: '1000' },
    more: { type: 'string', default: '20000' },
    'no-record': { type: 'boolean' },
  })
  const [people, more] = [Number(flags.people), Number(flags.more)]
  if (!(people > 0 && more >= people)) throw new UserError('How many? --people at least 1, --more at least as many.')
  needPrerequisites(FOR_RULES)
  return await Promise.race([processes.failure, measure(people, more, !flags['no-record'])])
}

async function measure(people: number, more: number, recording: boolean): Promise<number> {
  const [port = 0] = await freePorts(1)
  const firestore = await startFirestore(processes, port)
  // Somebody's own emulator may hold something.
  await emptyFirestore(firestore)
  const { db, close } = connectToEmulators({ auth: '127.0.0.1:1', firestore })
  const crowd: Crowd = await seedCrowd(db, people)
  const load = await castAtOnce(firestore, crowd)
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
| people casting and changing at once | ${number(people)} |
| batches that changed something | ${number(load.batches)} |
| seconds, all of them together | ${load.seconds.toFixed(1)} |
| batches that Firestore asked to try again | ${number(load.retries)} |
| tries of one batch, at most | ${load.mostTries} of 5 |
| batches that went back into the outbox, to be sent again 10 to 20 seconds later | ${number(load.returned)} |
| times one batch was taken out of the outbox, at most | ${load.mostRounds} |
| batches given up | ${load.lost} |
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
    ...(load.lost > 0 ? [`${load.lost} batches were given up`] : []),
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
