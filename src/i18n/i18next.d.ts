import 'i18next'
import type join from '../../locales/ko/join.json'
import type offline from '../../locales/ko/offline.json'
import type { ko } from './ko.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common'
    resources: typeof ko & { join: typeof join; offline: typeof offline }
  }
}
