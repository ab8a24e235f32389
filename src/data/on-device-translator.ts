import type { Lang } from '#domain/language.ts'

// The browser's own translator, on the device: https://developer.mozilla.org/docs/Web/API/Translator. Few browsers have
// it yet, so nothing else is typed of it than what is used.

type Pair = { readonly sourceLanguage: Lang; readonly targetLanguage: Lang }
type Monitor = {
  addEventListener(type: 'downloadprogress', listen: (event: { readonly loaded: number }) => void): void
}
type Translator = { translate(text: string): Promise<string> }
type TranslatorApi = {
  availability(pair: Pair): Promise<'unavailable' | 'downloadable' | 'downloading' | 'available'>
  create(options: Pair & { monitor: (monitor: Monitor) => void }): Promise<Translator>
}

const api = (): TranslatorApi | null =>
  'Translator' in globalThis ? (globalThis as unknown as { Translator: TranslatorApi }).Translator : null

/** Whether this browser has a translator at all: most have none, of which twenty comments need not ask. */
export const hasTranslator = (): boolean => api() !== null

/** Whether this browser can translate so by itself; it may have to load a language first. */
export async function canTranslate(from: Lang, to: Lang): Promise<boolean> {
  const found = await api()
    ?.availability({ sourceLanguage: from, targetLanguage: to })
    .catch(() => 'unavailable' as const)
  return found !== undefined && found !== 'unavailable'
}

const translators = new Map<string, Promise<Translator>>()

function translatorFor(from: Lang, to: Lang, onProgress: (share: number) => void): Promise<Translator> {
  const key = `${from}-${to}`
  const made =
    translators.get(key) ??
    api()?.create({
      sourceLanguage: from,
      targetLanguage: to,
      monitor: (monitor) => monitor.addEventListener('downloadprogress', ({ loaded }) => onProgress(loaded)),
    }) ??
    Promise.reject(new Error('no translator'))
  translators.set(key, made)
  made.catch(() => translators.delete(key))
  return made
}

const done = new Map<string, Promise<string>>()

/**
 * A text in the other language, made on this device: nothing of it goes anywhere. Kept for the visit, so that it is
 * made once.
 * @param onProgress how much of the language has been loaded, from 0 to 1, where it has to be loaded first
 */
export function translate(text: string, from: Lang, to: Lang, onProgress: (share: number) => void): Promise<string> {
  const key = JSON.stringify([from, to, text])
  const translation =
    done.get(key) ?? translatorFor(from, to, onProgress).then((translator) => translator.translate(text))
  done.set(key, translation)
  translation.catch(() => done.delete(key))
  return translation
}
