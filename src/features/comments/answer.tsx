import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Badge } from '#components/badge.tsx'
import { Button } from '#components/button.tsx'
import { Paragraphs } from '#components/paragraphs.tsx'
import type { Lang } from '#domain/language.ts'
import type { AnswerStatus, OfficialAnswer } from '#domain/official-answer.ts'
import { formatDay } from '#i18n/format.ts'
import { useLang } from '#i18n/use-lang.ts'
import styles from './answer.module.css'

const TONES = {
  considering: 'neutral',
  adopted: 'success',
  partly: 'accent',
  declined: 'neutral',
  answered: 'accent',
} as const satisfies Record<AnswerStatus, unknown>

/** What the education office says to a comment, in the reader's language; the other one is a press away. */
export function Answer({ answer }: { answer: OfficialAnswer }) {
  const { t } = useTranslation('comments')
  const own = useLang()
  const [inOther, setInOther] = useState(false)
  const other: Lang = own === 'ko' ? 'en' : 'ko'
  const lang = inOther ? other : own
  return (
    <div className={styles.answer}>
      <header className={styles.head}>
        <span className={styles.title}>{t('answer.title')}</span>
        <Badge tone={TONES[answer.status]}>{t(`answer.${answer.status}`)}</Badge>
      </header>
      <div lang={lang} className={styles.message}>
        <Paragraphs text={answer.message[lang]} />
      </div>
      <footer className={styles.foot}>
        <span>{answer.office[own]}</span>
        <time dateTime={answer.at.toISOString()}>{formatDay(answer.at, own)}</time>
        <Button look="quiet" onClick={() => setInOther(!inOther)}>
          {inOther ? t('answer.own') : t('answer.other')}
        </Button>
      </footer>
    </div>
  )
}
