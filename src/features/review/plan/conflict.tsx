import { useTranslation } from 'react-i18next'
import { Button } from '#components/button.tsx'
import type { StoredDraft } from '#data/plan-drafts.ts'
import type { Task } from '#domain/plan.ts'
import type { PlanDraft } from '#domain/plan-draft.ts'
import { formatMoment } from '#i18n/format.ts'
import { useLang } from '#i18n/use-lang.ts'
import { InBoth } from './in-both.tsx'
import styles from './plan.module.css'

type Props = {
  theirs: StoredDraft
  mine: PlanDraft
  published: Task
  onTakeTheirs: () => void
  onKeepMine: () => void
}

/** Another editor has written at the same draft: what theirs says and what one's own does, and a choice between them. */
export function Conflict({ theirs, mine, published, onTakeTheirs, onKeepMine }: Props) {
  const lang = useLang()
  const { t } = useTranslation('review-plan')
  return (
    <div className={styles.section}>
      <p>{t('conflict.text', { moment: formatMoment(theirs.at, lang) })}</p>
      <InBoth before={theirs.draft ?? published} after={mine} />
      <div className={styles.actions}>
        <Button onClick={onTakeTheirs}>{t('conflict.takeTheirs')}</Button>
        <Button onClick={onKeepMine}>{t('conflict.keepMine')}</Button>
      </div>
    </div>
  )
}
