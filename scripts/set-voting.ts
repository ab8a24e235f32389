import { FieldValue } from 'firebase-admin/firestore'
import { connectTo } from './lib/admin.ts'
import { readFlags, runScript, UserError } from './lib/cli.ts'

const HELP = `
npm run voting:set -- --opens 2026-03-09T09:00 --closes 2026-03-13T18:00 --reason TEXT [--project ID]

Says when the sticker vote takes ballots: from the first moment on, until the second. Until it has been said, no ballot
is taken. It can be said anew at any time, also while people vote: the rules look at it with every ballot. What was
changed and why goes into the log in the same batch.

  --opens, --closes   a day and time in Seoul, or any time with its zone (2026-03-09T00:00Z)
  --reason            why, for those who read the log
  --project           a real project, with application-default credentials; usually the emulators of “npm start”
`

const SEOUL = '+09:00'

async function main(): Promise<undefined> {
  const { opens, closes, reason, project } = readFlags(HELP, {
    opens: { type: 'string' },
    closes: { type: 'string' },
    reason: { type: 'string' },
    project: { type: 'string' },
  })
  if (!opens || !closes || !reason) throw new UserError('When, and why? Say --opens, --closes and --reason.')
  const voting = { opensAt: momentFrom(opens), closesAt: momentFrom(closes) }
  if (voting.closesAt <= voting.opensAt) throw new UserError('The vote would close before it opens.')
  const admin = await connectTo(project)
  const batch = admin.db.batch()
  batch.set(admin.db.doc('settings/voting'), voting)
  batch.create(admin.db.collection('auditLog').doc(), {
    action: 'set-voting',
    target: 'settings/voting',
    byUid: 'admin-script',
    at: FieldValue.serverTimestamp(),
    reason,
  })
  await batch.commit()
  console.log(`Ballots are taken from ${voting.opensAt.toISOString()} until ${voting.closesAt.toISOString()}.`)
  await admin.close()
}

function momentFrom(text: string): Date {
  const moment = new Date(/(Z|[+-]\d\d:?\d\d)$/.test(text) ? text : `${text}${SEOUL}`)
  if (Number.isNaN(moment.getTime())) throw new UserError(`“${text}” is no time: write it as 2026-03-09T09:00.`)
  return moment
}

await runScript(main)
