/** The two languages of the product; both are written, neither is a translation. */
export const LANGS = ['ko', 'en'] as const
export type Lang = (typeof LANGS)[number]

/** A text in both languages, as stored in Firestore. */
export type Localized = Readonly<Record<Lang, string>>

export const isLang = (value: unknown): value is Lang => LANGS.some((lang) => lang === value)

const HANGUL = /\p{Script=Hangul}/gu
// An apostrophe belongs to a word only inside it: quotation marks around Korean are no English words.
const LATIN_WORD = /\p{Script=Latin}[\p{Script=Latin}'’]*/gu

/**
 * The language a text is mostly written in.
 *
 * A Hangul syllable carries about as much as a Latin word, so syllables are weighed against words: one English
 * loan word does not turn a Korean sentence into an English one.
 * @param fallback what a text without letters (“123”) counts as
 */
export function detectLang(text: string, fallback: Lang): Lang {
  const hangul = text.match(HANGUL)?.length ?? 0
  const latin = text.match(LATIN_WORD)?.length ?? 0
  if (hangul === latin) return fallback
  return hangul > latin ? 'ko' : 'en'
}

/** The language of a page to offer first: the stored choice, then the browser's wishes, then Korean. */
export function preferredLang(stored: string | null, browser: readonly string[]): Lang {
  if (isLang(stored)) return stored
  for (const tag of browser) {
    const lang = tag.toLowerCase().split('-')[0]
    if (isLang(lang)) return lang
  }
  return 'ko'
}
