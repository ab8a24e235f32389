import 'i18next'
import type about from '../../locales/ko/about.json'
import type comments from '../../locales/ko/comments.json'
import type history from '../../locales/ko/history.json'
import type join from '../../locales/ko/join.json'
import type notFound from '../../locales/ko/not-found.json'
import type offline from '../../locales/ko/offline.json'
import type outbox from '../../locales/ko/outbox.json'
import type priorities from '../../locales/ko/priorities.json'
import type { ko } from './ko.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common'
    resources: typeof ko & {
      about: typeof about
      comments: typeof comments
      history: typeof history
      join: typeof join
      'not-found': typeof notFound
      offline: typeof offline
      priorities: typeof priorities
      outbox: typeof outbox
    }
  }
}
