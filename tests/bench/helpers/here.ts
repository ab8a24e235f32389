import { AsyncLocalStorage } from 'node:async_hooks'
import type { Firestore } from 'firebase/firestore/lite'

/** One time that somebody's thing is sent: their database, and how often Firestore was asked for it, and said what. */
export type Errand = { readonly db: Firestore; requests: number; contended: number; refused: number }

export const newErrand = (db: Firestore): Errand => ({ db, requests: 0, contended: 0, refused: 0 })

/** Whose database the product's code meets: it knows one person a page, and here a thousand act at once. */
export const here = new AsyncLocalStorage<Errand>()
