import { detectLang } from '#domain/language.ts'
import type { TextRange } from '#domain/plain-letters.ts'
import { useLang } from '#i18n/use-lang.ts'
import styles from './before-sending.module.css'

/** Units shown on each side of a passage. */
const AROUND = 14

/** A place in a text that is not in the middle of a character, such as an emoji. */
const whole = (text: string, at: number): number => (/[\uDC00-\uDFFF]/.test(text.charAt(at)) ? at + 1 : at)

/** A passage marked within the words around it. */
export function Excerpt({ text, range: { start, end } }: { text: string; range: TextRange }) {
  const from = whole(text, Math.max(0, start - AROUND))
  const to = whole(text, Math.min(text.length, end + AROUND))
  return (
    <q className={styles.excerpt} lang={detectLang(text, useLang())} dir="auto">
      {from > 0 && '…'}
      {text.slice(from, start)}
      <mark>{text.slice(start, end)}</mark>
      {text.slice(end, to)}
      {to < text.length && '…'}
    </q>
  )
}
