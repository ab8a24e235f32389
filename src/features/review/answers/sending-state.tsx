import { useTranslation } from 'react-i18next'
import { Live } from '#components/live.tsx'
import { Notice } from '#components/notice.tsx'
import { Progress } from '#components/progress.tsx'
import type { BulkResult } from '#data/bulk.ts'
import type { DataError, DataErrorKind } from '#data/errors.ts'
import type { Comment } from '#domain/comment.ts'
import { Quoted } from '../quoted.tsx'
import styles from './answers.module.css'

/** What has become of the comments so far. */
export type Outcome = BulkResult & {
  /** Somebody else has answered one of them in the meantime. */
  readonly changed: boolean
}

type Props = {
  comments: readonly Comment[]
  outcome: Outcome
  error: DataError | null
  progress: { readonly done: number; readonly all: number } | null
}

/** So many of those that failed are named; the others failed for the same reasons. */
const NAMED = 10

/** How far the answers are; which could not be given, and why. */
export function SendingState({ comments, outcome, error, progress }: Props) {
  const { t } = useTranslation(['review-answers', 'errors'])
  const { done, failed, changed } = outcome
  return (
    <>
      {progress && (
        <Progress
          label={t('review-answers:sending.label')}
          value={progress.done}
          max={progress.all}
          text={t('review-answers:sending.progress', { done: progress.done, all: progress.all })}
        />
      )}
      <Live urgency="alert">
        {!progress && changed && (
          <Notice tone="warning" title={t('review-answers:sending.changed')}>
            <p>{t('review-answers:sending.changedHow')}</p>
          </Notice>
        )}
        {!progress && error && (
          <Notice tone="danger" title={t('review-answers:sending.failed')}>
            <p>{t(`errors:${error.kind}`)}</p>
          </Notice>
        )}
        {!progress && failed.length > 0 && (
          <Notice tone="danger" title={t('review-answers:sending.partly', { done: done.length, count: failed.length })}>
            <ul className={styles.failed}>
              {failed.slice(0, NAMED).map(({ id, error: { kind } }) => {
                const comment = comments.find((one) => one.id === id)
                return (
                  <li key={id}>
                    {comment ? <Quoted comment={comment} /> : id} <Why kind={kind} />
                  </li>
                )
              })}
              {failed.length > NAMED && <li>{t('review-answers:sending.more', { count: failed.length - NAMED })}</li>}
            </ul>
            <p>{t('review-answers:sending.again')}</p>
          </Notice>
        )}
      </Live>
    </>
  )
}

/** Why one of them has no answer. */
function Why({ kind }: { kind: DataErrorKind }) {
  const { t } = useTranslation(['review-answers', 'errors'])
  if (kind === 'missing') return t('review-answers:sending.gone')
  if (kind === 'conflict') return t('review-answers:sending.rewritten')
  return t(`errors:${kind}`)
}
