import type { Namespace, TFunction } from 'i18next'
import type { Lang } from '#domain/language.ts'
import { i18n } from './i18n.ts'
import { useLang } from './use-lang.ts'

const made = new Map<string, unknown>()

type Plain = (key: string, options?: object) => string

/** Names and numbers come again and again; what people write may not fill the memory. */
const MOST_TEXTS = 2000

/** The same, which looks a text up only once for the same values: twenty comments have three hundred of these. */
function lookingUpOnce(t: Plain): Plain {
  const texts = new Map<string, string>()
  return (key, options) => {
    const name = options ? key + JSON.stringify(options) : key
    const text = texts.get(name) ?? t(key, options)
    // What is not there yet is called by its key.
    if (!key.endsWith(text) && texts.size < MOST_TEXTS) texts.set(name, text)
    return text
  }
}

function fixedT<const N extends Namespace>(lang: Lang, namespace: N): TFunction<N> {
  const key = `${lang} ${namespace}`
  if (!made.has(key)) made.set(key, lookingUpOnce(i18n.getFixedT(lang, namespace) as unknown as Plain))
  return made.get(key) as TFunction<N>
}

/**
 * `t` for what stands on a page many times over. useTranslation() of react-i18next listens for other languages and loads
 * them, with a copy of its whole state for each component; here the texts have to be loaded, and the language is the page's.
 */
export const useFixedT = <const N extends Namespace>(namespace: N): TFunction<N> => fixedT(useLang(), namespace)
