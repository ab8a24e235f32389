import type { Namespace, TFunction } from 'i18next'
import type { Lang } from '#domain/language.ts'
import { i18n } from './i18n.ts'
import { useLang } from './use-lang.ts'

const made = new Map<string, unknown>()

function fixedT<const N extends Namespace>(lang: Lang, namespace: N): TFunction<N> {
  const key = `${lang} ${namespace}`
  if (!made.has(key)) made.set(key, i18n.getFixedT(lang, namespace))
  return made.get(key) as TFunction<N>
}

/**
 * `t` for what stands on a page many times over. useTranslation() of react-i18next listens for other languages and loads
 * them, with a copy of its whole state for each component; here the texts have to be loaded, and the language is the page's.
 */
export const useFixedT = <const N extends Namespace>(namespace: N): TFunction<N> => fixedT(useLang(), namespace)
