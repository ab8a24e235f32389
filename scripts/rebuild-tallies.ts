import { connectTo } from './lib/admin.ts'
import { readFlags, runScript } from './lib/cli.ts'
import { type Difference, isVotingOpen, rebuild } from './lib/rebuild.ts'
import { ballotSums, commentSums, stanceSums } from './lib/sums.ts'

const HELP = `
npm run tallies:rebuild -- [--apply] [--project ID]

Counts ballots, stances, reactions, replies and reports one by one, and shows each tally and each comment that says something
else; it ends with 1 if there is one. With --apply it puts them right. The rules keep them equal: find what wrote past them.

People may go on meanwhile: what somebody votes on while it is counted is counted again, and none of it is lost. Tallies
of ballots are put right only while voting is closed (npm run voting:set): in a voting week they are written all the time.

  --project   a real project, with application-default credentials; usually the emulators of “npm start”. It costs a read a
              ballot, stance, reaction and report, and two a comment. The sample's reactions are counters only: there
              they all differ.
`

const inWords = ({ path, fields }: Difference): string =>
  `${path}: ${fields.map(({ name, held, counted }) => `${name} ${held ?? 'nothing'}, counted ${counted}`).join('; ')}`

async function main(): Promise<number> {
  const { apply = false, project } = readFlags(HELP, { apply: { type: 'boolean' }, project: { type: 'string' } })
  const { db, close } = await connectTo(project)
  const [ballots, stances] = [ballotSums(db), stanceSums(db)]
  const isOpen = apply && (await isVotingOpen(db))
  let left = 0
  for (const sums of [ballots, stances, commentSums(db)]) {
    const writes = apply && !(isOpen && sums === ballots)
    const { differences, strays } = await rebuild(db, sums, writes)
    for (const difference of differences) console.log(inWords(difference))
    for (const path of strays) console.log(`${path}: counted nowhere, as the rules would not have taken it`)
    console.log(`${sums.title}: sums ${writes ? 'put right' : 'that differ'}: ${differences.length}.`)
    left += strays.length + (writes ? 0 : differences.length)
    if (apply && !writes && differences.length > 0) console.log('Voting is open: close it first (npm run voting:set).')
    // The final numbers of replaced revisions are published once: from what was put right, anew.
    if (writes && sums === stances && differences.length > 0) await db.doc('results/agreement').delete()
  }
  if (isOpen)
    console.log('Voting is open: tallies of ballots were left as they are. Close it first (npm run voting:set).')
  if (!apply && left > 0) console.log('Nothing was changed: this was a look. Add --apply to put it right.')
  await close()
  return left > 0 ? 1 : 0
}

await runScript(main)
