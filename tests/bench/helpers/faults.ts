/** What goes wrong on the way: before a request is sent, after it was answered, or at a server that does not serve. */
export const FAULTS = ['cut', 'answer lost', 'unavailable', 'limit reached'] as const
export type Fault = (typeof FAULTS)[number]

const error = (status: number, code: string): Response =>
  new Response(JSON.stringify({ error: { status: code } }), { status })

/** What Firestore answers to be asked again: too many wait for one document. */
const CONTENDED = 409

/**
 * From now on, a share of what is asked of Firestore over HTTP fails, in each way as often as in the others. What
 * firebase-admin asks goes another way, untouched.
 * @returns how to end it, which tells how often each has happened, and how often Firestore itself asked to try again
 */
export function injectFaults(share: number) {
  const met: Record<Fault, number> = { cut: 0, 'answer lost': 0, unavailable: 0, 'limit reached': 0 }
  let contended = 0
  const send = globalThis.fetch
  globalThis.fetch = async (input, init) => {
    const fault = Math.random() < share ? FAULTS[Math.floor(Math.random() * FAULTS.length)] : undefined
    if (!fault || !String(input).includes('/documents:')) {
      const answer = await send(input, init)
      if (answer.status === CONTENDED) contended += 1
      return answer
    }
    met[fault] += 1
    if (fault === 'unavailable') return error(503, 'UNAVAILABLE')
    if (fault === 'limit reached') return error(429, 'RESOURCE_EXHAUSTED')
    if (fault === 'answer lost') await send(input, init)
    throw new TypeError('fetch failed')
  }
  return {
    end() {
      globalThis.fetch = send
      return { met, contended }
    },
  }
}
