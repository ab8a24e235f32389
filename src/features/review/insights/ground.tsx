import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import { GroupTag } from '#components/tag.tsx'
import { FEWEST_VOTES, type Votes } from '#domain/consensus.ts'
import { agreeing, groundOfAll } from '#domain/insights.ts'
import { taskNumber } from '#domain/plan.ts'
import type { ReviewComment } from '#domain/review.ts'
import { ROLES, type Role } from '#domain/roles.ts'
import { formatNumber, formatShare } from '#i18n/format.ts'
import { useLang } from '#i18n/use-lang.ts'
import card from '../comment-card.module.css'
import styles from './insights.module.css'
import { Part } from './part.tsx'

/** So many of each are named. */
const NAMED = 5
const KINDS = ['shared', 'dividing'] as const

/** What the groups share and what divides them, over all comments as they are now. */
export function Ground({ comments }: { comments: readonly ReviewComment[] }) {
  const { t } = useTranslation('review-insights')
  const ground = groundOfAll(comments, NAMED)
  return (
    <Part id="ground" title={t('ground.title')} note={t('ground.note', { fewest: FEWEST_VOTES })}>
      {KINDS.map((kind) => {
        const found = ground[kind].flatMap((votes) => comments.find(({ id }) => id === votes.id) ?? [])
        return (
          <section key={kind} aria-labelledby={kind} className={styles.ground}>
            <h3 id={kind}>{t(`ground.${kind}`)}</h3>
            {found.length === 0 ? (
              <p>{t(`ground.none.${kind}`)}</p>
            ) : (
              <ol className={styles.found}>
                {found.map((comment) => (
                  <Found key={comment.id} comment={comment} />
                ))}
              </ol>
            )}
          </section>
        )
      })}
    </Part>
  )
}

function Found({ comment }: { comment: ReviewComment }) {
  const { t } = useTranslation(['review-insights', 'common'])
  const lang = useLang()
  const groups = ROLES.filter((role) => comment.agree[role] + comment.disagree[role] >= FEWEST_VOTES)
  return (
    <li className={card.card}>
      <p className={card.by}>
        <span>{t('review-insights:taskNumber', { number: taskNumber(comment.taskId) })}</span>
        <GroupTag role={comment.role}>{t(`common:roles.${comment.role}`)}</GroupTag>
        <Link data-screen-only to={`/${lang}/review/inbox?open=${comment.id}`}>
          {t('review-insights:ground.read')}
        </Link>
      </p>
      <blockquote lang={comment.lang} dir="auto" className={card.words}>
        {comment.text}
      </blockquote>
      <dl className={styles.shares}>
        {groups.map((role) => (
          <GroupShare key={role} role={role} votes={comment} />
        ))}
      </dl>
    </li>
  )
}

/** How much of a group agrees: in words, and as a bar. */
function GroupShare({ role, votes }: { role: Role; votes: Votes }) {
  const { t } = useTranslation(['review-insights', 'common'])
  const lang = useLang()
  const share = agreeing(votes, role) ?? 0
  return (
    <div>
      <dt>{t(`common:roles.${role}`)}</dt>
      <dd>
        {t('review-insights:ground.share', {
          share: formatShare(share, lang),
          votes: formatNumber(votes.agree[role] + votes.disagree[role], lang),
        })}
        <svg aria-hidden="true" className={styles.share}>
          <rect width={`${100 * share}%`} height="100%" rx="3" />
        </svg>
      </dd>
    </div>
  )
}
