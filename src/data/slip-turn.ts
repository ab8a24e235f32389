import { isLocked, locked } from './locks.ts'

// Slips are made by one tab at a time: of two that go on with the same ones, the slower would be refused each time.

const NAME = 'madang:slips'

/** Whose turn it is to make slips, among all tabs of this browser. Without locks it is everybody's. */
export const slipTurn = {
  /** Does something unless slips are being made, here or in another tab. @returns null where they are: nothing was done */
  take: <Result>(act: () => Promise<Result>): Promise<Result | null> =>
    locked(NAME, { ifAvailable: true }, async (isOwn) => (isOwn ? act() : null)),

  /** Whether slips are being made at this moment, here or in another tab. */
  isTaken: (): Promise<boolean> => isLocked(NAME),

  /** Until no slips are being made any more: they all are there, it stopped, or its tab was closed. */
  isFree: (): Promise<void> => locked(NAME, { mode: 'shared' }, async () => {}),
}
