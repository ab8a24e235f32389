import type { Firestore } from 'firebase/firestore/lite'
import { anyone, signedIn } from './emulator.ts'
import { ANONYMOUS } from './slips.ts'

/** Somebody by name: “nobody” has not signed in, and “anonymous” has without an address. */
export function clientAs(name: string): Firestore {
  if (name === 'nobody') return anyone()
  return name === 'anonymous' ? signedIn(name, ANONYMOUS) : signedIn(name)
}
