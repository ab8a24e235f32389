import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#components/button.tsx'
import { Dialog } from '#components/dialog.tsx'
import { Live } from '#components/live.tsx'
import { Notice } from '#components/notice.tsx'
import { showToast } from '#components/toasts.ts'
import type { Editor } from '#data/plan-drafts.ts'
import type { Task } from '#domain/plan.ts'
import { type Gap, MAX_LENGTH } from '#domain/plan-draft.ts'
import { useLang } from '#i18n/use-lang.ts'
import { InBoth } from './in-both.tsx'
import styles from './plan.module.css'
import { publishMutation } from './queries.ts'
import { TextPair } from './text-pair.tsx'
import type { useDraft } from './use-draft.ts'

type Props = {
  task: Task
  editing: ReturnType<typeof useDraft>
  gaps: readonly Gap[]
  editor: Editor
  isOutdated: boolean
}

/** The note on what changed and why, the change as everybody will see it, what is missing, and the publication. */
export function Publish({ task, editing, gaps, editor, isOutdated }: Props) {
  const { t } = useTranslation(['review-plan', 'errors'])
  const client = useQueryClient()
  const [asks, setAsks] = useState(false)
  const publishing = useMutation(publishMutation(client))
  const { draft, change, saving } = editing
  const isReady = !isOutdated && saving === 'saved' && gaps.every(({ isWarning }) => isWarning)
  const publish = async () => {
    try {
      await publishing.mutateAsync({ task, draft, seen: editing.seen(), editor })
      // By now the editor has begun anew with what is published.
      showToast({ text: t('review-plan:publish.done', { revision: task.revision + 1 }) })
    } catch {
      setAsks(false)
    }
  }
  return (
    <>
      <section aria-labelledby="note" className={styles.section}>
        <h2 id="note">{t('review-plan:note.title')}</h2>
        <p className={styles.note}>{t('review-plan:note.text')}</p>
        <TextPair
          place={{ name: 'changeNote' }}
          texts={draft.changeNote}
          gaps={gaps}
          onChange={(changeNote) => change({ ...draft, changeNote })}
        />
      </section>
      <section aria-labelledby="preview" className={styles.section}>
        <h2 id="preview">{t('review-plan:preview.title')}</h2>
        <InBoth before={task} after={draft} />
      </section>
      <section aria-labelledby="publish" className={styles.section}>
        <h2 id="publish">{t('review-plan:publish.title', { revision: task.revision + 1 })}</h2>
        <Gaps gaps={gaps} draft={draft} />
        <p>{t(task.revision === 0 ? 'review-plan:publish.first' : 'review-plan:publish.text')}</p>
        <div>
          <Button look="primary" aria-disabled={!isReady} onClick={() => isReady && setAsks(true)}>
            {t('review-plan:publish.act')}
          </Button>
        </div>
        <Live urgency="alert">
          {publishing.error && (
            <Notice tone="danger">
              {publishing.error.kind === 'conflict'
                ? t('review-plan:publish.conflict')
                : t(`errors:${publishing.error.kind}`)}
            </Notice>
          )}
        </Live>
      </section>
      <Dialog
        open={asks}
        onClose={() => setAsks(false)}
        title={t('review-plan:publish.ask', { revision: task.revision + 1 })}
      >
        <p>{t('review-plan:publish.forGood')}</p>
        <div className={styles.actions}>
          <Button look="primary" aria-disabled={publishing.isPending} onClick={() => publishing.isPending || publish()}>
            {t(publishing.isPending ? 'review-plan:publish.sending' : 'review-plan:publish.send')}
          </Button>
          <Button onClick={() => setAsks(false)}>{t('review-plan:publish.notYet')}</Button>
        </div>
      </Dialog>
    </>
  )
}

/** What is missing, and what should be looked at, in the order of reading. */
function Gaps({ gaps, draft }: { gaps: readonly Gap[]; draft: Props['editing']['draft'] }) {
  const { t } = useTranslation('review-plan')
  const lang = useLang()
  if (gaps.length === 0) return <p>{t('publish.ready')}</p>
  const where = ({ place, lang: inLang }: Gap): string => {
    if (!place) return ''
    const number = 'subtask' in place ? draft.subtasks.findIndex(({ id }) => id === place.subtask) + 1 : undefined
    return t(`field.${place.name}`, { lang: t(`lang.${inLang ?? lang}`), number })
  }
  return (
    <ul className={styles.gaps}>
      {gaps.map((gap) => (
        <li key={`${gap.kind} ${JSON.stringify(gap.place)} ${gap.lang}`} data-warning={gap.isWarning}>
          <strong>
            {gap.isWarning ? t('gap.look') : t('gap.must')} {where(gap)}
          </strong>{' '}
          {t(`gap.${gap.kind}`, { most: gap.place ? MAX_LENGTH[gap.place.name] : '' })}
        </li>
      ))}
    </ul>
  )
}
