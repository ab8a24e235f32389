import { readFileSync } from 'node:fs'
import { runInNewContext } from 'node:vm'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { preferredLang } from '#domain/language.ts'

const code = /<script>(.*?)<\/script>/s.exec(readFileSync('scripts/lib/door.html', 'utf8'))?.[1] ?? ''

/** Where the page without a language sends somebody. */
function sentTo(
  stored: () => string | null,
  languages: readonly string[],
  at = { pathname: '/', search: '', hash: '' },
) {
  const sent: string[] = []
  runInNewContext(code, {
    location: { ...at, replace: (to: string) => sent.push(to) },
    navigator: { languages },
    localStorage: { getItem: stored },
  })
  return sent
}

const tag = fc.constantFrom('ko', 'ko-KR', 'en', 'EN-us', 'ja', 'kok-IN', 'eng', '')
const storedChoice = fc.option(fc.constantFrom('ko', 'en', 'fr', ''))

it('leads to the language that the app would choose', () => {
  fc.assert(
    fc.property(storedChoice, fc.array(tag), (stored, tags) => {
      expect(sentTo(() => stored, tags)).toEqual([`/${preferredLang(stored, tags)}`])
    }),
  )
})

it('keeps the rest of the address', () => {
  const at = { pathname: '/tasks/2', search: '?a=1', hash: '#x' }
  expect(sentTo(() => 'en', [], at)).toEqual(['/en/tasks/2?a=1#x'])
})

it('leads on where storage is forbidden', () => {
  const forbidden = () => {
    throw new Error('forbidden')
  }
  expect(sentTo(forbidden, ['en'])).toEqual(['/en'])
})
