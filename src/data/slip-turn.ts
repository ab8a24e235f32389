// Slips are made by one tab at a time: of two that go on with the same ones, the slower would be refused each time.

const NAME = 'madang:slips'

/** Whose turn it is to make slips, among all tabs of this browser. Without locks (very old browsers) it is everybody's. */
export const slipTurn = {
  /** Does something unless slips are being made, here or in another tab. @returns null where they are: nothing was done */
  take: async <Result>(act: () => Promise<Result>): Promise<Result | null> =>
    'locks' in navigator
      ? await navigator.locks.request(NAME, { ifAvailable: true }, async (lock) => (lock ? act() : null))
      : act(),

  /** Whether slips are being made at this moment, here or in another tab. */
  async isTaken(): Promise<boolean> {
    if (!('locks' in navigator)) return false
    const { held } = await navigator.locks.query()
    return held?.some(({ name }) => name === NAME) ?? false
  },

  /** Until no slips are being made any more: they all are there, it stopped, or its tab was closed. */
  async isFree(): Promise<void> {
    if ('locks' in navigator) await navigator.locks.request(NAME, { mode: 'shared' }, async () => {})
  },
}
