import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#components/button.tsx'
import { Live } from '#components/live.tsx'
import type { Editor } from '#data/plan-drafts.ts'
import type { TaskId } from '#domain/plan.ts'
import { draftsMutation, type Found, isNew } from './file-queries.ts'
import { FileTask } from './file-task.tsx'
import styles from './plan.module.css'

type Props = {
  /** Of the file. */
  name: string
  found: readonly Found[]
  editor: Editor
  onForget: () => void
}

/** What the tasks of a file would change, and which of them shall become drafts. */
export function FileChanges({ name, found, editor, onForget }: Props) {
  const { t } = useTranslation('review-plan-file')
  const client = useQueryClient()
  const heading = useRef<HTMLHeadingElement>(null)
  const drafting = useMutation(draftsMutation(client))
  const outcomes = drafting.data
  // What would take the place of a draft is chosen by hand.
  const [chosen, setChosen] = useState<ReadonlySet<TaskId>>(
    () => new Set(found.filter((one) => isNew(one) && !one.stored?.draft).map(({ task }) => task.id)),
  )
  const [tried, setTried] = useState(false)
  useEffect(() => heading.current?.focus(), [])
  const isTaken = ({ task }: Found) => chosen.has(task.id)
  const choose = (id: TaskId, isWanted: boolean) =>
    setChosen(new Set(isWanted ? [...chosen, id] : [...chosen].filter((other) => other !== id)))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (chosen.size > 0 && !drafting.isPending) drafting.mutate({ found: found.filter(isTaken), editor })
  }
  const isDone = outcomes !== undefined || !found.some(isNew)
  return (
    <form onSubmit={submit} className={styles.section}>
      <h3 ref={heading} tabIndex={-1}>
        {t('found.title', { name })}
      </h3>
      {found.every(({ news }) => news === 'same') ? (
        <p>{t('found.nothing')}</p>
      ) : (
        <ol className={styles.list}>
          {found.map((one) => (
            <FileTask
              key={one.task.id}
              found={one}
              isAlone={found.length === 1}
              isChosen={isTaken(one)}
              outcome={outcomes?.get(one.task.id)}
              onChoose={outcomes ? undefined : (isWanted) => choose(one.task.id, isWanted)}
            />
          ))}
        </ol>
      )}
      <Live urgency="alert">{tried && chosen.size === 0 && <p className={styles.problem}>{t('act.none')}</p>}</Live>
      <div className={styles.actions}>
        {!isDone && (
          <Button type="submit" look="primary" aria-disabled={drafting.isPending}>
            {t('act.send')}
          </Button>
        )}
        <Button onClick={onForget}>{t(isDone ? 'act.close' : 'act.forget')}</Button>
      </div>
    </form>
  )
}
