declare module 'virtual:plan/overview' {
  export const overview: readonly import('#domain/plan.ts').TaskOverview[]
}

declare module 'virtual:plan/*' {
  export const task: import('#domain/plan.ts').Task
  export const revisions: readonly import('#domain/revision.ts').Revision[]
}
