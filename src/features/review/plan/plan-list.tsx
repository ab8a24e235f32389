import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import { Disclosure } from '#components/disclosure.tsx'
import { Notice } from '#components/notice.tsx'
import { QueryState, ReadProblem } from '#components/query-state.tsx'
import { Tag } from '#components/tag.tsx'
import type { StoredDraft } from '#data/plan-drafts.ts'
import { isOpen, TASK_IDS, type Task, type TaskId, taskNumber } from '#domain/plan.ts'
import { formatDay, formatMoment } from '#i18n/format.ts'
import { useLang } from '#i18n/use-lang.ts'
import { OpeningForm } from './opening-form.tsx'
import styles from './plan.module.css'
import { draftsQuery, planNowQuery } from './queries.ts'

/** The six tasks: to the editor of each, whose draft is begun, and whether each takes comments and stances. */
export function PlanList({ uid }: { uid: string }) {
  const plan = useQuery(planNowQuery)
  const drafts = useQuery(draftsQuery)
  return (
    <>
      <ReadProblem error={drafts.error} />
      <QueryState query={plan} lines={18}>
        {(tasks) => (
          <>
            <Unpublished tasks={tasks} drafts={drafts.data} />
            <ol className={styles.list}>
              {tasks.map((task) => (
                <Item key={task.id} task={task} draft={drafts.data?.get(task.id)} uid={uid} />
              ))}
            </ol>
          </>
        )}
      </QueryState>
    </>
  )
}

type UnpublishedProps = { tasks: readonly Task[]; drafts: ReadonlyMap<TaskId, StoredDraft> | undefined }

/** The tasks that have no revision yet: how a first one comes in, and whose draft is begun. */
function Unpublished({ tasks, drafts }: UnpublishedProps) {
  const { t } = useTranslation('review-plan')
  const lang = useLang()
  const missing = TASK_IDS.filter((id) => !tasks.some((task) => task.id === id))
  if (missing.length === 0) return null
  const begun = missing.filter((id) => drafts?.has(id))
  return (
    <Notice title={t('unpublished.title', { count: missing.length, numbers: missing.map(taskNumber).join(', ') })}>
      <p>{t('unpublished.text')}</p>
      {begun.length > 0 && (
        <ul>
          {begun.map((id) => (
            <li key={id}>
              <Link to={`/${lang}/review/plan/${taskNumber(id)}`}>
                {t('unpublished.draft', { number: taskNumber(id) })}
              </Link>
              <Begun draft={drafts?.get(id)} />
            </li>
          ))}
        </ul>
      )}
    </Notice>
  )
}

function Begun({ draft }: { draft: StoredDraft | undefined }) {
  const { t } = useTranslation('review-plan')
  const lang = useLang()
  return draft && <p>{t('list.draft', { name: draft.byName, moment: formatMoment(draft.at, lang) })}</p>
}

type ItemProps = { task: Task; draft: StoredDraft | undefined; uid: string }

function Item({ task, draft, uid }: ItemProps) {
  const { t } = useTranslation('review-plan')
  const lang = useLang()
  const number = taskNumber(task.id)
  return (
    <li className={styles.item}>
      <h2 className={styles.itemTitle}>
        <Link to={`/${lang}/review/plan/${number}`}>{t('list.task', { number, title: task.title[lang] })}</Link>
      </h2>
      <p className={styles.facts}>
        <span>{t('list.revision', { revision: task.revision, day: formatDay(task.publishedAt, lang) })}</span>
        <Tag>{t(isOpen(task) ? 'opening.isOpen' : 'opening.isClosed')}</Tag>
        {task.turnsAt && task.turnsAt.getTime() > Date.now() && (
          <span>
            {t(isOpen(task) ? 'opening.closesAt' : 'opening.opensAt', { moment: formatMoment(task.turnsAt, lang) })}
          </span>
        )}
      </p>
      <Begun draft={draft} />
      <Disclosure summary={t('opening.title')}>
        <OpeningForm task={task} uid={uid} />
      </Disclosure>
    </li>
  )
}
