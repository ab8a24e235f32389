import { useTranslation } from 'react-i18next'
import { Badge } from '#components/badge.tsx'
import { Paragraphs } from '#components/paragraphs.tsx'
import type { AnswerStatus, OfficialAnswer } from '#domain/official-answer.ts'
import { formatDay } from '#i18n/format.ts'
import { useLang } from '#i18n/use-lang.ts'
import styles from './account.module.css'

const TONES = {
  considering: 'neutral',
  adopted: 'success',
  partly: 'accent',
  declined: 'neutral',
  answered: 'accent',
} as const satisfies Record<AnswerStatus, unknown>

/** What the education office has said to one's own comment. */
export function OwnAnswer({ answer: { status, message, office, at } }: { answer: OfficialAnswer }) {
  const { t } = useTranslation('me')
  const lang = useLang()
  return (
    <div className={styles.answer}>
      <p className={styles.head}>
        <strong>{t('answer.title')}</strong>
        <Badge tone={TONES[status]}>{t(`answer.status.${status}`)}</Badge>
      </p>
      <Paragraphs text={message[lang]} />
      <p className={styles.note}>{t('answer.by', { office: office[lang], day: formatDay(at, lang) })}</p>
    </div>
  )
}
