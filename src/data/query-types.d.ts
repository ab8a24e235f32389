import '@tanstack/react-query'
import type { DataError } from './errors.ts'

declare module '@tanstack/react-query' {
  interface Register {
    // Everything in src/data throws DataError, and nothing else.
    defaultError: DataError
    /**
     * `keep`: stays readable on this device without a connection: the `whole` of it, or the `pages` of a list of
     * comments, where those seen on former visits stay. For what anybody may read, and nothing else.
     */
    queryMeta: { keep?: 'whole' | 'pages' }
  }
}
