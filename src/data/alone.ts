/**
 * Does something while no tab sends what is in the outbox, this one neither. Without locks (very old browsers) each write is
 * still safe twice.
 */
export const alone = (act: () => Promise<void>): Promise<unknown> =>
  'locks' in navigator ? navigator.locks.request('madang:outbox', act) : act()
