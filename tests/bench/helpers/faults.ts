import { here } from './here.ts'

/** What goes wrong on the way: before a request is sent, after it was answered, or at a server that does not serve. */
const LOSSES = ['cut', 'answer lost', 'unavailable', 'limit reached'] as const
/** And that too many wait for one document: nothing of a batch was written, and it may be sent again. */
export const FAULTS = [...LOSSES, 'asked to try again'] as const
export type Fault = (typeof FAULTS)[number]

export type Shares = {
  /** How many of all requests fail: 0.1 is every tenth. */
  readonly faults: number
  /** How many of all batches that got through Firestore asks to try again. */
  readonly contended: number
}

const error = (status: number, code: string): Response =>
  new Response(JSON.stringify({ error: { code: status, message: code, status: code } }), { status })

const isCommit = (address: string): boolean => address.includes('/documents:commit')

const CONTENDED = 409
const REFUSED = 403

/**
 * From now on, a share of what is asked of Firestore over HTTP fails, in each way as often as in the others, and of the batches
 * another share is asked to try again. What firebase-admin asks goes another way, untouched.
 * @returns how to end it, which tells how often each has happened, how often Firestore itself asked to try again, and of how
 * many batches
 */
export function injectFaults({ faults, contended }: Shares) {
  const met: Record<Fault, number> = {
    cut: 0,
    'answer lost': 0,
    unavailable: 0,
    'limit reached': 0,
    'asked to try again': 0,
  }
  let reallyContended = 0
  let batches = 0
  const send = globalThis.fetch

  const faultFor = (address: string): Fault | undefined => {
    if (Math.random() < faults) return LOSSES[Math.floor(Math.random() * LOSSES.length)]
    return isCommit(address) && Math.random() < contended ? 'asked to try again' : undefined
  }

  async function answerTo(...[input, init]: Parameters<typeof fetch>): Promise<Response> {
    const fault = faultFor(String(input))
    if (fault) met[fault] += 1
    if (fault === 'unavailable') return error(503, 'UNAVAILABLE')
    if (fault === 'limit reached') return error(429, 'RESOURCE_EXHAUSTED')
    if (fault === 'asked to try again') return error(CONTENDED, 'ABORTED')
    if (fault === 'cut') throw new TypeError('fetch failed')
    const answer = await send(input, init)
    if (isCommit(String(input))) batches += 1
    if (answer.status === CONTENDED) reallyContended += 1
    if (fault === 'answer lost') throw new TypeError('fetch failed')
    return answer
  }

  globalThis.fetch = async (input, init) => {
    if (!String(input).includes('/documents:')) return send(input, init)
    const errand = here.getStore()
    if (errand) errand.requests += 1
    const answer = await answerTo(input, init)
    if (errand && answer.status === CONTENDED) errand.contended += 1
    if (errand && answer.status === REFUSED) errand.refused += 1
    return answer
  }
  return {
    end() {
      globalThis.fetch = send
      return { met, contended: reallyContended, batches }
    },
  }
}
