import { collection, doc, getDoc, getDocs, query, where } from 'firebase/firestore/lite'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { voidRest } from '#data/slip-making.ts'
import { voidingEntryId } from '#domain/audit.ts'
import { admin, onEmulator, signedIn } from './helpers/emulator.ts'
import { seed } from './helpers/people.ts'
import { BATCH, by, entry, minutesAgo, seedInviters, seedSlip, T2, VOIDING, voiding } from './helpers/slips.ts'

// The app's own code against the rules: as somebody who issues slips.
const here = vi.hoisted(() => ({ db: undefined as unknown }))
vi.mock('#data/firestore.ts', () => ({
  get db() {
    return here.db
  },
}))
// Nothing is drawn here.
vi.mock('#data/painted.ts', () => ({ painted: async () => {} }))

onEmulator()

beforeEach(async () => {
  await seedInviters()
  await seedSlip()
  await seedSlip({}, T2)
  here.db = signedIn('inviter')
})

const order = { batch: BATCH, uid: 'inviter', reason: '1학년 1반' }
const entriesOf = async () => {
  const { docs } = await getDocs(query(collection(admin(), 'auditLog'), where('action', '==', 'void-slips')))
  return docs.map(({ id }) => id)
}
const voided = async () => {
  const { docs } = await getDocs(query(collection(admin(), 'invites'), where('voided', '!=', null)))
  return docs.length
}
const voidedBy = async (token: string) => (await getDoc(doc(admin(), `invites/${token}`))).get('voided')

describe('voiding that is begun again after its first answer was lost', () => {
  it('goes on under the entry that has arrived', async () => {
    await by('inviter', ...voiding())
    await voidRest(order, () => {})
    expect(await voidedBy(T2)).toBe(VOIDING)
    expect(await entriesOf()).toEqual([VOIDING])
  })

  it('is another action for another reason', async () => {
    await by('inviter', ...voiding())
    await voidRest({ ...order, reason: '2학년 1반' }, () => {})
    expect(await entriesOf()).toEqual([VOIDING, voidingEntryId(BATCH, T2)])
  })

  it('is another action when the entry has spoken long enough, also where the clock of the device is slow', async () => {
    await seed(`auditLog/${VOIDING}`, entry('void-slips', { at: minutesAgo(11) }))
    await seedSlip({ voided: VOIDING })
    const slow = vi.spyOn(Date, 'now').mockReturnValue(minutesAgo(5).toMillis())
    await voidRest(order, () => {})
    slow.mockRestore()
    expect(await voidedBy(T2)).toBe(voidingEntryId(BATCH, T2))
  })
})

describe('voiding that somebody stops', () => {
  it('voids no more than what was on its way, says how many, and goes on when it is asked again', async () => {
    for (let number = 3; number <= 20; number++)
      await seedSlip({}, `TokenTokenTokenToken${`${number}`.padStart(2, '0')}`)
    const stopper = new AbortController()
    const seen: string[] = []
    const stopping = voidRest(
      order,
      (done, all) => {
        seen.push(`${done} of ${all}`)
        stopper.abort()
      },
      stopper.signal,
    )
    expect(await stopping).toEqual({ count: 9, isStopped: true })
    expect(seen).toEqual(['9 of 20'])
    expect(await voided()).toBe(9)
    expect(await voidRest(order, () => {}, new AbortController().signal)).toEqual({ count: 11, isStopped: false })
    expect(await voided()).toBe(20)
    expect(await entriesOf()).toEqual([VOIDING])
  })

  it('before its first write changes nothing', async () => {
    expect(await voidRest(order, () => {}, AbortSignal.abort())).toEqual({ count: 0, isStopped: true })
    expect(await voided()).toBe(0)
    expect(await entriesOf()).toEqual([])
  })
})
