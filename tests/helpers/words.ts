import type { Lang } from '#domain/language.ts'
import type { Texts } from '#i18n/i18next.d.ts'
import { withParticles } from '#i18n/particles.ts'

const files = import.meta.glob<object>('../../locales/*/*.json', { eager: true, import: 'default' })

const textsOf = (lang: Lang): Texts => {
  const mine = Object.entries(files).filter(([path]) => path.includes(`/${lang}/`))
  return Object.fromEntries(mine.map(([path, texts]) => [/([^/]+)\.json$/.exec(path)?.[1], texts])) as Texts
}

/** The texts of the interface, to find by them what a person would. */
export const WORDS: Readonly<Record<Lang, Texts>> = { ko: textsOf('ko'), en: textsOf('en') }

export const LANGUAGES: readonly Lang[] = ['ko', 'en']

/** A text with its placeholders filled in and its particles chosen, without any help of i18next. */
export const fill = (text: string, values: Readonly<Record<string, string | number>>): string =>
  withParticles(
    Object.entries(values).reduce((filled, [name, value]) => filled.replaceAll(`{{${name}}}`, String(value)), text),
  )

const textsIn = (value: unknown, key: string): [string, string][] =>
  typeof value === 'string'
    ? [[key, value]]
    : Object.entries(value as object).flatMap(([name, part]) => textsIn(part, `${key}.${name}`))

/** All texts of a language by their keys: “plan.tasks.title”. */
export const flatWords = (lang: Lang): Map<string, string> =>
  new Map(Object.entries(WORDS[lang]).flatMap(([namespace, texts]) => textsIn(texts, namespace)))
