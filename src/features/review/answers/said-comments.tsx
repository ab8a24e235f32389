import { useTranslation } from 'react-i18next'
import { Badge } from '#components/badge.tsx'
import { Disclosure } from '#components/disclosure.tsx'
import { OfficialAnswer } from '#components/official-answer.tsx'
import { GroupTag } from '#components/tag.tsx'
import type { OfficialAnswers } from '#data/responses.ts'
import type { Comment } from '#domain/comment.ts'
import { nickname } from '#domain/nickname.ts'
import { taskNumber } from '#domain/plan.ts'
import { formatDay, formatNumber } from '#i18n/format.ts'
import { useLang } from '#i18n/use-lang.ts'
import card from '../comment-card.module.css'
import styles from './answers.module.css'

type Props = { comments: readonly Comment[]; answers: OfficialAnswers }

/** What people said, each in its own language with its translation, and what they were answered before. */
export function SaidComments({ comments, answers }: Props) {
  const { t } = useTranslation('review-answers')
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
    <ul className={styles.comments} tabIndex={0} aria-label={t('said.title', { count: comments.length })}>
      {comments.map((comment) => {
        const answer = answers[comment.id]
        return (
          <li key={comment.id} className={card.card}>
            <SaidComment comment={comment} />
            {answer && (
              <Disclosure summary={t('said.answered')}>
                <OfficialAnswer answer={answer} edits={comment.edits} />
              </Disclosure>
            )}
          </li>
        )
      })}
    </ul>
  )
}

/** One comment as reviewers read it here. */
export function SaidComment({ comment }: { comment: Comment }) {
  const { t } = useTranslation(['review-answers', 'common'])
  const lang = useLang()
  const { translation } = comment
  return (
    <>
      <p className={card.by}>
        <span>{t('review-answers:said.task', { number: taskNumber(comment.taskId) })}</span>
        <span>{nickname(comment.authorId)[lang]}</span>
        <GroupTag role={comment.role}>{t(`common:roles.${comment.role}`)}</GroupTag>
        <span>
          {t('review-answers:said.agree', {
            count: comment.agreeTotal,
            value: formatNumber(comment.agreeTotal, lang),
          })}
        </span>
        <time dateTime={comment.createdAt.toISOString()}>{formatDay(comment.createdAt, lang)}</time>
        {comment.status === 'hidden' && <Badge tone="danger">{t('review-answers:said.hidden')}</Badge>}
      </p>
      {comment.status === 'withdrawn' ? (
        <p className={card.note}>{t('review-answers:said.withdrawn')}</p>
      ) : (
        <p className={card.words} lang={comment.lang} dir="auto">
          {comment.text}
        </p>
      )}
      {translation && (
        <div className={styles.translation}>
          <p className={card.note}>{t(`review-answers:said.translated.${translation.by}`)}</p>
          <p className={card.words} lang={comment.lang === 'ko' ? 'en' : 'ko'} dir="auto">
            {translation.text}
          </p>
        </div>
      )}
    </>
  )
}
