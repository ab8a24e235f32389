declare module 'virtual:plan/overview' {
  export const overview: readonly import('#domain/plan.ts').TaskOverview[]
}

declare module 'virtual:plan/revisions' {
  export const revisions: Readonly<
    Record<import('#domain/plan.ts').TaskId, readonly import('#domain/revision.ts').Revision[]>
  >
}

declare module 'virtual:plan/*' {
  export const task: import('#domain/plan.ts').TaskIn
}
