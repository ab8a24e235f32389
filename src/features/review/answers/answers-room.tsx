import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#components/button.tsx'
import { Tabs } from '#components/tabs.tsx'
import type { Comment } from '#domain/comment.ts'
import type { TaskOverview } from '#domain/plan.ts'
import { useLang } from '#i18n/use-lang.ts'
import { AnswerForm } from './answer-form.tsx'
import styles from './answers.module.css'
import { GivenList } from './given-list.tsx'
import { OwedList } from './owed-list.tsx'

/** The comments that are owed an answer, and the answers given; one or several are answered in their place. */
export function AnswersRoom({ tasks }: { tasks: readonly TaskOverview[] }) {
  const { t } = useTranslation('review-answers')
  const lang = useLang()
  const [answering, setAnswering] = useState<readonly Comment[] | null>(null)
  if (answering) {
    return (
      <section aria-labelledby="answering" className={styles.part}>
        <div className={styles.head}>
          {/* What was pressed is gone: whoever pressed it goes on here. */}
          <h2 id="answering" tabIndex={-1} ref={(heading) => heading?.focus()}>
            {t('form.title', { count: answering.length })}
          </h2>
          <Button look="quiet" onClick={() => setAnswering(null)}>
            {t('back')}
          </Button>
        </div>
        <AnswerForm comments={answering} onDone={() => setAnswering(null)} />
      </section>
    )
  }
  const linkTo = ({ taskId, id }: Pick<Comment, 'taskId' | 'id'>) => `/${lang}/tasks/${taskId.slice(1)}/comments/${id}`
  return (
    <Tabs
      label={t('tabs')}
      tabs={[
        {
          key: 'owed',
          label: t('owed.title'),
          content: <OwedList tasks={tasks} linkTo={linkTo} onAnswer={setAnswering} />,
        },
        {
          key: 'given',
          label: t('given.title'),
          content: <GivenList tasks={tasks} linkTo={linkTo} onEdit={(comment) => setAnswering([comment])} />,
        },
      ]}
    />
  )
}
