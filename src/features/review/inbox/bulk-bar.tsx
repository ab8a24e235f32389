import { useTranslation } from 'react-i18next'
import { Button, ButtonLink } from '#components/button.tsx'
import { Live } from '#components/live.tsx'
import { Progress } from '#components/progress.tsx'
import { REVIEW_STATES } from '#domain/review.ts'
import { formatNumber } from '#i18n/format.ts'
import { useLang } from '#i18n/use-lang.ts'
import type { Asking } from './act-dialog.tsx'
import type { Act } from './acts.ts'
import styles from './bulk.module.css'
import type { Acts } from './use-acts.ts'

type Props = {
  shown: number
  all: number
  selected: number
  acts: Acts
  /** Where what is shown is made a file; null where nothing narrows it down. */
  exportHref: string | null
  onSelectAll: () => void
  onSelectNone: () => void
  onAct: (act: Act) => void
  onAsk: (kind: Asking['kind']) => void
}

const ASKED = ['tag', 'assign', 'hide', 'restore', 'answer'] as const

/** How many comments there are and how many are selected, and what can be done to all of those at once. */
export function BulkBar({ shown, all, selected, acts, exportHref, onSelectAll, onSelectNone, onAct, onAsk }: Props) {
  const { t } = useTranslation('review-inbox')
  const lang = useLang()
  const number = (value: number) => formatNumber(value, lang)
  const { progress } = acts
  return (
    <div className={styles.bulk}>
      <div className={styles.line}>
        <Live>
          <span className={styles.count}>
            {selected > 0
              ? t('bulk.selected', { value: number(selected) })
              : t('list.count', { shown: number(shown), all: number(all) })}
          </span>
        </Live>
        {selected < shown && (
          <Button look="quiet" onClick={onSelectAll}>
            {t('bulk.all', { value: number(shown) })}
          </Button>
        )}
        {selected > 0 && (
          <Button look="quiet" onClick={onSelectNone}>
            {t('bulk.none')}
          </Button>
        )}
        {selected === 0 && exportHref && (
          <ButtonLink look="quiet" to={exportHref}>
            {t('bulk.export')}
          </ButtonLink>
        )}
      </div>
      {selected > 0 && (
        <fieldset aria-label={t('bulk.region')} className={styles.acts}>
          {REVIEW_STATES.map((state) => (
            <Button key={state} onClick={() => onAct({ kind: 'mark', state })}>
              {t(`bulk.mark.${state}`)}
            </Button>
          ))}
          {ASKED.map((kind) => (
            <Button key={kind} onClick={() => onAsk(kind)}>
              {t(`ask.${kind}.open`)}
            </Button>
          ))}
        </fieldset>
      )}
      {progress && (
        <Progress
          label={t('bulk.working')}
          value={progress.done}
          max={progress.all}
          text={t('bulk.progress', { done: number(progress.done), all: number(progress.all) })}
        />
      )}
    </div>
  )
}
