import { createContext } from 'react'

/**
 * The way to join from a conversation and back. It changes with every choice of the list, which is part of the address, and
 * hardly any comment shows it: so it is no part of what a comment is drawn anew for.
 */
export const JoinLink = createContext('')
