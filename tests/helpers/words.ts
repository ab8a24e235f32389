import type { Lang } from '#domain/language.ts'
import { en } from '#i18n/en.ts'
import { ko } from '#i18n/ko.ts'
import { withParticles } from '#i18n/particles.ts'
import enAbout from '../../locales/en/about.json'
import enBeforeSending from '../../locales/en/before-sending.json'
import enComments from '../../locales/en/comments.json'
import enHistory from '../../locales/en/history.json'
import enJoin from '../../locales/en/join.json'
import enMe from '../../locales/en/me.json'
import enMenu from '../../locales/en/menu.json'
import enNotFound from '../../locales/en/not-found.json'
import enOffline from '../../locales/en/offline.json'
import enOutbox from '../../locales/en/outbox.json'
import koAbout from '../../locales/ko/about.json'
import koBeforeSending from '../../locales/ko/before-sending.json'
import koComments from '../../locales/ko/comments.json'
import koHistory from '../../locales/ko/history.json'
import koJoin from '../../locales/ko/join.json'
import koMe from '../../locales/ko/me.json'
import koMenu from '../../locales/ko/menu.json'
import koNotFound from '../../locales/ko/not-found.json'
import koOffline from '../../locales/ko/offline.json'
import koOutbox from '../../locales/ko/outbox.json'

/** The texts of the interface, to find by them what a person would. */
export const WORDS = {
  ko: {
    ...ko,
    about: koAbout,
    comments: koComments,
    history: koHistory,
    join: koJoin,
    'not-found': koNotFound,
    offline: koOffline,
    menu: koMenu,
    me: koMe,
    'before-sending': koBeforeSending,
    outbox: koOutbox,
  },
  en: {
    ...en,
    about: enAbout,
    comments: enComments,
    history: enHistory,
    join: enJoin,
    'not-found': enNotFound,
    offline: enOffline,
    menu: enMenu,
    me: enMe,
    'before-sending': enBeforeSending,
    outbox: enOutbox,
  },
} as const

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
