import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { noteToldOfConsent, wasToldOfConsent } from '#data/consent-asked.ts'
import { CONSENT_VERSION } from '#domain/participant.ts'
import { fakeStorage } from '../../helpers/fake-storage.ts'

const KEY = 'madang:consent-asked'
const fake: { storage?: ReturnType<typeof fakeStorage> } = {}
const kept = () => fake.storage?.getItem(KEY) ?? null

const begin = (holds: Record<string, string> = {}) => {
  fake.storage = fakeStorage(holds)
  vi.stubGlobal('localStorage', fake.storage)
}

beforeEach(() => begin())
afterEach(() => void vi.unstubAllGlobals())

it('remembers each person who was told here, by something else than the uid', () => {
  noteToldOfConsent('mina')
  expect([wasToldOfConsent('mina'), wasToldOfConsent('jun')]).toEqual([true, false])
  noteToldOfConsent('jun')
  expect([wasToldOfConsent('mina'), wasToldOfConsent('jun')]).toEqual([true, true])
  expect(kept()).not.toMatch(/mina|jun/)
})

it('remembers nothing of an earlier text, nor what an earlier version of the app has kept for all', () => {
  for (const earlier of [`${CONSENT_VERSION - 1}:a,b`, String(CONSENT_VERSION - 1), String(CONSENT_VERSION), '', ':']) {
    begin({ [KEY]: earlier })
    expect(wasToldOfConsent('mina')).toBe(false)
    noteToldOfConsent('mina')
    expect(wasToldOfConsent('mina')).toBe(true)
    expect(kept()).toMatch(new RegExp(`^${CONSENT_VERSION}:[0-9a-z]+$`))
  }
})

it('does not grow with those who come: the last twenty are remembered, each once', () => {
  for (let i = 0; i < 50; i++) noteToldOfConsent(`somebody-${i}`)
  for (let i = 0; i < 50; i++) noteToldOfConsent('somebody-45')
  expect(kept()?.split(',')).toHaveLength(20)
  expect([29, 30, 49].map((i) => wasToldOfConsent(`somebody-${i}`))).toEqual([false, true, true])
})
