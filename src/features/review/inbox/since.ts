/** What changes are asked for, each from its own moment on. */
const KINDS = ['comments', 'reviews', 'log', 'reports'] as const
type Kind = (typeof KINDS)[number]

const moments = new Map<Kind, number>()

/** The newest moment of what is known, from which on changes are asked for: by the clock of the database alone. */
export const since = {
  of: (kind: Kind): Date => new Date(moments.get(kind) ?? 0),

  /** These are known now as well. */
  note(kind: Kind, known: readonly Date[]): void {
    const newest = known.reduce((latest, date) => Math.max(latest, date.getTime()), moments.get(kind) ?? 0)
    moments.set(kind, newest)
  },

  reset: (): void => moments.clear(),
}

/** What a list costs: each document a read, and one where there is none. */
export const readsOf = (found: readonly unknown[]): number => Math.max(1, found.length)
