import type { DocumentData } from 'firebase-admin/firestore'

/** A document to write: its path and what it holds. */
export type Doc = readonly [path: string, data: DocumentData]

export const hoursBefore = (now: Date, hours: number): Date => new Date(now.getTime() - hours * 3_600_000)
