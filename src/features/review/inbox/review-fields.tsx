import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#components/button.tsx'
import { Icon } from '#components/icon.tsx'
import { Mixed } from '#components/mixed.tsx'
import { Switcher } from '#components/switcher.tsx'
import { type InboxRow, reviewStateOf, themesOf } from '#domain/inbox.ts'
import { detectLang } from '#domain/language.ts'
import { REVIEW_STATES } from '#domain/review.ts'
import { formatMoment } from '#i18n/format.ts'
import { useLang } from '#i18n/use-lang.ts'
import { useStaffName } from './act-words.ts'
import styles from './detail.module.css'
import { useInbox } from './inbox-store.ts'
import { NoteForm } from './note-form.tsx'
import type { Acts } from './use-acts.ts'

type Props = { row: InboxRow; uid: string; acts: Acts; onTag: () => void }

/** Where reviewers are with it, whose work it is, what it is about, and what they want to remember. */
export function ReviewFieldsPart({ row, uid, acts, onTag }: Props) {
  const { t } = useTranslation('review-inbox')
  const lang = useLang()
  const { themes, staff } = useInbox()
  const nameOf = useStaffName()
  const id = useId()
  const { comment, review } = row
  const run = (act: Parameters<Acts['run']>[1]) => acts.run([row], act)
  return (
    <section aria-label={t('detail.review')} className={styles.review}>
      <div className={styles.field}>
        <span className={styles.label} aria-hidden="true">
          {t('filter.state')}
        </span>
        <Switcher
          label={t('filter.state')}
          value={reviewStateOf(row)}
          options={REVIEW_STATES.map((value) => ({ value, label: t(`state.${value}`) }))}
          onChange={(state) => run({ kind: 'mark', state })}
        />
      </div>
      <div className={styles.field}>
        <label htmlFor={`${id}-who`} className={styles.label}>
          {t('filter.assignee')}
        </label>
        <select
          id={`${id}-who`}
          value={review?.assignee ?? ''}
          onChange={({ target }) => run({ kind: 'assign', assignee: target.value || null })}
        >
          <option value="">{t('filter.nobody')}</option>
          <option value={uid}>{t('filter.me')}</option>
          {staff
            .filter((member) => member.uid !== uid && (member.canReview || member.uid === review?.assignee))
            .map((member) => (
              <option key={member.uid} value={member.uid} lang={detectLang(member.name, lang)}>
                {member.name}
              </option>
            ))}
        </select>
      </div>
      <div className={styles.field}>
        <span className={styles.label}>{t('filter.theme')}</span>
        <div className={styles.tags}>
          {themesOf(row).map((themeId) => {
            const label = themes.find((theme) => theme.id === themeId)?.label[lang] ?? t('act.unknownTheme')
            return (
              <button key={themeId} type="button" onClick={() => run({ kind: 'untag', theme: themeId })}>
                {label} <Icon name="close" />
                <span className="visually-hidden"> {t('detail.untag')}</span>
              </button>
            )
          })}
          <Button look="quiet" onClick={onTag}>
            {t('ask.tag.open')}
          </Button>
        </div>
      </div>
      <NoteForm id={comment.id} note={review?.note ?? ''} onSave={(note) => run({ kind: 'note', note })} />
      {review && (
        <p className={styles.note}>
          <Mixed text={t('detail.by', { who: nameOf(review.byUid), when: formatMoment(review.at, lang) })} />
        </p>
      )}
    </section>
  )
}
