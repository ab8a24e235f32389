import { collection, getDocs, query, where } from 'firebase/firestore/lite'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { clearDevice } from '#data/left-here.ts'
import { newSlipJob, type SlipJob, slipJob } from '#data/slip-job.ts'
import { issueSlips } from '#data/slip-making.ts'
import { newSlipToken } from '#domain/slip.ts'
import { admin, anyone, onEmulator, signedIn } from './helpers/emulator.ts'
import { seed } from './helpers/people.ts'
import { entry, inDays, minutesAgo, seedInviters, seedSlip } from './helpers/slips.ts'

// The app's own code against the rules: as somebody who issues slips.
const here = vi.hoisted(() => ({ db: undefined as unknown }))
vi.mock('#data/firestore.ts', () => ({
  get db() {
    return here.db
  },
}))
// What is on its way from another tab may arrive while somebody looks for it.
const arrives = vi.hoisted(() => ({ late: async () => {} }))
vi.mock('#data/slip-batches.ts', async (original) => {
  const batches = await original<typeof import('#data/slip-batches.ts')>()
  const readIssued: typeof batches.readIssued = async (tokens) => {
    const found = await batches.readIssued(tokens)
    await arrives.late()
    return found
  }
  return { ...batches, readIssued }
})
// Nothing is drawn here, and there is one tab.
vi.mock('#data/painted.ts', () => ({ painted: async () => {} }))
vi.stubGlobal('navigator', {})

onEmulator()

beforeEach(async () => {
  await seedInviters()
  here.db = signedIn('inviter')
  slipJob.clear()
})

const FORMER = 'FormerFormerFormer01'
const terms = { role: 'student', school: '한빛중학교', district: 'mapo', level: 'middle' } as const
const newJob = (changes: Partial<SlipJob> = {}): SlipJob => ({
  ...newSlipJob('inviter', { ...terms, expiresAt: inDays(30).toDate() }, '1학년 1반', 20),
  ...changes,
})
const issue = async (job: SlipJob) => {
  const progress: number[] = []
  const batches = await issueSlips(job, (done) => progress.push(done))
  return { batches, progress }
}
const issuedUnder = async (batch: string) =>
  (await getDocs(query(collection(admin(), 'invites'), where('batch', '==', batch)))).size
const entries = async () =>
  (await getDocs(query(collection(admin(), 'auditLog'), where('action', '==', 'issue-slips')))).docs.map(({ id }) => id)

/** The first slips of a job have been issued under an entry. */
async function seedIssued({ tokens }: SlipJob, number: number, minutes: number): Promise<void> {
  await seed(`auditLog/${FORMER}`, entry('issue-slips', { target: FORMER, at: minutesAgo(minutes) }))
  for (const token of tokens.slice(0, number)) await seedSlip({ batch: FORMER }, token)
}

describe('slips that are issued', () => {
  it('are in one batch, and done with', async () => {
    const { batches, progress } = await issue(newJob())
    expect(batches).toHaveLength(1)
    expect(await issuedUnder(batches?.[0] ?? '')).toBe(20)
    expect(progress).toEqual([0, 9, 18, 20])
    expect(slipJob.load('inviter')).toBeNull()
  })

  it('go on under an entry that speaks, and are in one batch', async () => {
    const job = newJob({ entry: { id: FORMER, at: Date.now() - 5 * 60_000 } })
    await seedIssued(job, 11, 5)
    expect(await issue(job)).toEqual({ batches: [FORMER], progress: [11, 20] })
    expect(await entries()).toEqual([FORMER])
    expect(await issuedUnder(FORMER)).toBe(20)
  })

  it('go on under another entry after more than nine minutes, and are in two batches', async () => {
    const job = newJob({ entry: { id: FORMER, at: Date.now() - 11 * 60_000 } })
    await seedIssued(job, 10, 11)
    const { batches } = await issue(job)
    expect(batches).toEqual([FORMER, expect.any(String)])
    expect(await Promise.all((batches ?? []).map(issuedUnder))).toEqual([10, 10])
  })

  it('are in no batch of which nothing was ever written', async () => {
    const { batches } = await issue(newJob({ entry: { id: FORMER, at: Date.now() - 11 * 60_000 } }))
    expect(batches).toHaveLength(1)
    expect(batches).not.toContain(FORMER)
    expect(await entries()).toEqual(batches)
  })

  it('are in no other batch where only the last answer was lost, eleven minutes ago', async () => {
    const job = newJob({ entry: { id: FORMER, at: Date.now() - 11 * 60_000 } })
    await seedIssued(job, 20, 11)
    expect(await issue(job)).toEqual({ batches: [FORMER], progress: [20] })
    expect(await entries()).toEqual([FORMER])
  })

  it('are found under an entry that this tab knows nothing of, and not issued twice', async () => {
    const job = newJob()
    await seedIssued(job, 20, 1)
    expect(await issue(job)).toEqual({ batches: [FORMER], progress: [20] })
    expect(await entries()).toEqual([FORMER])
  })

  it('are not issued twice where another tab’s arrive after they were looked for', async () => {
    const job = newJob({ entry: { id: FORMER, at: Date.now() } })
    arrives.late = async () => {
      arrives.late = async () => {}
      await seedIssued(job, 9, 0)
    }
    expect((await issue(job)).batches).toEqual([FORMER])
    expect(await issuedUnder(FORMER)).toBe(20)
    expect(await entries()).toEqual([FORMER])
  })

  it('do not come back to a device from which they were taken away as whoever makes them signed out', async () => {
    arrives.late = async () => {
      clearDevice('inviter')
      here.db = anyone()
    }
    await expect(issue(newJob())).rejects.toMatchObject({ kind: 'refused' })
    arrives.late = async () => {}
    expect(slipJob.load('inviter')).toBeNull()
  })

  it('are not begun where another tab has begun others, which stay', async () => {
    const others = newJob()
    slipJob.save(others)
    expect(await issue(newJob({ tokens: [newSlipToken()] }))).toEqual({ batches: null, progress: [] })
    expect(slipJob.load('inviter')?.tokens).toEqual(others.tokens)
    expect(await entries()).toEqual([])
  })
})
