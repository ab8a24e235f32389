import type { Localized } from '#domain/language.ts'
import { storage } from './storage.ts'

const KEY = 'own-office'

const isText = (value: unknown): value is string => typeof value === 'string'

/** The office that somebody has answered for last on this device: what they will answer for next. */
export const ownOffice = {
  load(): Localized | null {
    try {
      const { ko, en } = JSON.parse(storage.read(KEY) ?? '{}') as Partial<Record<'ko' | 'en', unknown>>
      return isText(ko) && isText(en) ? { ko, en } : null
    } catch {
      return null
    }
  },
  save: (office: Localized): boolean => storage.write(KEY, JSON.stringify(office)),
}
