/** What changes are asked for, each from its own moment on. */
const KINDS = ['written', 'edited', 'reviews', 'log', 'reports'] as const
type Kind = (typeof KINDS)[number]

const moments = new Map<Kind, number>()

/** The newest moment of what is known, from which on changes are asked for: by the clock of the database alone. */
export const since = {
  of: (kind: Kind): Date => new Date(moments.get(kind) ?? 0),

  /** What was there at this moment will be read: changes are what comes later, however long that takes. */
  begin(at: Date): void {
    for (const kind of KINDS) moments.set(kind, at.getTime())
  },

  /** These are known now as well; of this kind, none that is older can come any more. */
  note<T>(kind: Kind, found: readonly T[], momentOf: (one: T) => Date | null): void {
    const known = found.map((one) => momentOf(one)?.getTime() ?? 0)
    moments.set(
      kind,
      known.reduce((newest, time) => Math.max(newest, time), moments.get(kind) ?? 0),
    )
  },

  reset: (): void => moments.clear(),
}

/** What a list costs: each document a read, and one where there is none. */
export const readsOf = (found: readonly unknown[]): number => Math.max(1, found.length)
