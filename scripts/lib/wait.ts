import { UserError } from './cli.ts'

export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds))

/**
 * Waits until something answers HTTP at this address, whatever the status.
 * @throws UserError after `seconds`
 */
export async function untilUp(name: string, url: string, seconds = 120): Promise<void> {
  const deadline = Date.now() + seconds * 1000
  while (Date.now() < deadline) {
    try {
      const answer = await fetch(url, { signal: AbortSignal.timeout(5000) })
      await answer.body?.cancel()
      return
    } catch {
      await pause(100)
    }
  }
  throw new UserError(`${name} did not answer at ${url} within ${seconds} seconds.`)
}
