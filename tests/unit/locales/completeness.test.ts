import { readdirSync } from 'node:fs'
import { getI18n } from 'react-i18next'
import { describe, expect, it } from 'vitest'
import type { DataErrorKind } from '#data/errors.ts'
import type { SignInErrorKind } from '#data/sign-in-error.ts'
import type { TextProblem } from '#domain/comment.ts'
import { BUREAUS } from '#domain/plan.ts'
import { ROLES, VERIFICATIONS } from '#domain/roles.ts'
import { STANCES } from '#domain/stance.ts'
import { languageReady } from '#i18n/i18n.ts'
import { pageTextsReady } from '#i18n/page-texts.ts'
import { PAGE_NAMESPACES } from '../../helpers/page-namespaces.ts'
import { flatWords, LANGUAGES, WORDS } from '../../helpers/words.ts'

const PLURAL = /_(zero|one|two|few|many|other)$/
const withoutPlural = (key: string) => key.replace(PLURAL, '')
const placeholders = (text: string) => Array.from(text.matchAll(/\{\{(\w+)\}\}/g), ([, name = '']) => name)

/** Keys without plural endings, each with the placeholders of all its forms. */
const shapeOf = (lang: 'ko' | 'en') => {
  const shape: Record<string, string[]> = {}
  for (const [key, text] of flatWords(lang)) {
    const names = shape[withoutPlural(key)] ?? []
    shape[withoutPlural(key)] = [...new Set([...names, ...placeholders(text)])].toSorted()
  }
  return shape
}

describe('the texts of the two languages', () => {
  it('have the same keys, and the same placeholders under each', () => {
    const korean = shapeOf('ko')
    expect(Object.keys(korean).length).toBeGreaterThan(100)
    expect(shapeOf('en')).toEqual(korean)
  })

  it.each(LANGUAGES)('have in %s every plural form the language knows, with the same placeholders', (lang) => {
    const words = flatWords(lang)
    const forms = new Intl.PluralRules(lang).resolvedOptions().pluralCategories.toSorted()
    const plurals = new Set([...words.keys()].filter((key) => PLURAL.test(key)).map(withoutPlural))
    expect(plurals.size).toBeGreaterThan(3)
    for (const key of plurals) {
      const found = [...words.keys()].filter((other) => PLURAL.test(other) && withoutPlural(other) === key)
      expect(found.map((other) => other.slice(key.length + 1)).toSorted(), key).toEqual(forms)
      const names = found.map((other) => placeholders(words.get(other) ?? '').join())
      expect(new Set(names).size, key).toBe(1)
    }
  })

  it.each(LANGUAGES)('are all there in %s once they are loaded: no file is forgotten', async (lang) => {
    await languageReady(lang)
    for (const page of PAGE_NAMESPACES) await pageTextsReady(lang, page)
    const files = readdirSync(`locales/${lang}`).map((file) => file.replace('.json', ''))
    expect(files.filter((namespace) => !getI18n().hasResourceBundle(lang, namespace))).toEqual([])
    expect(Object.keys(WORDS[lang]).toSorted()).toEqual(files.toSorted())
  })

  it.each(LANGUAGES)('are never empty in %s', (lang) => {
    for (const [key, text] of flatWords(lang)) expect(text.trim(), key).not.toBe('')
  })
})

describe.each(LANGUAGES)('there are words in %s', (lang) => {
  const words = WORDS[lang]

  it('for everything that can go wrong with data', () => {
    const kinds: Record<DataErrorKind, true> = {
      offline: true,
      outdated: true,
      'signed-out': true,
      'not-joined': true,
      closed: true,
      'too-soon': true,
      arrived: true,
      taken: true,
      missing: true,
      conflict: true,
      quota: true,
      refused: true,
      unknown: true,
    }
    expect(Object.keys(words.errors).toSorted()).toEqual(Object.keys(kinds).toSorted())
  })

  it('for everything that can go wrong with a sign-in', () => {
    const kinds: Record<SignInErrorKind, true> = {
      cancelled: true,
      'popup-blocked': true,
      'link-expired': true,
      'bad-email': true,
      'school-account': true,
      busy: true,
      'no-mail': true,
      blocked: true,
    }
    expect(Object.keys(words.join.problem)).toEqual(expect.arrayContaining(Object.keys(kinds)))
  })

  it('for everything that can be wrong with a text', () => {
    const problems: Record<TextProblem | 'same', true> = {
      empty: true,
      blank: true,
      'too-long': true,
      control: true,
      bidi: true,
      same: true,
    }
    expect(Object.keys(words.comments.problem).toSorted()).toEqual(Object.keys(problems).toSorted())
  })

  it('for every group, verification, bureau and stance', () => {
    expect(Object.keys(words.common.roles)).toEqual([...ROLES])
    expect(Object.keys(words.common.verification).toSorted()).toEqual(VERIFICATIONS.toSorted())
    expect(Object.keys(words.plan.bureaus).toSorted()).toEqual(BUREAUS.toSorted())
    expect(Object.keys(words.stance)).toEqual(expect.arrayContaining([...STANCES]))
    const asked = ROLES.flatMap((role) => [role, `${role}Hint`])
    expect(Object.keys(words.join.who)).toEqual(expect.arrayContaining(asked))
  })
})
