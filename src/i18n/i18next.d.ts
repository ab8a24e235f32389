import 'i18next'
import type about from '../../locales/ko/about.json'
import type beforeSending from '../../locales/ko/before-sending.json'
import type comments from '../../locales/ko/comments.json'
import type history from '../../locales/ko/history.json'
import type join from '../../locales/ko/join.json'
import type me from '../../locales/ko/me.json'
import type menu from '../../locales/ko/menu.json'
import type notFound from '../../locales/ko/not-found.json'
import type offline from '../../locales/ko/offline.json'
import type outbox from '../../locales/ko/outbox.json'
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
      menu: typeof menu
      me: typeof me
      'before-sending': typeof beforeSending
      outbox: typeof outbox
    }
  }
}
