import type { TestDetails } from '@playwright/test'

/** What people do here that must not be lost or done twice. */
export const FLOWS = [
  'joining',
  'commenting',
  'reacting',
  'taking a stance',
  'voting',
  'reviewing',
  'publishing',
] as const
export type Flow = (typeof FLOWS)[number]

/** What can go wrong while they do. */
export const FAULTS = [
  'network cut',
  'slowed to 2G',
  'connection reset in the middle of a write',
  'answer lost after the write',
  '403',
  '429',
  '5xx',
  'expired token',
  'clock off by a day',
  'storage full',
  'storage forbidden',
  'IndexedDB forbidden',
  'service worker of the former version',
  'two tabs',
  'reload at each step',
] as const
export type Fault = (typeof FAULTS)[number]

/** The flows that go through the outbox. */
export const OUTBOX_FLOWS = ['commenting', 'reacting', 'taking a stance', 'voting'] as const satisfies readonly Flow[]

const TYPE = 'fault'

/** @property what what somebody sees of it, and what is stored then: what the test asserts, in a few words */
export type Proof = { readonly flow: Flow; readonly fault: Fault; readonly what: string }

/**
 * What a test proves of docs/reliability.md, which is written from it.
 * @example test('…', proves([['commenting'], 'network cut', 'said, and sent once']), async ({ page }) => {})
 */
export const proves = (...cells: [flows: readonly Flow[], fault: Fault, what: string][]): TestDetails => ({
  annotation: cells.flatMap(([flows, fault, what]) =>
    flows.map((flow) => ({ type: TYPE, description: [flow, fault, what].join(' × ') })),
  ),
})

/** What a test that has passed has proved, by its annotations. */
export const proofsIn = (annotations: readonly { type: string; description?: string }[]): Proof[] =>
  annotations
    .filter(({ type }) => type === TYPE)
    .map(({ description = '' }) => {
      const [flow, fault, what = ''] = description.split(' × ')
      return { flow: flow as Flow, fault: fault as Fault, what }
    })
