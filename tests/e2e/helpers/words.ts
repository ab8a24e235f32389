import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import type { Lang } from '#domain/language.ts'
import { withParticles } from '#i18n/particles.ts'

/** The texts of a language, read from its files: tests find things by what a person reads. */
export function words(lang: Lang, namespace: string) {
  const file = new URL(`../../../locales/${lang}/${namespace}.json`, import.meta.url)
  const texts: unknown = JSON.parse(readFileSync(file, 'utf8'))
  return (key: string, values: Readonly<Record<string, string>> = {}): string => {
    const text = key
      .split('.')
      .reduce<unknown>((node, part) => (node as Record<string, unknown> | undefined)?.[part], texts)
    if (typeof text !== 'string') throw new Error(`${lang}/${namespace}.json has no ${key}`)
    return withParticles(text.replace(/{{(\w+)}}/g, (_, name: string) => values[name] ?? ''))
  }
}

/** What is read out at once. The places for it are always there, most of them empty. */
export const alertOn = (page: Page) => page.getByRole('alert').filter({ hasText: /\S/ })
