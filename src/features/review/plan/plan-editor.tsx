import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Button } from '#components/button.tsx'
import { Live } from '#components/live.tsx'
import { Notice } from '#components/notice.tsx'
import { QueryState } from '#components/query-state.tsx'
import type { Editor, StoredDraft } from '#data/plan-drafts.ts'
import type { Task, TaskId } from '#domain/plan.ts'
import { TEXT_NAMES } from '#domain/plan.ts'
import { draftOf, gapsIn } from '#domain/plan-draft.ts'
import { formatMoment } from '#i18n/format.ts'
import { useLang } from '#i18n/use-lang.ts'
import { Citations } from './citations.tsx'
import { Conflict } from './conflict.tsx'
import styles from './plan.module.css'
import { Publish } from './publish.tsx'
import { draftQuery, taskNowQuery } from './queries.ts'
import { SubtasksEditor } from './subtasks-editor.tsx'
import { TextPair } from './text-pair.tsx'
import { useDraft } from './use-draft.ts'

type Props = {
  taskId: TaskId
  editor: Editor
  /** Whether the editor may see the themes of comments, too. */
  canReview: boolean
}

/** The next revision of a task: written in both languages, with the comments that shape it beside. */
export function PlanEditor({ taskId, editor, canReview }: Props) {
  const task = useQuery(taskNowQuery(taskId))
  const stored = useQuery(draftQuery(taskId))
  return (
    <QueryState query={task} lines={20}>
      {(now) => (
        <QueryState query={stored} lines={20}>
          {(draft) =>
            draft?.isUnreadable ? (
              <Unreadable stored={draft} />
            ) : (
              <Editing task={now} stored={draft} editor={editor} canReview={canReview} />
            )
          }
        </QueryState>
      )}
    </QueryState>
  )
}

/** A draft of another version of the app. Nothing can be written here, so that nothing is written over it. */
function Unreadable({ stored }: { stored: StoredDraft }) {
  const { t } = useTranslation('review-plan')
  const moment = formatMoment(stored.at, useLang())
  return (
    <Notice tone="danger" title={t('unreadable.title')}>
      <p>{t('unreadable.text', { name: stored.byName, moment })}</p>
    </Notice>
  )
}

type EditingProps = Omit<Props, 'taskId'> & { task: Task; stored: StoredDraft | null }

function Editing({ task, stored, editor, canReview }: EditingProps) {
  const { t } = useTranslation(['review-plan', 'errors'])
  const editing = useDraft(task, stored, editor)
  const { draft, change, saving, failure, theirs, joined } = editing
  const gaps = gapsIn(draft, task)
  const isOutdated = draft.base !== task.revision
  return (
    <div className={styles.desk}>
      <p className={styles.saving} role="status" data-saving={saving}>
        {t(`review-plan:saving.${saving}`)} {saving === 'failed' && failure && t(`errors:${failure}`)}
      </p>
      <div className={styles.editor}>
        <div className={styles.texts}>
          {saving === 'failed' && <Button onClick={editing.store}>{t('review-plan:saving.again')}</Button>}
          <Live>
            {joined && !theirs && <Notice>{t('review-plan:joined', { name: joined.byName })}</Notice>}
            {isOutdated && (
              <Notice tone="warning" title={t('review-plan:outdated.title', { revision: task.revision })}>
                <p>{t('review-plan:outdated.text', { base: draft.base })}</p>
                <div className={styles.actions}>
                  <Button onClick={() => change({ ...draft, base: task.revision })}>
                    {t('review-plan:outdated.goOn')}
                  </Button>
                  <Button onClick={() => change(draftOf(task))}>{t('review-plan:outdated.anew')}</Button>
                </div>
              </Notice>
            )}
          </Live>
          {/* What changes as one types is beside it, and not read out with each key. */}
          <Live urgency="alert">
            {theirs && <Notice tone="danger">{t('review-plan:conflict.title', { name: theirs.byName })}</Notice>}
          </Live>
          {theirs && (
            <Conflict
              theirs={theirs}
              mine={draft}
              published={task}
              onTakeTheirs={editing.takeTheirs}
              onKeepMine={editing.keepMine}
            />
          )}
          {TEXT_NAMES.map((name) => (
            <TextPair
              key={name}
              place={{ name }}
              texts={draft[name]}
              gaps={gaps}
              onChange={(texts) => change({ ...draft, [name]: texts })}
            />
          ))}
          <SubtasksEditor draft={draft} gaps={gaps} onChange={change} />
        </div>
        {/* Before the first revision nobody can have said anything. */}
        {task.revision > 0 && (
          <Citations task={task} reviewer={canReview ? editor.uid : null} draft={draft} onChange={change} />
        )}
        <div className={styles.texts}>
          {/* A new one once a revision is published. */}
          <Publish
            key={task.revision}
            task={task}
            editing={editing}
            gaps={gaps}
            editor={editor}
            isOutdated={isOutdated}
          />
        </div>
      </div>
    </div>
  )
}
