import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#components/button.tsx'
import { Tabs } from '#components/tabs.tsx'
import type { Comment } from '#domain/comment.ts'
import { type TaskOverview, taskNumber } from '#domain/plan.ts'
import { useLang } from '#i18n/use-lang.ts'
import { AnswerForm } from './answer-form.tsx'
import styles from './answers.module.css'
import { GivenList } from './given-list.tsx'
import { OwedList } from './owed-list.tsx'

/** What was pressed is gone: whoever pressed it goes on with what came in its place. */
const focus = (element: HTMLElement | null) => element?.focus()

/** The comments that are owed an answer, and the answers given; one or several are answered in their place. */
export function AnswersRoom({ tasks }: { tasks: readonly TaskOverview[] }) {
  const { t } = useTranslation('review-answers')
  const lang = useLang()
  const [answering, setAnswering] = useState<readonly Comment[]>([])
  const [hasBeenBack, setHasBeenBack] = useState(false)
  const isAnswering = answering.length > 0
  const back = () => {
    setAnswering([])
    setHasBeenBack(true)
  }
  const linkTo = ({ taskId, id }: Pick<Comment, 'taskId' | 'id'>) =>
    `/${lang}/tasks/${taskNumber(taskId)}/comments/${id}`
  return (
    <>
      {isAnswering && (
        <section aria-labelledby="answering" className={styles.part}>
          <div className={styles.head}>
            <h2 id="answering" tabIndex={-1} ref={focus}>
              {t('form.title', { count: answering.length })}
            </h2>
            <Button look="quiet" onClick={back}>
              {t('back')}
            </Button>
          </div>
          <AnswerForm comments={answering} onDone={back} />
        </section>
      )}
      {/* It stays as it was left: which list, what is chosen, how far somebody has read. */}
      <div hidden={isAnswering} tabIndex={-1} ref={hasBeenBack && !isAnswering ? focus : null} className={styles.lists}>
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
      </div>
    </>
  )
}
