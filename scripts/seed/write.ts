import { DEMO_ACCOUNTS } from '#domain/demo-accounts.ts'
import type { Admin } from '../lib/admin.ts'
import { UserError } from '../lib/cli.ts'
import type { Doc } from './docs.ts'

// The emulator takes 500 writes at once in about 0.1 s; Firestore itself asks for small batches, many at a time.
const WRITES_IN_BATCH = 250
const BATCHES_AT_ONCE = 8

/** Writes these documents over whatever stands there. */
export async function writeDocs({ db }: Pick<Admin, 'db'>, docs: readonly Doc[]): Promise<void> {
  const batches: (readonly Doc[])[] = []
  for (let from = 0; from < docs.length; from += WRITES_IN_BATCH) batches.push(docs.slice(from, from + WRITES_IN_BATCH))
  const writers = Array.from({ length: BATCHES_AT_ONCE }, async () => {
    for (let docsOfBatch = batches.pop(); docsOfBatch; docsOfBatch = batches.pop()) {
      const batch = db.batch()
      for (const [path, data] of docsOfBatch) batch.set(db.doc(path), data)
      await batch.commit()
    }
  })
  await Promise.all(writers)
}

/** Creates the demo accounts as people who sign in with Google; Google calls them by their uid. */
export async function importDemoAccounts({ auth }: Admin): Promise<void> {
  // The emulator refuses to import an account that it has; whoever is signed in as one of them stays so.
  const { users } = await auth.getUsers(DEMO_ACCOUNTS.map(({ uid }) => ({ uid })))
  const missing = DEMO_ACCOUNTS.filter(({ uid }) => !users.some((user) => user.uid === uid))
  if (missing.length === 0) return
  const { errors } = await auth.importUsers(
    missing.map(({ uid, email, name }) => ({
      uid,
      email,
      emailVerified: true,
      displayName: name.ko,
      providerData: [{ providerId: 'google.com', uid, email, displayName: name.ko }],
    })),
  )
  const [first] = errors
  if (first) throw new UserError(`The demo accounts could not be created: ${first.error.message}`)
}
