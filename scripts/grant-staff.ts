import { FieldValue } from 'firebase-admin/firestore'
import type { StaffRights } from '#domain/demo-accounts.ts'
import { type Admin, connectTo } from './lib/admin.ts'
import { readFlags, runScript, UserError } from './lib/cli.ts'

const HELP = `
npm run staff:grant -- --email ADDRESS [--name NAME] [--office OFFICE] [--rights review,edit,invite,manage]
                       [--reason TEXT] [--project ID]

Gives somebody a staff record, and writes that into the log in the same batch. It is meant for the first manager, who
then gives and takes all other records in the product. The person must have signed in once. A record that is there
already is replaced.

  --rights     some of review, edit, invite, manage, separated by commas; usually all
  --office     usually 서울특별시교육청
  --project    a real project, with application-default credentials; usually the emulators of “npm start”
`

const RIGHTS: Readonly<Record<string, keyof StaffRights>> = {
  review: 'canReview',
  edit: 'canEdit',
  invite: 'canInvite',
  manage: 'canManage',
}

async function main(): Promise<undefined> {
  const flags = readFlags(HELP, {
    email: { type: 'string' },
    name: { type: 'string' },
    office: { type: 'string', default: '서울특별시교육청' },
    rights: { type: 'string', default: Object.keys(RIGHTS).join(',') },
    reason: { type: 'string', default: 'First staff record, by the admin script' },
    project: { type: 'string' },
  })
  if (!flags.email) throw new UserError('Who? Say --email ADDRESS.')
  const rights = rightsFrom(flags.rights)
  const admin = await connectTo(flags.project)
  const { uid, displayName } = await accountOf(admin, flags.email)
  const name = flags.name ?? displayName ?? flags.email

  const record = admin.db.doc(`staff/${uid}`)
  const follows: unknown = (await record.get()).get('logEntry') ?? null
  const batch = admin.db.batch()
  const entry = admin.db.collection('auditLog').doc()
  batch.set(record, { name, office: flags.office, ...rights, follows, logEntry: entry.id })
  batch.create(entry, {
    action: 'staff',
    target: uid,
    byUid: 'admin-script',
    at: FieldValue.serverTimestamp(),
    reason: flags.reason,
  })
  await batch.commit()
  console.log(`${name} (${flags.email}) now holds: ${flags.rights}.`)
  await admin.close()
}

function rightsFrom(list: string): StaffRights {
  const rights = { canReview: false, canEdit: false, canInvite: false, canManage: false }
  for (const name of list.split(',').map((part) => part.trim())) {
    const right = RIGHTS[name]
    if (!right) throw new UserError(`There is no right “${name}”: choose from ${Object.keys(RIGHTS).join(', ')}.`)
    rights[right] = true
  }
  return rights
}

async function accountOf({ auth, projectId }: Admin, email: string) {
  const account = await auth.getUserByEmail(email).catch((error: { code?: string }) => {
    if (error.code !== 'auth/user-not-found') throw error
    throw new UserError(`Nobody has signed in to ${projectId} as ${email}: let the person sign in once, then repeat.`)
  })
  // Anybody may claim an address; rights go to its owner only.
  if (!account.emailVerified) throw new UserError(`${email} is not verified in ${projectId}: no rights were given.`)
  return account
}

await runScript(main)
