import { useDeferredValue, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#components/button.tsx'
import type { InboxRow } from '#domain/inbox.ts'
import { countWords, tellingWords, tellingWordsOf, type WordCounts } from '#domain/telling-words.ts'
import styles from './forms.module.css'
import { useInbox } from './inbox-store.ts'

const AT_MOST = 12
/** Of one comment, its words tell nothing about others. */
const FEWEST = 5

/** Words of texts are counted once a text, as long as it stays what it is. */
const wordsOfText = new WeakMap<InboxRow['comment'], ReadonlySet<string>>()

function wordsOf({ comment }: InboxRow): ReadonlySet<string> {
  const words = wordsOfText.get(comment) ?? tellingWordsOf(comment.text)
  wordsOfText.set(comment, words)
  return words
}

let counted: { readonly rows: readonly InboxRow[]; readonly counts: WordCounts } | null = null

/** Counts over everything: made when they are first asked for, and again when there is something new. */
function countsOfAll(rows: readonly InboxRow[]): WordCounts {
  if (counted?.rows.length !== rows.length) counted = { rows, counts: countWords(rows.map(wordsOf)) }
  return counted.counts
}

/** The words that set some comments apart from all others, counted on this device. */
export function useTellingWords(rows: readonly InboxRow[]) {
  const all = useInbox().rows
  return useMemo(
    () => (rows.length < FEWEST ? [] : tellingWords(countWords(rows.map(wordsOf)), countsOfAll(all), AT_MOST)),
    [rows, all],
  )
}

type Props = { rows: readonly InboxRow[]; onChoose: (word: string) => void }

/** Those words, to name a theme by. */
export function WordsOf({ rows, onChoose }: Props) {
  const { t } = useTranslation('review-inbox')
  const words = useTellingWords(useDeferredValue(rows, []))
  if (words.length === 0) return null
  return (
    <div className={styles.words}>
      <p>{t('words.title')}</p>
      <ul>
        {words.map(({ word, texts }) => (
          <li key={word}>
            <Button onClick={() => onChoose(word)}>
              {word} {texts}
              <span className="visually-hidden"> {t('words.use')}</span>
            </Button>
          </li>
        ))}
      </ul>
      <p className={styles.note}>{t('words.how')}</p>
    </div>
  )
}
