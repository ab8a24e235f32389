import type { ko } from './ko.ts'

/** The errors there are words for. */
export type ErrorKind = keyof (typeof ko)['errors']
