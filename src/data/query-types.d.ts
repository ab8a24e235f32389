import '@tanstack/react-query'
import type { DataError } from './errors.ts'
import type { Keep } from './kept.ts'

declare module '@tanstack/react-query' {
  interface Register {
    // Everything in src/data throws DataError, and nothing else.
    defaultError: DataError
    queryMeta: { keep?: Keep }
  }
}
