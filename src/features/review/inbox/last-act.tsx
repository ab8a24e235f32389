import { useTranslation } from 'react-i18next'
import { Button } from '#components/button.tsx'
import { Live } from '#components/live.tsx'
import { Mixed } from '#components/mixed.tsx'
import { formatNumber } from '#i18n/format.ts'
import { useLang } from '#i18n/use-lang.ts'
import { useActWords } from './act-words.ts'
import styles from './bulk.module.css'
import type { Acts } from './use-acts.ts'

/** What was done last, in one line, and the way back. */
export function LastAct({ acts }: { acts: Acts }) {
  const { t } = useTranslation('review-inbox')
  const lang = useLang()
  const words = useActWords()
  const { last, step } = acts
  return (
    <div className={last ? styles.last : undefined}>
      <Live>
        {last && (
          <Mixed
            text={t(last.isUndone ? 'last.undone' : 'last.done', {
              what: words(last.act),
              value: formatNumber(last.count, lang),
              count: last.count,
            })}
          />
        )}
      </Live>
      {last && (
        <Button look="quiet" aria-disabled={!step?.undo.length} onClick={acts.undo}>
          {/* What does not stand beside it is named. */}
          {step && step !== last ? <Mixed text={t('last.undoStep', { what: words(step.act) })} /> : t('last.undo')}
        </Button>
      )}
    </div>
  )
}
