import { useTranslation } from 'react-i18next'
import { Disclosure } from '#components/disclosure.tsx'
import { themesOn } from '#domain/insights.ts'
import type { TaskId } from '#domain/plan.ts'
import { formatNumber } from '#i18n/format.ts'
import { useLang } from '#i18n/use-lang.ts'
import { AllRead } from '../all-read.tsx'
import type { InboxState } from '../inbox/inbox-store.ts'
import { Citable, type Citing } from './citable.tsx'
import styles from './plan.module.css'

/** So many comments of each theme are offered. */
const MOST_AGREED = 5

type Props = Citing & { uid: string; taskId: TaskId }

/** What reviewers call the themes of the comments on a task, each with the comments that most agree with. */
export const Themes = ({ uid, ...rest }: Props) => <AllRead uid={uid}>{(all) => <List all={all} {...rest} />}</AllRead>

function List({ all, taskId, draft, onChange }: Omit<Props, 'uid'> & { all: InboxState }) {
  const { t } = useTranslation('review-plan')
  const lang = useLang()
  const themes = themesOn(taskId, all.rows, MOST_AGREED).flatMap(({ id, ...found }) => {
    const known = all.themes.find((theme) => theme.id === id)
    return known ? { ...found, id, label: known.label[lang] } : []
  })
  if (themes.length === 0) return <p>{t('citations.none.themes')}</p>
  return themes.map(({ id, label, count, comments }, place) => (
    <Disclosure
      key={id}
      summary={t('citations.theme', { theme: label, count, value: formatNumber(count, lang) })}
      open={place === 0}
    >
      <ul className={styles.said}>
        {comments.map((comment) => (
          <Citable key={comment.id} comment={comment} draft={draft} onChange={onChange} />
        ))}
      </ul>
    </Disclosure>
  ))
}
