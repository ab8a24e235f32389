// How Chromium (and bring.ts), Firefox and Safari say that a file of the app did not arrive.
const FAILED_IMPORT = /dynamically imported module|importing a module script failed/i

/** Whether an error means that a part of the app could not be loaded: no connection, or files of an older version. */
export const isFailedImport = (error: unknown): boolean => error instanceof Error && FAILED_IMPORT.test(error.message)
