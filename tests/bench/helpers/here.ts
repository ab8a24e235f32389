import { AsyncLocalStorage } from 'node:async_hooks'
import type { Firestore } from 'firebase/firestore/lite'

/** Whose database the product's code meets: it knows one person a page, and here a thousand act at once. */
export const here = new AsyncLocalStorage<Firestore>()
