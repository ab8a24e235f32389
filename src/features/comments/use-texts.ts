import { use } from 'react'
import { pageTextsReady } from '#i18n/page-texts.ts'
import { useLang } from '#i18n/use-lang.ts'

const TEXTS = ['comments', 'answer', 'outbox', 'before-sending', 'translation'] as const

/** Waits for all texts of a conversation, which are asked for together. */
export function useTexts(): void {
  const lang = useLang()
  for (const texts of TEXTS.map((name) => pageTextsReady(lang, name))) use(texts)
}
