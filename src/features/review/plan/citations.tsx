import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Button } from '#components/button.tsx'
import { QueryState } from '#components/query-state.tsx'
import { GroupTag, Tag } from '#components/tag.tsx'
import type { Comment } from '#domain/comment.ts'
import { nickname } from '#domain/nickname.ts'
import type { Task } from '#domain/plan.ts'
import type { PlanDraft } from '#domain/plan-draft.ts'
import { MAX_CITATIONS } from '#domain/revision.ts'
import { formatNumber } from '#i18n/format.ts'
import { useLang } from '#i18n/use-lang.ts'
import styles from './plan.module.css'
import { alsoCitedQuery, citableQuery } from './queries.ts'

type Props = { task: Task; draft: PlanDraft; onChange: (draft: PlanDraft) => void }

const LISTS = ['shared', 'agreed'] as const

/** What people said of the task, to be cited by a press for the whole or for the subtask that it shaped. */
export function Citations({ task, draft, onChange }: Props) {
  const { t } = useTranslation('review-plan')
  const lang = useLang()
  const citable = useQuery(citableQuery(task.id))
  const ids = Object.keys(draft.citations)
  const listed = citable.data ? [...citable.data.shared, ...citable.data.agreed].map(({ id }) => id) : ids
  const also = useQuery(alsoCitedQuery(ids.filter((id) => !listed.includes(id))))
  const item = (comment: Comment) => (
    <Citable
      key={comment.id}
      comment={comment}
      draft={draft}
      onChange={onChange}
      isFull={ids.length >= MAX_CITATIONS}
    />
  )
  return (
    <aside aria-labelledby="citations" className={styles.citations}>
      <h2 id="citations">{t('citations.title')}</h2>
      <p className={styles.note}>
        {t('citations.count', { count: ids.length, most: formatNumber(MAX_CITATIONS, lang) })}
      </p>
      <QueryState query={citable} lines={12}>
        {(found) => (
          <>
            {also.data && also.data.length > 0 && <ul className={styles.said}>{also.data.map(item)}</ul>}
            {LISTS.filter((list) => found[list].length > 0).map((list) => (
              <div key={list} className={styles.section}>
                <h3>{t(`citations.${list}`)}</h3>
                <ul className={styles.said}>{found[list].map(item)}</ul>
              </div>
            ))}
          </>
        )}
      </QueryState>
    </aside>
  )
}

type CitableProps = Omit<Props, 'task'> & { comment: Comment; isFull: boolean }

function Citable({ comment, draft, onChange, isFull }: CitableProps) {
  const { t } = useTranslation(['review-plan', 'common'])
  const lang = useLang()
  const { id, authorId, role, text, agreeTotal } = comment
  const isCited = id in draft.citations
  const who = nickname(authorId)[lang]
  const cite = (subtaskId: string | null) => onChange({ ...draft, citations: { ...draft.citations, [id]: subtaskId } })
  const leave = () => {
    const { [id]: _, ...rest } = draft.citations
    onChange({ ...draft, citations: rest })
  }
  return (
    <li className={styles.quote} data-cited={isCited}>
      <blockquote lang={comment.lang} dir="auto">
        {text}
      </blockquote>
      <p className={styles.facts}>
        <span>{who}</span>
        <GroupTag role={role}>{t(`common:roles.${role}`)}</GroupTag>
        <span>{t('review-plan:citations.agree', { value: formatNumber(agreeTotal, lang) })}</span>
        {isCited && <Tag>{t('review-plan:citations.cited')}</Tag>}
      </p>
      <div className={styles.actions}>
        <Button aria-disabled={!isCited && isFull} onClick={() => (isCited ? leave() : isFull || cite(null))}>
          {t(isCited ? 'review-plan:citations.leave' : 'review-plan:citations.cite')}
          <span className="visually-hidden"> {t('review-plan:citations.by', { name: who })}</span>
        </Button>
        {isCited && (
          <label className={styles.shaped}>
            {t('review-plan:citations.shaped')}
            <select
              value={draft.citations[id] ?? ''}
              onChange={({ target }) => cite(target.value === '' ? null : target.value)}
            >
              <option value="">{t('review-plan:citations.whole')}</option>
              {draft.subtasks.map((subtask, place) => (
                <option key={subtask.id} value={subtask.id}>
                  {place + 1}. {subtask.title[lang]}
                </option>
              ))}
            </select>
          </label>
        )}
      </div>
    </li>
  )
}
