import { locked } from './locks.ts'

/**
 * Does something while no tab sends what is in the outbox, this one neither. Without locks each write is still safe twice.
 */
export const alone = (act: () => Promise<void>): Promise<unknown> => locked('madang:outbox', {}, act)
