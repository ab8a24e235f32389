import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import type { InboxRow } from '#domain/inbox.ts'
import { type InboxFilter, NONE } from '#domain/inbox-filter.ts'
import { formatNumber } from '#i18n/format.ts'
import { useLang } from '#i18n/use-lang.ts'
import { useTellingWords } from '../inbox/words-of.tsx'
import { BarTable } from './bar-table.tsx'
import styles from './themes.module.css'

type Props = { rows: readonly InboxRow[]; inInbox: (filter: Partial<InboxFilter>) => string }

/** The words by which a theme is told from the rest, each a way to comments that may belong to it as well. */
export function ThemeWords({ rows, inInbox }: Props) {
  const { t } = useTranslation('review-themes')
  const lang = useLang()
  const words = useTellingWords(rows)
  return (
    <section aria-labelledby="words" className={styles.part}>
      <h2 id="words">{t('words.title')}</h2>
      {words.length === 0 ? (
        <p>{t('words.none')}</p>
      ) : (
        <>
          <BarTable
            caption={t('words.caption')}
            heads={[t('words.word'), t('words.texts')]}
            lines={words.map(({ word, texts }) => ({
              key: word,
              label: (
                <Link to={inInbox({ q: word, theme: NONE })}>
                  {word}
                  <span className="visually-hidden"> {t('words.find')}</span>
                </Link>
              ),
              value: texts,
              cells: [formatNumber(texts, lang)],
            }))}
          />
          <p className={styles.note}>{t('words.how')}</p>
        </>
      )}
    </section>
  )
}
