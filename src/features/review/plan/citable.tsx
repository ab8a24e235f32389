import { useTranslation } from 'react-i18next'
import { Button } from '#components/button.tsx'
import { GroupTag, Tag } from '#components/tag.tsx'
import type { Comment } from '#domain/comment.ts'
import { nickname } from '#domain/nickname.ts'
import type { PlanDraft } from '#domain/plan-draft.ts'
import { MAX_CITATIONS } from '#domain/revision.ts'
import { formatNumber } from '#i18n/format.ts'
import { useLang } from '#i18n/use-lang.ts'
import styles from './plan.module.css'

/** What cites comments. */
export type Citing = { readonly draft: PlanDraft; readonly onChange: (draft: PlanDraft) => void }

/** A comment with a button that cites it, and once it is cited, what it shaped. */
export function Citable({ comment, draft, onChange }: Citing & { comment: Comment }) {
  const { t } = useTranslation(['review-plan', 'common'])
  const lang = useLang()
  const { id, authorId, role, text, agreeTotal } = comment
  const isCited = id in draft.citations
  const isFull = Object.keys(draft.citations).length >= MAX_CITATIONS
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
