import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DISTRICTS } from '#domain/districts.ts'
import { LANGS } from '#domain/language.ts'
import { NICKNAME_WORDS } from '#domain/nickname.ts'
import { ROOT } from '../lib/paths.ts'

const ASCII = Array.from({ length: 95 }, (_, index) => String.fromCodePoint(0x20 + index)).join('')
const PUNCTUATION = '·–—‘’“”…'

/** Where the plan's wording stands until the office's own is published. */
const PLAN = 'scripts/seed/plan'

export const isHangul = (character: string): boolean => /[가-힣]/.test(character)

export const isLetter = (character: string): boolean => /[a-z]/i.test(character)

/** Every character that the interface's own words need, nicknames and districts included. */
export function interfaceCharacters(): Set<string> {
  const words = LANGS.flatMap((lang) => filesOf(`locales/${lang}`).flatMap(stringsIn))
  return new Set([ASCII, PUNCTUATION, ...words, ...stringsIn(NICKNAME_WORDS), ...stringsIn(DISTRICTS)].join(''))
}

/** Every character of the plan's text: what a title of it written later is most likely made of. */
export const planCharacters = (): Set<string> => new Set(filesOf(PLAN).flatMap(stringsIn).join(''))

/** Every character of the titles of tasks and subtasks. */
export const titleCharacters = (): Set<string> => new Set(filesOf(PLAN).flatMap(titlesIn).join(''))

const filesOf = (folder: string): unknown[] =>
  readdirSync(join(ROOT, folder)).map((file) => JSON.parse(readFileSync(join(ROOT, folder, file), 'utf8')))

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : []
}

function titlesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => (key === 'title' ? stringsIn(inner) : titlesIn(inner)))
}
