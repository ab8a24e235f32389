import '@tanstack/react-query'
import type { DataError } from './errors.ts'

declare module '@tanstack/react-query' {
  interface Register {
    // Everything in src/data throws DataError, and nothing else.
    defaultError: DataError
  }
}
