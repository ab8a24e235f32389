import type { Me } from './me.ts'
import { SIGNED_IN, storage } from './storage.ts'

/** Whether somebody is signed in here, and who that is has not been read yet: then nobody is told to join. */
export const isLookedUp = (me: Me | undefined): boolean => me === undefined && storage.read(SIGNED_IN) !== null
