import type { PageNamespace } from '#i18n/i18next.d.ts'

const files = import.meta.glob('../../locales/ko/*.json')
const WITH_THE_LANGUAGE = ['account', 'common', 'errors', 'plan']

/** The name of every file of words that loads with a page or a part of one. */
export const PAGE_NAMESPACES = Object.keys(files)
  .map((path) => path.slice(path.lastIndexOf('/') + 1, -'.json'.length))
  .filter((name) => !WITH_THE_LANGUAGE.includes(name)) as PageNamespace[]
