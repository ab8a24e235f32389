import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import { InReadersLanguage } from '#components/in-two-languages.tsx'
import { GroupTag } from '#components/tag.tsx'
import { Yard } from '#components/yard.tsx'
import type { Comment } from '#domain/comment.ts'
import { consensus, type Votes } from '#domain/consensus.ts'
import { nickname } from '#domain/nickname.ts'
import { type TaskOverview, taskNumber } from '#domain/plan.ts'
import { ROLES, type Role } from '#domain/roles.ts'
import { useLang } from '#i18n/use-lang.ts'
import styles from './ground.module.css'
import { useExplanation } from './use-explanation.ts'

type Props = { kind: 'shared' | 'dividing'; votes: Votes; comment: Comment; task: TaskOverview; to: string }

/** What somebody said, where each group stands on it as a yard, and the same in words. */
export function GroundItem({ kind, votes, comment, task, to }: Props) {
  const { t } = useTranslation(['common-ground', 'common'])
  const lang = useLang()
  const { sentence, between, leftOut } = useExplanation(kind, votes)
  const { value } = consensus(votes)
  const number = taskNumber(task.id)
  return (
    <li className={styles.item}>
      <div className={styles.yard}>
        <Yard reach={reachOf(votes)} />
      </div>
      <article aria-label={nickname(comment.authorId)[lang]} className={styles.said}>
        <div className={styles.part}>
          <p className={styles.about}>
            <Link to={`/${lang}/tasks/${number}`}>{t('common-ground:task', { number, title: task.title[lang] })}</Link>
          </p>
          <InReadersLanguage comment={comment}>
            {(words) => (
              <blockquote cite={to} className={styles.words} lang={words.lang} dir="auto">
                {words.text}
              </blockquote>
            )}
          </InReadersLanguage>
          <p className={styles.by}>
            <span>{nickname(comment.authorId)[lang]}</span>
            <GroupTag role={comment.role}>{t(`common:roles.${comment.role}`)}</GroupTag>
            <Link to={to}>{t('common-ground:read')}</Link>
          </p>
        </div>
        <div className={styles.why}>
          <p className={styles.sentence}>{sentence}</p>
          {(between || leftOut) && (
            <p className={styles.note}>
              {between} {leftOut}
            </p>
          )}
          {kind === 'shared' && value !== null && (
            <p className={styles.note}>{t('common-ground:value', { value: value.toFixed(2) })}</p>
          )}
        </div>
      </article>
    </li>
  )
}

/** How much of each group agrees; nothing of those who are left out. */
function reachOf(votes: Votes): Record<Role, number | null> {
  const { counted } = consensus(votes)
  const reach = (role: Role) =>
    counted.includes(role) ? votes.agree[role] / (votes.agree[role] + votes.disagree[role]) : null
  return Object.fromEntries(ROLES.map((role) => [role, reach(role)])) as Record<Role, number | null>
}
